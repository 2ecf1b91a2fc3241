"""A week as the rules see it: its working days, each with the person that the youth is on that day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Any, Protocol

from jobplaneten.law.book import Law
from jobplaneten.law.clock import DAY
from jobplaneten.law.facts import SUNDAY, Config, Hire, Job, Shift, Stage, Youth
from jobplaneten.law.findings import Finding
from jobplaneten.law.groups import Group, kind_of
from jobplaneten.law.wording import WEEKDAYS


@dataclass(frozen=True, slots=True)
class Person:
    age: int
    group: Group


@dataclass(frozen=True, slots=True)
class Day:
    """One working day; `minutes` adds to those of its shifts what the case form states of work elsewhere.

    `gap_after` is the rest until work on the next day.
    """

    weekday: int
    person: Person
    shifts: tuple[Shift, ...]
    is_school_day: bool
    is_public_holiday: bool
    own_minutes: int
    minutes: int
    gap_after: int | None

    @property
    def start(self) -> int:
        return self.shifts[0].start

    @property
    def end(self) -> int:
        return max(shift.end for shift in self.shifts)

    @property
    def name(self) -> str:
        return WEEKDAYS[self.weekday]

    @property
    def is_split(self) -> bool:
        return any(later.start > earlier.end for earlier, later in pairwise(self.shifts))


class Terms(Protocol):
    """What a rule sees that looks at the job and not at its days."""

    @property
    def job(self) -> Job: ...
    @property
    def stage(self) -> Stage: ...
    @property
    def hire(self) -> Hire: ...
    @property
    def config(self) -> Config: ...
    @property
    def law(self) -> Law: ...


@dataclass(frozen=True, slots=True)
class Week:
    """What every rule is asked about.

    `days` are this job's; `all_days` hold the youth's other jobs too, each day with all its shifts, and before the
    job's first Monday also a Sunday worked elsewhere, for the rest between them. `people` are those the youth is
    on `days`, `groups` those of the whole week: more than one when a birthday or the end of schooling falls inside
    it. `busy` are the weekdays with work, here or elsewhere. `remembered` is where weeks of one job leave for each
    other what does not depend on the days.
    """

    job: Job
    stage: Stage
    hire: Hire
    config: Config
    law: Law
    days: tuple[Day, ...]
    all_days: tuple[Day, ...]
    people: tuple[Person, ...]
    groups: frozenset[Group]
    is_school_week: bool
    minutes: int
    busy: frozenset[int]
    repeats: bool
    remembered: dict[Any, Mapping[Any, list[Finding]]] = field(default_factory=dict, compare=False, repr=False)


def week_of(youth: Youth, job: Job, stage: Stage, law: Law, hire: Hire, config: Config) -> Week:
    """The job's week as the case form tells it: one age, one schooling, the day types that are written."""
    person = Person(youth.age, kind_of(youth.age, youth.in_compulsory_school))
    by_day = shifts_by_day(job.shifts)
    ends = None if job.repeats else SUNDAY
    days = tuple(
        working_day(
            weekday,
            person,
            shifts,
            elsewhere=job.other_day_minutes,
            gap_after=None if weekday == ends else gap_between(shifts, by_day.get((weekday + 1) % 7, ())),
        )
        for weekday, shifts in by_day.items()
    )
    worked = max(sum(day.own_minutes for day in days), job.weekly_minutes or 0)
    return Week(
        job=job,
        stage=stage,
        hire=hire,
        config=config,
        law=law,
        days=days,
        all_days=days,
        people=(person,),
        groups=frozenset({person.group}),
        is_school_week=job.week_type == "school" or any(day.is_school_day for day in days),
        minutes=worked + max(job.other_week_minutes, job.other_day_minutes),
        busy=frozenset(by_day),
        repeats=job.repeats,
    )


def shifts_by_day(shifts: tuple[Shift, ...]) -> dict[int, tuple[Shift, ...]]:
    by_weekday = groupby(in_order(shifts), key=attrgetter("weekday"))
    return {weekday: tuple(same_day) for weekday, same_day in by_weekday}


def in_order(shifts: tuple[Shift, ...]) -> tuple[Shift, ...]:
    return tuple(sorted(shifts, key=attrgetter("weekday", "start", "end")))


def working_day(
    weekday: int,
    person: Person,
    shifts: tuple[Shift, ...],
    *,
    gap_after: int | None,
    elsewhere: int = 0,
    is_school_day: bool | None = None,
    is_public_holiday: bool | None = None,
) -> Day:
    """A day whose nature is given, or else read from its shifts: one on a school day makes it a school day."""
    own = sum(shift.work for shift in shifts)
    if is_school_day is None:
        is_school_day = any(shift.is_on_school_day for shift in shifts)
    if is_public_holiday is None:
        is_public_holiday = any(shift.public_holiday for shift in shifts)
    return Day(weekday, person, shifts, is_school_day, is_public_holiday, own, own + elsewhere, gap_after)


def gap_between(today: tuple[Shift, ...], tomorrow: tuple[Shift, ...]) -> int | None:
    """Minutes from the last work of one day to the first of the next; None when the next is free."""
    if not tomorrow:
        return None
    return DAY - max(shift.end for shift in today) + tomorrow[0].start
