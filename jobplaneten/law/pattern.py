"""A job's weekly pattern laid over a week of a youth's life: all that its judgement depends on, and nothing else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from jobplaneten.law.book import Law
from jobplaneten.law.facts import SUNDAY, Config, Hire, Job, Shift, Stage
from jobplaneten.law.findings import Finding
from jobplaneten.law.groups import Group
from jobplaneten.law.life import DAYS_OF_WEEK, LifeDay, LifeWeek
from jobplaneten.law.week import Day, Person, Week, gap_between, in_order, shifts_by_day, working_day

EVE, MONDAY, MORROW = -1, 0, DAYS_OF_WEEK
Work = Mapping[int, tuple[Shift, ...]]


@dataclass(frozen=True, slots=True)
class Span:
    """What of a week lies in the period: `first` to `last`, with this job's shifts on `weekdays`.

    `begins`: the job has had no shift before this week; `goes_on`: it has one on the next Monday.
    """

    first: int
    last: int
    weekdays: frozenset[int]
    begins: bool
    goes_on: bool


@dataclass(frozen=True, slots=True)
class WorkedDay:
    """A day with a shift, in this job (`is_own`) or elsewhere."""

    weekday: int
    person: Person
    is_school_day: bool
    is_public_holiday: bool
    is_own: bool
    elsewhere: tuple[Shift, ...]


@dataclass(frozen=True)
class Kind:
    """All that may make one week of a job differ from another; weeks of a kind are judged once. Its hash is kept.

    `eve` is the Sunday before the job's first week and `morrow` the shifts of the next Monday, where there is
    work elsewhere that a rest must reach from or to.
    """

    law: Law
    days: tuple[WorkedDay, ...]
    groups: frozenset[Group]
    is_school_week: bool
    goes_on: bool
    eve: WorkedDay | None = None
    morrow: tuple[Shift, ...] = ()

    def __hash__(self) -> int:
        return self.kept_hash

    @cached_property
    def kept_hash(self) -> int:
        return hash((self.law, self.days, self.groups, self.goes_on, self.eve, self.morrow))

    @property
    def has_work_elsewhere(self) -> bool:
        return bool(self.eve or self.morrow or any(day.elsewhere for day in self.days))


@lru_cache(maxsize=1 << 16)
def kinds_of(week: LifeWeek, span: Span) -> tuple[Kind, ...]:
    """One kind, or two in a week in which the law itself changes."""
    days = tuple(_worked(day, span) for day in week.days if day.weekday in span.weekdays or day.elsewhere)
    is_met_by_monday = days[-1].weekday == SUNDAY
    groups = (day.person.group for day in week.days if day.is_employed or span.first <= day.weekday <= span.last)
    begins_on_monday = span.begins and MONDAY in span.weekdays
    laws = dict.fromkeys((week.days[span.first].law, week.days[span.last].law))
    common = (
        days,
        frozenset(groups),
        week.is_school_week,
        span.goes_on and is_met_by_monday,
        _worked(week.eve, None) if week.eve and begins_on_monday else None,
        week.morrow if is_met_by_monday else (),
    )
    return tuple(one_for_all(Kind(law, *common)) for law in laws)


@lru_cache(maxsize=1 << 16)
def one_for_all(kind: Kind) -> Kind:
    """The same object for kinds that are alike."""
    return kind


def _worked(day: LifeDay, span: Span | None) -> WorkedDay:
    is_own = span is not None and day.weekday in span.weekdays
    return WorkedDay(day.weekday, day.person, day.is_school_day, day.is_public_holiday, is_own, day.elsewhere)


@dataclass(frozen=True)
class Pattern:
    """A job and all that is asked about it beside the youth and the dates."""

    job: Job
    stage: Stage = "post"
    hire: Hire = Hire()
    config: Config = Config()

    @cached_property
    def by_day(self) -> Work:
        return shifts_by_day(self.job.shifts)

    @cached_property
    def remembered(self) -> dict[Any, Mapping[Any, list[Finding]]]:
        return {}

    def spans(self, first_on: date, last_on: date) -> Iterator[tuple[date, Span]]:
        """Every week with a shift in the period, by its Monday."""
        return spans(frozenset(self.by_day), first_on, last_on)

    def week(self, kind: Kind) -> Week:
        own = {day.weekday: self.by_day[day.weekday] for day in kind.days if day.is_own}
        if kind.goes_on:
            own[MORROW] = self.by_day[MONDAY]
        work = _with_work_elsewhere(own, kind) if kind.has_work_elsewhere else own
        days = tuple(_day(day.weekday, day, own) for day in kind.days if day.is_own)
        all_days = days if work is own else tuple(_day(day.weekday, day, work) for day in kind.days)
        eve = (_day(EVE, kind.eve, work),) if kind.eve else ()
        return Week(
            job=self.job,
            stage=self.stage,
            hire=self.hire,
            config=self.config,
            law=kind.law,
            days=days,
            all_days=eve + all_days,
            people=tuple(dict.fromkeys(day.person for day in days)),
            groups=kind.groups,
            is_school_week=kind.is_school_week,
            minutes=sum(day.own_minutes for day in all_days),
            busy=frozenset(day.weekday for day in all_days),
            repeats=True,
            remembered=self.remembered,
        )


def spans(by_day: frozenset[int], first_on: date, last_on: date) -> Iterator[tuple[date, Span]]:
    """Every week of the period with one of these weekdays, by its Monday."""
    begins = True
    for number in range(first_on.toordinal() - first_on.weekday(), last_on.toordinal() + 1, DAYS_OF_WEEK):
        first = max(0, first_on.toordinal() - number)
        last = min(SUNDAY, last_on.toordinal() - number)
        weekdays = frozenset(weekday for weekday in by_day if first <= weekday <= last)
        if weekdays:
            goes_on = MONDAY in by_day and last_on.toordinal() >= number + DAYS_OF_WEEK
            yield date.fromordinal(number), Span(first, last, weekdays, begins, goes_on)
            begins = False


def _with_work_elsewhere(own: Work, kind: Kind) -> Work:
    elsewhere = {day.weekday: day.elsewhere for day in kind.days} | {MORROW: kind.morrow}
    if kind.eve:
        elsewhere[EVE] = kind.eve.elsewhere
    together = {place: (*own.get(place, ()), *shifts) for place, shifts in elsewhere.items()}
    return {place: in_order(shifts) for place, shifts in together.items() if shifts}


def _day(place: int, day: WorkedDay, work: Work) -> Day:
    return working_day(
        day.weekday,
        day.person,
        work[place],
        gap_after=gap_between(work[place], work.get(place + 1, ())),
        is_school_day=day.is_school_day,
        is_public_holiday=day.is_public_holiday,
    )
