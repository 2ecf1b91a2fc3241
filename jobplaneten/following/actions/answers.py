"""What the youth, the workplace and the mentor say at a point, and what passes from one to another."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from jobplaneten.following import letters
from jobplaneten.following.models import Assessment, FollowUp, Voice
from jobplaneten.following.permissions import employer_may_answer, youth_may_answer
from jobplaneten.ladder import Axis, Readiness
from jobplaneten.placements.models import Placement
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused
from youth.models import Youth

TWICE_WITHIN = timedelta(minutes=10)


def locked(row: FollowUp) -> FollowUp:
    rows = FollowUp.objects.select_for_update(of=("self",))
    return rows.select_related(
        "placement__youth__user", "placement__youth__mentor", "placement__post__employer", "point"
    ).get(pk=row.pk)


def too_late() -> MoveRefused:
    return MoveRefused(_("Det bliver der ikke spurgt om længere."))


@transaction.atomic
def check_in(
    row: FollowUp, *, mood: str = "", still_working: str = "", wants_call: bool = False, by: Any, now: datetime
) -> FollowUp:
    """One tap. A second tap may say something else; what is said twice is told once."""
    row = locked(row)
    if not youth_may_answer(row):
        raise too_late()
    before = (row.mood, row.still_working, row.wants_call)
    if before == (mood, still_working, wants_call) and row.youth_at:
        return row
    row.mood, row.still_working, row.wants_call, row.youth_at = mood, still_working, wants_call, now
    row.save(update_fields=["mood", "still_working", "wants_call", "youth_at"])
    record("check_in", row, by=by, now=now, youth=row.placement.youth_id)
    if row.worries:
        letters.worried(row, now=now)
    return row


@transaction.atomic
def add_line(row: FollowUp, *, line: str, by: Any, now: datetime) -> None:
    row = locked(row)
    if not youth_may_answer(row):
        raise too_late()
    row.youth_line = line
    row.save(update_fields=["youth_line"])
    record("check_in_line", row, by=by, now=now, youth=row.placement.youth_id)


@transaction.atomic
def workplace_answers(row: FollowUp, answers: Mapping[str, str], *, line: str, by: Any, now: datetime) -> None:
    """Read by the mentor first."""
    row = open_for_workplace(row)
    row.on_time, row.listens, row.thrives = answers["on_time"], answers["listens"], answers["thrives"]
    take_workplaces(row, line, "on_time", "listens", "thrives", by=by, now=now)


@transaction.atomic
def assess(
    youth: Youth,
    levels: Mapping[str, int],
    *,
    voice: Voice,
    words: str,
    by: Any,
    now: datetime,
    placement: Placement | None = None,
    row: FollowUp | None = None,
) -> Assessment:
    """`row` is the point at the end of a job, which a workplace answers with this."""
    if not set(levels) <= set(Axis.values) or not set(levels.values()) <= set(Readiness.values):
        raise MoveRefused(_("Vælg et svar på hver linje."))
    said = {"youth": youth, "placement": placement, "voice": voice, "levels": dict(levels), "words": words, "by": by}
    twice = Assessment.objects.filter(at__gt=now - TWICE_WITHIN, **said).first()
    if twice:
        return twice
    if row:
        take_workplaces(open_for_workplace(row), words, by=by, now=now)
    made = Assessment.objects.create(at=now, **said)
    record("assess", made, by=by, now=now, youth=youth.pk, voice=str(voice))
    if voice == Voice.WORKPLACE and not row:
        letters.workplace_assessed(made, now=now)
    return made


@transaction.atomic
def show_assessment(found: Assessment, *, by: Any, now: datetime) -> None:
    """What a workplace has said on the way, let through to the youth."""
    youth = found.youth
    if Assessment.objects.filter(pk=found.pk, voice=Voice.WORKPLACE, shown_at=None).update(shown_at=now):
        record("show_assessment", found, by=by, now=now, youth=youth.pk)
        letters.assessment_shown(youth, now=now)


def open_for_workplace(row: FollowUp) -> FollowUp:
    row = locked(row)
    if row.employer_at or not employer_may_answer(row):
        raise MoveRefused(_("Der er allerede svaret, eller der bliver ikke spurgt længere."))
    return row


def take_workplaces(row: FollowUp, line: str, *fields: str, by: Any, now: datetime) -> None:
    row.employer_line, row.employer_by, row.employer_at = line, by, now
    row.save(update_fields=[*fields, "employer_line", "employer_by", "employer_at"])
    record("workplace_answers", row, by=by, now=now, youth=row.placement.youth_id)
    letters.workplace_said(row, now=now)


@transaction.atomic
def show_to_youth(row: FollowUp, *, by: Any, now: datetime) -> None:
    """The mentor has read it and lets it through. A second tap changes nothing."""
    row = locked(row)
    if row.employer_at is None:
        raise MoveRefused(_("Arbejdspladsen har ikke svaret endnu."))
    if row.shown_at:
        return
    row.shown_at, row.shown_by = now, by
    row.save(update_fields=["shown_at", "shown_by"])
    if row.point.is_closing:
        Assessment.objects.filter(placement=row.placement_id, voice=Voice.WORKPLACE, shown_at=None).update(shown_at=now)
    record("show_to_youth", row, by=by, now=now, youth=row.placement.youth_id)
    letters.shown(row, now=now)
