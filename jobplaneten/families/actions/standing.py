"""Whether a guardianship holds: somebody has seen who it is, and one day it ends."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from jobplaneten.families import letters
from jobplaneten.families.models import EndedWhy, Guardianship
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused


def locked(guardianship: Guardianship) -> Guardianship:
    found = Guardianship.objects.standing().select_for_update(of=("self",)).filter(pk=guardianship.pk)
    row = found.select_related("youth__user", "youth__mentor", "guardian").first()
    if row is None:
        raise MoveRefused(_("Det er allerede slut."))
    return row


@transaction.atomic
def make_known(guardianship: Guardianship, *, by: Any, now: datetime) -> None:
    """A mentor has seen or spoken with the person whom the youth invited."""
    row = locked(guardianship)
    if row.is_known:
        return
    row.known_by = by
    row.save(update_fields=["known_by"])
    record("know_guardian", row, by=by, now=now, youth=row.youth_id)
    letters.made_known(row, now=now)


@transaction.atomic
def end(guardianship: Guardianship, *, why: str, by: Any, now: datetime) -> None:
    """From this moment the guardian finds nothing. What was said before stays on record."""
    row = locked(guardianship)
    row.ended_at, row.ended_why, row.ended_by = now, why, by
    row.save(update_fields=["ended_at", "ended_why", "ended_by"])
    record("end_guardianship", row, by=by, now=now, youth=row.youth_id, why=why)
    if why == EndedWhy.ADULT:
        letters.grown_up(row, now=now)
