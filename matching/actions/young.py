from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from matching import gate, letters
from matching.actions.cards import release_card, take_back_card
from matching.actions.moves import lock_for, make
from matching.models import CandidateCard, Match


@transaction.atomic
def accept(match: Match, *, by: Any, now: datetime) -> CandidateCard:
    """The youth says yes, and only now does the employer get a card to read."""
    lock_for(match, "accept")
    gate.check(match, now, hint=_("Det kan ikke lade sig gøre lige nu. Snak med din mentor."))
    make(match, "accept", by=by, now=now)
    card = release_card(match, now=now)
    letters.accepted(match, card, now=now)
    return card


@transaction.atomic
def decline(match: Match, *, reason: str, by: Any, now: datetime) -> None:
    lock_for(match, "decline")
    make(match, "decline", by=by, now=now, reason=reason)
    letters.declined(match, now=now)


@transaction.atomic
def withdraw(match: Match, *, reason: str, by: Any, now: datetime) -> None:
    """A yes is taken back while the employer still thinks."""
    lock_for(match, "withdraw")
    make(match, "withdraw", by=by, now=now, reason=reason)
    take_back_card(match, now=now)
    letters.withdrawn(match, now=now)


def mark_opened(match: Match, *, now: datetime) -> None:
    """Only the first look counts."""
    Match.objects.filter(pk=match.pk, seen_at=None).update(seen_at=now)
