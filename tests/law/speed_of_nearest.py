"""How long the nearest change takes, on random jobs: `python -m tests.law.speed_of_nearest [jobs]`."""

import sys
from collections.abc import Iterator
from random import Random
from statistics import quantiles
from time import process_time

from jobplaneten.law.facts import Job, Shift
from jobplaneten.law.nearest import changes, nearest_change
from tests.law.jobs import CHILD, NOW, PUPIL, YOUTH, shop

QUARTER = 15


def week(random: Random, days: int) -> Job:
    return shop(
        *(shift(random, day) for day in random.sample(range(7), days)),
        repeats=True,
        tasks=random.choice([("tidying",), ("tidying", "welding")]),
        workplace=random.choice(["shop", "kiosk"]),
        alone=random.random() < 0.3,
        lift_kg=random.choice([0, 20]),
    )


def shift(random: Random, day: int) -> Shift:
    start = random.randrange(8 * 60, 18 * 60, QUARTER)
    end = min(start + random.randrange(60, 600, QUARTER), 24 * 60)
    return Shift(day, start, end, random.choice([0, 0, 0, 30]))


def took(jobs: list[Job], *, with_others: bool) -> Iterator[float]:
    """Milliseconds for each change that was needed."""
    for job in jobs:
        for youth in (CHILD, PUPIL, YOUTH):
            begun = process_time()
            found = changes(job, [youth], NOW) if with_others else nearest_change(job, [youth], NOW)
            if found:
                yield (process_time() - begun) * 1000


def main(number: int = 100) -> None:
    random = Random(1)
    sys.stdout.write("shifts  what      p50   p95   max  (ms)\n")
    for days in (1, 3, 5, 7):
        jobs = [week(random, days) for _number in range(number)]
        for with_others in (False, True):
            times = sorted(took(jobs, with_others=with_others))
            cuts = quantiles(times, n=20)
            what = "changes" if with_others else "nearest"
            sys.stdout.write(f"{days:6}  {what}  {cuts[9]:5.1f} {cuts[18]:5.1f} {times[-1]:5.1f}\n")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
