"""The same search compiled by numba, part of the `scale` extra: for a country.

Each youth walks over the cells within reach, and there over the jobs for youths of that age and step alone.
`search` is the reference, answer by answer.
"""

import os
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from matching.engine import travel
from matching.engine.columns import Town
from matching.engine.compiled import CHANCE, SLOPE, Compiled
from matching.engine.eligibility import CODES
from matching.engine.features import NAMES, TOPS
from matching.engine.grid import cells, lay, reach_in_cells, spots
from matching.engine.kernel import FIRST_OF_STEP, walk
from matching.engine.search import Lists, kinds
from matching.engine.toss import BITS, begun

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

AT_ONCE = 4000
"""Youths that one thread takes up at a time."""


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
        list(threads.map(lambda part: walk(part, *columns, tuple(out)), parts))


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
