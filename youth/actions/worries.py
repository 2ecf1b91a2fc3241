from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from jobplaneten.trail.actions import record
from youth.models import Worry, Youth


@transaction.atomic
def note_worry(youth: Youth, *, by: Any, now: datetime) -> Worry:
    """The municipality has been written to. Told twice on a day, it stands once.

    The trail's line names no youth: what a youth takes home may be read by whom the worry is about.
    """
    row, is_new = Worry.objects.get_or_create(youth=youth, by=by, on=timezone.localdate(now))
    if is_new:
        record("worry", row, by=by, now=now)
    return row
