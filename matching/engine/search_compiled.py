"""The same search compiled by numba, part of the `scale` extra: for a country.

Each youth walks over the cells within reach, and there over the jobs for youths of that age and step alone.
`search` is the reference, answer by answer.
"""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple

import numba
import numpy as np
import numpy.typing as npt
from numba import types
from numba.extending import intrinsic

from matching.engine import travel
from matching.engine.columns import ALREADY, EARLIER_NO, Town
from matching.engine.compiled import CHANCE, FARTHEST, SLOPE, STEP_BITS, Compiled
from matching.engine.eligibility import CODES
from matching.engine.features import NAMES, TOPS
from matching.engine.grid import cells, lay, reach_in_cells, spots
from matching.engine.search import SCORE_BITS, Lists, kinds
from matching.engine.toss import BITS, GOLDEN, MIX_1, MIX_2, begun

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

AT_ONCE = 4000
"""Youths that one thread takes up at a time."""
TRAVEL, TIMETABLE, SEATS, EARLIER, BEFORE, LAW = range(CODES.index("travel"), len(CODES))
EARTH, DETOUR = travel.EARTH_KM, travel.DETOUR
FIRST_OF_STEP = NAMES.index("next_step")
compiled: Callable[[Any], Any] = numba.njit(cache=True, nogil=True)


class Out(NamedTuple):
    """What the search fills in, a row for each youth."""

    job: npt.NDArray[np.int32]
    want: Floats
    take: Floats
    sums: Ints
    rank: Ints
    eligible: Ints
    refused: Ints
    codes: npt.NDArray[np.int32]


def search(town: Town, weights: Compiled, *, length: int, seed: int, points: bool = True) -> Lists:
    """As `search.search`, entry by entry."""
    youths = len(town.youths.id)
    out = Out(
        np.full((youths, length), -1, dtype=np.int32),
        np.zeros((youths, length)),
        np.zeros((youths, length)),
        np.zeros((youths, length), dtype=np.int64),
        np.zeros((youths, length), dtype=np.int64),
        np.zeros(youths, dtype=np.int64),
        np.zeros((youths, len(CODES)), dtype=np.int64),
        np.zeros((youths if points else 0, len(NAMES), int(TOPS.max()) + 1), dtype=np.int32),
    )
    if youths and len(town.jobs.id):
        _fill(town, weights, seed, out)
    youth, place = np.nonzero(out.job >= 0)
    sums = np.zeros((2, youths, len(NAMES)), dtype=np.int64)
    if points:
        np.einsum("yfc,sfc->syf", out.codes.astype(np.int64), weights.tables.astype(np.int64), out=sums)
    return Lists(
        youth,
        out.job[youth, place].astype(np.int64),
        out.want[youth, place],
        out.take[youth, place],
        -out.rank[youth, place] & (1 << BITS) - 1,
        out.eligible,
        out.refused,
        sums,
    )


def _fill(town: Town, weights: Compiled, seed: int, out: Out) -> None:
    youths, jobs = town.youths, town.jobs
    kind = kinds(town)
    grid = lay(town, kind)
    reach = travel.reach(youths.pace, youths.limit)
    out.refused[:, CODES.index("age")] = kind.age[kind.of_youth]
    out.refused[:, CODES.index("step")] = kind.step[kind.of_youth]
    out.refused[:, CODES.index("travel")] = kind.both[kind.of_youth]
    order = np.lexsort((cells(spots(youths.place), grid.low, grid.step, grid.shape), kind.of_youth))
    settled = np.searchsorted(town.barred[:, 0], np.arange(len(youths.id) + 1))
    columns = (
        (youths.place, youths.pace, youths.limit, (reach * reach) * (1 + 1e-9), youths.week, youths.step),
        (youths.has, youths.likes, youths.around, youths.nots, youths.nots_around, youths.dream),
        (town.law.of_youth, kind.of_youth, begun(seed, youths.id), reach_in_cells(town, reach, grid)),
        (jobs.place, jobs.shifts, _different(jobs.shifts), jobs.steps, jobs.seats, jobs.help),
        (jobs.needs, jobs.tasks, jobs.around, jobs.field, jobs.more_shifts, jobs.regular, jobs.id.astype(np.uint64)),
        (_asked(jobs.needs), _before_the_rest(town, weights), _both(weights.tables)),
        (grid.job, grid.start, grid.shape),
        (town.slack, town.law.table, settled, np.ascontiguousarray(town.barred[:, 1]), town.why),
        (TOPS, CHANCE, SLOPE),
    )
    parts = [order[start : start + AT_ONCE] for start in range(0, len(order), AT_ONCE)]
    with ThreadPoolExecutor(len(os.sched_getaffinity(0))) as threads:
        list(threads.map(lambda part: _walk(part, *columns, tuple(out)), parts))


def _both(points: Any) -> Ints:
    """Points of want and take (the first axis) side by side in one number, so that one sum adds up both."""
    found: Ints = (points[0].astype(np.int64) << 32) + points[1]
    return found


def _before_the_rest(town: Town, weights: Compiled) -> Ints:
    """What a job scores with anybody on a step: the intercepts and the features from `next_step` on. (steps, jobs)."""
    jobs = np.arange(len(town.jobs.id))
    found = []
    for step in range(int(town.youths.step.max()) + 1):
        given = town.jobs.help.astype(np.int64)
        short = np.maximum(max(4 - step, 0) - given, 0)
        codes = (1 - (town.jobs.steps >> step & 1), given, short, town.jobs.more_shifts, town.jobs.regular)
        points = weights.intercepts[:, None] + np.zeros(len(jobs), dtype=np.int64)
        for feature, code in enumerate(codes, start=FIRST_OF_STEP):
            points += weights.tables[:, feature, np.minimum(code, TOPS[feature])]
        found.append(_both(points))
    return np.array(found)


def _asked(needs: npt.NDArray[np.uint64]) -> Ints:
    """How many skills each job asks for."""
    found: Ints = np.bitwise_count(needs).sum(axis=(1, 2), dtype=np.int64)
    return found


def _different(shifts: npt.NDArray[np.int32]) -> Ints:
    """How many shifts each job has: the rest repeat the first."""
    found: Ints = 1 + (shifts[:, 1:] != shifts[:, :1]).sum(axis=1)
    return found


@intrinsic  # type: ignore[untyped-decorator]
def _ones(context: Any, word: Any) -> Any:
    """How many bits of a word stand."""

    def build(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        return builder.ctpop(arguments[0])

    return types.uint64(types.uint64), build


@compiled
def _shared(own: Any, wanted: Any) -> Any:
    total: Any = 0
    for word in range(len(own)):
        total += np.int64(_ones(own[word] & wanted[word]))
    return total


@compiled
def _skills(has: Any, needs: Any, asked: int, code: Any) -> None:
    met: Any = 0
    above: Any = 0
    missing: Any = 0
    for level in range(3):
        for word in range(has.shape[1]):
            wanted = needs[level, word]
            met += np.int64(_ones(has[level, word] & wanted))
            above += np.int64(_ones(has[level + 1, word] & wanted))
            missing += np.int64(_ones(~has[0, word] & wanted))
    code[0], code[1], code[2], code[3] = met, above, asked - met - missing, missing


@compiled
def _minutes(here: Any, there: Any, pace: Any) -> Any:
    x, y, z = here[0] - there[0], here[1] - there[1], here[2] - there[2]
    half = np.sqrt(x * x + y * y + z * z) / 2
    km = (half + half * half * half / 6) * (2 * EARTH * DETOUR)
    quickest = pace[0, 0] + km * pace[0, 1]
    for mode in range(1, pace.shape[0]):
        quickest = min(quickest, pace[mode, 0] + km * pace[mode, 1])
    return np.int64(np.ceil(quickest))


@compiled
def _slack(slack: Any, shifts: Any, number: int) -> Any:
    least = slack[shifts[0]]
    for place in range(1, number):
        least = min(least, slack[shifts[place]])
    return np.int64(least)


@compiled
def _settled(job: int, jobs: Any, why: Any, first: int, last: int) -> Any:
    for place in range(first, last):
        if jobs[place] == job:
            return np.int64(why[place])
    return 0


@compiled
def _chance(logit: Any, chances: Any, slope: Any) -> Any:
    inside = min(max(logit, -FARTHEST), FARTHEST) + FARTHEST
    step = inside >> STEP_BITS
    return chances[step] + slope[step] * ((inside & ((1 << STEP_BITS) - 1)) * 2.0**-STEP_BITS)


@compiled
def _toss(begun_: Any, post: Any) -> Any:
    state = (begun_ ^ post) + GOLDEN
    state = (state ^ (state >> np.uint64(30))) * MIX_1
    state = (state ^ (state >> np.uint64(27))) * MIX_2
    return np.int64((state ^ (state >> np.uint64(31))) >> np.uint64(64 - BITS))


@compiled
def _take(logits: Any) -> Any:
    """The lower half of a sum of `_both`."""
    return ((logits & 0xFFFFFFFF) ^ 0x80000000) - 0x80000000


@compiled
def _insert(job: int, logits: Any, rank: Any, jobs: Any, sums: Any, ranks: Any, kept: int) -> Any:
    """Keeps the list in order, the lesser rank first, among equals the earlier job; how long it is now."""
    length = len(jobs)
    if kept == length:
        if rank > ranks[length - 1] or (rank == ranks[length - 1] and job > jobs[length - 1]):
            return kept
        kept -= 1
    place = kept
    while place > 0 and (rank < ranks[place - 1] or (rank == ranks[place - 1] and job < jobs[place - 1])):
        jobs[place], sums[place], ranks[place] = jobs[place - 1], sums[place - 1], ranks[place - 1]
        place -= 1
    jobs[place], sums[place], ranks[place] = job, logits, rank
    return kept + 1


@compiled
def _count_points(y: int, j: int, code: Any, self_: Any, work: Any, asks: Any, tops: Any, histogram: Any) -> None:
    """Every feature by itself; `code` holds those before `next_step`."""
    step, steps, given = self_[5][y], work[3][j], work[5][j]
    code[FIRST_OF_STEP] = 1 - ((steps >> step) & 1)
    code[FIRST_OF_STEP + 1] = given
    code[FIRST_OF_STEP + 2] = max(max(4 - step, 0) - given, 0)
    code[FIRST_OF_STEP + 3] = asks[4][j]
    code[FIRST_OF_STEP + 4] = asks[5][j]
    for feature in range(len(tops)):
        histogram[feature, min(code[feature], tops[feature])] += 1


@compiled
def _walk(
    part: Any,
    self_: Any,
    taste: Any,
    group: Any,
    work: Any,
    asks: Any,
    sums: Any,
    grid: Any,
    rules: Any,
    model: Any,
    out: Any,
) -> None:
    place, pace, limit, reach, week, step = self_
    all_has, all_likes, all_around, all_nots, all_nots_around, all_dream = taste
    law_class, kind, begun_, window = group
    where, shifts, different, steps, seats, help_ = work
    needs, tasks, conditions, field, more, regular, post = asks
    asked, before_the_rest, tables = sums
    grid_job, grid_start, shape = grid
    slack, lawful, settled, settled_job, why = rules
    tops, chances, slope = model
    out_job, out_want, out_take, out_sums, out_rank, out_eligible, out_refused, out_codes = out
    code = np.zeros(len(tops), dtype=np.int64)
    for y in part:
        here, own_pace, slacks, law = place[y], pace[y], slack[week[y]], lawful[law_class[y]]
        has, likes, around, nots = all_has[y], all_likes[y], all_around[y], all_nots[y]
        nots_around, dream, base = all_nots_around[y], all_dream[y], before_the_rest[step[y]]
        jobs, logits_, ranks, refused = out_job[y], out_sums[y], out_rank[y], out_refused[y]
        start, far, kept, eligible = grid_start[kind[y]], reach[y], 0, 0
        for row in range(window[y, 0], window[y, 1] + 1):
            first, last = row * shape[1] + window[y, 2], row * shape[1] + window[y, 3]
            for index in range(np.uint32(start[first]), np.uint32(start[last + 1])):
                j = grid_job[index]
                there = where[j]
                x, u, v = here[0] - there[0], here[1] - there[1], here[2] - there[2]
                if x * x + u * u + v * v > far:
                    continue
                minutes = _minutes(here, there, own_pace)
                if minutes > limit[y]:
                    continue
                refused[TRAVEL] -= 1
                spare = _slack(slacks, shifts[j], different[j])
                if spare < 0:
                    refused[TIMETABLE] += 1
                    continue
                if seats[j] < 1:
                    refused[SEATS] += 1
                    continue
                before = _settled(j, settled_job, why, settled[y], settled[y + 1])
                if before == EARLIER_NO:
                    refused[EARLIER] += 1
                    continue
                if before == ALREADY:
                    refused[BEFORE] += 1
                    continue
                if not law[j]:
                    refused[LAW] += 1
                    continue
                eligible += 1
                _skills(has, needs[j], asked[j], code)
                code[4] = _shared(likes, tasks[j])
                code[5] = _shared(around, conditions[j])
                code[6] = _shared(nots, tasks[j]) + _shared(nots_around, conditions[j])
                code[7] = _shared(dream, field[j])
                code[8] = spare
                code[9] = max(minutes - 1, 0) // 10
                logits = base[j]
                for f in range(FIRST_OF_STEP):
                    logits += tables[f, np.uint64(min(code[f], tops[f]))]
                if len(out_codes):
                    _count_points(y, j, code, self_, work, asks, tops, out_codes[y])
                take = _take(logits)
                score = _chance((logits - take) >> 32, chances, slope) * _chance(take, chances, slope)
                rank = -((np.int64(score * (1 << SCORE_BITS)) << BITS) | (1 << BITS) - 1)
                if kept == len(jobs) and rank > ranks[kept - 1]:
                    continue
                rank += (1 << BITS) - 1 - _toss(begun_[y], post[j])
                kept = _insert(j, logits, rank, jobs, logits_, ranks, kept)
        out_eligible[y] = eligible
        for n in range(kept):
            take = _take(logits_[n])
            out_want[y, n] = _chance((logits_[n] - take) >> 32, chances, slope)
            out_take[y, n] = _chance(take, chances, slope)
