"""Points, answers and journals in the words and shapes that the templates show."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from jobplaneten.accounts.doors import SignedIn
from jobplaneten.following.models import Answer, Assessment, FollowUp, JournalEntry
from jobplaneten.following.permissions import employer_may_answer, youth_may_answer
from jobplaneten.ladder import Axis, Readiness
from jobplaneten.trail.actions import record_reads
from youth.disclosure import name_of


def seen(request: SignedIn, rows: Iterable[FollowUp]) -> None:
    """Everybody but the youth leaves a line."""
    if not request.user.is_youth:
        read = [(row.pk, row.placement.youth_id) for row in rows]
        record_reads("followup", read, by=request.user, now=timezone.now())


def taps_in_words(row: FollowUp) -> list[tuple[str, str]]:
    if not row.on_time:
        return []
    said = [
        (_("Kommer til tiden"), row.on_time),
        (_("Tager imod besked"), row.listens),
        (_("Ser ud til at trives"), row.thrives),
    ]
    return [(term, str(Answer(value).label)) for term, value in said]


def levels_in_words(row: FollowUp, user: Any) -> list[tuple[str, str]]:
    """The workplace's assessment at the end of the job, for whoever may read it."""
    if not (row.point.is_closing and row.employer_at):
        return []
    found = Assessment.objects.visible_to(user).filter(placement=row.placement_id, voice="workplace")
    newest = found.newest_first().first()
    return in_words(newest.levels) if newest else []


def in_words(levels: dict[str, int]) -> list[tuple[str, str]]:
    return [(str(axis.label), str(Readiness(levels[axis]).label)) for axis in Axis if axis in levels]


def youth_said(row: FollowUp) -> str:
    if row.still_working:
        return str(row.get_still_working_display())
    return str(row.get_mood_display())


def card_for_youth(row: FollowUp) -> dict[str, Any]:
    waits = youth_may_answer(row) and not row.youth_at
    meta = [formats.date_format(row.due_on, "j. F"), *([youth_said(row)] if row.youth_at else [])]
    if row.shown_at:
        meta.append(_("Din arbejdsplads har skrevet"))
    return card(row, row.point.title, meta, _("Venter på dig") if waits else "", "wait", icon_of(row))


def card_for_employer(row: FollowUp) -> dict[str, Any]:
    waits = employer_may_answer(row) and not row.employer_at
    meta = [formats.date_format(row.due_on, "j. F"), *([_("Svaret")] if row.employer_at else [])]
    return card(row, row.point.title, meta, _("Venter på jer") if waits else "", "wait")


def card_for_staff(row: FollowUp, title: str = "") -> dict[str, Any]:
    """Who has answered what; the first thing to do as a badge."""
    meta = [row.point.title] if title else []
    meta.append(formats.date_format(row.due_on, "j. F"))
    meta += [*([_("Den unge: %(said)s") % {"said": youth_said(row).lower()}] if row.youth_at else [])]
    badge, tone = to_do(row)
    return card(row, title or row.point.title, meta, badge, tone, icon_of(row))


def to_do(row: FollowUp) -> tuple[str, str]:
    if row.worries and not row.journal_at:
        return (_("Vil gerne ringes op"), "stop") if row.wants_call else (_("Har det ikke så godt"), "stop")
    if row.employer_at and not row.shown_at:
        return _("Læs arbejdspladsens svar"), "wait"
    missing = [
        *([_("den unge")] if youth_may_answer(row) and not row.youth_at else []),
        *([_("arbejdspladsen")] if employer_may_answer(row) and not row.employer_at else []),
        *([_("dagbogen")] if row.asks_mentor and not row.journal_at else []),
    ]
    return (_("Mangler: %(who)s") % {"who": ", ".join(missing)}, "wait") if missing else (_("Alt er svaret"), "good")


def card(row: FollowUp, title: str, meta: list[str], badge: str, tone: str, icon: str = "chat") -> dict[str, Any]:
    url = reverse("following:follow_up", args=[row.pk])
    return {"title": title, "url": url, "meta": meta, "badge": badge, "tone": tone, "icon": icon}


def icon_of(row: FollowUp) -> str:
    """The youth's answer; a workplace never gets this one."""
    if not row.youth_at:
        return "clock"
    return "sad" if row.worries else "smile"


def named_card(row: FollowUp) -> dict[str, Any]:
    return card_for_staff(row, name_of(row.placement.youth))


def entry(row: JournalEntry, *, for_staff: bool) -> dict[str, Any]:
    shared = (_("delt med den unge") if row.is_shared else _("kun for ansatte")) if for_staff else ""
    return {
        "at": row.at,
        "by": " · ".join(filter(None, [row.by.name, shared])),
        "lines": [
            (term, text)
            for term, text in (
                (_("Det går godt"), row.went_well),
                (_("Det er svært"), row.is_hard),
                (_("Det har vi aftalt") if not for_staff else _("Aftalt"), row.next_agreement),
            )
            if text
        ],
    }
