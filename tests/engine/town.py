"""An invented town for the engine's tests: cards made from a seed, no person behind them."""

import random
from dataclasses import replace

from matching.engine.cards import JobCard, Span, WishCard

SKILLS = tuple(f"skill{n}" for n in range(12))
TASKS = tuple(f"task{n}" for n in range(20))
AROUND = tuple(f"around{n}" for n in range(10))
FIELDS = ("craft", "health", "food", "trade", "nature")
CATEGORIES = ("shop", "kitchen", "green")
MIDDLE = (55.456, 12.182)

AMINA = WishCard(
    youth=1,
    age=15,
    step=2,
    next_step_ok=False,
    place=MIDDLE,
    modes=frozenset({"walk", "bike"}),
    max_minutes=30,
    free=((1, 900, 1140), (3, 900, 1140)),
    skills={"skill1": 2, "skill2": 1},
    likes=frozenset({"task1", "around1"}),
    dream="health",
)
CARE_HOME = JobCard(
    post=1,
    employer=1,
    steps=frozenset({2}),
    age_min=14,
    age_max=17,
    place=(55.46, 12.19),
    shifts=((1, 930, 1050),),
    seats=1,
    category="care",
    tasks=frozenset({"task1", "task2"}),
    circumstances=frozenset({"around1", "around2"}),
    needs={"skill1": 2, "skill2": 2, "skill3": 1},
    help=2,
    field=frozenset({"health"}),
)


def amina(**changes: object) -> WishCard:
    return replace(AMINA, **changes)  # type: ignore[arg-type]


def care_home(**changes: object) -> JobCard:
    return replace(CARE_HOME, **changes)  # type: ignore[arg-type]


def town(youths: int, posts: int, seed: int = 1, width: float = 0.05) -> tuple[list[WishCard], list[JobCard]]:
    """Cards of a whole town; `width` is how far it reaches from its middle, in degrees."""
    dice = random.Random(seed)
    return [youth(dice, n, posts, width) for n in range(1, youths + 1)], [
        post(dice, n, width) for n in range(1, posts + 1)
    ]


def youth(dice: random.Random, number: int, posts: int, width: float = 0.05) -> WishCard:
    age = dice.randint(13, 18)
    return WishCard(
        youth=number,
        age=age,
        step=min(4, max(1, age - 13 + dice.randint(-1, 1))),
        next_step_ok=dice.random() < 0.3,
        place=somewhere(dice, width),
        modes=frozenset(dice.sample(("walk", "bike", "bus"), dice.randint(1, 3))),
        max_minutes=dice.choice((15, 20, 30, 45)),
        free=tuple(times(dice, dice.randint(1, 5), 180, 300)),
        blocked=tuple(times(dice, dice.randint(0, 1), 60, 90)),
        skills={code: dice.randint(1, 3) for code in dice.sample(SKILLS, dice.randint(1, 7))},
        likes=frozenset(dice.sample(TASKS, 4) + dice.sample(AROUND, 3)),
        rather_not=frozenset(dice.sample(TASKS + AROUND, dice.randint(0, 3))),
        dream=dice.choice(("", *FIELDS)),
        earlier_no=frozenset(dice.sample(range(1, posts + 1), min(posts, dice.randint(0, 2)))),
        already=frozenset(dice.sample(range(1, posts + 1), min(posts, dice.randint(0, 1)))),
        hidden=frozenset({1 + number % posts}) if posts and number % 3 == 0 else frozenset(),
        waiting_days=dice.randint(0, 90),
        open_proposals=dice.choice((0, 0, 0, 1)),
    )


def post(dice: random.Random, number: int, width: float = 0.05) -> JobCard:
    step = dice.randint(1, 4)
    return JobCard(
        post=number,
        employer=dice.randint(1, 40),
        steps=frozenset({step, min(4, step + dice.randint(0, 1))}),
        age_min=dice.randint(13, 15),
        age_max=dice.randint(16, 18),
        place=somewhere(dice, width),
        shifts=tuple(times(dice, dice.choice((1, 1, 2, 3)), 60, 180)),
        seats=dice.choice((0, 1, 1, 2, 3)),
        open_candidates=dice.choice((0, 0, 1)),
        category=dice.choice(CATEGORIES),
        tasks=frozenset(dice.sample(TASKS, dice.randint(1, 4))),
        circumstances=frozenset(dice.sample(AROUND, dice.randint(0, 4))),
        needs={code: dice.randint(1, 3) for code in dice.sample(SKILLS, dice.randint(0, 4))},
        help=dice.randint(0, 3),
        field=frozenset(dice.sample(FIELDS, dice.randint(0, 2))),
    )


def somewhere(dice: random.Random, width: float) -> tuple[float, float]:
    return MIDDLE[0] + dice.uniform(-width, width), MIDDLE[1] + dice.uniform(-width, width)


def times(dice: random.Random, days: int, shortest: int, longest: int) -> list[Span]:
    """One span on each of some days, between two in the afternoon and eight in the evening."""
    spans = []
    for weekday in dice.sample(range(7), days):
        start = 840 + 15 * dice.randint(0, 8)
        spans.append((weekday, start, start + 15 * dice.randint(shortest // 15, longest // 15)))
    return spans
