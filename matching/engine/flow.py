"""One round of the allocation as an exact flow in whole numbers.

A gain is one whole number that holds the worth of a pair, then the days of waiting, then a toss
of the seed: so there is one best answer, whatever solver finds it. scipy finds it here;
`flow_compiled` has OR-tools find the same in a country.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.optimize import linprog
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from matching.engine import toss

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

WORTH_BITS, WAIT_BITS, SEED_BITS = 18, 8, 14
"""With these a country's gains, times its people and jobs, are still below 2**63."""
ONE = 1 << WORTH_BITS + WAIT_BITS + SEED_BITS
"""The gain of a worth of 1."""
UNIT = 2.0**-26
"""Gains times this are what the solver sees: exact, and still above its tolerance."""
TOLERANCE = 1e-10


@dataclass(frozen=True, slots=True, eq=False)
class Queues:
    """Places at jobs (or with youths): `size` of them, each for a `toll` off the gain, later ones of a job for no
    less than the first."""

    job: Ints
    size: Ints
    toll: Ints

    @classmethod
    def of(cls, places: Sequence[tuple[int, int, float]]) -> Self:
        """Out of (job, size, worth lost)."""
        job, size, lost = np.array(places, dtype=np.float64).reshape(-1, 3).T
        return cls(job.astype(np.int64), size.astype(np.int64), tolls(lost))


@dataclass(frozen=True, slots=True, eq=False)
class Round:
    """Pairs (`youth`, `job`) with their `gain`; a youth gets at most one of them, or what `of_youths` has places for
    (in which `job` is the youth).

    `mentor` (of each youth) and `employer` (of each job) are rows of their rooms; -1 has no cap.
    """

    youth: Ints
    job: Ints
    gain: Ints
    youths: int
    jobs: int
    queues: Queues
    mentor: Ints
    mentor_room: Ints
    employer: Ints
    employer_room: Ints
    of_youths: Queues | None = None


def gains(worth: Floats, waiting: Ints, tie: Ints) -> Ints:
    """One whole number for each pair. Two worths nearer than 2**-WORTH_BITS count as equal; `tie` has toss.BITS."""
    fine = np.rint(worth * (1 << WORTH_BITS)).astype(np.int64)
    days = np.minimum(waiting, (1 << WAIT_BITS) - 1)
    total: Ints = (fine << WAIT_BITS + SEED_BITS) + (days << SEED_BITS) + (tie >> toss.BITS - SEED_BITS)
    return total


def tolls(lost: Floats) -> Ints:
    nothing = np.zeros(len(lost), dtype=np.int64)
    return gains(lost, nothing, nothing)


def total(round_: Round, chosen: Ints) -> int:
    """The sum of gains less the tolls of the places that the chosen pairs take up."""
    found = int(round_.gain[chosen].sum())
    sides = ((round_.queues, round_.job, round_.jobs), (round_.of_youths, round_.youth, round_.youths))
    for queues, row, rows in sides:
        if queues is not None:
            taken = np.bincount(row[chosen], minlength=rows)
            found -= int((filled(queues, taken) * queues.toll).sum())
    return found


def filled(queues: Queues, taken: Ints) -> Ints:
    """How many places of each queue are used, the cheapest first."""
    order = np.lexsort((queues.toll, queues.job))
    size, job = queues.size[order], queues.job[order]
    before = np.cumsum(size) - size
    first = np.flatnonzero(np.r_[True, job[1:] != job[:-1]]) if len(job) else order
    before -= np.repeat(before[first], np.diff(np.r_[first, len(job)]))
    found = np.empty(len(order), dtype=np.int64)
    found[order] = np.clip(taken[job] - before, 0, size)
    return found


def solve(round_: Round) -> Ints:
    """Positions of the pairs with the largest sum of gains less tolls, in order.

    Without the caps of mentors and employers a round is an assignment, which is quicker to solve; where its answer
    holds the caps anyway, there is no better one. Raises RuntimeError should the solver give up.
    """
    if not len(round_.gain):
        return np.empty(0, dtype=np.int64)
    if round_.of_youths is None:
        chosen = assigned(round_)
        if holds_caps(round_, chosen):
            return chosen
    return programmed(round_)


def holds_caps(round_: Round, chosen: Ints) -> bool:
    mentors, employers = round_.mentor[round_.youth[chosen]], round_.employer[round_.job[chosen]]
    sides = ((mentors, round_.mentor_room), (employers, round_.employer_room))
    return all((np.bincount(rows[rows >= 0], minlength=len(room)) <= room).all() for rows, room in sides)


def assigned(round_: Round) -> Ints:
    """The best without caps: every place of a job is a slot, and every youth has a slot of nothing."""
    queues, order = round_.queues, np.argsort(round_.queues.job, kind="stable")
    slot_job = np.repeat(queues.job[order], queues.size[order])
    toll = np.repeat(queues.toll[order], queues.size[order])
    first = np.searchsorted(slot_job, np.arange(round_.jobs + 1))
    slots = (first[1:] - first[:-1])[round_.job]
    pair = np.repeat(np.arange(len(round_.gain)), slots)
    slot = first[round_.job[pair]] + np.arange(len(pair)) - np.repeat(np.cumsum(slots) - slots, slots)
    asking, row = np.unique(round_.youth, return_inverse=True)
    most = float(round_.gain.max()) + 1
    cost = np.r_[most - (round_.gain[pair] - toll[slot]), np.full(len(asking), most)]
    ends = (np.r_[row[pair], np.arange(len(asking))], np.r_[slot, len(slot_job) + np.arange(len(asking))])
    table = sparse.csr_array((cost, ends), shape=(len(asking), len(slot_job) + len(asking)))
    _, taken = min_weight_full_bipartite_matching(table)
    job = np.append(slot_job, -1)[np.minimum(taken, len(slot_job))]
    at = np.full(round_.youths, -1)
    at[asking] = job
    return np.flatnonzero(at[round_.youth] == round_.job)


def programmed(round_: Round) -> Ints:
    """The best, as a linear program.

    Mentors hold whole youths and employers whole jobs, so this is a flow: its best corner is whole.
    """
    question = program(round_)
    cost = question.pop("c") * UNIT
    found = linprog(
        cost, **question, method="highs-ds", options={"dual_feasibility_tolerance": TOLERANCE, "presolve": False}
    )
    if not found.success:
        raise RuntimeError(f"The allocation found no answer: {found.message}")
    return np.flatnonzero(found.x[: len(round_.gain)] > 0.5)


def program(round_: Round) -> dict[str, Any]:
    """The round as a linear program in the words of scipy's linprog, whose corners are whole; `c` in gains.

    A column for each pair, and one for each queue: in the row of a youth or job the pairs take up the queues. Rows
    whose places are all free of toll need no queue, only room.
    """
    pairs, places = len(round_.gain), _rows(round_)
    tolled = np.unique(places.job[places.toll != 0])
    is_queue = np.isin(places.job, tolled)
    more = Queues(places.job[is_queue], places.size[is_queue], places.toll[is_queue])
    entries, down, across = _entries(round_, more)
    rooms = np.bincount(places.job[~is_queue], places.size[~is_queue], round_.youths + round_.jobs)
    bound = np.concatenate([rooms, round_.mentor_room, round_.employer_room])
    matrix = sparse.csr_array((entries, (down, across)), shape=(len(bound), pairs + len(more.job)))
    most = np.r_[np.ones(pairs), more.size]
    others = np.setdiff1d(np.arange(len(bound)), tolled)
    return {
        "c": np.concatenate([-round_.gain, more.toll]),
        "A_ub": matrix[others],
        "b_ub": bound[others],
        "A_eq": matrix[tolled],
        "b_eq": bound[tolled],
        "bounds": np.column_stack([np.zeros(len(most)), most]),
    }


def _entries(round_: Round, more: Queues) -> tuple[Floats, Ints, Ints]:
    """What stands in the matrix, in which row and which column."""
    pair, mentor, employer = np.arange(len(round_.gain)), round_.mentor[round_.youth], round_.employer[round_.job]
    capped, hired = np.flatnonzero(mentor >= 0), np.flatnonzero(employer >= 0)
    of_mentor = round_.youths + round_.jobs
    of_employer = of_mentor + len(round_.mentor_room)
    down = (round_.youth, round_.job + round_.youths, mentor[capped] + of_mentor, employer[hired] + of_employer)
    across = (pair, pair, capped, hired, np.arange(len(more.job)) + len(pair))
    entries = np.r_[np.ones(sum(map(len, down))), -np.ones(len(more.job))]
    return entries, np.concatenate([*down, more.job]), np.concatenate(across)


def _rows(round_: Round) -> Queues:
    """The places of youths and of jobs by their rows."""
    one = np.ones(round_.youths, dtype=np.int64)
    youths = round_.of_youths or Queues(np.arange(round_.youths), one, one * 0)
    return Queues(
        np.r_[youths.job, round_.queues.job + round_.youths],
        np.r_[youths.size, round_.queues.size],
        np.r_[youths.toll, round_.queues.toll],
    )
