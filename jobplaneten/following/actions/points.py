from datetime import datetime
from typing import Any

from django.db import transaction

from jobplaneten.accounts.actions import refuse_when_overtaken
from jobplaneten.accounts.models import User
from jobplaneten.following.models import FollowPoint
from jobplaneten.trail.actions import record


@transaction.atomic
def save_point(point: FollowPoint, values: dict[str, Any], *, version: int, by: User, now: datetime) -> None:
    """What has been asked already stays as it was asked."""
    locked = FollowPoint.objects.select_for_update().get(pk=point.pk)
    refuse_when_overtaken(locked.version, version)
    for name, value in values.items():
        setattr(locked, name, value)
    locked.version += 1
    locked.save(update_fields=[*values, "version"])
    record("change", locked, by=by, now=now, fields=sorted(values))
