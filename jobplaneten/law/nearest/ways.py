"""The ways in which one shift may change by one field without leaving its day, from the least change to the most."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, overload

from jobplaneten.law.facts import Shift

QUARTER = 15
SHORTEST_WORK = 30
LONGEST_BREAK = 60


class Variant(NamedTuple):
    """`cost` counts the minutes that are no longer worked, and the change of the break."""

    cost: int
    shift: Shift


def floor(minute: int) -> int:
    return minute // QUARTER * QUARTER


def ceiling(minute: int) -> int:
    return -(-minute // QUARTER) * QUARTER


def length(shift: Shift) -> int:
    return shift.end - shift.start


def at_least(shift: Shift) -> int:
    """What must remain of the work for the shift to be worth coming for."""
    return min(SHORTEST_WORK, shift.work)


@dataclass(frozen=True, slots=True)
class Way(Sequence[Variant]):
    """Variants from the least change to the most, each made when it is looked at: few of them are."""

    minutes: range
    made: Callable[[int], Variant]

    def __len__(self) -> int:
        return len(self.minutes)

    @overload
    def __getitem__(self, place: int) -> Variant: ...

    @overload
    def __getitem__(self, place: slice) -> "Way": ...

    def __getitem__(self, place: int | slice) -> "Variant | Way":
        if isinstance(place, slice):
            return Way(self.minutes[place], self.made)
        return self.made(self.minutes[place])


@dataclass(frozen=True, slots=True, order=True)
class Cost:
    """What makes one change nearer than another. `blemishes`: Sunday worked, and no two days off in a row."""

    fields: int
    minutes: int
    dropped: int = 0
    blemishes: int = 0


@dataclass(frozen=True)
class Piece:
    """A shift that will change, and how far it can."""

    shift: Shift

    @cached_property
    def ways(self) -> tuple[Way, ...]:
        """Shortened at its end, at its beginning, or by a break; a shopkeeper takes them in this order."""
        one, shortest = self.shift, at_least(self.shift) + self.shift.break_min
        ends = range(floor(one.end - 1), one.start + shortest - 1, -QUARTER)
        starts = range(ceiling(one.start + 1), one.end - shortest + 1, QUARTER)
        longest = min(LONGEST_BREAK, length(one) - at_least(one))
        breaks = range(ceiling(one.break_min + 1), longest + 1, QUARTER)
        return (
            Way(ends, lambda end: Variant(one.end - end, retimed(one, end=end))),
            Way(starts, lambda start: Variant(start - one.start, retimed(one, start=start))),
            Way(breaks, lambda pause: Variant(pause - one.break_min, retimed(one, break_min=pause))),
        )

    @cached_property
    def most(self) -> int:
        """The most minutes of work that it can lose and still be there."""
        return max((way[-1].cost for way in self.ways if way), default=0)

    def least(self, holds: Callable[[Shift], bool]) -> int | None:
        """The cheapest change with which it holds."""
        firsts = [way[place].cost for way in self.ways if (place := first(way, holds)) < len(way)]
        return min(firsts, default=None)


def retimed(shift: Shift, *, start: int | None = None, end: int | None = None, break_min: int | None = None) -> Shift:
    return Shift(
        shift.weekday,
        shift.start if start is None else start,
        shift.end if end is None else end,
        shift.break_min if break_min is None else break_min,
        shift.day_type,
        shift.public_holiday,
    )


def first(way: Sequence[Variant], holds: Callable[[Shift], bool]) -> int:
    """The place of the first variant that holds, or the length of the way: whoever works less breaks no more rules."""
    return bisect_left(way, True, key=lambda variant: holds(variant.shift))
