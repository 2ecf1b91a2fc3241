"""One night, from cards to proposals. The same cards, options and seed give the same night,
in whatever order the cards come."""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from matching.engine import explain, features, search
from matching.engine.allocation import Allocation, Limits, allocate
from matching.engine.backend import Name, Search, backend
from matching.engine.cards import JobCard, WishCard, sort_out
from matching.engine.columns import Lawfulness, Town
from matching.engine.compiled import Compiled
from matching.engine.eligibility import Verdict
from matching.engine.next_best import NextBest
from matching.engine.reading import SetAside
from matching.engine.search import Lists
from matching.engine.weights import Scorer

Ints = npt.NDArray[np.int64]
Law = Callable[[Sequence[WishCard], Sequence[JobCard]], Lawfulness]
"""Asked once, about all who take part."""


@dataclass(frozen=True, slots=True)
class Options:
    """`list_length` jobs of each youth, and youths of each job that is on few lists, are weighed by the allocation."""

    limits: Limits = field(default_factory=Limits)
    list_length: int = 20
    backend: Name = "auto"


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

    `prices` names the crowded posts, see allocation.Allocation. `seconds` and `next_best` are no part of equality.
    """

    proposals: tuple[Proposal, ...]
    refused: Mapping[str, int]
    per_youth: Mapping[int, Mapping[str, int]]
    eligible: Mapping[int, int]
    prices: Mapping[int, float]
    set_aside: tuple[SetAside, ...]
    seconds: float = field(compare=False)
    next_best: NextBest = field(compare=False)


def lawful(wishes: Sequence[WishCard], jobs: Sequence[JobCard]) -> Lawfulness:
    """The law of a caller who knows of none."""
    return Lawfulness.all_lawful(len(wishes), len(jobs))


def by_pair(verdict: Verdict) -> Law:
    """The law of a caller who is asked about each pair."""

    def law(wishes: Sequence[WishCard], jobs: Sequence[JobCard]) -> Lawfulness:
        table = [[not verdict(wish, job) for job in jobs] for wish in wishes]
        return Lawfulness(np.arange(len(wishes)), np.array(table, dtype=np.bool_).reshape(len(wishes), len(jobs)))

    return law


def propose(
    wishes: Iterable[WishCard],
    jobs: Iterable[JobCard],
    *,
    scorer: Scorer,
    seed: int,
    law: Law = lawful,
    options: Options | None = None,
    by: Search | None = None,
) -> NightPlan:
    """Hard limits, score, allocation, explanation. Bad cards are set aside with their reasons.

    `by` is for a caller who has the search done elsewhere, by many at once; its answers are those of `search.search`.
    """
    began = time.perf_counter()
    options = options or Options()
    youths, bad_youths = sort_out("youth", wishes)
    posts, bad_posts = sort_out("post", jobs)
    town = Town.of(youths, posts, law(youths, posts))
    weights = Compiled.of(scorer)
    lists, dealt = match(town, weights, seed, options, by=by)
    return NightPlan(
        proposals=_Telling(youths, posts, town, weights, lists).proposals(np.sort(dealt.chosen)),
        refused=search.counts(lists.refused.sum(axis=0)),
        per_youth={wish.youth: search.counts(row) for wish, row in zip(youths, lists.refused, strict=True)},
        eligible={wish.youth: int(count) for wish, count in zip(youths, lists.eligible, strict=True)},
        prices={posts[job].post: price for job, price in dealt.prices.items()},
        set_aside=(*bad_youths, *bad_posts),
        next_best=NextBest.left_by(town, lists, options.limits, dealt.chosen),
        seconds=time.perf_counter() - began,
    )


def match(
    town: Town, weights: Compiled, seed: int, options: Options, *, points: bool = True, by: Search | None = None
) -> tuple[Lists, Allocation]:
    """The lists of a town and what is dealt out of them: the night without its cards and words."""
    way = backend(options.backend)
    lists = (by or way.search)(town, weights, length=options.list_length, seed=seed, points=points)
    lists = with_quiet_jobs(town, weights, lists, seed, options)
    return lists, allocate(town, lists, options.limits, way.solve)


def with_quiet_jobs(town: Town, weights: Compiled, lists: Lists, seed: int, options: Options) -> Lists:
    """Jobs that are on fewer lists than they have room are joined by their own best youths."""
    room = options.limits.per_seat * town.jobs.seats - town.jobs.open
    quiet = np.flatnonzero(np.bincount(lists.job, minlength=len(room)) < np.minimum(room, options.list_length))
    if not len(quiet):
        return lists
    return lists.joined(search.jobs_own(town, weights, quiet, length=options.list_length, seed=seed))


class _Telling:
    """Turns what was dealt into proposals with their reasons."""

    def __init__(
        self, youths: Sequence[WishCard], posts: Sequence[JobCard], town: Town, weights: Compiled, lists: Lists
    ) -> None:
        self.youths, self.posts, self.town, self.weights, self.lists = youths, posts, town, weights, lists

    def proposals(self, chosen: Ints) -> tuple[Proposal, ...]:
        """By youth, then rank."""
        lists = self.lists
        chosen = chosen[search.best(lists.youth[chosen], lists.score[chosen], lists.tie[chosen], len(chosen))]
        youth, job = lists.youth[chosen], lists.job[chosen]
        codes = features.codes(self.town, youth, job)
        points = explain.Points.of(self.weights, codes, lists.points[:, youth], lists.eligible[youth])
        rank = np.arange(len(youth)) - np.searchsorted(youth, youth)
        return tuple(self._proposal(n, int(chosen[n]), int(rank[n]) + 1, codes[n], points) for n in range(len(chosen)))

    def _proposal(self, row: int, pair: int, rank: int, codes: Ints, points: explain.Points) -> Proposal:
        wish, job = self.youths[self.lists.youth[pair]], self.posts[self.lists.job[pair]]
        contributions = points.contributions(row, codes)
        want, take = float(self.lists.want[pair]), float(self.lists.take[pair])
        return Proposal(
            youth=wish.youth,
            post=job.post,
            rank=rank,
            want=want,
            take=take,
            score=want * take,
            base_want=float(points.base_want[row]),
            base_take=float(points.base_take[row]),
            reasons=explain.reasons(wish, job, contributions),
            contributions=contributions,
        )
