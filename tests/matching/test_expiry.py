from datetime import datetime, timedelta

import pytest

from employers.models import Post
from jobplaneten.messaging.models import Message
from matching import actions
from matching.actions.clock import ASKED, PATIENCE
from matching.models import CandidateCard, Decision, Match, MatchStatus, NoReason
from tests.factories import COPENHAGEN
from tests.matching.factories import CardFactory, MatchFactory
from youth.models import Youth, YouthStatus

pytestmark = pytest.mark.django_db
MOMENT = timedelta(seconds=1)


@pytest.mark.parametrize("status", PATIENCE)
def test_each_wait_has_an_end_and_not_a_moment_before(status: MatchStatus, now: datetime) -> None:
    match = MatchFactory(status=status)
    assert actions.expire_stale(now + PATIENCE[status]) == 0
    assert actions.expire_stale(now + PATIENCE[status] + MOMENT) == 1
    match.refresh_from_db()
    assert (match.status, match.no_reason) == (MatchStatus.EXPIRED, NoReason.UNANSWERED)


@pytest.mark.parametrize(("status", "last"), [(MatchStatus.OFFERED, 27), (MatchStatus.RELEASED, 30)])
def test_an_answer_may_come_until_the_promised_day_is_over(status: MatchStatus, last: int) -> None:
    """Four days for the youth and seven for the workplace, from 23 November."""
    match = MatchFactory(status=status)
    midnight = datetime(2026, 11, last, 23, 59, 59, tzinfo=COPENHAGEN)
    assert actions.expire_stale(midnight) == 0
    assert actions.expire_stale(midnight + MOMENT) == 1
    match.refresh_from_db()
    assert (match.status, match.no_reason) == (MatchStatus.EXPIRED, NoReason.UNANSWERED)


@pytest.mark.parametrize("status", [s for s in MatchStatus if s not in PATIENCE and s not in ASKED])
def test_what_is_answered_never_expires(status: MatchStatus, now: datetime) -> None:
    MatchFactory(status=status)
    assert actions.expire_stale(now + timedelta(days=999)) == 0


def test_a_closed_post_ends_its_matches_and_takes_back_its_cards(now: datetime) -> None:
    card = CardFactory()
    Post.objects.filter(pk=card.post_id).update(status="closed")
    assert actions.expire_stale(now) == 1
    assert not CandidateCard.objects.out().exists()
    assert Message.objects.filter(to=card.match.youth.user, body__contains="lukket jobbet").exists()


def test_a_pause_ends_what_was_going_on(now: datetime) -> None:
    match = MatchFactory(status=MatchStatus.OFFERED)
    Youth.objects.update(status=YouthStatus.PAUSED)
    assert actions.expire_stale(now) == 1
    assert Match.objects.get().no_reason == NoReason.PAUSED
    assert Decision.objects.get(match=match).by is None


def test_who_never_saw_a_proposal_is_not_told_that_it_ended(now: datetime) -> None:
    MatchFactory()
    actions.expire_stale(now + timedelta(days=99))
    assert not Message.objects.exists()


def test_sweeping_twice_ends_it_once(now: datetime) -> None:
    MatchFactory(status=MatchStatus.OFFERED)
    later = now + timedelta(days=99)
    assert [actions.expire_stale(later), actions.expire_stale(later)] == [1, 0]
    assert Message.objects.count() == 2, "one to the youth, one to the mentor"
