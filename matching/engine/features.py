"""What the score may see of a pair: a row of small whole numbers, one for each feature below.

No name, gender, origin, address or area is on the cards; age, ids, waiting time, open proposals
and anything about a person's reliability are, or could be, but are kept out of here on purpose.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matching.engine import timetable, travel
from matching.engine.cards import JobCard, WishCard

Ints = npt.NDArray[np.int64]
Words = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Feature:
    """`top` is the largest code. `want` and `take` are the expert's points (logit) for each step
    of the code; 0 keeps the feature out of that side for good."""

    name: str
    top: int
    want: float
    take: float


FEATURES = (
    Feature("skills_met", 4, 0.15, 0.35),
    Feature("skills_above", 3, 0.05, 0.15),
    Feature("skills_short", 3, 0.00, -0.15),
    Feature("skills_missing", 4, -0.15, -0.40),
    Feature("tasks_liked", 3, 0.45, 0.10),
    Feature("circumstances_liked", 5, 0.30, 0.00),
    Feature("rather_nots", 4, -0.80, 0.00),
    Feature("dream_field", 1, 0.50, 0.10),
    Feature("slack", 4, 0.08, 0.08),
    Feature("travel", 6, -0.22, -0.08),
    Feature("next_step", 1, 0.00, -0.35),
    Feature("help", 3, 0.15, 0.00),
    Feature("help_short", 3, -0.10, -0.30),
    Feature("more_shifts", 4, -0.08, -0.05),
    Feature("regular", 1, 0.15, 0.00),
)
"""`slack` counts half hours, `travel` ten minutes begun after the first, `help_short` how much
less help there is than the youth's step asks for, `regular` is 1 when all shifts start alike."""

NAMES = tuple(feature.name for feature in FEATURES)
TOPS = np.array([feature.top for feature in FEATURES])
INTERCEPTS = {"want": -1.0, "take": -0.6}
PAIRS_AT_ONCE = 200_000


def help_wanted(step: int) -> int:
    """An adult side by side on the first step, hardly any from the fourth on."""
    return max(0, 4 - step)


class Bits:
    """Sets of codes as bits, so that what two sets share is counted in one step."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self.position = {code: index for index, code in enumerate(sorted(set(vocabulary)))}
        self.words = len(self.position) // 64 + 1

    def rows(self, sets: Iterable[Collection[str]]) -> Words:
        """One row for each set; codes outside the vocabulary are nobody else's and drop out."""
        rows = []
        for codes in sets:
            bits = sum(1 << self.position[code] for code in codes if code in self.position)
            rows.append([bits >> 64 * word & (2**64 - 1) for word in range(self.words)])
        return np.array(rows, dtype=np.uint64).reshape(-1, self.words)


def count(bits: Words) -> Ints:
    total: Ints = np.bitwise_count(bits).sum(axis=1, dtype=np.int64)
    return total


def at_least(level: int, skills: Mapping[str, int]) -> list[str]:
    return [code for code, own in skills.items() if own >= level]


def exactly(level: int, skills: Mapping[str, int]) -> list[str]:
    return [code for code, own in skills.items() if own == level]


class Coder:
    """Codes pairs of the given youths and jobs; made once for a night."""

    def __init__(self, wishes: Sequence[WishCard], jobs: Sequence[JobCard]) -> None:
        skills = Bits(code for job in jobs for code in job.needs)
        self.has = [skills.rows(at_least(n, wish.skills) for wish in wishes) for n in range(1, 5)]
        self.needs = [skills.rows(exactly(n, job.needs) for job in jobs) for n in range(1, 4)]
        tasks = Bits(code for job in jobs for code in (*job.tasks, job.category))
        self.tasks = tasks.rows({*job.tasks, job.category} for job in jobs)
        self.liked_tasks = tasks.rows(wish.likes for wish in wishes)
        self.unliked_tasks = tasks.rows(wish.rather_not for wish in wishes)
        around = Bits(code for job in jobs for code in job.circumstances)
        self.around = around.rows(job.circumstances for job in jobs)
        self.liked_around = around.rows(wish.likes for wish in wishes)
        self.unliked_around = around.rows(wish.rather_not for wish in wishes)
        fields = Bits(code for job in jobs for code in job.field)
        self.fields = fields.rows(job.field for job in jobs)
        self.dreams = fields.rows([wish.dream] for wish in wishes)
        self._numbers(wishes, jobs)
        self._times(wishes, jobs)

    def _numbers(self, wishes: Sequence[WishCard], jobs: Sequence[JobCard]) -> None:
        self.here, self.there = travel.directions(wishes), travel.directions(jobs)
        self.paces = travel.paces(wishes)
        self.step = np.array([wish.step for wish in wishes], dtype=np.int64)
        self.steps = np.array([sum(1 << n for n in job.steps) for job in jobs], dtype=np.int64)
        self.wanted = np.array([help_wanted(wish.step) for wish in wishes], dtype=np.int64)
        self.help = np.array([job.help for job in jobs], dtype=np.int64)

    def _times(self, wishes: Sequence[WishCard], jobs: Sequence[JobCard]) -> None:
        shifts = timetable.Shifts(jobs)
        self.slacks = shifts.slacks(wishes)
        self.shifts = shifts.of_each(jobs)
        self.more_shifts = np.array([len(job.shifts) - 1 for job in jobs], dtype=np.int64)
        alike = [len({start for _, start, _ in job.shifts}) == 1 for job in jobs]
        self.regular = np.array(alike, dtype=np.int64)

    def codes(self, wish: Ints, job: Ints) -> Ints:
        """The features of the pairs (positions of youths, positions of jobs), shape (n, features)."""
        parts = [
            np.minimum(np.column_stack(self._columns(wish[part], job[part])), TOPS)
            for start in range(0, len(wish), PAIRS_AT_ONCE)
            for part in [slice(start, start + PAIRS_AT_ONCE)]
        ]
        return np.vstack([np.empty((0, len(FEATURES)), dtype=np.int64), *parts])

    def _columns(self, wish: Ints, job: Ints) -> list[Ints]:
        """In the order of FEATURES, not yet capped."""
        return [
            *self._skills(wish, job),
            count(self.liked_tasks[wish] & self.tasks[job]),
            count(self.liked_around[wish] & self.around[job]),
            count(self.unliked_tasks[wish] & self.tasks[job]) + count(self.unliked_around[wish] & self.around[job]),
            count(self.dreams[wish] & self.fields[job]),
            np.maximum(self.slacks[wish[:, None], self.shifts[job]].min(axis=1), 0) // 30,
            np.maximum(self.minutes(wish, job) - 1, 0) // 10,
            ((1 << self.step[wish]) & self.steps[job] == 0).astype(np.int64),
            self.help[job],
            np.maximum(self.wanted[wish] - self.help[job], 0),
            self.more_shifts[job],
            self.regular[job],
        ]

    def _skills(self, wish: Ints, job: Ints) -> list[Ints]:
        met = above = short = missing = np.zeros(len(wish), dtype=np.int64)
        tried = self.has[0][wish]
        for level, needs in enumerate(self.needs):
            wanted = needs[job]
            met = met + count(self.has[level][wish] & wanted)
            above = above + count(self.has[level + 1][wish] & wanted)
            short = short + count(tried & ~self.has[level][wish] & wanted)
            missing = missing + count(~tried & wanted)
        return [met, above, short, missing]

    def minutes(self, wish: Ints, job: Ints) -> Ints:
        km = travel.kilometres(self.here[wish], self.there[job])
        return travel.minutes(self.paces[wish], km)
