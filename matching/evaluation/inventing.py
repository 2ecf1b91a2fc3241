"""Draws the worlds of `world` from a seed."""

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from matching.engine import travel
from matching.engine.cards import Span
from matching.evaluation.trades import HOURS, TRADES
from matching.evaluation.world import AROUND, DREAMS, MIDDLE, SKILLS, TASKS, World, directions

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

TOWNS = Path(__file__).with_name("data") / "towns_dk.csv"
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
