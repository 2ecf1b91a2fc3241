"""One chunk of a night: everything for these youths, or nothing, and the cursor with it."""

from collections import Counter
from collections.abc import Iterable, Sequence

from django.db import transaction

from employers.models import Post
from matching.engine.night import Proposal
from matching.models import Match, YouthNight
from matching.nightly.lease import Lease
from matching.nightly.plan import Plan
from matching.nightly.pouring import pour
from matching.when import local_day
from youth.models import GuardianWord, Youth, YouthStatus
from youth.permissions import guardian_stop

OF_PROPOSALS = ("youth_id", "post_id", "rank", "want", "take", "score", "propensity", "reasons", "contributions")
OF_YOUTHS = ("youth_id", "proposed", "refused", "set_aside", "openings", "next_best")


@transaction.atomic
def write_chunk(lease: Lease, plan: Plan, youths: Sequence[int]) -> None:
    """The lease is proved first; then who is to be proposed is locked, so that no withdrawal slips in between."""
    run = lease.run
    lease.renew(cursor=run.cursor + len(youths), attempts=0)
    planned = [proposal for youth in youths for proposal in plan.proposals.get(youth, ())]
    proposals = still_possible(planned, lease)
    chances = plan.chances
    pour(
        Match,
        OF_PROPOSALS,
        (
            (
                *(each.youth, each.post, each.rank, each.want, each.take, each.score),
                chances[each.youth, each.post],
                each.reasons.to_json(),
                [point.to_json() for point in each.contributions],
            )
            for each in proposals
        ),
        run_id=run.pk,
        changed_at=lease.clock(),
    )
    got = Counter(proposal.youth for proposal in proposals)
    pour(YouthNight, OF_YOUTHS, ((youth, got[youth], *left_over(plan, youth)) for youth in youths), run_id=run.pk)


def still_possible(planned: Sequence[Proposal], lease: Lease) -> list[Proposal]:
    """Those whose youth is free and whose post is open at this moment; the youth until the chunk is written."""
    if not planned:
        return []
    free = still_free({proposal.youth for proposal in planned}, lease)
    posts = {proposal.post for proposal in planned}
    is_open = set(Post.objects.open().filter(pk__in=posts).values_list("pk", flat=True))
    return [proposal for proposal in planned if proposal.youth in free and proposal.post in is_open]


def still_free(youths: Iterable[int], lease: Lease) -> set[int]:
    """Those who, at this moment and until the chunk is written, are with us and may be proposed for a job."""
    rows = Youth.objects.filter(pk__in=youths, status=YouthStatus.ACTIVE).exclude(waiting_since=None)
    locked = list(rows.select_for_update(of=("self",), no_key=True).order_by("pk"))
    said: dict[int, list[GuardianWord]] = {youth.pk: [] for youth in locked}
    for word in GuardianWord.objects.filter(youth__in=said):
        said[word.youth_id].append(word)
    day = local_day(lease.clock())
    return {youth.pk for youth in locked if not guardian_stop(youth, day, said[youth.pk])}


def left_over(plan: Plan, youth: int) -> tuple[object, ...]:
    """What is told of a youth beside the proposals: `OF_YOUTHS` from `refused` on."""
    return (
        plan.refused.get(youth, {}),
        plan.set_aside.get(youth, ""),
        [each.to_json() for each in plan.openings.get(youth, ())],
        plan.next_best.get(youth, []),
    )
