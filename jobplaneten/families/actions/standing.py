"""Whether a guardianship holds: somebody has seen who it is, and one day it ends."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jobplaneten.families import letters
from jobplaneten.families.models import EndedWhy, Guardianship
from jobplaneten.placements import actions as placements
from jobplaneten.placements.models import PaperTick, PlacementStatus
from jobplaneten.placements.permissions import STAFF_PAPERS
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused
from matching.actions import let_words_lapse

OPEN = {PlacementStatus.PAPERS, PlacementStatus.STARTED}


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
    """From this moment the guardian finds nothing. What was said stays on record, and counts no more."""
    row = locked(guardianship)
    row.ended_at, row.ended_why, row.ended_by = now, why, by
    row.save(update_fields=["ended_at", "ended_why", "ended_by"])
    record("end_guardianship", row, by=by, now=now, youth=row.youth_id, why=why)
    if why == EndedWhy.ADULT:
        letters.grown_up(row, now=now)
    else:
        let_words_lapse(row.youth, row.guardian, now=now)
        let_signatures_fall(row, by=by, now=now)


def let_signatures_fall(row: Guardianship, *, by: Any, now: datetime) -> None:
    """What has not begun needs the signature of somebody who still answers for the youth."""
    signed = PaperTick.objects.standing().filter(by=row.guardian, placement__youth=row.youth_id, paper__in=STAFF_PAPERS)
    for tick in signed.select_related("placement").order_by("pk"):
        placement = tick.placement
        if placement.status in OPEN and not placement.has_begun(timezone.localdate(now)):
            reason = _("Den, der svarede, er ikke med som forælder længere.")
            placements.take_back(placement, tick.paper, reason=reason, by=by, now=now)
