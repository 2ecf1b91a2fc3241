"""Two people act in the same moment: one wins, the other is told, nothing is lost. Real threads, real PostgreSQL."""

import threading
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.db import connection

from jobplaneten.placements.models import Placement
from jobplaneten.workflow import MoveRefused
from matching import actions
from matching.models import CandidateCard, Decision, Match, MatchStatus, Run
from matching.nightly import look, request_night
from tests.factories import TODAY, AreaFactory, EmployerContactFactory, PostFactory, UserFactory, YouthFactory
from tests.matching.conftest import settle
from tests.matching.factories import CardFactory, MatchFactory

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*deeds: Callable[[], Any]) -> list[Any]:
    """What each deed answered, or the refusal it met; all wait for the same starting shot."""
    shot = threading.Barrier(len(deeds))
    answers: list[Any] = [None] * len(deeds)

    def run(place: int, deed: Callable[[], Any]) -> None:
        try:
            shot.wait()
            answers[place] = deed()
        except Exception as error:  # noqa: BLE001 - the test looks at whatever it was
            answers[place] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return answers


def refusals(answers: list[Any]) -> int:
    """How many were told; anything else that went wrong fails the test."""
    errors = [answer for answer in answers if isinstance(answer, Exception)]
    assert all(isinstance(error, MoveRefused) for error in errors), errors
    return len(errors)


def test_of_two_mentors_with_the_same_proposal_one_wins_and_the_other_is_told(now: datetime) -> None:
    match = MatchFactory()
    again = Match.objects.get(pk=match.pk)
    bo, other = match.youth.mentor, UserFactory()
    answers = at_once(
        lambda: actions.approve(match, line="", by=bo, now=now),
        lambda: actions.reject(again, reason="too_early", by=other, now=now),
    )
    assert refusals(answers) == 1
    assert Decision.objects.count() == 1


def test_the_last_seat_goes_to_one_of_two_and_the_post_is_never_overfilled(now: datetime) -> None:
    post = PostFactory(seats=1)
    contacts = EmployerContactFactory.create_batch(2, employer=post.employer)
    cards = [CardFactory(match__post=post) for _ in range(2)]
    answers = at_once(
        *(
            lambda card=card, contact=contact: actions.take(card, by=contact.user, now=now)
            for card, contact in zip(cards, contacts, strict=True)
        )
    )
    assert refusals(answers) == 1
    assert Placement.objects.count() == 1
    post.refresh_from_db()
    assert (post.seats_taken, post.status) == (1, "filled")
    assert not CandidateCard.objects.out().exists()


def test_two_employers_who_take_crosswise_never_wait_for_each_other(now: datetime) -> None:
    """Each post has a card of either youth; each employer takes another youth."""
    area = AreaFactory()
    youths = YouthFactory.create_batch(2, area=area, guardian_says_yes=True)
    posts = PostFactory.create_batch(2)
    cards = {(y, p): CardFactory(match__youth=youths[y], match__post=posts[p]) for y in (0, 1) for p in (0, 1)}
    users = [EmployerContactFactory(employer=post.employer).user for post in posts]
    answers = at_once(
        lambda: actions.take(cards[0, 0], by=users[0], now=now),
        lambda: actions.take(cards[1, 1], by=users[1], now=now),
    )
    assert refusals(answers) == 0
    assert Match.objects.filter(status=MatchStatus.AGREED).count() == 2
    assert Match.objects.filter(status=MatchStatus.EXPIRED).count() == 2


def test_a_youth_wanted_by_two_employers_at_once_gets_one_job(now: datetime) -> None:
    youth = YouthFactory(guardian_says_yes=True)
    cards = [CardFactory(match__youth=youth) for _ in range(2)]
    users = [EmployerContactFactory(employer=card.post.employer).user for card in cards]
    answers = at_once(
        lambda: actions.take(cards[0], by=users[0], now=now),
        lambda: actions.take(cards[1], by=users[1], now=now),
    )
    assert refusals(answers) == 1
    assert Placement.objects.count() == 1


def test_a_withdrawal_and_a_yes_at_once_never_end_with_a_card_out(now: datetime) -> None:
    match = MatchFactory(status=MatchStatus.OFFERED)
    youth = match.youth
    said: dict[str, Any] = {
        "word": "no",
        "said_on": TODAY,
        "how": "phone",
        "guardian": "far",
        "by": youth.mentor,
        "now": now,
    }
    answers = at_once(
        lambda: actions.accept(match, by=youth.user, now=now),
        lambda: actions.hear_guardian(youth, **said),
    )
    assert refusals(answers) <= 1
    match.refresh_from_db()
    assert match.status == MatchStatus.EXPIRED
    assert not CandidateCard.objects.out().exists()


def test_two_workers_and_two_who_ask_make_one_night(now: datetime) -> None:
    settle(youths=5, posts=3)
    runs = at_once(lambda: request_night(TODAY, by=None, now=now), lambda: request_night(TODAY, by=None, now=now))
    assert len({run.pk for run, _made in runs}) == 1
    assert sorted(made for _run, made in runs) == [False, True]
    looked = at_once(lambda: look(lambda: now, "one", chunk=1), lambda: look(lambda: now, "two", chunk=1))
    assert [run is None for run in looked].count(True) == 1
    run = Run.objects.get()
    assert run.status == "done"
    assert run.counts["proposed"] == Match.objects.count()


def test_a_withdrawal_while_the_night_writes_leaves_no_proposal(now: datetime) -> None:
    youths = settle(youths=6, posts=6)
    youth = youths[-1]
    request_night(TODAY, by=None, now=now)
    said: dict[str, Any] = {
        "word": "no",
        "said_on": TODAY,
        "how": "phone",
        "guardian": "far",
        "by": youth.mentor,
        "now": now,
    }
    at_once(lambda: look(lambda: now, "one", chunk=1), lambda: actions.hear_guardian(youth, **said))
    assert not Match.objects.alive().filter(youth=youth).exists()
    assert Match.objects.alive().exists()
