from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jobplaneten.placements import letters, papers
from jobplaneten.placements.actions.locks import lock_for, save
from jobplaneten.placements.models import Paper, PaperTick, Placement, PlacementStatus, Side, Terms, TermsYes
from jobplaneten.placements.permissions import ABOUT_THE_TERMS, STAFF_PAPERS, may_take_back, may_tick
from jobplaneten.workflow import MoveRefused


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
    if stop := entry.stop or why_by_the_terms(placement, paper):
        raise MoveRefused(stop)
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
    if paper == Paper.COSIGN:
        take_yes_back(placement, by=by, now=now)
    day = placement.first_day_on
    placement.status, placement.first_day_on, placement.started_at = target, None, None
    save(placement, "take_back", "status", "first_day_on", "started_at", by=by, now=now, paper=paper, point=point)
    letters.taken_back(placement, entry.label, day, by=by, now=now)


def why_by_the_terms(placement: Placement, paper: str) -> str:
    """Where the terms are written here, the tick comes with the yeses to them."""
    found = Terms.objects.filter(placement=placement).newest_first().prefetch_related("yeses").first()
    if found is None or paper not in ABOUT_THE_TERMS:
        return ""
    if paper == Paper.COSIGN and found.yes_of(Side.GUARDIAN):
        return ""
    return _("Det sker under »Vilkår«: der står, hvilken tekst der bliver sagt ja til.")


def take_yes_back(placement: Placement, *, by: Any, now: datetime) -> None:
    """A signature that is taken back was a yes to the terms too; they are not all agreed any more."""
    yes = TermsYes.objects.filter(terms__placement=placement, side=Side.GUARDIAN, taken_back_at=None)
    if not yes.update(taken_back_at=now):
        return
    for tick in PaperTick.objects.standing().filter(placement=placement, paper=Paper.TERMS):
        undo(tick, _("Et ja til vilkårene er taget tilbage."), by=by, now=now)


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
