"""The clock's part: ask when a point has come, remind once. It may ring as often as it likes."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from jobplaneten.following import letters
from jobplaneten.following.models import FollowPoint, FollowUp
from jobplaneten.placements.models import Placement, PlacementStatus
from youth.models import YouthStatus

LATEST = timedelta(days=14)
"""A point that has been missed for longer than this is let go: nobody is asked about four months at once."""
REMIND_AFTER = timedelta(days=3)


def mind(now: datetime) -> int:
    today = timezone.localdate(now)
    made = sum(ask(placement, point, now=now) for point in FollowPoint.objects.on() for placement in due(point, today))
    remind(now)
    return made


def due(point: FollowPoint, today: date) -> "QuerySet[Placement]":
    """The jobs that have come to the point and have not been asked."""
    rows = Placement.objects.filter(youth__status__in=[YouthStatus.ACTIVE, YouthStatus.PAUSED])
    if point.days is None:
        rows = rows.filter(status=PlacementStatus.ENDED, last_day_on__range=(today - LATEST, today))
    else:
        began = today - timedelta(days=point.days)
        running = [PlacementStatus.STARTED, *([PlacementStatus.ENDED] if point.after_end else [])]
        rows = rows.filter(status__in=running, first_day_on__range=(began - LATEST, began))
    asked = FollowUp.objects.filter(placement=OuterRef("pk"), point=point)
    return rows.filter(~Exists(asked)).select_related("youth__user", "youth__mentor", "post__employer").order_by("pk")


@transaction.atomic
def ask(placement: Placement, point: FollowPoint, *, now: datetime) -> bool:
    is_over = placement.status == PlacementStatus.ENDED
    only_youth = is_over and not point.is_closing
    base = placement.last_day_on if point.days is None else placement.first_day_on
    row, is_new = FollowUp.objects.get_or_create(
        placement=placement,
        point=point,
        defaults={
            "due_on": (base or timezone.localdate(now)) + timedelta(days=point.days or 0),
            "asked_at": now,
            "asks_youth": point.asks_youth or only_youth,
            "asks_employer": point.asks_employer and not only_youth and placement.post.employer_id is not None,
            "asks_mentor": point.asks_mentor and not only_youth,
        },
    )
    if is_new and row.asks_youth:
        letters.ask_youth(row, now=now)
    if is_new and row.asks_employer:
        letters.ask_employer(row, now=now)
    return is_new


def remind(now: datetime) -> None:
    """Each once, some days after being asked. After that the mentor's page shows it first."""
    rows = FollowUp.objects.filter(asked_at__lte=now - REMIND_AFTER).select_related(
        "placement__youth__user", "placement__youth__mentor", "placement__post__employer", "point"
    )
    for row in rows.for_the_youth().filter(youth_reminded_at=None):
        once(row, "youth_reminded_at", lambda row: letters.ask_youth(row, now=now, again=True), now=now)
    for row in rows.for_the_employer().filter(employer_reminded_at=None):
        once(row, "employer_reminded_at", lambda row: letters.ask_employer(row, now=now, again=True), now=now)
    for row in rows.for_the_mentor().filter(mentor_reminded_at=None):
        once(row, "mentor_reminded_at", lambda row: letters.remind_mentor(row, now=now), now=now)


@transaction.atomic
def once(row: FollowUp, mark: str, say: Callable[[FollowUp], None], *, now: datetime) -> None:
    """Two clocks at once: one of them finds the mark set."""
    if FollowUp.objects.filter(pk=row.pk, **{mark: None}).update(**{mark: now}):
        say(row)
