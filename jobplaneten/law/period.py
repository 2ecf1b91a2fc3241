"""A placement on its real dates: every shift by the age, the schooling and the kind of day it falls on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from jobplaneten.law.book import BOOK, Law
from jobplaneten.law.calendar import age_on, days_in, is_in_schooling, is_public_holiday
from jobplaneten.law.facts import SATURDAY, SUNDAY, Config, Hire, Job, Shift, Stage
from jobplaneten.law.findings import Finding, Findings
from jobplaneten.law.groups import kind_of
from jobplaneten.law.judging import judge_week
from jobplaneten.law.week import Day, Person, Week, gap_after, shifts_by_day, working_day

ONE_DAY = timedelta(days=1)
ONE_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class JudgedWeeks:
    """Weeks that are alike in the eyes of the law, told by their Mondays, and what it says about each of them."""

    mondays: tuple[date, ...]
    findings: Findings


@dataclass(frozen=True, slots=True)
class PeriodFindings:
    """Iterates over the distinct findings of all its weeks, the earliest week first."""

    weeks: tuple[JudgedWeeks, ...]

    def __iter__(self) -> Iterator[Finding]:
        seen: list[Finding] = []
        for week in self.weeks:
            new = [finding for finding in week.findings if finding not in seen]
            seen += new
            yield from new

    @property
    def legal(self) -> bool:
        return all(week.findings.legal for week in self.weeks)

    @property
    def violations(self) -> tuple[str, ...]:
        return Findings(tuple(self)).violations

    @property
    def warnings(self) -> tuple[str, ...]:
        return Findings(tuple(self)).warnings

    @property
    def first_unlawful_week(self) -> date | None:
        """The Monday of the first week that the law forbids."""
        return min((week.mondays[0] for week in self.weeks if not week.findings.legal), default=None)


@dataclass(frozen=True, slots=True)
class DatedDay:
    """One date as this youth meets it. The alike dates of two weeks are equal."""

    person: Person
    is_in_period: bool
    is_school_day: bool
    is_public_holiday: bool
    elsewhere: int


@dataclass(frozen=True, slots=True)
class Kind:
    """All that may make one week differ from another. `goes_on`: the next Monday is in the period too."""

    law: Law
    days: tuple[DatedDay, ...]
    goes_on: bool


@dataclass(frozen=True, slots=True)
class Placement:
    """What the dates are read by."""

    born_on: date
    schooling_ends_on: date | None
    first_on: date
    last_on: date
    closed: frozenset[date]
    other_hours: Mapping[date, float]

    def day(self, day: date) -> DatedDay:
        in_schooling = is_in_schooling(self.schooling_ends_on, day)
        age = age_on(self.born_on, day)
        holiday = is_public_holiday(day)
        return DatedDay(
            person=Person(age, kind_of(age, in_schooling)),
            is_in_period=self.first_on <= day <= self.last_on,
            is_school_day=in_schooling and day.weekday() < SATURDAY and not holiday and day not in self.closed,
            is_public_holiday=holiday,
            elsewhere=round(self.other_hours.get(day, 0) * 60),
        )

    def kinds(self, monday: date) -> Iterator[Kind]:
        """One, or two in a week in which the law itself changes."""
        sunday = monday + SUNDAY * ONE_DAY
        days = tuple(self.day(monday + weekday * ONE_DAY) for weekday in range(7))
        laws = (BOOK.on(max(monday, self.first_on)), BOOK.on(min(sunday, self.last_on)))
        for law in dict.fromkeys(laws):
            yield Kind(law, days, goes_on=sunday < self.last_on)


def judge_period(
    born_on: date,
    schooling_ends_on: date | None,
    job: Job,
    first_on: date,
    last_on: date | None,
    closed: Iterable[tuple[date, date]] = (),
    *,
    stage: Stage = "post",
    hire: Hire | None = None,
    config: Config | None = None,
    other_hours: Mapping[date, float] | None = None,
) -> PeriodFindings:
    """All that the law says about a weekly pattern worked from `first_on` to `last_on`, both included.

    `schooling_ends_on` is the last day of compulsory schooling, None when it is over; `closed` are the school's
    closed days as (first, last); `other_hours` are hours worked elsewhere, by date. Without `last_on` the
    next year is judged. The day types, `week_type` and other-employer figures of the job are not used.

    Each date has its own age, schooling and kind of day. In a week with a birthday or the end of schooling,
    each day is held to the limits of that day, and the week to the strictest limit of any of its days in
    the period. Rest is judged into the next Monday, and Sunday and Monday off count as together. A week in
    which the law changes must be lawful by the old law and by the new.
    """
    until = first_on + ONE_YEAR if last_on is None else last_on
    placement = Placement(born_on, schooling_ends_on, first_on, until, days_in(tuple(closed)), other_hours or {})
    by_day = shifts_by_day(job.shifts)
    mondays: dict[Kind, list[date]] = {}
    for number in range(first_on.toordinal() - first_on.weekday(), until.toordinal() + 1, 7):
        monday = date.fromordinal(number)
        for kind in placement.kinds(monday):
            if any(kind.days[weekday].is_in_period for weekday in by_day):
                mondays.setdefault(kind, []).append(monday)
    asked = partial(_week, job=job, by_day=by_day, stage=stage, hire=hire or Hire(), config=config or Config())
    return PeriodFindings(tuple(JudgedWeeks(tuple(alike), judge_week(asked(kind))) for kind, alike in mondays.items()))


def _week(
    kind: Kind, *, job: Job, by_day: dict[int, tuple[Shift, ...]], stage: Stage, hire: Hire, config: Config
) -> Week:
    days = tuple(_day(kind, weekday, by_day) for weekday in by_day if kind.days[weekday].is_in_period)
    elsewhere = {weekday for weekday, day in enumerate(kind.days) if day.elsewhere}
    return Week(
        job=job,
        stage=stage,
        hire=hire,
        config=config,
        law=kind.law,
        days=days,
        people=tuple(dict.fromkeys(day.person for day in days)),
        groups=frozenset(day.person.group for day in kind.days if day.is_in_period),
        is_school_week=any(day.is_school_day for day in kind.days),
        minutes=sum(day.own_minutes for day in days) + sum(day.elsewhere for day in kind.days),
        busy=frozenset(elsewhere.union(day.weekday for day in days)),
        repeats=True,
    )


def _day(kind: Kind, weekday: int, by_day: dict[int, tuple[Shift, ...]]) -> Day:
    dated = kind.days[weekday]
    works_on = kind.goes_on if weekday == SUNDAY else kind.days[weekday + 1].is_in_period
    return working_day(
        weekday,
        dated.person,
        by_day[weekday],
        dated.elsewhere,
        gap_after=gap_after(by_day, weekday) if works_on else None,
        is_school_day=dated.is_school_day,
        is_public_holiday=dated.is_public_holiday,
    )
