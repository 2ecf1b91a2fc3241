from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from employers.models import Post
from jobplaneten.placements.actions import begin
from jobplaneten.placements.models import Placement
from matching import gate, letters
from matching.actions.cards import take_back_card
from matching.actions.clock import let_expire
from matching.actions.moves import lock_for, locked_matches, locked_youth, make
from matching.models import CandidateCard, Match, NoReason


@transaction.atomic
def take(card: CandidateCard, *, by: Any, now: datetime) -> Placement:
    """The second yes. What else the youth had going, and who else waited for the last seat, is let go kindly.

    Locked in this order, so that two employers never wait for each other: the post, the youth, all
    matches of either by number.
    """
    match = card.match
    post = Post.objects.select_for_update(of=("self",), no_key=True).get(pk=match.post_id)
    locked_youth(match.youth_id)
    touched = Match.objects.alive().filter(Q(youth=match.youth_id) | Q(post=match.post_id))
    list(touched.select_for_update(of=("self",), no_key=True).order_by("pk").values_list("pk"))
    lock_for(match, "take")
    gate.check(match, now, hint=_("Den unge kan ikke begynde lige nu. Mentoren vender tilbage til jer."))
    make(match, "take", by=by, now=now)
    take_back_card(match, now=now)
    placement = begin(match.youth, post, first_name=card.first_name, by=by, now=now)
    let_others_go(match, now=now)
    return placement


def let_others_go(match: Match, *, now: datetime) -> None:
    for other in locked_matches().alive().filter(youth=match.youth_id).order_by("pk"):
        let_expire(other, reason=NoReason.HAS_JOB, now=now)
    if Post.objects.get(pk=match.post_id).seats_left:
        return
    for other in locked_matches().alive().filter(post=match.post_id).order_by("pk"):
        let_expire(other, reason=NoReason.FILLED, now=now)


@transaction.atomic
def refuse(card: CandidateCard, *, reason: str, by: Any, now: datetime) -> None:
    match = card.match
    lock_for(match, "refuse")
    make(match, "refuse", by=by, now=now, reason=reason)
    take_back_card(match, now=now)
    letters.refused(match, now=now)


def mark_seen(card: CandidateCard, *, now: datetime) -> None:
    """Only the first look counts."""
    CandidateCard.objects.filter(pk=card.pk, seen_at=None).update(seen_at=now)
