"""A placement on its real dates: every shift by the age, the schooling and the kind of day it falls on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from jobplaneten.law.book import BOOK, Law
from jobplaneten.law.calendar import age_on, days_in, is_in_schooling, public_holidays
from jobplaneten.law.facts import SATURDAY, SUNDAY, Config, Hire, Job, Shift, Stage
from jobplaneten.law.findings import Finding, Findings
from jobplaneten.law.groups import Group, kind_of
from jobplaneten.law.judging import judge_week
from jobplaneten.law.week import Day, Person, Week, gap_after, shifts_by_day, working_day

DAYS_OF_WEEK = 7
NOWHERE = (0,) * DAYS_OF_WEEK
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
class WorkingDate:
    """A date with a shift, as this youth meets it."""

    weekday: int
    person: Person
    is_school_day: bool
    is_public_holiday: bool
    elsewhere: int


@dataclass(frozen=True, slots=True)
class Kind:
    """All that may make one week differ from another; weeks of a kind are judged once.

    `elsewhere` is the minutes worked for others on each weekday; `goes_on`: the next Monday is in the period too.
    """

    law: Law
    dates: tuple[WorkingDate, ...]
    groups: frozenset[Group]
    is_school_week: bool
    elsewhere: tuple[int, ...]
    goes_on: bool


@dataclass(frozen=True, slots=True)
class Placement:
    """A youth's dates in a job."""

    born_on: date
    schooling_ends_on: date | None
    weekdays: frozenset[int]
    first_on: date
    last_on: date
    closed: frozenset[date]
    holidays: frozenset[date]
    other_hours: Mapping[date, float]

    def kinds(self) -> dict[Kind, list[date]]:
        """Every kind of week with work in it, and the Mondays of its weeks."""
        found: dict[Kind, list[date]] = {}
        for number in range(self.first_on.toordinal() - self.first_on.weekday(), self.last_on.toordinal() + 1, 7):
            week = [date.fromordinal(number + weekday) for weekday in range(DAYS_OF_WEEK)]
            for kind in self.kinds_of(week):
                found.setdefault(kind, []).append(week[0])
        return found

    def kinds_of(self, week: list[date]) -> list[Kind]:
        """One kind; none when no shift falls inside the period, two in a week in which the law itself changes."""
        inside = [day for day in week if self.first_on <= day <= self.last_on]
        people = self.people(inside)
        school_days = self.school_days(week)
        elsewhere = tuple(round(self.other_hours.get(day, 0) * 60) for day in week) if self.other_hours else NOWHERE
        first = inside[0].weekday()
        dates = tuple(
            WorkingDate(weekday, people[weekday - first], day in school_days, day in self.holidays, elsewhere[weekday])
            for weekday, day in enumerate(inside, first)
            if weekday in self.weekdays
        )
        groups = frozenset(person.group for person in people)
        goes_on = week[SUNDAY] < self.last_on
        laws = dict.fromkeys((BOOK.on(inside[0]), BOOK.on(inside[-1]))) if dates else ()
        return [Kind(law, dates, groups, bool(school_days), elsewhere, goes_on) for law in laws]

    def people(self, inside: list[date]) -> list[Person]:
        """Who the youth is on each of the days; nobody changes and changes back, so the two ends tell of most weeks."""
        first, last = self.person(inside[0]), self.person(inside[-1])
        return [first] * len(inside) if first == last else [self.person(day) for day in inside]

    def person(self, day: date) -> Person:
        age = age_on(self.born_on, day)
        return Person(age, kind_of(age, is_in_schooling(self.schooling_ends_on, day)))

    def school_days(self, week: list[date]) -> list[date]:
        if not is_in_schooling(self.schooling_ends_on, week[0]):
            return []
        return [
            day
            for day in week[:SATURDAY]
            if day not in self.closed and day not in self.holidays and is_in_schooling(self.schooling_ends_on, day)
        ]


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
    which the law changes must be lawful by the old law and by the new. ValueError when it ends before it begins.
    """
    until = first_on + ONE_YEAR if last_on is None else last_on
    by_day = shifts_by_day(job.shifts)
    if until < first_on:
        raise ValueError(f"A period cannot end on {until} when it begins on {first_on}.")
    years = range(first_on.year - 1, until.year + 2)
    placement = Placement(
        born_on=born_on,
        schooling_ends_on=schooling_ends_on,
        weekdays=frozenset(by_day),
        first_on=first_on,
        last_on=until,
        closed=days_in(tuple(closed)),
        holidays=frozenset[date]().union(*(public_holidays(year) for year in years)),
        other_hours=other_hours or {},
    )
    week_of = partial(_week, job=job, by_day=by_day, stage=stage, hire=hire or Hire(), config=config or Config())
    return PeriodFindings(
        tuple(JudgedWeeks(tuple(mondays), judge_week(week_of(kind))) for kind, mondays in placement.kinds().items())
    )


def _week(
    kind: Kind, *, job: Job, by_day: dict[int, tuple[Shift, ...]], stage: Stage, hire: Hire, config: Config
) -> Week:
    days = tuple(_day(kind, on, by_day) for on in kind.dates)
    busy_elsewhere = {weekday for weekday, minutes in enumerate(kind.elsewhere) if minutes}
    return Week(
        job=job,
        stage=stage,
        hire=hire,
        config=config,
        law=kind.law,
        days=days,
        people=tuple(dict.fromkeys(on.person for on in kind.dates)),
        groups=kind.groups,
        is_school_week=kind.is_school_week,
        minutes=sum(day.own_minutes for day in days) + sum(kind.elsewhere),
        busy=frozenset(busy_elsewhere.union(day.weekday for day in days)),
        repeats=True,
    )


def _day(kind: Kind, on: WorkingDate, by_day: dict[int, tuple[Shift, ...]]) -> Day:
    """The last day of the period has nothing after it."""
    is_last = on.weekday == kind.dates[-1].weekday
    works_tomorrow = kind.goes_on if on.weekday == SUNDAY else not is_last
    return working_day(
        on.weekday,
        on.person,
        by_day[on.weekday],
        on.elsewhere,
        gap_after=gap_after(by_day, on.weekday) if works_tomorrow else None,
        is_school_day=on.is_school_day,
        is_public_holiday=on.is_public_holiday,
    )
