"""Which days a school is closed, as the law wants to hear it. What nobody has written down is a school day."""

from collections.abc import Iterable
from datetime import date, timedelta

from jobplaneten.schools.models import ClosedDays, School

Ranges = tuple[tuple[date, date], ...]
ONE_DAY = timedelta(days=1)


class Calendars:
    """The closed days of every school, read in one query and asked as often as one likes."""

    def __init__(self) -> None:
        self.days: dict[int | None, list[tuple[date, date]]] = {}
        for school, first, last in ClosedDays.objects.values_list("school_id", "first_on", "last_on"):
            self.days.setdefault(school, []).append((first, last))
        self.own = set(School.objects.filter(follows_municipality=False).values_list("pk", flat=True))

    def closed_for(self, school: int | None) -> Ranges:
        """Equal calendars are equal tuples. An unknown school keeps the municipality's days."""
        municipal = [] if school in self.own else self.days.get(None, [])
        own = [] if school is None else self.days.get(school, [])
        return merged([*municipal, *own])


def closed_for(school: School | None) -> Ranges:
    return Calendars().closed_for(school.pk if school else None)


def municipal_closed() -> Ranges:
    return closed_for(None)


def merged(ranges: Iterable[tuple[date, date]]) -> Ranges:
    """In order, with those that touch or overlap made one."""
    found: list[tuple[date, date]] = []
    for first, last in sorted(ranges):
        if found and first <= found[-1][1] + ONE_DAY:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return tuple(found)
