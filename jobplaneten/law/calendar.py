"""Days: public holidays, school days, birthdays and the end of compulsory schooling."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

import holidays

from jobplaneten.law.book import BOOK
from jobplaneten.law.facts import SATURDAY

Ranges = tuple[tuple[date, date], ...]
AUGUST = 8


@lru_cache(maxsize=64)
def public_holidays(year: int) -> dict[date, str]:
    """Denmark's statutory holidays with their Danish names. Christmas Eve and 5 June are custom, not statute."""
    found = holidays.country_holidays("DK", years=year, language="da")
    return {day: str(name) for day, name in found.items()}


def is_public_holiday(day: date) -> bool:
    return day in public_holidays(day.year)


@lru_cache(maxsize=256)
def days_in(ranges: Ranges) -> frozenset[date]:
    """Every day of ranges that are given as (first, last), both included."""
    return frozenset(
        first + timedelta(days=number) for first, last in ranges for number in range((last - first).days + 1)
    )


def is_school_day(day: date, closed: Iterable[tuple[date, date]] = ()) -> bool:
    """A weekday that is neither a public holiday nor in the school's closed days (first, last).

    No holiday of any school is known here: they differ from school to school, so they are handed in, and a day
    of which nothing is known is a school day.
    """
    return day.weekday() < SATURDAY and not is_public_holiday(day) and day not in days_in(tuple(closed))


def age_on(born_on: date, day: date) -> int:
    """Whole years on that day. Born on 29 February one turns on 1 March in a common year: the year is not
    whole until 28 February has passed, and being younger for a day more is the safe side.
    """
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def birthday(born_on: date, age: int) -> date:
    """The first day on which one is that old, as `age_on` counts."""
    year = born_on.year + age
    try:
        return born_on.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def schooling_ends_on(born_on: date, grade: int | None, as_of: date) -> date | None:
    """The last day of compulsory schooling for a pupil of `grade` (0-9) in the school year of `as_of`.

    That is 31 July after ninth grade, though never later than 31 July of the year in which one turns 17.
    None when schooling is no longer compulsory: tenth grade, or no grade at all. ValueError for other grades.
    """
    rule = BOOK.on(as_of).entries["SCHOOLING-END"]
    month, day, last_grade = rule.number("month"), rule.number("day"), rule.number("last_grade")
    if grade is None or grade == last_grade + 1:
        return None
    if not 0 <= grade <= last_grade:
        raise ValueError(f"There is no grade {grade}.")
    school_year_ends = as_of.year + (as_of.month >= AUGUST)
    return date(min(school_year_ends + last_grade - grade, born_on.year + rule.number("last_age")), month, day)


def is_in_schooling(ends_on: date | None, day: date) -> bool:
    return ends_on is not None and day <= ends_on


def platform_age_ok(born_on: date, on: date) -> bool:
    """Our own policy PLAT-01: from the 13th birthday until the day before the 19th."""
    rule = BOOK.on(on).entries["PLAT-01"]
    return rule.number("from_age") <= age_on(born_on, on) <= rule.number("to_age")
