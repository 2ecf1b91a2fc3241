"""An invented town for the fast form: youths and jobs as a municipality has them, made from a seed."""

import random
from datetime import date, timedelta

from jobplaneten.law.calendar import days_in, schooling_ends_on
from jobplaneten.law.facts import Alcohol, Job, Machine, Shift
from jobplaneten.law.life import Elsewhere, Life
from jobplaneten.law.many import Offer
from jobplaneten.law.pattern import Pattern

TODAY = date(2026, 11, 23)
DAYS_OF_YEAR = 365
# Two schools: one follows the municipality, one has its own autumn and winter.
CLOSED = (
    (
        (date(2026, 12, 21), date(2027, 1, 3)),
        (date(2027, 2, 15), date(2027, 2, 19)),
        (date(2027, 3, 22), date(2027, 3, 29)),
        (date(2027, 5, 7), date(2027, 5, 7)),
        (date(2027, 6, 26), date(2027, 8, 10)),
        (date(2027, 10, 18), date(2027, 10, 22)),
    ),
    (
        (date(2026, 12, 19), date(2027, 1, 5)),
        (date(2027, 2, 6), date(2027, 2, 14)),
        (date(2027, 3, 20), date(2027, 3, 29)),
        (date(2027, 6, 26), date(2027, 8, 9)),
        (date(2027, 10, 16), date(2027, 10, 24)),
    ),
)
# Workplace, light work first, what is only for the older.
TRADES = (
    ("supermarket", ("stock_shelves_light",), ("cash_transport",)),
    ("bakery_shop", ("wrap_goods", "tidying"), ("serve_drinks",)),
    ("cafe_no_alcohol", ("clear_tables", "set_tables"), ("serve_drinks",)),
    ("care_home", ("set_tables", "light_cleaning"), ("personal_care",)),
    ("housing_estate", ("tidying",), ("hedge_trimming",)),
    ("sports_club", ("tidying", "light_cleaning"), ("guard_duty",)),
    ("office", ("tidying",), ()),
    ("warehouse", ("stock_shelves_light",), ("forklift",)),
)
TIMES = ((15 * 60, 120), (15 * 60 + 30, 120), (16 * 60, 120), (16 * 60, 180), (17 * 60, 180), (18 * 60, 240))
WEEKEND_TIMES = ((8 * 60, 240), (9 * 60, 300), (10 * 60, 360), (14 * 60, 240))


def lives(number: int, seed: int = 1, with_other_work: float = 0.0) -> list[Life]:
    dice = random.Random(seed)
    return [_life(dice, with_other_work) for _ in range(number)]


def offers(number: int, seed: int = 2) -> list[Offer]:
    dice = random.Random(seed)
    return [_offer(dice) for _ in range(number)]


def _life(dice: random.Random, with_other_work: float) -> Life:
    born_on = date(2008, 11, 24) + timedelta(days=dice.randrange(6 * DAYS_OF_YEAR))
    grade = TODAY.year - born_on.year - 6 - (dice.random() < 0.1)
    ends_on = schooling_ends_on(born_on, grade, TODAY) if grade <= 9 else None
    elsewhere = (Elsewhere(_shifts(dice), TODAY - timedelta(days=60)),) if dice.random() < with_other_work else ()
    return Life(born_on, ends_on, days_in(dice.choice(CLOSED)), elsewhere)


def _offer(dice: random.Random) -> Offer:
    workplace, light, heavy = dice.choice(TRADES)
    job = Job(
        workplace=workplace,
        tasks=light + heavy[: dice.random() < 0.2],
        shifts=_shifts(dice),
        repeats=True,
        alone=dice.random() < 0.1,
        lift_kg=dice.choice((0, 5, 10, 12, 15)),
        machines=(Machine("hazard"),) if dice.random() < 0.1 else (),
        alcohol=Alcohol("venue_serving_room") if dice.random() < 0.05 else Alcohol(),
    )
    first_on = TODAY + timedelta(days=dice.choice((1, 1, 1, 1, 8, 15, 40, 60, 200)))
    last_on = first_on + timedelta(days=dice.choice((30, 60, 120))) if dice.random() < 0.2 else None
    return Offer(Pattern(job), first_on, last_on)


def _shifts(dice: random.Random) -> tuple[Shift, ...]:
    afternoons = [(weekday, *dice.choice(TIMES)) for weekday in dice.sample(range(5), dice.choice((1, 1, 2, 2, 3)))]
    weekend = [(weekday, *dice.choice(WEEKEND_TIMES)) for weekday in dice.sample((5, 6), dice.choice((0, 0, 1, 1, 2)))]
    return tuple(
        Shift(weekday, start, start + length + 30 * (length > 270), 30 * (length > 270))
        for weekday, start, length in sorted(afternoons + weekend)
    )
