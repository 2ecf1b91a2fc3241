from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from employers.actions import give_seat_back, take_seat
from employers.models import Post
from jobplaneten.placements import letters, papers
from jobplaneten.placements.models import PaperTick, Placement
from jobplaneten.placements.permissions import STAFF_PAPERS, may_make, may_tick
from jobplaneten.placements.workflow import PLACEMENT
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused
from youth.actions import got_a_job, lost_the_job
from youth.models import Youth
from youth.permissions import guardian_stop


def lock_for(placement: Placement, name: str, by: Any) -> tuple[Placement, str]:
    """The row as of now, held, and the status that the move leads to."""
    if not may_make(by, name):
        raise MoveRefused(PLACEMENT.too_late)
    locked = (
        Placement.objects.select_for_update(of=("self",))
        .select_related("youth__user", "youth__mentor", "post__employer")
        .get(pk=placement.pk)
    )
    return locked, PLACEMENT.take(name, locked.status)


def save(placement: Placement, verb: str, *fields: str, by: Any, now: datetime) -> None:
    placement.version += 1
    placement.save(update_fields=[*fields, "version"])
    record(verb, placement, by=by, now=now, youth=placement.youth_id)


@transaction.atomic
def begin(youth: Youth, post: Post, *, first_name: str, by: Any, now: datetime) -> Placement:
    """Two have said yes. The seat is taken first: whoever comes second for it gets a sentence, not a job."""
    take_seat(post, by=by, now=now)
    got_a_job(youth, by=by, now=now)
    try:
        with transaction.atomic():
            placement = Placement.objects.create(youth=youth, post=post, first_name=first_name, agreed_at=now)
    except IntegrityError as twice:
        raise MoveRefused(_("Den unge har allerede det job.")) from twice
    record("begin", placement, by=by, now=now, youth=youth.pk)
    letters.begun(placement, by=by, now=now)
    return placement


@transaction.atomic
def tick(placement: Placement, paper: str, *, by: Any, now: datetime) -> None:
    """Say by name that a paper is in place. A second tick changes nothing."""
    placement, _target = lock_for(placement, "tick", by)
    if not may_tick(by, paper):
        raise MoveRefused(_("Det flueben er det en anden, der sætter."))
    stop = guardian_stop(placement.youth, timezone.localdate(now)) if paper in STAFF_PAPERS else ""
    if stop:
        raise MoveRefused(stop)
    _tick, is_new = PaperTick.objects.get_or_create(placement=placement, paper=paper, defaults={"by": by, "at": now})
    if not is_new:
        return
    save(placement, "tick", by=by, now=now)
    if not papers.missing(placement):
        letters.papers_in_place(placement, by=by, now=now)


@transaction.atomic
def start(placement: Placement, *, first_day_on: date, by: Any, now: datetime) -> None:
    """Set the first day. The law is asked once more, for the days that are really meant."""
    placement, target = lock_for(placement, "start", by)
    if first_day_on < timezone.localdate(now):
        raise MoveRefused(_("Den første dag kan ikke ligge før i dag."))
    if why_not := papers.why_not_start(placement, first_day_on):
        raise MoveRefused(why_not)
    placement.status, placement.first_day_on, placement.started_at = target, first_day_on, now
    save(placement, "start", "status", "first_day_on", "started_at", by=by, now=now)
    letters.started(placement, by=by, now=now)


@transaction.atomic
def cancel(placement: Placement, *, reason: str, by: Any, now: datetime) -> None:
    placement, target = lock_for(placement, "cancel", by)
    if placement.has_begun(timezone.localdate(now)):
        raise MoveRefused(_("Jobbet er begyndt. Skriv i stedet, at det er slut."))
    placement.status, placement.end_reason = target, reason
    save(placement, "cancel", "status", "end_reason", by=by, now=now)
    let_go(placement, by=by, now=now)
    letters.cancelled(placement, by=by, now=now)


@transaction.atomic
def end(placement: Placement, *, last_day_on: date, reason: str, by: Any, now: datetime) -> None:
    placement, target = lock_for(placement, "end", by)
    today = timezone.localdate(now)
    if not placement.has_begun(today) or not (placement.first_day_on or today) <= last_day_on <= today:
        raise MoveRefused(_("Den sidste dag skal ligge mellem den første dag og i dag."))
    placement.status, placement.last_day_on, placement.end_reason = target, last_day_on, reason
    save(placement, "end", "status", "last_day_on", "end_reason", by=by, now=now)
    let_go(placement, by=by, now=now)
    letters.ended(placement, by=by, now=now)


def let_go(placement: Placement, *, by: Any, now: datetime) -> None:
    """The seat is free again, and a youth without another job is back in tonight's run."""
    give_seat_back(placement.post, by=by, now=now)
    if not Placement.objects.running().filter(youth=placement.youth_id).exists():
        lost_the_job(placement.youth, by=by, now=now)
