"""The terms of a job are written, agreed to by each side, and written anew when something changes."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jobplaneten.placements import letters, papers
from jobplaneten.placements.actions.locks import lock_for, move_now, save
from jobplaneten.placements.actions.ticks import undo
from jobplaneten.placements.contract import current_terms, missing_sides, sides_of, text_of
from jobplaneten.placements.first_day import why_not_until
from jobplaneten.placements.models import Paper, PaperTick, Placement, PlacementStatus, Side, Terms, TermsYes
from jobplaneten.placements.permissions import ABOUT_THE_TERMS, may_agree_for
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused


@transaction.atomic
def write_terms(placement: Placement, *, said: dict[str, Any], by: Any, now: datetime) -> Terms:
    """The next number. What was agreed to before is kept, and every side is asked anew."""
    placement, _target = lock_for(placement, move_now(placement, "write_terms", "amend_terms"), by)
    today = timezone.localdate(now)
    if stop := why_not_until(placement, said["starts_on"], said["ends_on"], today):
        raise MoveRefused(stop)
    last = current_terms(placement)
    terms = Terms(placement=placement, number=last.number + 1 if last else 1, by=by, at=now, **said)
    text = text_of(terms, placement.first_name)
    terms.paper, terms.digest = text.as_data(), text.digest
    terms.save(force_insert=True)
    for tick in PaperTick.objects.standing().filter(placement=placement, paper__in=ABOUT_THE_TERMS):
        undo(tick, _("Vilkårene er skrevet om."), by=by, now=now)
    fields = fall_back(placement, today)
    save(placement, "write_terms", *fields, by=by, now=now, number=str(terms.number))
    letters.terms_written(placement, is_new=last is not None, by=by, now=now)
    return terms


def fall_back(placement: Placement, today: date) -> list[str]:
    """A first day that was set but has not come waits for the yeses. A job under way goes on while people read."""
    if placement.status != PlacementStatus.STARTED or placement.has_begun(today):
        return []
    placement.status, placement.first_day_on, placement.started_at = PlacementStatus.PAPERS, None, None
    return ["status", "first_day_on", "started_at"]


@transaction.atomic
def agree(placement: Placement, *, side: str, digest: str, why: str = "", by: Any, now: datetime) -> None:
    """Yes to this exact text. `why` says on what ground somebody of the programme writes it for another."""
    placement, _target = lock_for(placement, move_now(placement, "agree", "agree_again"), by)
    today = timezone.localdate(now)
    terms = current_terms(placement)
    if terms is None or terms.digest != digest:
        raise MoveRefused(_("Vilkårene er lige blevet ændret. Læs dem igen, og sig så ja."))
    if side not in sides_of(placement, today) or not may_agree_for(by, side, why):
        raise MoveRefused(_("Det er en anden, der siger ja her."))
    if terms.yes_of(side):
        return
    yes = TermsYes.objects.create(terms=terms, side=side, digest=digest, by=by, at=now, why=why)
    save(placement, "agree", by=by, now=now, side=side, number=str(terms.number), **({"why": why} if why else {}))
    if side == Side.GUARDIAN:
        put_tick(placement, Paper.COSIGN, yes, now=now)
    if not missing_sides(placement, current_terms(placement) or terms, today):
        come_into_force(placement, terms, yes, by=by, now=now)


def come_into_force(placement: Placement, terms: Terms, yes: TermsYes, *, by: Any, now: datetime) -> None:
    """Every side has said yes: from now on the job lasts as long as these terms say."""
    placement.until_on = terms.ends_on
    placement.save(update_fields=["until_on"])
    put_tick(placement, Paper.TERMS, yes, now=now)
    letters.terms_agreed(placement, by=by, now=now)
    if placement.status == PlacementStatus.PAPERS and not papers.missing(placement, timezone.localdate(now)):
        letters.papers_in_place(placement, by=by, now=now)


def put_tick(placement: Placement, paper: Paper, yes: TermsYes, *, now: datetime) -> None:
    """Who said the last yes stands at the tick: the paper itself says the rest."""
    if PaperTick.objects.standing().filter(placement=placement, paper=paper).exists():
        return
    facts = papers.job_facts(placement.post)
    note = _("Aftalt her på siden.") if paper == Paper.TERMS else ""
    PaperTick.objects.create(
        placement=placement,
        paper=paper,
        by=yes.by,
        at=now,
        done_on=timezone.localdate(now),
        why=yes.why,
        note=note,
        job_facts=facts,
    )
    record("tick", placement, by=yes.by, now=now, youth=placement.youth_id, paper=paper)
