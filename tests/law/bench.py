"""`make bench`: what a judgement costs, in one run, so that the ratios hold whatever the machine.

Every size asks the fast form about all pairs, and the slow ones about some of them.
"""

import random
import sys
from collections.abc import Callable
from time import perf_counter

from jobplaneten.law.calendar import age_on, is_in_schooling
from jobplaneten.law.facts import Shift, Youth
from jobplaneten.law.judging import judge, judge_groups
from jobplaneten.law.life import Life
from jobplaneten.law.many import Bench, Offer
from jobplaneten.law.period import judge_period
from tests.law import town
from tests.law.jobs import shop

SIZES = ((100, 100), (500, 500), (2000, 1000), (5000, 1000))
SAMPLE = 200
FIVE_SHIFTS = shop(*(Shift.at(day, "15:30", "17:30") for day in ("mon", "tue", "wed", "thu", "sat")))


def seconds(ask: Callable[[], object], times: int = 1) -> float:
    begun = perf_counter()
    for _ in range(times):
        ask()
    return (perf_counter() - begun) / times


def ask_judge(life: Life, offer: Offer) -> object:
    age, in_school = age_on(life.born_on, offer.first_on), is_in_schooling(life.schooling_ends_on, offer.first_on)
    return judge(Youth(age, in_school), offer.pattern.job, "post", offer.first_on)


def ask_period(life: Life, offer: Offer) -> object:
    job = offer.pattern.job
    return judge_period(life.born_on, life.schooling_ends_on, job, offer.first_on, offer.last_on)


def row(youths: int, posts: int) -> str:
    lives, offers = town.lives(youths), town.offers(posts)
    bench = Bench(lives, offers)
    fast = seconds(lambda: [bench.lawful(at) for at in range(posts)])
    dice = random.Random(1)
    pairs = [(dice.choice(lives), dice.choice(offers)) for _ in range(SAMPLE)]
    one_week = seconds(lambda: [ask_judge(*pair) for pair in pairs]) / SAMPLE
    period = seconds(lambda: [ask_period(*pair) for pair in pairs]) / SAMPLE
    per_pair = fast / (youths * posts)
    return (
        f"{youths:>6} x {posts:<5} {1e6 * one_week:>9.0f} µs {1e6 * period:>11.0f} µs {1e6 * per_pair:>9.2f} µs"
        f" {fast:>8.1f} s {period / per_pair:>9.0f}"
    )


def main() -> None:
    ask_judge(town.lives(1)[0], town.offers(1)[0])
    one = seconds(lambda: judge(Youth(15), FIVE_SHIFTS, "post", town.TODAY), 500)
    groups = seconds(lambda: judge_groups(FIVE_SHIFTS, town.TODAY), 200)
    sys.stdout.write(f"judge, five shifts: {1e3 * one:.2f} ms; all four groups: {1e3 * groups:.2f} ms\n\n")
    sys.stdout.write("youths x posts      judge   judge_period   fast form  all pairs  times as fast as judge_period\n")
    for size in SIZES:
        sys.stdout.write(f"{row(*size)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
