"""Invented worlds: youths and jobs in real Danish towns, drawn from a seed. Nobody in them exists.

Good for speed, for what is lawful and for the mechanics of allocation; they say nothing about how well young people
and jobs really fit.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

from jobplaneten.law.facts import Job, Shift
from jobplaneten.law.findings import Findings
from jobplaneten.law.groups import POST_GROUPS
from jobplaneten.law.judging import judge_groups
from jobplaneten.trades import LEADS_TO, Circumstance, DreamField, Skill
from matching.engine import timetable, travel
from matching.engine.bits import Bits
from matching.engine.cards import JobCard, Span, WishCard
from matching.engine.columns import Jobs, Lawfulness, Town, Youths, slack_codes
from matching.evaluation.trades import TRADES

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

DAY = date(2026, 11, 23)
"""A Monday in a school week: the law is asked about that."""
MIDDLE = (55.456, 12.182)
"""Køge. The smaller worlds lie around it."""
SKILLS, AROUND, DREAMS = tuple(Skill.values), tuple(Circumstance.values), tuple(DreamField.values)
TASKS = tuple(sorted({str(chore) for trade in TRADES for chore in (*trade.chores, trade.category)}))
MODES = ({"walk"}, {"walk", "bike"}, {"walk", "bus"}, {"walk", "bike", "bus"})
GROUPS = tuple(POST_GROUPS)


@dataclass(frozen=True, slots=True, eq=False)
class World:
    """A row for each youth and each job, drawn but not yet in the form of cards or columns.

    `skills` and `needs` are levels by SKILLS, 0 for none; the other sets are yes or no by TASKS and AROUND.
    """

    spot: Floats
    age: Ints
    finished: Bools
    step: Ints
    next_ok: Bools
    modes: Ints
    minutes: Ints
    week: Ints
    weeks: tuple[tuple[tuple[Span, ...], tuple[Span, ...]], ...]
    skills: Ints
    likes: Bools
    around: Bools
    nots: Bools
    nots_around: Bools
    dream: Ints
    waiting: Ints
    area: Ints
    job_spot: Floats
    trade: Ints
    chores: Bools
    circumstances: Bools
    needs: Ints
    shifts: tuple[tuple[Span, ...], ...]
    age_min: Ints
    age_max: Ints
    steps: Ints
    seats: Ints
    help: Ints
    employer: Ints

    def wish(self, row: int) -> WishCard:
        free, blocked = self.weeks[self.week[row]]
        return WishCard(
            youth=row + 1,
            age=int(self.age[row]),
            step=int(self.step[row]),
            next_step_ok=bool(self.next_ok[row]),
            place=tuple(self.spot[row].tolist()),
            modes=frozenset(MODES[self.modes[row]]),
            max_minutes=int(self.minutes[row]),
            free=free,
            blocked=blocked,
            skills=levels_of(self.skills[row]),
            likes=named(TASKS, self.likes[row]) | named(AROUND, self.around[row]),
            rather_not=named(TASKS, self.nots[row]) | named(AROUND, self.nots_around[row]),
            dream=DREAMS[self.dream[row]],
            waiting_days=int(self.waiting[row]),
        )

    def job(self, row: int) -> JobCard:
        category = TRADES[self.trade[row]].category
        return JobCard(
            post=row + 1,
            employer=int(self.employer[row]),
            steps=frozenset(step for step in range(1, 5) if self.steps[row] >> step & 1),
            age_min=int(self.age_min[row]),
            age_max=int(self.age_max[row]),
            place=tuple(self.job_spot[row].tolist()),
            shifts=self.shifts[row],
            seats=int(self.seats[row]),
            category=category,
            tasks=named(TASKS, self.chores[row]) - {category},
            circumstances=named(AROUND, self.circumstances[row]),
            needs=levels_of(self.needs[row]),
            help=int(self.help[row]),
            field=LEADS_TO[category],
        )

    def cards(self) -> tuple[list[WishCard], list[JobCard]]:
        return [self.wish(row) for row in range(len(self.age))], [self.job(row) for row in range(len(self.trade))]

    def town(self, law: Lawfulness) -> Town:
        """The columns of the cards, without the cards: a country has too many of them."""
        spans = sorted({span for shifts in self.shifts for span in shifts})
        return Town(
            self._youths(),
            self._jobs({span: number for number, span in enumerate(spans)}),
            slack_codes(self.weeks, timetable.in_weeks(spans)),
            law,
            np.empty((0, 2), dtype=np.int64),
            np.empty(0, dtype=np.int8),
        )

    def _youths(self) -> Youths:
        dream = np.zeros((len(self.age), len(DREAMS)), dtype=np.bool_)
        dream[np.arange(len(self.age)), self.dream] = True
        pace = travel.paces([_asking(frozenset(modes)) for modes in MODES])
        return Youths(
            id=np.arange(1, len(self.age) + 1),
            age=self.age.astype(np.int8),
            step=self.step.astype(np.int8),
            allowed=(np.where(self.next_ok, 3, 1) << self.step).astype(np.int16),
            place=directions(self.spot),
            pace=np.ascontiguousarray(pace[self.modes]),
            limit=self.minutes.astype(np.int32),
            week=self.week.astype(np.int32),
            has=np.stack([packed(SKILLS, self.skills >= level) for level in (1, 2, 3, 4)], axis=1),
            likes=packed(TASKS, self.likes),
            around=packed(AROUND, self.around),
            nots=packed(TASKS, self.nots),
            nots_around=packed(AROUND, self.nots_around),
            dream=packed(DREAMS, dream),
            waiting=self.waiting,
            open=np.zeros(len(self.age), dtype=np.int64),
        )

    def _jobs(self, number: dict[Span, int]) -> Jobs:
        width = max(map(len, self.shifts))
        rows = [sorted(number[span] for span in shifts) for shifts in self.shifts]
        alike = [len({start for _, start, _ in shifts}) == 1 for shifts in self.shifts]
        field = np.array([[dream in LEADS_TO[trade.category] for dream in DREAMS] for trade in TRADES])
        return Jobs(
            id=np.arange(1, len(self.trade) + 1),
            employer=self.employer,
            age_min=self.age_min.astype(np.int8),
            age_max=self.age_max.astype(np.int8),
            steps=self.steps.astype(np.int16),
            place=directions(self.job_spot),
            shifts=np.array([row + row[:1] * (width - len(row)) for row in rows], dtype=np.int32),
            more_shifts=np.array([min(len(row) - 1, 4) for row in rows], dtype=np.int8),
            regular=np.array(alike, dtype=np.int8),
            seats=self.seats,
            open=np.zeros(len(self.trade), dtype=np.int64),
            help=self.help.astype(np.int8),
            needs=np.stack([packed(SKILLS, self.needs == level) for level in (1, 2, 3)], axis=1),
            tasks=packed(TASKS, self.chores),
            around=packed(AROUND, self.circumstances),
            field=packed(DREAMS, field[self.trade]),
        )

    def lawfulness(self) -> Lawfulness:
        """By the four groups; jobs that are alike to the law are judged once."""
        verdicts: dict[tuple[Any, ...], list[bool]] = {}
        columns = []
        for row, shifts in enumerate(self.shifts):
            key = (int(self.trade[row]), self.chores[row].tobytes(), shifts, int(self.help[row]) > 0)
            if key not in verdicts:
                found = self.law_findings(row)
                verdicts[key] = [found[group].legal for group in GROUPS]
            columns.append(verdicts[key])
        return Lawfulness(self.group, np.array(columns, dtype=np.bool_).T.copy())

    def law_findings(self, row: int) -> dict[str, Findings]:
        """What the law says of a job to each of GROUPS."""
        return judge_groups(self.law_job(row), DAY)

    def law_job(self, row: int) -> Job:
        trade = TRADES[self.trade[row]]
        return Job(
            workplace=trade.workplace,
            tasks=tuple(sorted(named(TASKS, self.chores[row]) - {trade.category})),
            shifts=tuple(Shift(*span) for span in self.shifts[row]),
            repeats=True,
            adult_supervision=bool(self.help[row] > 0),
        )

    @property
    def group(self) -> Ints:
        """Each youth's place in GROUPS."""
        young = np.where(self.finished, GROUPS.index("15-17_finished"), GROUPS.index("15-17_in_compulsory_school"))
        found: Ints = np.where(
            self.age >= 18, GROUPS.index("18"), np.where(self.age < 15, GROUPS.index("13-14"), young)
        )
        return found


def _asking(modes: frozenset[str]) -> WishCard:
    return WishCard(0, 15, 1, False, MIDDLE, modes, 0, ())


def directions(spots: Floats) -> Floats:
    return travel.vectors(np.radians(spots))


def named(words: tuple[str, ...], which: Bools) -> frozenset[str]:
    return frozenset(words[place] for place in np.flatnonzero(which))


def levels_of(row: Ints) -> dict[str, int]:
    return {SKILLS[place]: int(row[place]) for place in np.flatnonzero(row)}


def packed(words: tuple[str, ...], which: Bools) -> npt.NDArray[np.uint64]:
    """The rows of bits.Bits for sets that are given as yes or no, one word of bits being enough for all."""
    order = Bits(words).position
    place = np.array([order[word] for word in words], dtype=np.uint64)
    weight = np.where(which, np.uint64(1) << place, np.uint64(0))
    return np.bitwise_or.reduce(weight, axis=1)[:, None]
