"""What the score may see of a pair: a row of small whole numbers, one for each feature below.

No name, gender, origin, address or area is on the cards; age, ids, waiting time, open proposals
and anything about a person's reliability are, or could be, but are kept out of here on purpose.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matching.engine import travel
from matching.engine.bits import count
from matching.engine.columns import Small, Town

Ints = npt.NDArray[np.int64]


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
INTERCEPTS = {"want": 0.3, "take": 0.1}


def help_wanted(step: int) -> int:
    """An adult side by side on the first step, hardly any from the fourth on."""
    return max(0, 4 - step)


def codes(town: Town, youth: Ints, job: Ints) -> Ints:
    """The features of the pairs (places of youths, places of jobs), shape (n, features)."""
    columns = zip(_columns(town, youth, job), TOPS.tolist(), strict=True)
    return np.column_stack([np.minimum(column, top) for column, top in columns]).reshape(-1, len(FEATURES))


def _columns(town: Town, youth: Ints, job: Ints) -> Iterator[Ints]:
    """In the order of FEATURES, not yet capped."""
    youths, jobs = town.youths, town.jobs
    yield from _skills(town, youth, job)
    yield count(youths.likes[youth] & jobs.tasks[job])
    yield count(youths.around[youth] & jobs.around[job])
    yield count(youths.nots[youth] & jobs.tasks[job]) + count(youths.nots_around[youth] & jobs.around[job])
    yield count(youths.dream[youth] & jobs.field[job])
    yield np.maximum(slack(town, youth, job), 0).astype(np.int64)
    yield np.maximum(minutes(town, youth, job) - 1, 0) // 10
    step, given = youths.step[youth].astype(np.int64), jobs.help[job].astype(np.int64)
    yield ((1 << step) & jobs.steps[job] == 0).astype(np.int64)
    yield given
    yield np.maximum(np.maximum(4 - step, 0) - given, 0)
    yield jobs.more_shifts[job].astype(np.int64)
    yield jobs.regular[job].astype(np.int64)


def _skills(town: Town, youth: Ints, job: Ints) -> tuple[Ints, Ints, Ints, Ints]:
    met = above = short = missing = np.zeros(len(youth), dtype=np.int64)
    has, needs = town.youths.has[youth], town.jobs.needs[job]
    tried = has[:, 0]
    for level in range(3):
        wanted = needs[:, level]
        met = met + count(has[:, level] & wanted)
        above = above + count(has[:, level + 1] & wanted)
        short = short + count(tried & ~has[:, level] & wanted)
        missing = missing + count(~tried & wanted)
    return met, above, short, missing


def minutes(town: Town, youth: Ints, job: Ints) -> Ints:
    """Of travel."""
    km = travel.kilometres(town.youths.place[youth], town.jobs.place[job])
    return travel.minutes(town.youths.pace[youth], km)


def slack(town: Town, youth: Ints, job: Ints) -> Small:
    """The code of the shift with the least free time around it; below 0 where one does not fit."""
    week, shifts = town.youths.week[youth], town.jobs.shifts[job]
    least = town.slack[week, shifts[:, 0]]
    for column in range(1, shifts.shape[1]):
        least = np.minimum(least, town.slack[week, shifts[:, column]])
    return least
