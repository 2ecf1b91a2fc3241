"""The clock of the answer guarantee, and the line for seats that are taken."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from employers.models import Post
from jobplaneten.accounts.models import User
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused
from matching import nudging
from matching.actions.moves import locked_matches, locked_youth
from matching.models import AnswerSetting, Match, MatchStatus, NoReason, WaitingPlace
from matching.promises import next_nudge
from youth.models import Youth, YouthStatus


@transaction.atomic
def set_answer_days(*, employer_days: int, youth_days: int, by: User, now: datetime) -> AnswerSetting:
    """What has been promised already stays promised."""
    setting = AnswerSetting.objects.create(employer_days=employer_days, youth_days=youth_days, by=by, at=now)
    record("set_answer_days", setting, by=by, now=now, employer=employer_days, youth=youth_days)
    return setting


def nudge_the_slow(now: datetime) -> int:
    """Each in a transaction of its own; how many were reminded."""
    due = Match.objects.asked().filter(nudge_at__lte=now).order_by("nudge_at", "pk").values_list("pk", flat=True)
    return sum(remind(pk, now=now) for pk in list(due))


@transaction.atomic
def remind(pk: int, *, now: datetime) -> bool:
    """Never twice for the same reminder; one that was slept through is not made up for once the time is over."""
    match = locked_matches().asked().filter(pk=pk, nudge_at__lte=now).first()
    if match is None:
        return False
    following = next_nudge(match)
    match.nudges, match.nudge_at = match.nudges + 1, following
    match.save(update_fields=["nudges", "nudge_at"])
    if match.answer_by and match.answer_by < now:
        return False
    record("nudge", match, by=None, now=now, youth=match.youth_id)
    nudging.nudged(match, is_last=following is None, now=now)
    return True


@transaction.atomic
def stand_in_line(match: Match, *, by: User, now: datetime) -> WaitingPlace:
    """A youth whose seat somebody else got wants to hear when there is one again."""
    youth = locked_youth(match.youth_id)
    if not may_stand_in_line(match):
        raise MoveRefused(_("Der er ikke nogen venteliste til det job lige nu."))
    place, is_new = WaitingPlace.objects.in_line().get_or_create(youth=youth, post=match.post, defaults={"since": now})
    if is_new:
        record("stand_in_line", place, by=by, now=now, youth=youth.pk)
    return place


def may_stand_in_line(match: Match) -> bool:
    return match.status == MatchStatus.EXPIRED and match.no_reason == NoReason.FILLED and not match.post.seats_left


@transaction.atomic
def leave_the_line(match: Match, *, by: User, now: datetime) -> None:
    locked_youth(match.youth_id)
    for place in WaitingPlace.objects.in_line().filter(youth=match.youth_id, post=match.post_id):
        place.left_at = now
        place.save(update_fields=["left_at"])
        record("leave_the_line", place, by=by, now=now, youth=match.youth_id)


def tell_the_line(now: datetime) -> int:
    """As many as there are free seats hear of it, those first who came first."""
    waited_for = WaitingPlace.objects.in_line().values("post")
    posts = Post.objects.open().filter(pk__in=waited_for).order_by("pk")
    return sum(tell_line_of(post, now=now) for post in posts if post.seats_left)


@transaction.atomic
def tell_line_of(post: Post, *, now: datetime) -> int:
    looking = Youth.objects.filter(status=YouthStatus.ACTIVE, waiting_since__isnull=False)
    line = WaitingPlace.objects.in_line().filter(post=post, youth__in=looking).first_come()
    first = line.select_for_update(of=("self",)).select_related("youth__user", "youth__mentor")[: post.seats_left]
    for place in first:
        place.told_at = now
        place.save(update_fields=["told_at"])
        record("seat_is_free", place, by=None, now=now, youth=place.youth_id)
        nudging.seat_is_free(place, now=now)
    return len(first)
