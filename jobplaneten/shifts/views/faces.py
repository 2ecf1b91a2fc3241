"""Shifts in the words and shapes that the templates show."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jobplaneten.accounts.doors import SignedIn
from jobplaneten.shifts.actions import why_not_tap
from jobplaneten.shifts.judging import is_on
from jobplaneten.shifts.models import HoursState, RosterShift, ShiftStatus, TapKind
from jobplaneten.shifts.words import day_in_words, hours, span
from jobplaneten.trail.actions import record_reads

TONES = {
    ShiftStatus.PLANNED: "neutral",
    ShiftStatus.CALLED_OFF: "stop",
    ShiftStatus.STOPPED: "wait",
    ShiftStatus.MISSED: "stop",
}
HOURS_TONES = {HoursState.PUT_IN: "wait", HoursState.AGREED: "good", HoursState.DISPUTED: "stop"}
SAID = {
    TapKind.ON_MY_WAY: (_("På vej"), "wait"),
    TapKind.HERE: (_("Er her"), "good"),
    TapKind.LEAVING: (_("Er gået"), "neutral"),
}
ICONS = {
    TapKind.ON_MY_WAY: "forward",
    TapKind.HERE: "check",
    TapKind.LEAVING: "forward",
    TapKind.SICK: "heart",
    TapKind.CANNOT: "cross",
}


def seen(request: SignedIn, rows: Iterable[RosterShift]) -> None:
    """Everybody but the youth leaves a line."""
    if not request.user.is_youth:
        read = [(row.pk, row.placement.youth_id) for row in rows]
        record_reads("rostershift", read, by=request.user, now=timezone.now())


def card(row: RosterShift, user: Any) -> dict[str, Any]:
    """Whose it is to the grown-ups, where it is to the youth."""
    post = row.placement.post
    where = post.employer.name if user.is_youth and post.employer else row.placement.first_name
    badge, tone = state(row)
    return {
        "pk": row.pk,
        "day": day_in_words(row.day),
        "span": span(row.starts, row.ends),
        "who": where,
        "job": post.title,
        "badge": badge,
        "tone": tone,
    }


def state(row: RosterShift) -> tuple[str, str]:
    worked = getattr(row, "worked", None)
    if worked:
        return f"{hours(worked.minutes)} · {worked.get_state_display()}", HOURS_TONES[HoursState(worked.state)]
    said = [tap.kind for tap in row.taps.all()]
    for kind in (TapKind.LEAVING, TapKind.HERE, TapKind.ON_MY_WAY):
        if kind in said and row.status == ShiftStatus.PLANNED:
            words, tone = SAID[kind]
            return str(words), tone
    shown = "" if row.status == ShiftStatus.PLANNED else row.get_status_display()
    return str(shown), TONES[ShiftStatus(row.status)]


def taps_now(row: RosterShift, now: datetime) -> list[tuple[str, str, str]]:
    """The buttons that would be heard at this moment: what to press, its words and its picture."""
    said = {tap.kind for tap in row.taps.all()}
    past = {TapKind.ON_MY_WAY} if TapKind.HERE in said else {TapKind.LEAVING}
    wanted = [kind for kind in ICONS if kind not in said | past and not why_not_tap(row, kind, now)]
    return [(kind.value, str(kind.label), ICONS[kind]) for kind in wanted]


def is_now_or_next(row: RosterShift, now: datetime) -> bool:
    """Not over, or over with a "Jeg går nu" that can still be pressed."""
    return is_on(row) and (row.ends_at > now or any(kind == TapKind.LEAVING for kind, *_more in taps_now(row, now)))
