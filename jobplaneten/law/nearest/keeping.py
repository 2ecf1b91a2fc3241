"""Another lawful week, which keeps more of the hours: shifts that slide, grow or move to another day, and new ones.

Step by step the change that wins most hours is taken, until the hours are as many as before or as the week may hold.
That is not proven to be the nearest of its kind.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from jobplaneten.law.clock import DAY
from jobplaneten.law.facts import SUNDAY, Shift
from jobplaneten.law.nearest.limits import DAYS_OF_WEEK, Calendar, Limits
from jobplaneten.law.nearest.ways import QUARTER, SHORTEST_WORK, ceiling, floor, length, retimed
from jobplaneten.law.week import shifts_by_day


@dataclass(frozen=True, slots=True)
class Rota:
    """`shifts` are aligned with the given ones, None where one is dropped; `added` are new."""

    shifts: tuple[Shift | None, ...]
    added: tuple[Shift, ...] = ()

    @property
    def all(self) -> tuple[Shift, ...]:
        return (*(shift for shift in self.shifts if shift), *self.added)

    @property
    def work(self) -> int:
        return sum(shift.work for shift in self.all)

    def without(self, place: int) -> tuple[Shift, ...]:
        return replace(self, shifts=(*self.shifts[:place], None, *self.shifts[place + 1 :])).all

    def with_shift(self, place: int, shift: Shift) -> "Rota":
        return replace(self, shifts=(*self.shifts[:place], shift, *self.shifts[place + 1 :]))

    def with_added(self, shift: Shift) -> "Rota":
        return replace(self, added=(*self.added, shift))


@dataclass(frozen=True, slots=True)
class Keeper:
    """`given` are the shifts before any change. It either adds shifts, or puts the given ones elsewhere."""

    given: tuple[Shift, ...]
    limits: Limits
    calendar: Calendar
    adds: bool

    def keep(self, rota: Rota) -> Rota:
        """The rota with as many of the lost hours as can be had again."""
        wanted = sum(shift.work for shift in self.given)
        while wanted - rota.work >= QUARTER:
            steps = (each for each in self._steps(rota, wanted - rota.work) if rota.work < each.work <= wanted)
            better = min(steps, key=self._preference, default=None)
            if better is None:
                break
            rota = better
        return rota

    def _preference(self, rota: Rota) -> tuple[int, ...]:
        """Most hours, fewest fields (a new shift is more than one), Sunday off, and the least moved."""
        pairs = [(old, new) for old, new in zip(self.given, rota.shifts, strict=True) if new]
        fields = sum((old.start != new.start) + (old.end != new.end) for old, new in pairs)
        days = sum(old.weekday != new.weekday for old, new in pairs)
        moved = sum(abs(old.start - new.start) for old, new in pairs)
        sundays = sum(shift.weekday == SUNDAY for shift in rota.all)
        return -rota.work, fields + days + 2 * len(rota.added), sundays, moved

    def _steps(self, rota: Rota, missing: int) -> Iterator[Rota]:
        for place, (old, new) in enumerate(zip(self.given, rota.shifts, strict=True)):
            week = Room(rota.without(place), self.limits)
            if not self.adds and (new is None or new.work < old.work):
                yield from (rota.with_shift(place, one) for one in self._placed_anew(old, week))
            if new:
                yield from (rota.with_shift(place, one) for one in self._grown(new, missing, week))
        if self.adds:
            week = Room(rota.all, self.limits)
            yield from (rota.with_added(one) for one in self._new(missing, week))

    def _placed_anew(self, old: Shift, week: "Room") -> Iterator[Shift]:
        """The whole shift at the nearest hour of its day, or at its hour on another day."""
        starts = sorted(range(0, DAY - length(old) + 1, QUARTER), key=lambda start: abs(start - old.start))
        slid = (retimed(old, start=start, end=start + length(old)) for start in starts)
        yield from islice(filter(week.takes, slid), 1)
        for weekday in self._days_for(old.start):
            moved = self.calendar.on(weekday, old.start, old.end, old.break_min)
            if week.takes(moved):
                yield moved

    def _grown(self, shift: Shift, missing: int, week: "Room") -> Iterator[Shift]:
        """It ends later; or begins earlier, but not on a school day, for nobody has said when school is out."""
        ends = range(floor(min(shift.end + missing, DAY)), shift.end, -QUARTER)
        yield from week.longest(ends, lambda end: retimed(shift, end=end))
        if shift.weekday not in self.calendar.school:
            starts = range(ceiling(max(shift.start - missing, 0)), shift.start, QUARTER)
            yield from week.longest(starts, lambda start: retimed(shift, start=start))

    def _new(self, missing: int, week: "Room") -> Iterator[Shift]:
        """At an hour at which there is work already, as long as can be."""
        for start in sorted({shift.start for shift in self.given}):
            ends = range(floor(min(start + missing, DAY)), start + SHORTEST_WORK - 1, -QUARTER)
            for weekday in self._days_for(start):
                yield from week.longest(ends, partial(self.calendar.on, weekday, start))

    def _days_for(self, start: int) -> Iterator[int]:
        """School days only for the hours of other school days."""
        after_school = {shift.start for shift in self.given if shift.weekday in self.calendar.school}
        return (day for day in range(DAYS_OF_WEEK) if start in after_school or day not in self.calendar.school)


class Room:
    """What a week with these shifts still takes."""

    def __init__(self, shifts: Iterable[Shift], limits: Limits) -> None:
        self.days, self.limits = shifts_by_day(tuple(shifts)), limits
        self.work = sum(each.work for same_day in self.days.values() for each in same_day)

    def takes(self, shift: Shift) -> bool:
        """Nobody is on two shifts at once."""
        weekdays, same_day = {*self.days, shift.weekday}, self.days.get(shift.weekday, ())
        return (
            shift.work <= self.limits.day[shift.weekday]
            and all(shift.end <= one.start or one.end <= shift.start for one in same_day)
            and len(weekdays) <= self.limits.busy_days
            and self.work + shift.work <= self.limits.cap(weekdays)
            and self.limits.fits(shift, self.days)
        )

    def longest(self, times: range, made: Callable[[int], Shift]) -> Iterator[Shift]:
        """The first that it takes, of shifts made with these times from the longest to the shortest."""
        if times and self.takes(made(times[-1])):
            yield made(times[bisect_left(times, True, key=lambda time: self.takes(made(time)))])
