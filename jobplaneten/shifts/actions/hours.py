"""Worked hours: put in by one side, agreed by the other, and judged by the law once more."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jobplaneten.shifts import letters
from jobplaneten.shifts.actions.planning import locked_shift
from jobplaneten.shifts.judging import Times, judge_shift, was_due
from jobplaneten.shifts.models import HoursState, RosterShift, ShiftStatus, TapKind, WorkedHours
from jobplaneten.shifts.permissions import may_put_in
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused

NEAR_ENOUGH = 10
"""So many minutes early or late are not worth writing: the planned time counts."""
QUARTER = 5


@transaction.atomic
def put_in_hours(
    shift: RosterShift, *, starts: int, ends: int, break_minutes: int, words: str = "", by: Any, now: datetime
) -> WorkedHours:
    """One side's word. The same times from the other side are a yes, others a disagreement; staff settle it."""
    row = locked_shift(shift)
    if not may_put_in(by, row):
        raise MoveRefused(_("Det er ikke din vagt."))
    if row.status != ShiftStatus.PLANNED or row.begins_at > now:
        raise MoveRefused(_("Der kan kun skrives timer på en vagt, der er begyndt og ikke er aflyst."))
    if not (was_due(row) or by.is_staff):
        raise MoveRefused(_("Jobbet var ikke i gang den dag. Blev der arbejdet alligevel, så sig det til mentoren."))
    times = Times(row.day, starts, ends, break_minutes)
    worked = WorkedHours.objects.filter(shift=row).first()
    if worked is None or by.is_staff or (worked.state == HoursState.PUT_IN and is_same_side(worked, by)):
        return write(row, worked, times, words=words, by=by, now=now)
    return answer(row, worked, times, words=words, by=by, now=now)


def is_same_side(worked: WorkedHours, by: Any) -> bool:
    return bool(worked.is_from_youth == by.is_youth)


def write(
    row: RosterShift, worked: WorkedHours | None, times: Times, *, words: str, by: Any, now: datetime
) -> WorkedHours:
    state = HoursState.AGREED if by.is_staff else HoursState.PUT_IN
    said = {**times._asdict(), "state": state, "put_in_by": by, "put_in_at": now, "is_from_youth": by.is_youth}
    said |= {"words": words, "answered_by": by if by.is_staff else None, "answered_at": now if by.is_staff else None}
    said |= {"law": law_on(row, times, now)}
    del said["day"]
    worked, _made = WorkedHours.objects.update_or_create(shift=row, defaults=said)
    worked.shift = row
    record("put_in_hours", row, by=by, now=now, youth=row.placement.youth_id)
    if state == HoursState.PUT_IN:
        letters.hours_put_in(worked, now=now)
    if worked.law:
        letters.unlawful_hours(worked, now=now)
    return worked


def answer(row: RosterShift, worked: WorkedHours, times: Times, *, words: str, by: Any, now: datetime) -> WorkedHours:
    if worked.state == HoursState.AGREED:
        raise MoveRefused(_("I er allerede enige om timerne. Er det forkert, så sig det til mentoren."))
    agrees = (worked.starts, worked.ends, worked.break_minutes) == times[1:]
    if agrees and is_same_side(worked, by):
        return worked
    worked.state = HoursState.AGREED if agrees else HoursState.DISPUTED
    worked.answered_by, worked.answered_at, worked.words = by, now, words
    worked.save(update_fields=["state", "answered_by", "answered_at", "words"])
    worked.shift = row
    record("agree_hours" if agrees else "dispute_hours", row, by=by, now=now, youth=row.placement.youth_id)
    if not agrees:
        letters.hours_disputed(worked, now=now)
    return worked


def law_on(row: RosterShift, times: Times, now: datetime) -> list[str]:
    return list(judge_shift(row.placement, times, timezone.localdate(now), instead_of=row).whole)


def hours_from_taps(row: RosterShift, *, by: Any, now: datetime) -> None:
    """When both coming and leaving are known, in whichever order they were heard."""
    taps = {tap.kind: tap for tap in row.taps.all()}
    if TapKind.HERE not in taps or TapKind.LEAVING not in taps or hasattr(row, "worked"):
        return
    starts = rounded(row, taps[TapKind.HERE].tapped_at, row.starts)
    ends = rounded(row, taps[TapKind.LEAVING].tapped_at, row.ends)
    if starts < ends:
        pause = row.break_minutes if row.break_minutes < ends - starts else 0
        write(row, None, Times(row.day, starts, ends, pause), words="", by=by, now=now)


def rounded(row: RosterShift, at: datetime, planned: int) -> int:
    """The planned minute when it is near enough, else the nearest five minutes of that day."""
    local = timezone.localtime(at)
    minute = (local.date() - row.day).days * 1440 + local.hour * 60 + local.minute
    if abs(minute - planned) <= NEAR_ENOUGH:
        return planned
    return max(0, min(1440, QUARTER * round(minute / QUARTER)))
