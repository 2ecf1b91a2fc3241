"""A youth who is not to meet a workplace. The workplace never hears of it."""

from datetime import datetime
from typing import Any

from django.db import transaction

from employers.models import Employer
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused
from matching.actions.clock import let_expire
from matching.actions.moves import locked_matches, locked_youth
from matching.models import Hiding, NoReason
from matching.permissions import may_show_again
from matching.workflow import MATCH
from youth.models import Youth


@transaction.atomic
def hide_from(youth: Youth, employer: Employer, *, by: Any, now: datetime) -> Hiding:
    """From the next night on, and what is under way between the two ends at once, without anybody's no."""
    youth = locked_youth(youth.pk)
    row = Hiding.objects.standing().filter(youth=youth, employer=employer).first()
    if row is None:
        row = Hiding.objects.create(youth=youth, employer=employer, by=by, at=now)
        record("hide_from", row, by=by, now=now, youth=youth.pk)
    for match in locked_matches().alive().filter(youth=youth, post__employer=employer).order_by("pk"):
        let_expire(match, reason=NoReason.HIDDEN, now=now)
    return row


@transaction.atomic
def show_again(hiding: Hiding, *, by: Any, now: datetime) -> None:
    youth = locked_youth(hiding.youth_id)
    row = Hiding.objects.standing().filter(pk=hiding.pk).first()
    if row is None or not may_show_again(by, row):
        raise MoveRefused(MATCH.too_late)
    row.ended_at = now
    row.save(update_fields=["ended_at"])
    record("show_again", row, by=by, now=now, youth=youth.pk)
