"""A youth in plain words, for the pages that show one. Reads what is already loaded; asks nothing itself."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jobplaneten.law.clock import danish_span
from jobplaneten.trades import Circumstance, SkillLevel, TravelMode, Weekday
from youth.models import ProfilePage, StepChange, StepMove, Youth, YouthSkill, YouthStatus

TONES = {StepMove.BACK: "wait", StepMove.PAUSE: "wait"}
STATUS_TONES = {
    YouthStatus.WAITING: "wait",
    YouthStatus.ACTIVE: "good",
    YouthStatus.PAUSED: "wait",
    YouthStatus.CLOSED: "neutral",
    YouthStatus.LEAVING: "wait",
    YouthStatus.FORGOTTEN: "neutral",
}


def week(times: Iterable[Any]) -> list[tuple[str, list[str]]]:
    known = sorted(times, key=lambda time: (time.weekday, time.starts))
    return [
        (str(day.label), [danish_span(time.starts, time.ends) for time in known if time.weekday == day])
        for day in Weekday
    ]


def circumstances(codes: Iterable[str]) -> list[str]:
    return [str(Circumstance(code).label) for code in codes]


def work_words(youth: Youth) -> str:
    if youth.wants_another_job:
        return _("I job, vil gerne have et mere")
    return _("I job") if youth.is_in_a_job else _("Klar til job")


def travel(youth: Youth) -> str:
    if not youth.travel_minutes:
        return ""
    ways = ", ".join(str(TravelMode(code).label) for code in youth.travel_modes).capitalize()
    return _("%(ways)s – højst %(minutes)s minutter") % {"ways": ways, "minutes": youth.travel_minutes}


def skills_by_level(skills: Iterable[YouthSkill]) -> list[tuple[str, list[str]]]:
    """The strongest first; each skill with where it comes from."""
    known = sorted(skills, key=lambda own: own.skill)
    levels = [
        (
            str(level.label),
            [
                f"{own.get_skill_display()} ({own.get_evidence_display().lower()})"
                if own.evidence
                else own.get_skill_display()
                for own in known
                if own.level == level
            ],
        )
        for level in reversed(SkillLevel)
    ]
    return [(label, found) for label, found in levels if found]


def summary(youth: Youth, page: ProfilePage) -> str:
    """One line on what stands on a page of the profile."""
    if page not in youth.pages_done:
        return ""
    number = len(youth.skills.all())
    days = [day for day, times in week(youth.free_times.all()) if times]
    return {
        ProfilePage.ABOUT: f"{youth.name_to_show}: {youth.line}",
        ProfilePage.SCHOOL: school_words(youth, youth.school.name if youth.school else ""),
        ProfilePage.SKILLS: ngettext("%(number)s ting", "%(number)s ting", number) % {"number": number},
        ProfilePage.LIKES: ", ".join(circumstances(youth.likes)) or _("Det er lige meget"),
        ProfilePage.DREAM: youth.dream or youth.get_dream_field_display(),
        ProfilePage.WHEN: ", ".join(days),
        ProfilePage.TRAVEL: travel(youth),
    }[page]


def school_words(youth: Youth, school: str) -> str:
    year = youth.get_school_year_display()
    return f"{year}, {school}" if year and school else year


def travelled(changes: Iterable[StepChange], *, with_evidence: bool) -> list[dict[str, Any]]:
    """The way so far, newest first. Evidence is for staff; the kind words are for the youth."""
    return [
        {
            "at": change.at,
            "title": step_words(change),
            "text": change.reason,
            "by": evidence_words(change) if with_evidence else "",
            "tone": TONES.get(StepMove(change.move), "good"),
        }
        for change in sorted(changes, key=lambda change: (change.at, change.pk), reverse=True)
    ]


def step_words(change: StepChange) -> str:
    if change.from_step == change.to_step:
        return change.get_move_display()
    return _("%(move)s: fra trin %(start)s til trin %(end)s") % {
        "move": change.get_move_display(),
        "start": change.from_step,
        "end": change.to_step,
    }


def evidence_words(change: StepChange) -> str:
    """What was seen, what lay on the table that day, and who else had looked."""
    said = [_("%(who)s skrev: %(evidence)s") % {"who": change.by.name, "evidence": change.evidence}]
    if "weeks" in change.snapshot:
        weeks = change.snapshot["weeks"]
        said.append(ngettext("%(n)s uge i job på trinnet", "%(n)s uger i job på trinnet", weeks) % {"n": weeks})
    if change.despite:
        said.append(_("Noget manglede, men: %(why)s") % {"why": change.despite})
    if change.second_by:
        said.append(_("set af %(who)s") % {"who": change.second_by.name})
    return " · ".join(said)
