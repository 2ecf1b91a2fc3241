"""One chunk of a night: everything for these youths, or nothing, and the cursor with it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from django.db import transaction

from employers.models import Post
from matching.engine.night import Proposal
from matching.models import Match, YouthNight
from matching.nightly.lease import Lease
from matching.nightly.plan import Plan
from matching.nightly.pouring import pour
from matching.when import local_day
from youth.models import Youth, YouthStatus
from youth.permissions import guardian_stop


@transaction.atomic
def write_chunk(lease: Lease, plan: Plan, youths: Sequence[int]) -> None:
    """The lease is proved first; then the youths are locked, so that no withdrawal slips in between."""
    run = lease.run
    lease.renew(cursor=run.cursor + len(youths), attempts=0)
    free = still_free(youths, lease)
    posts = set(Post.objects.open().values_list("pk", flat=True))
    proposals = [p for youth in youths if youth in free for p in plan.proposals.get(youth, []) if p.post in posts]
    now = lease.clock()
    pour(Match, [Match(run=run, changed_at=now, **fields_of(proposal, plan)) for proposal in proposals])
    got = Counter(proposal.youth for proposal in proposals)
    nights = [
        YouthNight(
            run=run,
            youth_id=youth,
            proposed=got[youth],
            refused=plan.refused.get(youth, {}),
            set_aside=plan.set_aside.get(youth, ""),
            openings=[asdict(each) for each in plan.openings.get(youth, ())],
            next_best=plan.next_best.of(youth),
        )
        for youth in youths
    ]
    pour(YouthNight, nights)


def still_free(youths: Sequence[int], lease: Lease) -> set[int]:
    """Those who, at this moment and until the chunk is written, are with us and may be proposed for a job."""
    rows = Youth.objects.filter(pk__in=youths, status=YouthStatus.ACTIVE).exclude(waiting_since=None)
    rows = rows.prefetch_related("guardian_words")
    locked = rows.select_for_update(of=("self",), no_key=True).order_by("pk")
    day = local_day(lease.clock())
    return {youth.pk for youth in locked if not guardian_stop(youth, day, list(youth.guardian_words.all()))}


def fields_of(proposal: Proposal, plan: Plan) -> dict[str, Any]:
    return {
        "youth_id": proposal.youth,
        "post_id": proposal.post,
        "rank": proposal.rank,
        "want": proposal.want,
        "take": proposal.take,
        "score": proposal.score,
        "propensity": plan.chances[proposal.youth, proposal.post],
        "reasons": proposal.reasons.to_json(),
        "contributions": [each.to_json() for each in proposal.contributions],
    }
