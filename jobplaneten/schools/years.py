"""A calendar as people read it: school years from August to July, their days off, and what is not known yet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import holidays

from jobplaneten.law.calendar import is_school_day, public_holidays
from jobplaneten.schools.closing import merged
from jobplaneten.schools.models import ClosedDays

AUGUST, JUNE, SATURDAY = 8, 6, 5
ONE_DAY = timedelta(days=1)
OFTEN_CLOSED = {(5, 1), (6, 5), (12, 24), (12, 31)}


@dataclass(frozen=True, slots=True)
class Suggestion:
    day: date
    name: str


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """`days` are the written days off that begin in the year; `school_days` how many days with lessons are left,
    also by what began in the year before.
    """

    begins: date
    days: tuple[ClosedDays, ...]
    school_days: int
    suggestions: tuple[Suggestion, ...]

    @property
    def ends(self) -> date:
        return last_day(self.begins)

    @property
    def name(self) -> str:
        return f"{self.begins.year}/{self.begins.year + 1}"

    @property
    def is_unknown(self) -> bool:
        return not self.days


def school_years(rows: Iterable[ClosedDays], today: date) -> list[SchoolYear]:
    """This school year, the next, and every later one with something written in it."""
    known = list(rows)
    this = begin_of(today)
    last = max([begin_of(row.first_on).year for row in known] + [this.year + 1])
    return [school_year(date(year, AUGUST, 1), known) for year in range(this.year, last + 1)]


def school_year(begins: date, rows: list[ClosedDays]) -> SchoolYear:
    ends = last_day(begins)
    days = tuple(row for row in rows if begins <= row.first_on <= ends)
    closed = merged((row.first_on, row.last_on) for row in rows)
    lessons = sum(is_school_day(day, closed) for day in each_day(begins, ends))
    return SchoolYear(begins, days, lessons, tuple(suggestions(begins, closed)))


def suggestions(begins: date, closed: Iterable[tuple[date, date]]) -> Iterator[Suggestion]:
    """Days on which schools are often closed, though no law says so, and the first day of the summer holiday."""
    ranges = tuple(closed)
    customary = holidays.country_holidays(
        "DK", years=(begins.year, begins.year + 1), language="da", categories=("optional",), expand=False
    )
    often = {day: str(name) for day, name in customary.items() if (day.month, day.day) in OFTEN_CLOSED}
    often[summer_begins(begins.year + 1)] = "Sommerferiens første dag"
    for day, name in sorted(often.items()):
        is_known = any(first <= day <= last for first, last in ranges)
        is_free_anyway = day in public_holidays(day.year) or (day.weekday() >= SATURDAY and day.month != JUNE)
        if begins <= day <= last_day(begins) and not is_known and not is_free_anyway:
            yield Suggestion(day, name)


def summer_begins(year: int) -> date:
    """The last Saturday of June (folkeskoleloven § 14 a)."""
    last = date(year, JUNE, 30)
    return last - timedelta(days=(last.weekday() - SATURDAY) % 7)


def begin_of(day: date) -> date:
    return date(day.year - (day.month < AUGUST), AUGUST, 1)


def last_day(begins: date) -> date:
    return date(begins.year + 1, AUGUST, 1) - ONE_DAY


def each_day(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))
