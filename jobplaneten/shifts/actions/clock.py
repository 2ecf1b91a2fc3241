from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from jobplaneten.shifts import letters
from jobplaneten.shifts.actions.planning import plan_ahead
from jobplaneten.shifts.models import RosterShift

REMIND_FROM = time(15, 30)
"""School is over, and there is an evening left to say that one cannot."""


def mind_shifts(now: datetime) -> int:
    """Plans ahead, and reminds of tomorrow's shifts. Ringing twice does it once."""
    return plan_ahead(now) + remind_of_tomorrow(now)


def remind_of_tomorrow(now: datetime) -> int:
    local = timezone.localtime(now)
    if local.time() < REMIND_FROM:
        return 0
    tomorrow = RosterShift.objects.coming(local.date() + timedelta(days=1)).filter(
        day=local.date() + timedelta(days=1), reminded_at=None
    )
    return sum(remind(pk, now=now) for pk in tomorrow.values_list("pk", flat=True).order_by("pk"))


@transaction.atomic
def remind(pk: int, *, now: datetime) -> bool:
    if not RosterShift.objects.planned().filter(pk=pk, reminded_at=None).update(reminded_at=now):
        return False
    rows = RosterShift.objects.select_related("placement__youth__user", "placement__youth__mentor", "placement__post")
    letters.reminder(rows.get(pk=pk), now=now)
    return True
