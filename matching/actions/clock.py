"""What ends by itself: nobody answered, the job closed, the youth went away."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q, QuerySet

from employers.models import Post
from matching import letters, nudging
from matching.actions.cards import take_back_card
from matching.actions.moves import locked_matches, locked_youth, make
from matching.models import Match, MatchStatus, NoReason
from youth.models import YouthStatus

PATIENCE = {MatchStatus.PROPOSED: timedelta(days=21), MatchStatus.HELD: timedelta(days=60)}
"""How long a proposal may lie with the mentor. Youths and workplaces have been promised a day: `Match.answer_by`."""

ASKED = {MatchStatus.OFFERED, MatchStatus.RELEASED}


def expire_stale(now: datetime) -> int:
    """Each match in a transaction of its own; how many ended."""
    found = [
        *((pk, NoReason.UNANSWERED) for pk in unanswered(now).values_list("pk", flat=True)),
        *((pk, NoReason.CLOSED) for pk in of_closed_posts().values_list("pk", flat=True)),
        *((pk, NoReason.PAUSED) for pk in of_absent_youths().values_list("pk", flat=True)),
        *((pk, NoReason.HAS_JOB) for pk in of_youths_in_a_job().values_list("pk", flat=True)),
    ]
    return sum(expire(pk, reason=reason, now=now) for pk, reason in found)


def unanswered(now: datetime) -> QuerySet[Match]:
    too_old = Q(status__in=ASKED, answer_by__lt=now)
    for status, patience in PATIENCE.items():
        too_old |= Q(status=status, changed_at__lt=now - patience)
    return Match.objects.alive().filter(too_old).order_by("pk")


def of_closed_posts() -> QuerySet[Match]:
    """Also those whose job was written anew and opened again: what was said yes to is no longer there."""
    gone = ~Q(post__in=Post.objects.open()) | Q(offered_at__lt=F("post__opened_at"))
    return Match.objects.alive().filter(gone).order_by("pk")


def of_absent_youths() -> QuerySet[Match]:
    return Match.objects.alive().exclude(youth__status=YouthStatus.ACTIVE).order_by("pk")


def of_youths_in_a_job() -> QuerySet[Match]:
    """Those who no longer look for another."""
    return Match.objects.alive().filter(youth__status=YouthStatus.ACTIVE, youth__waiting_since=None).order_by("pk")


@transaction.atomic
def expire(pk: int, *, reason: str, now: datetime) -> bool:
    locked_youth(Match.objects.values_list("youth_id", flat=True).get(pk=pk))
    match = locked_matches().alive().filter(pk=pk).first()
    if match is None:
        return False
    let_expire(match, reason=reason, now=now)
    return True


def let_expire(match: Match, *, reason: str, now: datetime) -> None:
    """On a locked match: it ends without anybody's no, and those who had seen it are told."""
    was = MatchStatus(match.status)
    make(match, "expire", by=None, now=now, reason=reason)
    take_back_card(match, now=now)
    letters.expired(match, was=was, now=now)
    if reason == NoReason.UNANSWERED and was in ASKED:
        nudging.unanswered(match, was=was, following=next_suggestion(match), now=now)


def next_suggestion(match: Match) -> Match | None:
    """What the mentor could answer next for the same youth."""
    return Match.objects.for_the_mentor().filter(youth=match.youth_id).best_first().first()
