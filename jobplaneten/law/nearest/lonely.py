"""The only shift of a week, where no change of one field makes it lawful: other hours, or another day."""

from collections.abc import Iterator

from jobplaneten.law.facts import Shift
from jobplaneten.law.nearest.change import minutes_between
from jobplaneten.law.nearest.limits import DAYS_OF_WEEK, Limits
from jobplaneten.law.nearest.ways import at_least, ceiling, floor, length


def rebuilt(shift: Shift, limits: Limits) -> Iterator[tuple[int, int, Shift]]:
    """Lawful shifts in its stead: how many fields differ, the minutes changed, and the shift; the longest first."""
    found = (
        Shift(weekday, start, end, shift.break_min)
        for weekday in range(DAYS_OF_WEEK)
        for start, end in sorted(_hours(shift, weekday, limits))
    )
    lawful = [new for new in found if new.work >= at_least(shift) and limits.hold([new])]
    for new in sorted(lawful, key=lambda new: (-new.work, abs(new.start - shift.start))):
        yield _fields(shift, new), minutes_between([shift], [new]), new


def _hours(shift: Shift, weekday: int, limits: Limits) -> set[tuple[int, int]]:
    """Its own hours where they can stay, else those beside them that come nearest."""
    longest = min(limits.span, limits.day[weekday] + shift.break_min, length(shift))
    lengths = {at_least(shift) + shift.break_min, longest, min(longest, limits.unbroken + shift.break_min)}
    found = {(shift.start, shift.end)}
    for earliest, latest in limits.windows[weekday]:
        first, last = max(earliest, shift.start), min(latest, shift.end)
        starts = {shift.start, ceiling(first), ceiling(earliest), *(floor(latest - each) for each in lengths)}
        ends = {shift.end, floor(last), floor(latest)}
        found |= {(start, floor(start + each)) for start in starts for each in lengths}
        found |= {(ceiling(end - each), end) for end in ends for each in lengths}
        found |= {(start, end) for start in starts for end in ends}
    return found


def _fields(old: Shift, new: Shift) -> int:
    return (old.weekday != new.weekday) + (old.start != new.start) + (old.end != new.end)
