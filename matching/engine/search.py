"""Every pair of a town, exactly: who may have which job, what it scores, and each youth's best.

Youths who live near each other are taken together, with the jobs that any of them could reach. This is the
reference; `search_compiled` gives the same answers, entry by entry, faster.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.spatial import KDTree

from matching.engine import features, travel
from matching.engine.columns import ALREADY, EARLIER_NO, HIDDEN, Town
from matching.engine.compiled import Compiled
from matching.engine.eligibility import CODES
from matching.engine.features import NAMES
from matching.engine.toss import BITS, toss

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

CELL = 4.0 / travel.EARTH_KM
"""Youths within four kilometres are taken together."""
PAIRS_AT_ONCE = 2_000_000
STEP_BITS = 11
"""Steps below 10, and the one above, as bits."""
SCORE_BITS = 30
"""Two scores nearer than this many bits count as equal, and the toss decides."""


@dataclass(frozen=True, slots=True, eq=False)
class Lists:
    """Pairs (places of youths, of jobs), each youth's best first, youths in order.

    `eligible` counts all the jobs of each youth, `refused` (youths, CODES) the others by their first reason.
    `points` (2, youths, features) are the sums of points over all jobs of each youth, for want and take,
    in units of `Compiled`.
    """

    youth: Ints
    job: Ints
    want: Floats
    take: Floats
    tie: Ints
    eligible: Ints
    refused: Ints
    points: Ints

    @property
    def score(self) -> Floats:
        return self.want * self.take

    def joined(self, more: "Lists") -> "Lists":
        """With those of more pairs that are not in here; the counts stay."""
        width = 1 + max(self.job.max(initial=0), more.job.max(initial=0))
        known = np.isin(more.youth * width + more.job, self.youth * width + self.job)
        columns = ("youth", "job", "want", "take", "tie")
        youth, job, want, take, tie = (np.r_[getattr(self, name), getattr(more, name)[~known]] for name in columns)
        order = np.argsort(youth, kind="stable")
        order = order[best(youth[order], (want * take)[order], tie[order], len(youth))]
        return replace(self, youth=youth[order], job=job[order], want=want[order], take=take[order], tie=tie[order])


class Pairs(NamedTuple):
    youth: Ints
    job: Ints


def search(town: Town, weights: Compiled, *, length: int, seed: int, points: bool = True) -> Lists:
    """The best `length` jobs of each youth, by score, then toss, then the order of the jobs.

    Without `points` nobody adds those up.
    """
    begun = _Begun(town)
    blocks = [_best(town, weights, pairs, length, seed, begun if points else None) for pairs in begun.blocks()]
    youth, job, want, take, tie = map(np.concatenate, zip(_nothing(), *blocks, strict=True))
    order = np.argsort(youth, kind="stable")
    return Lists(
        youth[order], job[order], want[order], take[order], tie[order], begun.eligible, begun.refused, begun.points
    )


def eligible_pairs(town: Town) -> Pairs:
    """All of them at once, by youth, then job: for few jobs, and for small towns."""
    parts = [Pairs(np.empty(0, np.int64), np.empty(0, np.int64)), *_Begun(town).blocks()]
    youth, job = map(np.concatenate, zip(*parts, strict=True))
    order = np.lexsort((job, youth)) if len(parts) > 2 else np.arange(len(youth))
    return Pairs(youth[order], job[order])


def jobs_own(town: Town, weights: Compiled, jobs: Ints, *, length: int, seed: int) -> Lists:
    """The best `length` youths of each of these jobs (places), ordered as by `search`; nothing is counted."""
    few = town.only_jobs(jobs)
    rows = near(few)
    row, column = eligible_pairs(few.only_youths(rows))
    youth, job = rows[row], jobs[column]
    want, take = weights.chances(features.codes(town, youth, job))
    tie = toss(seed, town.youths.id[youth], town.jobs.id[job])
    order = np.argsort(job, kind="stable")
    kept = order[best(job[order], (want * take)[order], tie[order], length)]
    kept = kept[np.lexsort((job[kept], rank_of((want * take)[kept], tie[kept]), youth[kept]))]
    nothing = np.zeros((len(town.youths.id), 0), dtype=np.int64)
    return Lists(youth[kept], job[kept], want[kept], take[kept], tie[kept], nothing[:, :0], nothing, nothing)


def near(town: Town) -> Ints:
    """Youths who live no farther from a job than anybody could come; all of them where there are many jobs."""
    everybody = np.arange(len(town.youths.id))
    if not 0 < len(everybody) * len(town.jobs.id) <= PAIRS_AT_ONCE:
        return everybody
    farthest = travel.farthest(int(town.youths.limit.max()))
    beside = (town.jobs.place @ town.youths.place.T).max(axis=0)
    return np.flatnonzero(beside >= 1 - farthest**2 / 2 - 1e-12)


Best = tuple[Ints, Ints, Floats, Floats, Ints]


def _nothing() -> Best:
    whole, part = np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float64)
    return whole, whole, part, part, whole


def _best(town: Town, weights: Compiled, pairs: Pairs, length: int, seed: int, begun: "_Begun | None") -> Best:
    youth, job = pairs
    codes = features.codes(town, youth, job)
    if begun:
        begun.add_points(youth, codes, weights)
    want, take = weights.chances(codes)
    tie = toss(seed, town.youths.id[youth], town.jobs.id[job])
    kept = best(youth, want * take, tie, length)
    return youth[kept], job[kept], want[kept], take[kept], tie[kept]


def best(owner: Ints, score: Floats, tie: Ints, length: int) -> Ints:
    """Positions of the best `length` of each owner, best first; among equals the earlier. Owners must be in order."""
    order = np.lexsort((rank_of(score, tie), owner))
    place = np.arange(len(owner)) - np.searchsorted(owner, owner)
    kept: Ints = order[place < length]
    return kept


def rank_of(score: Floats, tie: Ints) -> Ints:
    """The less the better: the score, and the toss for scores that are equal in SCORE_BITS."""
    fine = (score * (1 << SCORE_BITS)).astype(np.int64)
    return -(fine << BITS | tie)


class _Begun:
    """A search under way: the blocks still to come, and the counts so far."""

    def __init__(self, town: Town) -> None:
        self.town = town
        youths, jobs = len(town.youths.id), len(town.jobs.id)
        self.eligible = np.zeros(youths, dtype=np.int64)
        self.refused = np.zeros((youths, len(CODES)), dtype=np.int64)
        self.points = np.zeros((2, youths, len(NAMES)), dtype=np.int64)
        self.barred = town.barred[:, 0] * max(jobs, 1) + town.barred[:, 1]
        self.kinds = kinds(town)

    def blocks(self) -> Iterator[Pairs]:
        """Eligible pairs, by youth, then job; every youth is in one block only."""
        youths, jobs = len(self.town.youths.id), len(self.town.jobs.id)
        reach = travel.reach(self.town.youths.pace, self.town.youths.limit)
        if youths * jobs <= PAIRS_AT_ONCE:
            yield self._eligible(np.arange(youths), np.arange(jobs), reach)
            return
        tree = KDTree(self.town.jobs.place)
        for cell in neighbours(self.town.youths.place):
            places = self.town.youths.place[cell]
            middle = places.mean(axis=0)
            far = float((np.sqrt(((places - middle) ** 2).sum(axis=1)) + reach[cell]).max()) + 1e-9
            near = np.array(tree.query_ball_point(middle, far, return_sorted=True), dtype=np.int64)
            height = max(1, PAIRS_AT_ONCE // max(1, len(near)))
            for start in range(0, len(cell), height):
                yield self._eligible(cell[start : start + height], near, reach)

    def _eligible(self, cell: Ints, jobs: Ints, reach: Floats) -> Pairs:
        town, kinds_ = self.town, self.kinds
        kind = kinds_.of_youth[cell]
        self.refused[cell, CODES.index("age")] = kinds_.age[kind]
        self.refused[cell, CODES.index("step")] = kinds_.step[kind]
        open_ = kinds_.open[kind][:, jobs]
        open_ &= town.youths.place[cell] @ town.jobs.place[jobs].T >= (1 - reach[cell] ** 2 / 2 - 1e-12)[:, None]
        row, column = np.nonzero(open_)
        pairs = Pairs(cell[row], jobs[column])
        pairs = self._in_reach(cell, kind, pairs)
        pairs = self._keep("timetable", pairs, features.slack(town, *pairs) >= 0)
        pairs = self._keep("seats", pairs, town.jobs.seats[pairs.job] > 0)
        why = self._settled(pairs)
        pairs, why = self._keep("earlier_no", pairs, why != EARLIER_NO), why[why != EARLIER_NO]
        pairs, why = self._keep("already_proposed", pairs, why != ALREADY), why[why != ALREADY]
        pairs = self._keep("hidden", pairs, why != HIDDEN)
        pairs = self._keep("own_law", pairs, town.law.table[town.law.of_youth[pairs.youth], pairs.job])
        self.eligible[cell] = np.bincount(np.searchsorted(cell, pairs.youth), minlength=len(cell))
        return pairs

    def _in_reach(self, cell: Ints, kind: Ints, pairs: Pairs) -> Pairs:
        fits = features.minutes(self.town, *pairs) <= self.town.youths.limit[pairs.youth]
        found = Pairs(pairs.youth[fits], pairs.job[fits])
        near = np.bincount(np.searchsorted(cell, found.youth), minlength=len(cell))
        self.refused[cell, CODES.index("travel")] = self.kinds.both[kind] - near
        return found

    def _keep(self, code: str, pairs: Pairs, fits: Bools) -> Pairs:
        lost = pairs.youth[~fits]
        np.add.at(self.refused[:, CODES.index(code)], lost, 1)
        return Pairs(pairs.youth[fits], pairs.job[fits])

    def _settled(self, pairs: Pairs) -> npt.NDArray[np.int8]:
        if not len(self.barred):
            return np.zeros(len(pairs.youth), dtype=np.int8)
        key = pairs.youth * len(self.town.jobs.id) + pairs.job
        place = np.minimum(np.searchsorted(self.barred, key), len(self.barred) - 1)
        return np.where(self.barred[place] == key, self.town.why[place], 0).astype(np.int8)

    def add_points(self, youth: Ints, codes: Ints, weights: Compiled) -> None:
        if not len(youth):
            return
        first = np.flatnonzero(np.r_[True, youth[1:] != youth[:-1]])
        for feature in range(codes.shape[1]):
            for side, table in enumerate(weights.tables):
                points = table[feature][codes[:, feature]].astype(np.int64)
                self.points[side, youth[first], feature] += np.add.reduceat(points, first)


class Kinds(NamedTuple):
    """Youths of the same age and steps. `open` (kinds, jobs) holds the jobs for that age and step, `both` counts
    them; `age` and `step` count those that are refused for the one or, if not, for the other."""

    of_youth: Ints
    open: Bools
    age: Ints
    step: Ints
    both: Ints


def kinds(town: Town) -> Kinds:
    youths, jobs = town.youths, town.jobs
    key = youths.age.astype(np.int64) << STEP_BITS | youths.allowed.astype(np.int64)
    present = np.zeros(1 << 7 + STEP_BITS, dtype=np.bool_)
    present[key] = True
    each = np.flatnonzero(present)
    age, allowed = (each >> STEP_BITS)[:, None], (each & (1 << STEP_BITS) - 1)[:, None]
    right_age = (jobs.age_min <= age) & (age <= jobs.age_max)
    right_step = (allowed & jobs.steps) != 0
    return Kinds(
        np.searchsorted(each, key),
        right_age & right_step,
        (~right_age).sum(axis=1),
        (right_age & ~right_step).sum(axis=1),
        (right_age & right_step).sum(axis=1),
    )


def neighbours(places: Floats) -> Iterator[Ints]:
    """Those whose places lie in the same cell, together, each group in order."""
    if not len(places):
        return
    cell = np.floor(places / CELL).astype(np.int64)
    cell -= cell.min(axis=0)
    width = cell.max(axis=0) + 1
    key = (cell[:, 0] * width[1] + cell[:, 1]) * width[2] + cell[:, 2]
    order = np.argsort(key, kind="stable")
    ends = np.flatnonzero(np.diff(key[order])) + 1
    for start, end in pairwise([0, *ends.tolist(), len(order)]):
        yield order[start:end]


def counts(refused: Ints) -> Mapping[str, int]:
    """By code, without those that never came up."""
    return {code: int(n) for code, n in zip(CODES, refused, strict=True) if n}
