from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from employers.actions import give_seat_back, take_seat
from employers.models import Post
from jobplaneten.placements import letters, papers
from jobplaneten.placements.first_day import why_not_start
from jobplaneten.placements.models import PaperTick, Placement, PlacementStatus
from jobplaneten.placements.permissions import STAFF_PAPERS, may_make, may_take_back, may_tick
from jobplaneten.placements.workflow import PLACEMENT
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused
from youth.actions import got_a_job, lost_the_job
from youth.models import Youth


def lock_for(placement: Placement, name: str, by: Any) -> tuple[Placement, str]:
    """The row as of now, held, and the status that the move leads to."""
    if not may_make(by, name):
        raise MoveRefused(PLACEMENT.too_late)
    locked = (
        Placement.objects.select_for_update(of=("self",))
        .select_related("youth__user", "youth__mentor", "youth__school", "post__employer")
        .get(pk=placement.pk)
    )
    return locked, PLACEMENT.take(name, locked.status)


def save(placement: Placement, verb: str, *fields: str, by: Any, now: datetime, **detail: str) -> None:
    placement.version += 1
    placement.save(update_fields=[*fields, "version"])
    record(verb, placement, by=by, now=now, youth=placement.youth_id, **detail)


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
def tick(
    placement: Placement,
    paper: str,
    *,
    point: str = "",
    who: str = "",
    done_on: date | None = None,
    how: str = "",
    why: str = "",
    note: str = "",
    by: Any,
    now: datetime,
) -> None:
    """Say by name that a paper, or a point of the risk, is in place. A second tick changes nothing."""
    is_under_way = paper in STAFF_PAPERS and placement.status == PlacementStatus.STARTED
    placement, _target = lock_for(placement, "sign_again" if is_under_way else "tick", by)
    today = timezone.localdate(now)
    entry = line_to_move(placement, paper, point, today)
    if not may_tick(by, paper):
        raise MoveRefused(_("Det flueben er det en anden, der sætter."))
    if entry.stop:
        raise MoveRefused(entry.stop)
    if entry.tick:
        return
    if entry.lapsed:
        undo(entry.lapsed, _("Jobbet er ændret siden."), by=by, now=now)
    said = {
        "who": who,
        "done_on": done_on,
        "how": how,
        "why": why,
        "note": note,
        "job_facts": papers.job_facts(placement.post),
    }
    PaperTick.objects.create(placement=placement, paper=paper, point=point, by=by, at=now, **said)
    save(placement, "tick", by=by, now=now, paper=paper, point=point, **({"why": why} if why else {}))
    if not (is_under_way or papers.missing(placement, today)):
        letters.papers_in_place(placement, by=by, now=now)


@transaction.atomic
def take_back(placement: Placement, paper: str, *, point: str = "", reason: str, by: Any, now: datetime) -> None:
    """It was not in place after all. A first day that was set falls, for nobody begins with a paper missing."""
    placement, target = lock_for(placement, "take_back", by)
    today = timezone.localdate(now)
    if not may_take_back(by, paper):
        raise MoveRefused(_("Det flueben er det en anden, der tager tilbage."))
    if placement.has_begun(today):
        raise MoveRefused(_("Jobbet er begyndt, så fluebenene bliver stående. Ring til mentoren, hvis noget mangler."))
    entry = line_to_move(placement, paper, point, today)
    if not (stood := entry.tick or entry.lapsed):
        raise MoveRefused(_("Det flueben er ikke sat."))
    undo(stood, reason, by=by, now=now)
    day = placement.first_day_on
    placement.status, placement.first_day_on, placement.started_at = target, None, None
    save(placement, "take_back", "status", "first_day_on", "started_at", by=by, now=now, paper=paper, point=point)
    letters.taken_back(placement, entry.label, day, by=by, now=now)


def line_to_move(placement: Placement, paper: str, point: str, today: date) -> papers.Line:
    for entry in papers.lines(placement, today):
        if (entry.paper, entry.point) == (paper, point):
            return entry
    raise MoveRefused(_("Det flueben hører ikke til det her job."))


def undo(stood: PaperTick, why: str, *, by: Any, now: datetime) -> None:
    stood.undone_at, stood.undone_by, stood.undone_why = now, by, why
    stood.save(update_fields=["undone_at", "undone_by", "undone_why"])


@transaction.atomic
def remind(placement: Placement, *, by: Any, now: datetime) -> None:
    """Ask the workplace kindly for what is missing, at most once a day."""
    placement, _target = lock_for(placement, "remind", by)
    today = timezone.localdate(now)
    if placement.was_reminded(today):
        raise MoveRefused(_("Arbejdspladsen har fået en påmindelse i dag. Prøv igen i morgen."))
    absent = [entry for entry in papers.missing(placement, today) if entry.paper not in STAFF_PAPERS]
    if not absent:
        raise MoveRefused(_("Arbejdspladsen mangler ikke noget."))
    placement.reminded_at = now
    save(placement, "remind", "reminded_at", by=by, now=now)
    letters.reminded(placement, papers.words(absent), by=by, now=now)


@transaction.atomic
def start(placement: Placement, *, first_day_on: date, by: Any, now: datetime) -> None:
    """Set the first day. The law is asked once more, for the days that are really meant."""
    placement, target = lock_for(placement, "start", by)
    today = timezone.localdate(now)
    if first_day_on < today:
        raise MoveRefused(_("Den første dag kan ikke ligge før i dag."))
    if why_not := why_not_start(placement, first_day_on, today):
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
