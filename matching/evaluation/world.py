"""Invented worlds: youths and jobs in real Danish towns, drawn from a seed. Nobody in them exists.

Good for speed, for what is lawful and for the mechanics of allocation; they say nothing about how well young people
and jobs really fit.
"""

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path
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
from matching.evaluation.trades import HOURS, TRADES

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

DAY = date(2026, 11, 23)
"""A Monday in a school week: the law is asked about that."""
TOWNS = Path(__file__).with_name("data") / "towns_dk.csv"
MIDDLE = (55.456, 12.182)
"""Køge. The smaller worlds lie around it."""
SKILLS, AROUND, DREAMS = tuple(Skill.values), tuple(Circumstance.values), tuple(DreamField.values)
TASKS = tuple(sorted({str(chore) for trade in TRADES for chore in (*trade.chores, trade.category)}))
MODES = ({"walk"}, {"walk", "bike"}, {"walk", "bus"}, {"walk", "bike", "bus"})
GROUPS = tuple(POST_GROUPS)
WEEKS = 3000
"""No more different weeks than this, as no more different timetables than a few thousand come up in a country."""


@dataclass(frozen=True, slots=True)
class Size:
    """`radius` in kilometres around Køge; `seats` a job has on average."""

    youths: int
    jobs: int
    radius: float
    seats: float = 2.0


SIZES = {
    "town": Size(500, 150, 9),
    "municipality": Size(5_000, 1_000, 25),
    "region": Size(50_000, 10_000, 90),
    "denmark": Size(400_000, 20_000, 1000),
}


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


def invent(size: Size, seed: int) -> World:
    """The same size and seed, the same world."""
    dice = np.random.default_rng(seed)
    towns = _towns(size.radius)
    return World(**_invent_youths(dice, towns, size), **_invent_jobs(dice, towns, size))


def _invent_youths(dice: np.random.Generator, towns: Floats, size: Size) -> dict[str, Any]:
    n = size.youths
    town, spot = _somewhere(dice, towns, n)
    age = dice.integers(13, 19, n)
    step = np.clip((age - 13) // 2 + dice.integers(0, 3, n), 1, 4)
    weeks = tuple(_a_week(dice) for _ in range(min(n, WEEKS)))
    interest = _trades(dice, n, 3)
    return {
        "spot": spot,
        "age": age,
        "finished": (age >= 16) & (dice.random(n) < 0.8),
        "step": step,
        "next_ok": dice.random(n) < 0.3,
        "modes": dice.choice(4, n, p=(0.1, 0.4, 0.1, 0.4)),
        "minutes": dice.choice((15, 20, 30, 45, 60), n, p=(0.1, 0.2, 0.3, 0.3, 0.1)),
        "week": dice.integers(0, len(weeks), n),
        "weeks": weeks,
        "skills": dice.integers(1, 4, (n, len(SKILLS))) * (dice.random((n, len(SKILLS))) < 0.25),
        "likes": _some(dice, _tasks_of(interest), 0.6) | (dice.random((n, len(TASKS))) < 0.04),
        "around": dice.random((n, len(AROUND))) < 0.25,
        "nots": dice.random((n, len(TASKS))) < 0.04,
        "nots_around": dice.random((n, len(AROUND))) < 0.06,
        "dream": dice.integers(0, len(DREAMS), n),
        "waiting": dice.integers(0, 120, n),
        "area": town * 4 + dice.integers(0, 4, n),
    }


def _invent_jobs(dice: np.random.Generator, towns: Floats, size: Size) -> dict[str, Any]:
    m = size.jobs
    _, spot = _somewhere(dice, towns, m)
    trade = dice.choice(len(TRADES), m, p=_shares())
    one_hot = np.eye(len(TRADES), dtype=np.bool_)[trade]
    category = np.array([[task == kind.category for task in TASKS] for kind in TRADES])
    around = np.array([[name in kind.around for name in AROUND] for kind in TRADES])
    wanted = np.array([[name in kind.skills for name in SKILLS] for kind in TRADES])
    drawn = [_a_job(dice, int(kind)) for kind in trade]
    age_min = np.array([TRADES[kind].ages[dice.integers(len(TRADES[kind].ages))] for kind in trade])
    return {
        "job_spot": spot,
        "trade": trade,
        "chores": _some(dice, _tasks_of(one_hot), 0.6) | category[trade],
        "circumstances": _some(dice, around[trade], 0.85),
        "needs": dice.choice((1, 2, 2, 3), (m, len(SKILLS))) * _some(dice, wanted[trade], 0.6),
        "shifts": tuple(shifts for shifts, _ in drawn),
        "age_min": age_min,
        "age_max": np.where(dice.random(m) < 0.2, np.minimum(age_min + 3, 18), 18),
        "steps": np.array([steps for _, steps in drawn]),
        "seats": 1 + dice.poisson(size.seats - 1, m),
        "help": dice.choice((0, 1, 2, 3), m, p=(0.05, 0.25, 0.45, 0.25)),
        "employer": dice.integers(1, max(2, m // 2), m),
    }


def _a_week(dice: np.random.Generator) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Free afternoons, some until the evening, and most of a weekend; now and then a club in between."""
    free: list[Span] = []
    for day in range(5):
        if dice.random() < 0.8:
            free.append((day, int(dice.choice((870, 900, 930))), int(dice.choice((1080, 1200, 1290)))))
    free += [
        (day, int(dice.choice((480, 540, 600))), int(dice.choice((960, 1080)))) for day in (5, 6) if dice.random() < 0.8
    ]
    club = (int(dice.integers(0, 5)), 1020, 1140)
    return tuple(free), (club,) if dice.random() < 0.3 else ()


def _a_job(dice: np.random.Generator, kind: int) -> tuple[tuple[Span, ...], int]:
    """Shifts and steps (as bits)."""
    trade = TRADES[kind]
    shifts: dict[int, Span] = {}
    for _ in range(int(dice.choice((1, 1, 2, 2, 3)))):
        days, starts, lengths = HOURS[trade.times[dice.integers(len(trade.times))]]
        day, start = int(dice.choice(days)), int(dice.choice(starts))
        shifts.setdefault(day, (day, start, start + int(dice.choice(lengths))))
    step = trade.steps[dice.integers(len(trade.steps))]
    more = 1 << (step + 1) if step < 4 and dice.random() < 0.7 else 0
    return tuple(sorted(shifts.values())), 1 << step | more


def _towns(radius: float) -> Floats:
    """Latitude, longitude and population of the towns within `radius` kilometres of Køge."""
    with TOWNS.open(encoding="utf-8") as file:
        rows = [
            (float(row["latitude"]), float(row["longitude"]), float(row["population"])) for row in csv.DictReader(file)
        ]
    towns = np.array(rows)
    chord = np.sqrt(((directions(towns[:, :2]) - directions(np.array([MIDDLE]))) ** 2).sum(axis=1))
    return towns[chord * travel.EARTH_KM <= radius]


def _somewhere(dice: np.random.Generator, towns: Floats, number: int) -> tuple[Ints, Floats]:
    """Towns by their population; spots about as far from the middle as such a town is wide."""
    town = dice.choice(len(towns), number, p=towns[:, 2] / towns[:, 2].sum())
    wide = 0.35 * np.sqrt(towns[town, 2] / 1000)
    north, east = dice.normal(size=(2, number)) * wide
    latitude = towns[town, 0] + north / 111.2
    longitude = towns[town, 1] + east / (111.2 * np.cos(np.radians(latitude)))
    return town, np.round(np.column_stack([latitude, longitude]), 4)


def _trades(dice: np.random.Generator, number: int, each: int) -> Bools:
    """Trades that somebody thinks of, likelier those with many jobs."""
    found = np.zeros((number, len(TRADES)), dtype=np.bool_)
    for _ in range(each):
        found[np.arange(number), dice.choice(len(TRADES), number, p=_shares())] = True
    return found


def _shares() -> Floats:
    shares = np.array([trade.share for trade in TRADES])
    return shares / shares.sum()


def _tasks_of(trades: Bools) -> Bools:
    of_trade = np.array([[task in trade.chores for task in TASKS] for trade in TRADES])
    found: Bools = trades.astype(np.int64) @ of_trade.astype(np.int64) > 0
    return found


def _some(dice: np.random.Generator, of_these: Bools, share: float) -> Bools:
    return of_these & (dice.random(of_these.shape) < share)


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
