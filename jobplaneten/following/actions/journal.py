from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from jobplaneten.following import letters
from jobplaneten.following.models import FollowUp, JournalEntry
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused
from youth.models import Youth


@transaction.atomic
def write_journal(
    youth: Youth,
    *,
    went_well: str,
    is_hard: str,
    next_agreement: str,
    is_shared: bool,
    by: Any,
    now: datetime,
    follow_up: FollowUp | None = None,
) -> JournalEntry:
    if not (went_well or is_hard or next_agreement):
        raise MoveRefused(_("Skriv mindst én linje."))
    said = {"went_well": went_well, "is_hard": is_hard, "next_agreement": next_agreement, "is_shared": is_shared}
    entry = JournalEntry.objects.create(youth=youth, follow_up=follow_up, by=by, at=now, **said)
    if follow_up:
        FollowUp.objects.filter(pk=follow_up.pk, journal_at=None).update(journal_at=now)
    record("write_journal", entry, by=by, now=now, youth=youth.pk, shared=is_shared)
    if is_shared:
        letters.journal_shared(youth, now=now)
    return entry
