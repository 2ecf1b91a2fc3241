from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused
from matching import gate, letters
from matching.actions.cards import take_back_card
from matching.actions.moves import lock_for, make
from matching.models import Decision, Match, MatchStatus
from youth.disclosure import is_hidden


@transaction.atomic
def approve(match: Match, *, line: str, by: Any, now: datetime) -> None:
    """Show the job to the youth, with the one line that an employer may come to read."""
    lock_for(match, "approve")
    if stop := gate.why_not(match, now) or gate.why_not_by_one(match, by):
        raise MoveRefused(stop)
    make(match, "approve", by=by, now=now, line=line, offered_at=now)
    letters.offered(match, now=now)


@transaction.atomic
def vouch(match: Match, *, by: Any, now: datetime) -> None:
    """The first of two adults has looked at what a protected youth is proposed for; the other one approves."""
    lock_for(match, "approve")
    if match.vouched_by_id or not is_hidden(match.youth):
        raise MoveRefused(_("Det er allerede gjort, eller det er ikke nødvendigt."))
    match.vouched_by, match.vouched_at = by, now
    match.save(update_fields=["vouched_by", "vouched_at"])
    Decision.objects.create(match=match, move="vouch", by=by, at=now)
    record("vouch", match, by=by, now=now, youth=match.youth_id)
    letters.vouched(match, by=by, now=now)


@transaction.atomic
def hold(match: Match, *, by: Any, now: datetime) -> None:
    lock_for(match, "hold")
    make(match, "hold", by=by, now=now)


@transaction.atomic
def reject(match: Match, *, reason: str, by: Any, now: datetime) -> None:
    lock_for(match, "reject")
    make(match, "reject", by=by, now=now, reason=reason)


@transaction.atomic
def take_back(match: Match, *, reason: str, by: Any, now: datetime) -> None:
    """Called off by the mentor after the youth, and perhaps the employer, had seen it."""
    lock_for(match, "take_back")
    was_released = match.status == MatchStatus.RELEASED
    make(match, "take_back", by=by, now=now, reason=reason)
    take_back_card(match, now=now)
    letters.taken_back(match, was_released=was_released, now=now)
