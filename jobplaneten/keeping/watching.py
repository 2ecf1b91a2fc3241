"""Who reads about far more youths than usual. Every read is in the trail already; this looks at it every ten minutes.

The figures are the programme's own: high enough for a busy day, low enough for whoever copies the lot.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median
from typing import Any

from django.db import transaction
from django.db.models import Count, QuerySet
from django.db.models.functions import TruncDate
from django.urls import reverse
from django.utils.translation import gettext as _

from jobplaneten.accounts.models import Area, Role, User
from jobplaneten.keeping.models import UnusualReading
from jobplaneten.messaging.actions import tell
from jobplaneten.trail.actions import record
from jobplaneten.trail.models import Entry
from jobplaneten.workflow import MoveRefused
from youth.models import Youth


@dataclass(frozen=True, slots=True)
class Limit:
    """So many different youths in an hour and in a day are nothing special."""

    hour: int
    day: int


LIMITS: Mapping[str, Limit] = {
    Role.MENTOR: Limit(hour=60, day=120),
    Role.COORDINATOR: Limit(hour=200, day=500),
    Role.EMPLOYER: Limit(hour=15, day=30),
    Role.GUARDIAN: Limit(hour=6, day=6),
}
TIMES_USUAL = 2
"""Whoever reads much every day is let do it, up to twice the middle of the last four weeks' days."""
LOOKED_BACK = timedelta(days=28)
A_DAY = timedelta(days=1)


def watch_reading(now: datetime) -> list[UnusualReading]:
    """Tells of each reader once a day. The readings that were found now."""
    told = UnusualReading.objects.filter(at__gt=now - A_DAY).values("reader")
    found: list[UnusualReading] = []
    for hours, reader, youths in _above_the_limits(now):
        if reader.pk in {each.reader_id for each in found} or told.filter(reader=reader).exists():
            continue
        usual = usual_day(reader, now)
        if hours == 1 or youths > TIMES_USUAL * usual:
            found.append(_raise_alarm(reader, hours=hours, youths=youths, usual=usual, now=now))
    return found


def _above_the_limits(now: datetime) -> Iterator[tuple[int, User, int]]:
    for hours in (1, 24):
        readers = _reads_since(now - timedelta(hours=hours)).values("by", "by__role")
        for row in readers.annotate(n=Count("youth", distinct=True)).order_by("by"):
            limit = LIMITS[row["by__role"]]
            if row["n"] > (limit.hour if hours == 1 else limit.day):
                yield hours, User.objects.get(pk=row["by"]), row["n"]


def _reads_since(since: datetime) -> "QuerySet[Entry]":
    reads = Entry.objects.reads().filter(at__gt=since, youth__isnull=False, by__isnull=False)
    return reads.filter(by__role__in=LIMITS)


def usual_day(reader: User, now: datetime) -> int:
    """The middle of the days on which the reader read at all, before the last 24 hours; 0 for somebody new."""
    before = _reads_since(now - LOOKED_BACK).filter(by=reader, at__lte=now - A_DAY)
    days = before.annotate(day=TruncDate("at")).values("day").annotate(n=Count("youth", distinct=True))
    return int(median(days.values_list("n", flat=True) or [0]))


@transaction.atomic
def _raise_alarm(reader: User, *, now: datetime, **figures: int) -> UnusualReading:
    row = UnusualReading.objects.create(reader=reader, at=now, **figures)
    read = _reads_since(now - timedelta(hours=figures["hours"])).filter(by=reader).values("youth")
    row.areas.set(Area.objects.filter(pk__in=Youth.objects.filter(pk__in=read).values("area")))
    record("unusual_reading", row, by=None, now=now, **figures)
    subject, body = _("Usædvanlig læsning"), _("Nogen har læst om flere unge, end de plejer. Se på det i dag.")
    for person in who_is_told(row):
        tell(person, subject, body, path=reverse("keeping:readings"), now=now)
    return row


def who_is_told(row: UnusualReading) -> list[User]:
    """The other coordinators of the areas; where there is none, those who run the service."""
    coordinators = User.objects.coordinators().filter(areas__in=row.areas.all()).exclude(pk=row.reader_id).distinct()
    return list(coordinators) or list(User.objects.active().filter(is_superuser=True).exclude(pk=row.reader_id))


@transaction.atomic
def settle_reading(reading: UnusualReading, *, note: str, by: Any, now: datetime) -> None:
    row = UnusualReading.objects.select_for_update(of=("self",)).get(pk=reading.pk)
    if row.settled_at:
        raise MoveRefused(_("En anden har allerede set på det."))
    row.note, row.settled_by, row.settled_at = note, by, now
    row.save(update_fields=["note", "settled_by", "settled_at"])
    record("settle_reading", row, by=by, now=now)
