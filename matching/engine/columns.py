"""The cards of a night as columns: what the search reads, whichever way the cards came.

A *town* holds youths and jobs by their places in the given order. Sets of codes are bits, times of
the week are looked up in a table of slacks, and what the law says is a table of its own: each youth
belongs to a class of youths to whom the law says the same of every job.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

from matching.engine import timetable, travel
from matching.engine.bits import Bits, Words, at_least, exactly
from matching.engine.cards import JobCard, Span, WishCard

Ints = npt.NDArray[np.int64]
Small = npt.NDArray[np.int8]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Mask = npt.NDArray[np.int16]
Short = npt.NDArray[np.int32]

OUTSIDE = -1
HALF_HOUR = 30
MOST_SLACK = 4
EARLIER_NO, ALREADY, HIDDEN = 1, 2, 3


@dataclass(frozen=True, slots=True, eq=False)
class Lawfulness:
    """What the law says: `of_youth` is each youth's class, `table` (classes, jobs) whether it is lawful.

    The caller knows the law; the engine knows that nobody is proposed for what is not in here.
    """

    of_youth: Ints
    table: Bools

    @classmethod
    def all_lawful(cls, youths: int, jobs: int) -> Self:
        """For a caller who knows of no law."""
        return cls(np.zeros(youths, dtype=np.int64), np.ones((1, jobs), dtype=np.bool_))


@dataclass(frozen=True, slots=True, eq=False)
class Youths:
    """Columns of n youths. `allowed` has bit s for each step s whose jobs are open to them; `has` are
    skills at level 1, 2, 3 and (always empty) 4; `week` is the row of the town's `slack`."""

    id: Ints
    age: Small
    step: Small
    allowed: Mask
    place: Floats
    pace: Floats
    limit: Short
    week: Short
    has: Words
    likes: Words
    around: Words
    nots: Words
    nots_around: Words
    dream: Words
    waiting: Ints
    open: Ints


@dataclass(frozen=True, slots=True, eq=False)
class Jobs:
    """Columns of m jobs. `shifts` are columns of the town's `slack`, the first repeated up to the longest list."""

    id: Ints
    employer: Ints
    age_min: Small
    age_max: Small
    steps: Mask
    place: Floats
    shifts: Short
    more_shifts: Small
    regular: Small
    seats: Ints
    open: Ints
    help: Small
    needs: Words
    tasks: Words
    around: Words
    field: Words


@dataclass(frozen=True, slots=True, eq=False)
class Town:
    """`slack` (weeks, different shifts) is the code of the free time around a shift, OUTSIDE where it does not fit.

    `barred` (k, 2) are pairs of places that people have settled before, in order, with why.
    """

    youths: Youths
    jobs: Jobs
    slack: Small
    law: Lawfulness
    barred: Ints
    why: Small

    @classmethod
    def of(cls, wishes: Sequence[WishCard], jobs: Sequence[JobCard], law: Lawfulness | None = None) -> Self:
        words = _Vocabulary(jobs)
        shifts = timetable.Shifts(jobs)
        weeks, week = _weeks(wishes)
        barred, why = _barred(wishes, jobs)
        return cls(
            _youths(wishes, words, week),
            _jobs(jobs, words, shifts),
            slack_codes(weeks, shifts.times),
            law or Lawfulness.all_lawful(len(wishes), len(jobs)),
            barred,
            why,
        )

    def only_youths(self, rows: Ints) -> "Town":
        """These youths (places in order) alone, with all jobs."""
        place = np.full(len(self.youths.id), -1)
        place[rows] = np.arange(len(rows))
        row = place[self.barred[:, 0]]
        there = row >= 0
        return Town(
            Youths(**{name: getattr(self.youths, name)[rows] for name in Youths.__slots__}),
            self.jobs,
            self.slack,
            Lawfulness(self.law.of_youth[rows], self.law.table),
            np.column_stack([row[there], self.barred[there, 1]]),
            self.why[there],
        )

    def only_jobs(self, jobs: Ints) -> "Town":
        """The same youths with these jobs (places in order) alone."""
        place = np.full(len(self.jobs.id), -1)
        place[jobs] = np.arange(len(jobs))
        column = place[self.barred[:, 1]]
        there = column >= 0
        return Town(
            self.youths,
            Jobs(**{name: getattr(self.jobs, name)[jobs] for name in Jobs.__slots__}),
            self.slack,
            Lawfulness(self.law.of_youth, self.law.table[:, jobs]),
            np.column_stack([self.barred[there, 0], column[there]]),
            self.why[there],
        )


Week = tuple[tuple[Span, ...], tuple[Span, ...]]


def slack_codes(weeks: Sequence[Week], shifts: Ints) -> Small:
    """For each week (free, blocked) and shift the half hours to spare, at most MOST_SLACK, or OUTSIDE."""
    minutes = timetable.slacks_of_weeks([timetable.openings(free, blocked) for free, blocked in weeks], shifts)
    codes = np.where(minutes < 0, OUTSIDE, np.minimum(minutes // HALF_HOUR, MOST_SLACK))
    return codes.astype(np.int8)


class _Vocabulary:
    """The codes that jobs use; what no job uses makes no difference."""

    def __init__(self, jobs: Sequence[JobCard]) -> None:
        self.skills = Bits(code for job in jobs for code in job.needs)
        self.tasks = Bits(code for job in jobs for code in (*job.tasks, job.category))
        self.around = Bits(code for job in jobs for code in job.circumstances)
        self.fields = Bits(code for job in jobs for code in job.field)


def _weeks(wishes: Sequence[WishCard]) -> tuple[list[Week], Short]:
    number: dict[Week, int] = {}
    week = [number.setdefault((wish.free, wish.blocked), len(number)) for wish in wishes]
    return list(number), np.array(week, dtype=np.int32)


def _youths(wishes: Sequence[WishCard], words: _Vocabulary, week: Short) -> Youths:
    return Youths(
        id=_column(wish.youth for wish in wishes),
        age=_small(wish.age for wish in wishes),
        step=_small(wish.step for wish in wishes),
        allowed=np.array([(3 if wish.next_step_ok else 1) << wish.step for wish in wishes], dtype=np.int16),
        place=travel.directions(wishes),
        pace=travel.paces(wishes),
        limit=np.array([wish.max_minutes for wish in wishes], dtype=np.int32),
        week=week,
        has=_levels(words.skills, [wish.skills for wish in wishes], (1, 2, 3, 4), at_least),
        likes=words.tasks.rows(wish.likes for wish in wishes),
        around=words.around.rows(wish.likes for wish in wishes),
        nots=words.tasks.rows(wish.rather_not for wish in wishes),
        nots_around=words.around.rows(wish.rather_not for wish in wishes),
        dream=words.fields.rows([wish.dream] for wish in wishes),
        waiting=_column(wish.waiting_days for wish in wishes),
        open=_column(wish.open_proposals for wish in wishes),
    )


def _jobs(jobs: Sequence[JobCard], words: _Vocabulary, shifts: timetable.Shifts) -> Jobs:
    return Jobs(
        id=_column(job.post for job in jobs),
        employer=_column(job.employer for job in jobs),
        age_min=_small(job.age_min for job in jobs),
        age_max=_small(job.age_max for job in jobs),
        steps=np.array([sum(1 << step for step in job.steps) for job in jobs], dtype=np.int16),
        place=travel.directions(jobs),
        shifts=shifts.of_each.astype(np.int32),
        more_shifts=_small(min(len(job.shifts) - 1, 4) for job in jobs),
        regular=_small(len({start for _, start, _ in job.shifts}) == 1 for job in jobs),
        seats=_column(job.seats for job in jobs),
        open=_column(job.open_candidates for job in jobs),
        help=_small(job.help for job in jobs),
        needs=_levels(words.skills, [job.needs for job in jobs], (1, 2, 3), exactly),
        tasks=words.tasks.rows(job.tasks | {job.category} for job in jobs),
        around=words.around.rows(job.circumstances for job in jobs),
        field=words.fields.rows(job.field for job in jobs),
    )


def _levels(bits: Bits, skills: Sequence[Mapping[str, int]], levels: Iterable[int], chosen: object) -> Words:
    """Shape (n, levels, words)."""
    each = [bits.rows(chosen(level, own) for own in skills) for level in levels]  # type: ignore[operator]
    return np.ascontiguousarray(np.stack(each, axis=1))


def _barred(wishes: Sequence[WishCard], jobs: Sequence[JobCard]) -> tuple[Ints, Small]:
    place = {job.post: column for column, job in enumerate(jobs)}
    found: dict[tuple[int, int], int] = {}
    for row, wish in enumerate(wishes):
        for post in wish.hidden & place.keys():
            found[row, place[post]] = HIDDEN
        for post in wish.already & place.keys():
            found[row, place[post]] = ALREADY
        for post in wish.earlier_no & place.keys():
            found[row, place[post]] = EARLIER_NO
    pairs = sorted(found)
    return np.array(pairs, dtype=np.int64).reshape(-1, 2), np.array([found[pair] for pair in pairs], dtype=np.int8)


def _column(values: Iterable[int]) -> Ints:
    return np.array(list(values), dtype=np.int64)


def _small(values: Iterable[int]) -> Small:
    return np.array(list(values), dtype=np.int8)
