from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction

from jobplaneten.accounts.models import User
from jobplaneten.schools.models import ClosedDays, School
from jobplaneten.trail.actions import record


@transaction.atomic
def save_school(school: School, *, by: User, now: datetime) -> School:
    verb = "change" if school.pk else "add"
    school.save()
    record(verb, school, by=by, now=now)
    return school


@transaction.atomic
def add_days(days: ClosedDays, *, by: User, now: datetime) -> ClosedDays:
    days.by, days.at = by, now
    days.save()
    record("add", days, by=by, now=now, **told(days))
    return days


@transaction.atomic
def remove_days(days: ClosedDays, *, by: User, now: datetime) -> None:
    """The trail keeps what it was: it may have made a job lawful."""
    record("remove", days, by=by, now=now, **told(days))
    days.delete()


@transaction.atomic
def import_days(
    rows: Iterable[tuple[date, date, str]], *, school: School | None, source: str, by: User, now: datetime
) -> int:
    """Those that are not there yet; how many were. Twice the same file adds nothing."""
    known = set(ClosedDays.objects.filter(school=school).values_list("first_on", "last_on"))
    new = {(first, last): name for first, last, name in rows if (first, last) not in known}
    for (first, last), name in new.items():
        add_days(ClosedDays(school=school, first_on=first, last_on=last, name=name, source=source), by=by, now=now)
    return len(new)


def told(days: ClosedDays) -> dict[str, Any]:
    return {
        "school": days.school_id,
        "first_on": days.first_on.isoformat(),
        "last_on": days.last_on.isoformat(),
        "name": days.name,
    }
