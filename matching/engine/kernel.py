"""What the compiled search does for each youth: one loop over the jobs near by, without a call that costs."""

from collections.abc import Callable
from typing import Any

import numba
import numpy as np
from numba import types

from matching.engine import travel
from matching.engine.columns import ALREADY, EARLIER_NO, HIDDEN
from matching.engine.compiled import FARTHEST, STEP_BITS
from matching.engine.eligibility import CODES
from matching.engine.features import NAMES
from matching.engine.search import SCORE_BITS
from matching.engine.toss import BITS, GOLDEN, MIX_1, MIX_2

TRAVEL, TIMETABLE, SEATS, EARLIER, BEFORE, HIDING, LAW = range(CODES.index("travel"), len(CODES))
EARTH, DETOUR = travel.EARTH_KM, travel.DETOUR
FIRST_OF_STEP = NAMES.index("next_step")
compiled: Callable[[Any], Any] = numba.njit(cache=True, nogil=True)
intrinsic: Callable[[Any], Any] = numba.extending.intrinsic


@intrinsic
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
def walk(
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
                if before == HIDDEN:
                    refused[HIDING] += 1
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
