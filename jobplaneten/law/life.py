"""A youth's weeks, whatever the job: who one is on each day, whether there is school, and one's work elsewhere."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, cached_property, lru_cache

from jobplaneten.law.book import BOOK, Law
from jobplaneten.law.calendar import age_on, birthday, is_in_schooling, public_holidays
from jobplaneten.law.facts import SATURDAY, SUNDAY, Shift
from jobplaneten.law.groups import ADULT_FROM, CHILD_FROM, YOUTH_FROM, kind_of
from jobplaneten.law.week import Person

DAYS_OF_WEEK = 7
State = tuple[int, bool, frozenset[date]]
"""An age, whether one is in compulsory schooling, and the closed days of the school."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another job of the same youth: its week, worked from `first_on` to `last_on`, both included; None has no end."""

    shifts: tuple[Shift, ...]
    first_on: date
    last_on: date | None = None

    def lasts(self, day: date) -> bool:
        return self.first_on <= day and (self.last_on is None or day <= self.last_on)

    def on(self, day: date) -> tuple[Shift, ...]:
        if not self.lasts(day):
            return ()
        return tuple(shift for shift in self.shifts if shift.weekday == day.weekday())


@dataclass(frozen=True, slots=True)
class LifeDay:
    """`is_employed`: the day lies in the period of another job, though there may be no shift on it."""

    weekday: int
    person: Person
    law: Law
    is_school_day: bool
    is_public_holiday: bool
    is_employed: bool = False
    elsewhere: tuple[Shift, ...] = ()


@dataclass(frozen=True)
class LifeWeek:
    """Monday to Sunday. `eve` is the Sunday before and `morrow` the shifts of the next Monday, where there is work
    elsewhere: rest is counted across both. One week comes to many youths, so its hash is kept.
    """

    days: tuple[LifeDay, ...]
    is_school_week: bool
    eve: LifeDay | None = None
    morrow: tuple[Shift, ...] = ()

    def __hash__(self) -> int:
        return self.kept_hash

    @cached_property
    def kept_hash(self) -> int:
        return hash((self.days, self.eve, self.morrow))


@dataclass(frozen=True, slots=True)
class Life:
    """`schooling_ends_on` is the last day of compulsory schooling; `closed` are the closed days of the school."""

    born_on: date
    schooling_ends_on: date | None
    closed: frozenset[date] = frozenset()
    elsewhere: tuple[Elsewhere, ...] = ()
    is_blurred: bool = False

    @property
    def without_other_work(self) -> "Life":
        return replace(self, elsewhere=())

    @property
    def blurred(self) -> "Life":
        """The same life with the youngest age that the law treats alike: most birthdays mean nothing to it."""
        return replace(self, is_blurred=True)

    def week(self, monday: date) -> LifeWeek:
        week = self._week(monday)
        return self._with_other_work(week, monday) if self.elsewhere else week

    def _week(self, monday: date) -> LifeWeek:
        """Nobody changes and changes back, so the two ends tell of most weeks, and many youths share one week."""
        sunday = monday + timedelta(days=SUNDAY)
        first, last = self.at(monday), self.at(sunday)
        if first == last:
            return even_week(monday, *first)
        days = [self._day(monday + timedelta(days=number)) for number in range(DAYS_OF_WEEK)]
        return one_for_all(LifeWeek(tuple(days), any(day.is_school_day for day in days)))

    def at(self, day: date) -> State:
        age = age_on(self.born_on, day)
        age = told_apart(age) if self.is_blurred else age
        return age, is_in_schooling(self.schooling_ends_on, day), self.closed

    @property
    def turns(self) -> tuple[date, ...]:
        """In a blurred life the days on which `at` is another than the day before."""
        birthdays = [birthday(self.born_on, age) for age in ages_told_apart()]
        last = self.schooling_ends_on
        return tuple(birthdays) if last is None else (*birthdays, last + timedelta(days=1))

    def _day(self, day: date) -> LifeDay:
        return _life_day(day, *self.at(day))

    def _with_other_work(self, week: LifeWeek, monday: date) -> LifeWeek:
        dates = [monday + timedelta(days=number) for number in range(-1, DAYS_OF_WEEK + 1)]
        eve, *inside, morrow = [self._shifts(day) for day in dates]
        days = [
            replace(known, is_employed=any(job.lasts(day) for job in self.elsewhere), elsewhere=shifts)
            for known, day, shifts in zip(week.days, dates[1:], inside, strict=False)
        ]
        return replace(
            week,
            days=tuple(days),
            eve=replace(self._day(dates[0]), is_employed=True, elsewhere=eve) if eve else None,
            morrow=morrow,
        )

    def _shifts(self, day: date) -> tuple[Shift, ...]:
        return tuple(shift for job in self.elsewhere for shift in job.on(day))


@cache
def ages_told_apart() -> tuple[int, ...]:
    """An age is only ever asked for its group, or held against a `from_age` of the book."""
    figures = (entry.number("from_age") for entry in BOOK.entries if "from_age" in entry.figures)
    return tuple(sorted({CHILD_FROM, YOUTH_FROM, ADULT_FROM, *figures}))


@cache
def told_apart(age: int) -> int:
    return max((each for each in ages_told_apart() if each <= age), default=0)


@lru_cache(maxsize=4096)
def even_week(monday: date, age: int, in_school: bool, closed: frozenset[date]) -> LifeWeek:
    """A week in which the youth neither has a birthday nor leaves school."""
    days = [_life_day(monday + timedelta(days=number), age, in_school, closed) for number in range(DAYS_OF_WEEK)]
    return one_for_all(LifeWeek(tuple(days), any(day.is_school_day for day in days)))


@lru_cache(maxsize=4096)
def one_for_all(week: LifeWeek) -> LifeWeek:
    """The same object for weeks that are alike: what is the same thing is quickly seen to be equal."""
    return week


def _life_day(day: date, age: int, in_school: bool, closed: frozenset[date]) -> LifeDay:
    """A day before the book begins is only met as the neighbour of a later one, whose law it takes."""
    weekday, is_holiday = day.weekday(), day in public_holidays(day.year)
    is_school_day = in_school and weekday < SATURDAY and not is_holiday and day not in closed
    law = BOOK.on(max(day, BOOK.begins))
    return LifeDay(weekday, Person(age, kind_of(age, in_school)), law, is_school_day, is_holiday)
