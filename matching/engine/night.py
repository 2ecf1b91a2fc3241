"""One night, from cards to proposals. The same cards, options and seed give the same night,
in whatever order the cards come."""

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from matching.engine import explain, shortlist
from matching.engine.allocation import Allocation, Limits, allocate
from matching.engine.cards import JobCard, WishCard, sort_out
from matching.engine.eligibility import Eligible, Verdict, eligible_pairs, lawful
from matching.engine.features import Coder
from matching.engine.flow import toss
from matching.engine.reading import SetAside
from matching.engine.weights import Scorer

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Options:
    """`list_length` jobs per youth, and youths per job, are weighed by the allocation."""

    limits: Limits = field(default_factory=Limits)
    list_length: int = 60


@dataclass(frozen=True, slots=True)
class Proposal:
    """`want` and `take` are chances, `score` their product; `rank` 1 is the youth's best tonight.

    The logit of `want` is `base_want` plus the `want` of all contributions; likewise `take`.
    """

    youth: int
    post: int
    rank: int
    want: float
    take: float
    score: float
    base_want: float
    base_take: float
    reasons: explain.Reasons
    contributions: tuple[explain.Contribution, ...]

    @property
    def codes(self) -> tuple[int, ...]:
        """The features as the score saw them: what an outcome is logged with."""
        return tuple(each.code for each in self.contributions)


@dataclass(frozen=True, slots=True)
class NightPlan:
    """`refused` counts pairs by first reason; `eligible` counts jobs for each youth.

    `prices` names the crowded posts, see allocation.Allocation. `seconds` is no part of equality.
    """

    proposals: tuple[Proposal, ...]
    refused: Mapping[str, int]
    per_youth: Mapping[int, Mapping[str, int]]
    eligible: Mapping[int, int]
    prices: Mapping[int, float]
    set_aside: tuple[SetAside, ...]
    seconds: float = field(compare=False)


def propose(
    wishes: Iterable[WishCard],
    jobs: Iterable[JobCard],
    *,
    scorer: Scorer,
    seed: int,
    verdict: Verdict = lawful,
    options: Options | None = None,
) -> NightPlan:
    """Hard limits, score, allocation, explanation. Bad cards are set aside with their reasons."""
    began = time.perf_counter()
    options = options or Options()
    youths, bad_youths = sort_out("youth", wishes)
    posts, bad_posts = sort_out("post", jobs)
    pairs = eligible_pairs(youths, posts, verdict)
    table = _Table(youths, posts, pairs, scorer, seed)
    dealt = table.deal(seed, options)
    return NightPlan(
        proposals=table.proposals(np.sort(dealt.chosen)),
        refused=pairs.refused,
        per_youth=pairs.per_youth,
        eligible=table.eligible(),
        prices=dealt.prices,
        set_aside=(*bad_youths, *bad_posts),
        seconds=time.perf_counter() - began,
    )


class _Table:
    """All eligible pairs of a night with their codes and scores."""

    def __init__(
        self,
        youths: Sequence[WishCard],
        posts: Sequence[JobCard],
        pairs: Eligible,
        scorer: Scorer,
        seed: int,
    ) -> None:
        self.youths, self.posts = youths, posts
        self.wish, self.job = pairs.wish, pairs.job
        self.codes = Coder(youths, posts).codes(self.wish, self.job)
        self.scores = scorer.score(self.codes)
        self.points = explain.Points.of(scorer, self.wish, self.codes)
        self.tie = toss(seed, _ids(youths)[self.wish], _ids(posts)[self.job])

    def deal(self, seed: int, options: Options) -> Allocation:
        score = self.scores.score
        kept = shortlist.keep(self.wish, self.job, score, self.tie, options.list_length)
        dealt = allocate(
            self.youths,
            self.posts,
            (self.wish[kept], self.job[kept]),
            score[kept],
            tie=self.tie[kept],
            limits=options.limits,
        )
        return Allocation(kept[dealt.chosen], dealt.prices)

    def eligible(self) -> dict[int, int]:
        counts = np.bincount(self.wish, minlength=len(self.youths)).tolist()
        return {wish.youth: count for wish, count in zip(self.youths, counts, strict=True)}

    def proposals(self, chosen: Ints) -> tuple[Proposal, ...]:
        """By youth, then rank."""
        rank = shortlist.places(self.wish[chosen], self.scores.score[chosen], self.tie[chosen])
        order = np.lexsort((rank, self.wish[chosen]))
        return tuple(self._proposal(int(chosen[n]), int(rank[n]) + 1) for n in order)

    def _proposal(self, pair: int, rank: int) -> Proposal:
        wish, job = self.youths[self.wish[pair]], self.posts[self.job[pair]]
        contributions = self.points.contributions(pair, self.codes[pair])
        return Proposal(
            youth=wish.youth,
            post=job.post,
            rank=rank,
            want=float(self.scores.want[pair]),
            take=float(self.scores.take[pair]),
            score=float(self.scores.score[pair]),
            base_want=float(self.points.base_want[pair]),
            base_take=float(self.points.base_take[pair]),
            reasons=explain.reasons(wish, job, contributions),
            contributions=contributions,
        )


def _ids(cards: Sequence[WishCard] | Sequence[JobCard]) -> Ints:
    return np.array([card.key for card in cards], dtype=np.int64)
