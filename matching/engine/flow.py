"""One round of the allocation as an exact flow in whole numbers.

A gain is one whole number that holds the worth of a pair, then the days of waiting, then a toss
of the seed: so there is one best answer, whatever solver finds it. HiGHS solves it here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.optimize import linprog

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

WORTH_BITS, WAIT_BITS, SEED_BITS = 18, 10, 16
ONE = 2.0 ** (WORTH_BITS + WAIT_BITS + SEED_BITS)
"""The gain of a worth of 1."""
UNIT = 2.0**-28
"""Gains times this are what the solver sees: exact, and still above its tolerance."""
TOLERANCE = 1e-10


@dataclass(frozen=True, slots=True, eq=False)
class Queues:
    """Places behind the seats of a job: `size` of them, each for a `toll` off the gain."""

    job: Ints
    size: Ints
    toll: Ints

    @classmethod
    def of(cls, places: Sequence[tuple[int, int, float]]) -> Self:
        """Out of (job, size, worth lost)."""
        job, size, lost = np.array(places, dtype=np.float64).reshape(-1, 3).T
        nothing = np.zeros(len(lost), dtype=np.int64)
        return cls(job.astype(np.int64), size.astype(np.int64), gains(lost, nothing, nothing))


def gains(worth: Floats, waiting: Ints, tie: Ints) -> Ints:
    """One whole number for each pair. Two worths nearer than 2**-WORTH_BITS count as equal."""
    fine = np.rint(worth * 2**WORTH_BITS).astype(np.int64)
    days = np.minimum(waiting, 2**WAIT_BITS - 1)
    total: Ints = (fine << WAIT_BITS + SEED_BITS) + (days << SEED_BITS) + tie
    return total


def toss(seed: int, youths: Ints, posts: Ints) -> Ints:
    """SEED_BITS of chance for each pair, out of its ids and the seed alone (splitmix64)."""
    begun = _mix(np.full(len(youths), seed % 2**64, dtype=np.uint64))
    mixed = _mix(_mix(begun ^ youths.astype(np.uint64)) ^ posts.astype(np.uint64))
    return (mixed >> np.uint64(64 - SEED_BITS)).astype(np.int64)


def _mix(state: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    state = state + np.uint64(0x9E3779B97F4A7C15)
    state = (state ^ (state >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    state = (state ^ (state >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return state ^ (state >> np.uint64(31))


def solve(gain: Ints, rows: Sequence[Ints], rooms: Sequence[Ints], queues: Queues) -> tuple[Ints, list[Floats]]:
    """The pairs with the largest sum of gains less tolls, and the price of each room.

    `rows` and `rooms` are of the four kinds youth, job, mentor, employer: each pair lies in one
    row of each kind, and a row holds no more pairs than its room (a job's also what its queue
    opens). Mentors hold whole youths and employers whole jobs, so this is a flow: its best
    corner is whole. Prices are in worth. Raises RuntimeError should the solver give up.
    """
    if not len(gain):
        return np.empty(0, np.int64), [np.zeros(len(room)) for room in rooms]
    starts = np.cumsum([0, *map(len, rooms)])
    most = np.concatenate([np.ones(len(gain)), queues.size])
    found = linprog(
        np.concatenate([-gain, queues.toll]) * UNIT,
        A_ub=_matrix(len(gain), rows, starts, queues),
        b_ub=np.concatenate(list(rooms)),
        bounds=np.column_stack([np.zeros(len(most)), most]),
        method="highs-ds",
        options={"dual_feasibility_tolerance": TOLERANCE},
    )
    if not found.success:
        raise RuntimeError(f"The allocation found no answer: {found.message}")
    prices = np.split(-found.ineqlin.marginals / UNIT / ONE, starts[1:-1])
    return np.flatnonzero(found.x[: len(gain)] > 0.5), prices


def _matrix(pairs: int, rows: Sequence[Ints], starts: Ints, queues: Queues) -> sparse.csc_array:
    """A column for each pair with a 1 in its rows, and one for each queue that gives back."""
    inside = np.concatenate([row + start for row, start in zip(rows, starts, strict=False)])
    queue = np.arange(len(queues.job))
    entries = np.concatenate([np.ones(len(inside)), -np.ones(len(queue))])
    down = np.concatenate([inside, queues.job + starts[1]])
    across = np.concatenate([np.tile(np.arange(pairs), len(rows)), queue + pairs])
    return sparse.csc_array((entries, (down, across)), shape=(starts[-1], pairs + len(queue)))
