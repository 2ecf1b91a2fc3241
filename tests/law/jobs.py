"""Lawful starting points, so that each test shows only what it changes."""

from dataclasses import replace
from datetime import date
from typing import Any

from jobplaneten.law.facts import Config, Hire, Job, Shift, Stage, Youth
from jobplaneten.law.findings import Findings
from jobplaneten.law.judging import judge

NOW = date(2026, 11, 22)
CHILD = Youth(13)
PUPIL = Youth(15)
YOUTH = Youth(16, in_compulsory_school=False)
CHILD_FINISHED = Youth(14, in_compulsory_school=False)
ADULT = Youth(18, in_compulsory_school=False)
TWELVE = Youth(12)
MINORS = [CHILD, CHILD_FINISHED, PUPIL, YOUTH]
AFTERNOON = Shift.at("tue", "15:30", "17:30")
SHOP = Job(workplace="supermarket", tasks=("stock_shelves_light",), shifts=(AFTERNOON,))


def shop(*shifts: Shift, **facts: Any) -> Job:
    return replace(SHOP, shifts=shifts or SHOP.shifts, **facts)


def ask(
    youth: Youth,
    job: Job,
    on: date = NOW,
    stage: Stage = "post",
    hire: Hire | None = None,
    config: Config | None = None,
) -> Findings:
    return judge(youth, job, stage, on, hire, config)


def broken(youth: Youth, job: Job, on: date = NOW, **asked: Any) -> tuple[str, ...]:
    return ask(youth, job, on, **asked).violations


def warned(youth: Youth, job: Job, on: date = NOW, **asked: Any) -> tuple[str, ...]:
    return ask(youth, job, on, **asked).warnings


def free(weekday: str, start: str, end: str, break_min: int = 0) -> Shift:
    return Shift.at(weekday, start, end, break_min, "non_school")


def week(start: str, end: str, days: str = "mon tue wed thu fri", break_min: int = 0) -> list[Shift]:
    return [free(day, start, end, break_min) for day in days.split()]
