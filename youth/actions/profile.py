from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from jobplaneten.messaging.actions import tell
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused
from youth.actions.locks import locked
from youth.models import BlockedTime, FreeTime, ProfileDraft, ProfilePage, Youth, YouthSkill, YouthStatus

Values = dict[str, Any]
Span = tuple[int, int, int]


@transaction.atomic
def save_page(youth: Youth, page: str, values: Values, *, by: Any, now: datetime, version: int | None = None) -> Youth:
    """Write one page of the profile. `version` is the one that the person saw; None overwrites.

    `values` by page: about: shown_name, line · school: school_year, school ·
    skills: skills {skill: (level, evidence)} · likes: likes, rather_nots (lists of circumstances) ·
    dream: dream, dream_field · when: free, blocked (lists of (weekday, starts, ends) in minutes) ·
    travel: travel_modes, travel_minutes.
    """
    youth = locked(youth)
    if youth.status in {YouthStatus.CLOSED, YouthStatus.LEAVING}:
        raise MoveRefused(_("Din profil er lukket. Tal med en voksen på Jobplaneten, hvis du vil med igen."))
    if version not in {None, youth.version}:
        raise MoveRefused(
            _("Din profil er ændret et andet sted imens. Det, du har skrevet, står her endnu. Se efter, og gem igen.")
        )
    fields = WRITERS[ProfilePage(page)](youth, values, now)
    youth.version += 1
    youth.pages_done = [name for name in ProfilePage.values if name == page or name in youth.pages_done]
    youth.save(update_fields=[*fields, "version", "pages_done"])
    youth.drafts.filter(page=page).delete()
    record("save_page", youth, by=by, now=now, youth=youth.pk, page=str(page))
    finish_when_whole(youth, by=by, now=now)
    return youth


def finish_when_whole(youth: Youth, *, by: Any, now: datetime) -> None:
    """The first time that no page is missing, the youth comes into the night, and into the line if inside."""
    if youth.profile_done_at or len(youth.pages_done) < len(ProfilePage):
        return
    youth.profile_done_at = now
    youth.waiting_since = now if youth.status == YouthStatus.ACTIVE else None
    youth.save(update_fields=["profile_done_at", "waiting_since"])
    record("profile_done", youth, by=by, now=now, youth=youth.pk)
    if youth.mentor:
        body = _("%(name)s har lavet sin profil færdig.") % {"name": youth.first_name}
        tell(youth.mentor, _("En profil er færdig"), body, path=reverse("youth:person", args=[youth.pk]), now=now)


@transaction.atomic
def save_draft(youth: Youth, page: str, content: dict[str, list[str]], *, now: datetime) -> ProfileDraft:
    """Keep what is typed so far, valid or not: `content` is the raw form, name by name."""
    draft, _made = ProfileDraft.objects.update_or_create(
        youth=youth, page=ProfilePage(page), defaults={"content": content, "saved_at": now}
    )
    return draft


# ── what each page writes: gives back the columns that it changed ───────────
def write_columns(*names: str) -> Callable[[Youth, Values, datetime], list[str]]:
    def write(youth: Youth, values: Values, now: datetime) -> list[str]:
        for name in names:
            setattr(youth, name, values[name])
        return list(names)

    return write


def write_school(youth: Youth, values: Values, now: datetime) -> list[str]:
    youth.school_year, youth.school_year_told_on = values["school_year"], timezone.localdate(now)
    youth.school = values.get("school")
    return ["school_year", "school_year_told_on", "school"]


def write_skills(youth: Youth, values: Values, now: datetime) -> list[str]:
    youth.skills.all().delete()
    YouthSkill.objects.bulk_create(
        YouthSkill(youth=youth, skill=skill, level=level, evidence=evidence)
        for skill, (level, evidence) in values["skills"].items()
    )
    return []


def write_times(youth: Youth, values: Values, now: datetime) -> list[str]:
    youth.free_times.all().delete()
    youth.blocked_times.all().delete()
    FreeTime.objects.bulk_create(
        FreeTime(youth=youth, weekday=weekday, starts=starts, ends=ends)
        for weekday, starts, ends in joined(values["free"])
    )
    BlockedTime.objects.bulk_create(
        BlockedTime(youth=youth, weekday=weekday, starts=starts, ends=ends)
        for weekday, starts, ends in joined(values["blocked"])
    )
    return []


def joined(spans: Iterable[Span]) -> list[Span]:
    """Spans that touch or overlap become one, so that a job across two ticked blocks still fits."""
    whole: list[Span] = []
    for weekday, starts, ends in sorted(spans):
        if whole and whole[-1][0] == weekday and starts <= whole[-1][2]:
            whole[-1] = (weekday, whole[-1][1], max(ends, whole[-1][2]))
        else:
            whole.append((weekday, starts, ends))
    return whole


WRITERS: dict[ProfilePage, Callable[[Youth, Values, datetime], list[str]]] = {
    ProfilePage.ABOUT: write_columns("shown_name", "line"),
    ProfilePage.SCHOOL: write_school,
    ProfilePage.SKILLS: write_skills,
    ProfilePage.LIKES: write_columns("likes", "rather_nots"),
    ProfilePage.DREAM: write_columns("dream", "dream_field"),
    ProfilePage.WHEN: write_times,
    ProfilePage.TRAVEL: write_columns("travel_modes", "travel_minutes"),
}
