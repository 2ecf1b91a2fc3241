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
| hidden           |                                                             |
| own_law          | rules (ids): what the caller's `verdict` says of this pair  |

The order is the order of counting: a pair is counted under its first reason. Here one pair is looked at
in plain steps; `search` does the same for all pairs of a town.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from matching.engine import timetable, travel
from matching.engine.cards import JobCard, WishCard

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
    "hidden",
    "own_law",
)


@dataclass(frozen=True, slots=True)
class Refusal:
    youth: int
    post: int
    code: str
    figures: Mapping[str, Figure]


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
        ("hidden", {} if job.post in wish.hidden else None),
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
    outside = [shift for shift in shifts if timetable.slack(open_times, shift) < 0]
    if not outside:
        return None
    weekday, start, end = outside[0]
    counts: Figures = {"shifts": len(shifts), "outside": len(outside)}
    return counts | {"weekday": weekday, "start": start, "end": end}
