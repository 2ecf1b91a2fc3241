from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jobplaneten.following import letters
from jobplaneten.following.models import NearMiss
from jobplaneten.placements.models import Placement
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused

TWICE_WITHIN = timedelta(minutes=10)


@transaction.atomic
def tell_near_miss(placement: Placement, *, what: str, by: Any, now: datetime) -> NearMiss:
    """To the mentor and the coordinators in the same minute."""
    if not placement.has_begun(timezone.localdate(now)):
        raise MoveRefused(_("Det kan du fortælle om et job, der er i gang. Ring ellers til din mentor."))
    twice = NearMiss.objects.filter(placement=placement, what=what, at__gt=now - TWICE_WITHIN).first()
    if twice:
        return twice
    row = NearMiss.objects.create(placement=placement, what=what, at=now)
    record("near_miss", row, by=by, now=now, youth=placement.youth_id)
    letters.near_miss(row, now=now)
    return row


@transaction.atomic
def answer_near_miss(found: NearMiss, *, done: str, by: Any, now: datetime) -> None:
    rows = NearMiss.objects.select_for_update(of=("self",)).select_related("placement__youth__user")
    row = rows.get(pk=found.pk)
    if row.handled_at:
        raise MoveRefused(_("En anden har allerede svaret."))
    row.done, row.handled_by, row.handled_at = done, by, now
    row.save(update_fields=["done", "handled_by", "handled_at"])
    record("answer_near_miss", row, by=by, now=now, youth=row.placement.youth_id)
    letters.near_miss_answered(row, now=now)
