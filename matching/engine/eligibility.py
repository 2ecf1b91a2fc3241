"""Hard limits: who may be proposed for what, and for each refusal the figures behind it.

| code             | figures                                                     |
|------------------|-------------------------------------------------------------|
| age              | age, age_min, age_max                                       |
| step             | step, next_step_ok, job_steps                               |
| travel           | minutes, max_minutes, mode, km                              |
| timetable        | shifts, outside, weekday, start, end (the first outside)    |
| seats            | seats                                                       |
| earlier_no       |                                                             |
| already_proposed |                                                             |
| own_law          | rules (ids): what the caller's `verdict` says of this pair  |

The order is the order of counting: a pair is counted under its first reason. `own_law` (hours in
other jobs, real shift dates) is last because it is the one that costs: a night asks it only
about pairs that nothing else refuses.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matching.engine import timetable, travel
from matching.engine.cards import JobCard, WishCard

Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]
Verdict = Callable[[WishCard, JobCard], tuple[str, ...]]
"""The ids of the rules that forbid this youth this job; empty when it is lawful."""
Figure = int | float | str | tuple[int, ...] | tuple[str, ...]
Figures = dict[str, Figure]

CODES = (
    "age",
    "step",
    "travel",
    "timetable",
    "seats",
    "earlier_no",
    "already_proposed",
    "own_law",
)
PAIRS_AT_ONCE = 1_000_000


@dataclass(frozen=True, slots=True)
class Refusal:
    youth: int
    post: int
    code: str
    figures: Mapping[str, Figure]


@dataclass(frozen=True, slots=True, eq=False)
class Eligible:
    """Pairs as positions in the given lists, ordered by youth then job; refusals by first reason."""

    wish: Ints
    job: Ints
    refused: Mapping[str, int]
    per_youth: Mapping[int, Mapping[str, int]]


def lawful(wish: WishCard, job: JobCard) -> tuple[str, ...]:
    """The verdict of a caller who knows of no law."""
    return ()


def refusals(wish: WishCard, job: JobCard, verdict: Verdict = lawful) -> tuple[Refusal, ...]:
    """Every reason against one pair, in order; empty when it is eligible."""
    found: tuple[tuple[str, Figures | None], ...] = (
        ("age", _age(wish, job)),
        ("step", _step(wish, job)),
        ("travel", _travel(wish, job)),
        ("timetable", _timetable(wish, job)),
        ("seats", {"seats": job.seats} if job.seats < 1 else None),
        ("earlier_no", {} if job.post in wish.earlier_no else None),
        ("already_proposed", {} if job.post in wish.already else None),
        ("own_law", _own_law(verdict(wish, job))),
    )
    return tuple(Refusal(wish.youth, job.post, code, figures) for code, figures in found if figures is not None)


def _age(wish: WishCard, job: JobCard) -> Figures | None:
    if job.age_min <= wish.age <= job.age_max:
        return None
    return {"age": wish.age, "age_min": job.age_min, "age_max": job.age_max}


def _own_law(rules: tuple[str, ...]) -> Figures | None:
    return {"rules": rules} if rules else None


def _step(wish: WishCard, job: JobCard) -> Figures | None:
    if wish.step in job.steps or (wish.next_step_ok and wish.step + 1 in job.steps):
        return None
    steps = tuple(sorted(job.steps))
    return {"step": wish.step, "next_step_ok": int(wish.next_step_ok), "job_steps": steps}


def _travel(wish: WishCard, job: JobCard) -> Figures | None:
    minutes, mode, km = travel.way(wish, job)
    if minutes <= wish.max_minutes:
        return None
    return {"minutes": minutes, "max_minutes": wish.max_minutes, "mode": mode, "km": km}


def _timetable(wish: WishCard, job: JobCard) -> Figures | None:
    open_times = timetable.openings(wish.free, wish.blocked)
    shifts = sorted(job.shifts)
    slacks = timetable.slacks(open_times, timetable.in_weeks(shifts))
    outside = [shift for shift, slack in zip(shifts, slacks, strict=True) if slack < 0]
    if not outside:
        return None
    weekday, start, end = outside[0]
    counts: Figures = {"shifts": len(shifts), "outside": len(outside)}
    return counts | {"weekday": weekday, "start": start, "end": end}


class _Jobs:
    """The jobs as columns, so that a block of youths is judged at once."""

    def __init__(self, jobs: Sequence[JobCard]) -> None:
        self.column = {job.post: index for index, job in enumerate(jobs)}
        self.age_min = np.array([job.age_min for job in jobs])
        self.age_max = np.array([job.age_max for job in jobs])
        self.steps = np.array([sum(1 << step for step in job.steps) for job in jobs], dtype=np.int64)
        self.seats = np.array([job.seats for job in jobs])
        self.directions = travel.directions(jobs)
        self.shifts = timetable.Shifts(jobs)

    def step(self, wishes: Sequence[WishCard]) -> Bools:
        wanted = [(3 if wish.next_step_ok else 1) << wish.step for wish in wishes]
        found: Bools = (np.array(wanted, dtype=np.int64)[:, None] & self.steps) == 0
        return found

    def travel(self, wishes: Sequence[WishCard]) -> Bools:
        here = travel.directions(wishes)
        km = travel.kilometres(here[:, None], self.directions)
        limit = np.array([wish.max_minutes for wish in wishes])
        found: Bools = travel.minutes(travel.paces(wishes)[:, None], km) > limit[:, None]
        return found

    def timetable(self, wishes: Sequence[WishCard]) -> Bools:
        outside = (self.shifts.slacks(wishes) < 0).astype(np.float32)
        found: Bools = outside @ self.shifts.of_job > 0
        return found

    def named(self, posts: Sequence[frozenset[int]]) -> Bools:
        found = np.zeros((len(posts), len(self.column)), dtype=np.bool_)
        for row, named in enumerate(posts):
            found[row, [self.column[post] for post in named if post in self.column]] = True
        return found

    def first_reasons(self, wishes: Sequence[WishCard]) -> npt.NDArray[np.int8]:
        """For each youth and job the position in CODES of the first reason, or len(CODES)."""
        age = np.array([wish.age for wish in wishes])[:, None]
        against = (
            (age < self.age_min) | (age > self.age_max),
            self.step(wishes),
            self.travel(wishes),
            self.timetable(wishes),
            self.seats < 1,
            self.named([wish.earlier_no for wish in wishes]),
            self.named([wish.already for wish in wishes]),
        )
        first = np.full((len(wishes), len(self.column)), len(CODES), dtype=np.int8)
        for position in reversed(range(len(against))):
            first[np.broadcast_to(against[position], first.shape)] = position
        return first


def eligible_pairs(wishes: Sequence[WishCard], jobs: Sequence[JobCard], verdict: Verdict = lawful) -> Eligible:
    """All pairs that nothing refuses. Agrees with `refusals`: eligible means no reason at all."""
    refused: Counter[str] = Counter()
    per_youth: dict[int, Mapping[str, int]] = {}
    pairs: list[tuple[int, int]] = []
    for row, first in enumerate(_rows(wishes, jobs)):
        wish = wishes[row]
        for column in np.flatnonzero(first == len(CODES)).tolist():
            if verdict(wish, jobs[column]):
                first[column] = CODES.index("own_law")
            else:
                pairs.append((row, column))
        counts = np.bincount(first, minlength=len(CODES))
        own = {code: int(n) for code, n in zip(CODES, counts, strict=False) if n}
        per_youth[wish.youth] = own
        refused.update(own)
    found = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return Eligible(found[:, 0], found[:, 1], dict(refused), per_youth)


def _rows(wishes: Sequence[WishCard], jobs: Sequence[JobCard]) -> Iterator[npt.NDArray[np.int8]]:
    columns = _Jobs(jobs)
    height = max(1, PAIRS_AT_ONCE // max(1, len(jobs)))
    for start in range(0, len(wishes), height):
        yield from columns.first_reasons(wishes[start : start + height])
