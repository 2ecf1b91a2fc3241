"""The only shift of a week, where no change of one field makes it lawful: other hours, or another day."""

from collections.abc import Iterator

from jobplaneten.law.facts import Shift
from jobplaneten.law.nearest.limits import DAYS_OF_WEEK, Limits
from jobplaneten.law.nearest.ways import at_least, ceiling, floor, length


def rebuilt(shift: Shift, limits: Limits) -> Iterator[tuple[int, int, Shift]]:
    """Lawful shifts in its stead: how many fields differ, the minutes changed, and the shift."""
    for weekday in range(DAYS_OF_WEEK):
        for start, end in _hours(shift, weekday, limits):
            new = Shift(weekday, start, end, shift.break_min)
            if new.work >= at_least(shift) and limits.hold([new]):
                yield _fields(shift, new), _minutes(shift, new), new


def _hours(shift: Shift, weekday: int, limits: Limits) -> Iterator[tuple[int, int]]:
    """Its own hours where they can stay; else as much of them as the window holds, or the shortest time beside them."""
    shortest, longest = at_least(shift) + shift.break_min, min(limits.span, limits.day[weekday] + shift.break_min)
    for earliest, latest in sorted(limits.windows[weekday]):
        starts = {
            shift.start,
            ceiling(max(earliest, shift.start)),
            floor(latest - shortest),
            ceiling(earliest),
            ceiling(shift.end - longest),
            ceiling(shift.end - limits.unbroken),
        }
        for start in sorted(starts):
            last = min(latest, start + longest)
            lasts = {
                shift.end,
                ceiling(start + shortest),
                *(floor(min(last, shift.end, cut)) for cut in (last, start + limits.unbroken)),
            }
            yield from ((start, end) for end in sorted(lasts))


def _fields(old: Shift, new: Shift) -> int:
    return (old.weekday != new.weekday) + (old.start != new.start) + (old.end != new.end)


def _minutes(old: Shift, new: Shift) -> int:
    both = max(0, min(old.end, new.end) - max(old.start, new.start)) if old.weekday == new.weekday else 0
    return length(old) + length(new) - 2 * both
