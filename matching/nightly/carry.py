"""Carries one run from its first youth to its last, in chunks that stand or fall whole."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import Error, transaction

from matching.actions.clock import expire_stale
from matching.engine.record import press
from matching.fairness import fairness_of
from matching.models import Match, MatchStatus, MatchStop, NightRecord, Run, RunKind, RunStatus, YouthNight
from matching.nightly.lease import Clock, Lease, LeaseLostError, claim, note_error, pulse
from matching.nightly.parts import Desk, lay_out
from matching.nightly.plan import Given, Plan, look_around, make_plan
from matching.nightly.trials import figures_of
from matching.nightly.write import write_chunk

Ring = Callable[[int], None]
"""Tells so many other workers that there is something to help with. Whether anybody hears it makes no difference."""


def nobody(_parts: int) -> None:
    """Who works alone rings for nobody."""


def look(clock: Clock, holder: str, *, chunk: int | None = None, ring: Ring = nobody) -> Run | None:
    """Take up a run that waits or was dropped, and carry it through. None when there is nothing to do.

    May be called as often as one likes, by as many workers as one likes.
    """
    lease = claim(clock, holder)
    if lease is None:
        return None
    try:
        carry(lease, chunk or settings.YOUTHS_AT_ONCE, ring)
    except LeaseLostError:
        return None
    except Exception as error:
        note_error(lease, error)
        if isinstance(error, Error):
            raise
    return lease.run


def carry(lease: Lease, chunk: int, ring: Ring) -> None:
    run = lease.run
    if run.kind == RunKind.WHAT_IF:
        lease.renew()
        finish(lease, figures_of(run))
    elif run.kind == RunKind.PREVIEW:
        with pulse(lease.keep):
            plan = make_plan(look_around(run))
        finish(lease, plan.counts | plan.promised)
    elif not is_stopped(lease):
        carry_night(lease, chunk, ring)


def carry_night(lease: Lease, chunk: int, ring: Ring) -> None:
    run = lease.run
    if not run.input_digest:
        expire_stale(lease.clock())
    lease.renew()
    with pulse(lease.keep):
        plan = plan_night(lease, ring)
    while run.cursor < len(plan.order):
        if is_stopped(lease):
            return
        write_chunk(lease, plan, plan.order[run.cursor : run.cursor + chunk])
    finish_night(lease, plan)


def is_stopped(lease: Lease) -> bool:
    """A coordinator's switch is asked before every chunk. What is written stays, and is there to go on from."""
    if not MatchStop.objects.on().exists():
        return False
    lease.renew(status=RunStatus.STOPPED, finished_at=lease.clock(), attempts=0, error="")
    lease.run.parts.all().delete()
    return True


def plan_night(lease: Lease, ring: Ring) -> Plan:
    """A great night with whoever comes to help; a small one alone."""
    run = lease.run
    count = lay_out(run)
    if count:
        ring(count - 1)
    given = look_around(run)
    while not settle_input(lease, given):
        given = look_around(run)
    if not count:
        return make_plan(given)
    desk = Desk(run, given, lease.clock, lease.holder)
    return make_plan(given, desk.law, desk.search)


@transaction.atomic
def settle_input(lease: Lease, given: Given) -> bool:
    """The world may have moved on while nobody carried the run: then it begins again with what is true now.

    Proposals of this run that nobody has touched are taken out; what people acted on is kept.
    """
    run = lease.run
    if run.input_digest in {"", given.digest}:
        lease.renew(input_digest=given.digest, engine_version=given.record.model, youths_total=len(given.facts.order))
        return True
    lease.renew()
    untouched = Match.objects.filter(run=run, status=MatchStatus.PROPOSED, decisions=None)
    keys = list(untouched.select_for_update(of=("self",)).values_list("pk", flat=True))
    Match.objects.filter(pk__in=keys).delete()
    YouthNight.objects.filter(run=run).delete()
    kept = list(Match.objects.filter(run=run).order_by("pk").values_list("pk", flat=True))
    lease.renew(kept=kept, cursor=0, input_digest="")
    return False


@transaction.atomic
def finish_night(lease: Lease, plan: Plan) -> None:
    """Done, and on record, or neither."""
    finish(lease, plan.counts | written(lease.run), fairness=fairness_of(lease.run, plan.record))
    page, sha256 = press(plan.record)
    NightRecord.objects.create(run=lease.run, page=page, sha256=sha256, made_at=lease.clock())
    lease.run.parts.all().delete()


def finish(lease: Lease, counts: dict[str, Any], **more: Any) -> None:
    now = lease.clock()
    counts["seconds"] = round((now - lease.began_at).total_seconds(), 2)
    lease.renew(status=RunStatus.DONE, finished_at=now, counts=counts, attempts=0, error="", **more)


def written(run: Run) -> dict[str, int]:
    """What really came into the ledger; people may have paused or a post closed since the plan."""
    own = Match.objects.filter(run=run)
    return {"proposed": own.count(), "youths_with_a_proposal": own.values("youth").distinct().count()}
