"""A youth who is not to meet a workplace: nothing is proposed, and the workplace hears nothing."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client

from employers.models import EmployerContact, Post
from jobplaneten.accounts.models import User
from jobplaneten.messaging.models import Message
from jobplaneten.workflow import MoveRefused
from matching import actions, gate
from matching.facts import read
from matching.models import Hiding, Match, MatchStatus, Run
from tests.factories import NOW, TODAY, PostFactory
from tests.matching.conftest import settle
from tests.matching.factories import MatchFactory
from tests.matching.test_nightly import night_of
from tests.matching.test_record import replayed
from youth.models import Youth

pytestmark = pytest.mark.django_db
Clock = Callable[[], datetime]
SignIn = Callable[[User], Client]


def test_what_is_under_way_ends_and_the_workplace_is_not_told_why(
    amina: Youth, elif_: EmployerContact, as_user: SignIn
) -> None:
    match = MatchFactory(youth=amina, post=PostFactory(employer=elif_.employer), status="released", offered_at=NOW)
    as_user(amina.user).post("/ikke-hos/", {"employer": elif_.employer_id})
    match.refresh_from_db()
    assert match.status == MatchStatus.EXPIRED
    for message in Message.objects.filter(to=elif_.user):
        assert "valgt fra" not in message.subject + message.body
    assert "valgt fra" in gate.why_not(match, NOW)


def test_the_night_hears_of_it(amina: Youth, elif_: EmployerContact) -> None:
    post = PostFactory(employer=elif_.employer)
    actions.hide_from(amina, elif_.employer, by=amina.user, now=NOW)
    facts = read(TODAY, run=Run.objects.create(day=TODAY, requested_at=NOW))
    assert [wish.hidden for wish in facts.wishes] == [frozenset({post.pk})]


def test_a_night_with_somebody_hidden_is_run_again_to_the_same(clock: Clock, dorte: User) -> None:
    settle(youths=4, posts=2)
    youth, employer = Youth.objects.earliest("pk"), Post.objects.earliest("pk").employer
    assert employer
    actions.hide_from(youth, employer, by=youth.user, now=NOW)
    night_of(clock)
    assert Match.objects.exists()
    assert not Match.objects.filter(youth=youth, post__employer=employer).exists()
    assert replayed()[0]["same"]


def test_only_who_said_it_takes_it_back(amina: Youth, bo: User, elif_: EmployerContact, as_user: SignIn) -> None:
    own = actions.hide_from(amina, elif_.employer, by=amina.user, now=NOW)
    assert actions.hide_from(amina, elif_.employer, by=bo, now=NOW) == own
    with pytest.raises(MoveRefused):
        actions.show_again(own, by=bo, now=NOW)
    as_user(amina.user).post(f"/ikke-hos/{own.pk}/vis/")
    assert not Hiding.objects.standing().exists()
    bos = actions.hide_from(amina, elif_.employer, by=bo, now=NOW)
    assert bo.name in as_user(amina.user).get("/ikke-hos/").text
    with pytest.raises(MoveRefused):
        actions.show_again(bos, by=amina.user, now=NOW)
    as_user(bo).post(f"/ikke-hos/{bos.pk}/vis/")
    assert not Hiding.objects.standing().exists()


def test_nobody_at_the_workplace_can_see_it(amina: Youth, elif_: EmployerContact) -> None:
    actions.hide_from(amina, elif_.employer, by=amina.user, now=NOW)
    assert not Hiding.objects.visible_to(elif_.user).exists()
