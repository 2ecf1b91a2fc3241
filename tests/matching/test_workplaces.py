"""What an employer can reach goes in the same moment as the trust in them."""

from datetime import timedelta

import pytest
from django.urls import reverse
from time_machine import TimeMachineFixture

from employers.models import VALID_FOR, Employer, EmployerContact, EmployerStatus, Post, PostStatus
from jobplaneten.accounts.models import User
from jobplaneten.home.counts import EmployerCounts
from jobplaneten.messaging.models import Message
from jobplaneten.placements.models import Placement
from matching import actions
from matching.models import CandidateCard, Match, MatchStatus, Run
from tests.factories import NOW, TODAY, PostFactory, VettingCheckFactory
from youth.models import Youth

pytestmark = pytest.mark.django_db


@pytest.fixture
def card(amina: Youth, elif_: EmployerContact) -> CandidateCard:
    post, other = PostFactory(employer=elif_.employer, seats=2), PostFactory(employer=elif_.employer)
    run = Run.objects.create(day=TODAY, requested_at=NOW)
    chances = {"run": run, "youth": amina, "rank": 1, "want": 0.5, "take": 0.5, "score": 0.25, "changed_at": NOW}
    match = Match.objects.create(post=post, status=MatchStatus.RELEASED, offered_at=NOW, **chances)
    Placement.objects.create(youth=amina, post=other, agreed_at=NOW, first_name="Amina")
    return CandidateCard.objects.create(match=match, post=post, first_name="Amina", age_group="13-14", released_at=NOW)


def sees_nothing(contact: EmployerContact, card: CandidateCard, as_user) -> None:
    client = as_user(contact.user)
    assert client.get(reverse("matching:candidate", args=[card.pk])).status_code in {404, 410}
    for page in ("home:front", "matching:candidates", "placements:list"):
        assert "Amina" not in client.get(reverse(page)).text
    counts = EmployerCounts.of(contact.user)
    assert (counts.candidates, counts.papers, counts.started) == (0, 0, 0)


def test_whoever_is_shut_out_loses_everything_at_once(
    card: CandidateCard, elif_: EmployerContact, bo: User, dorte: User, as_user
) -> None:
    page = reverse("matching:shut_out", args=[elif_.employer_id])
    as_user(dorte).post(page, {"reason": "En ung har fortalt os noget."})
    card.refresh_from_db()
    assert card.taken_back_at is not None
    assert not Match.objects.alive().exists()
    assert set(elif_.employer.posts.values_list("status", flat=True)) == {PostStatus.CLOSED}
    assert "Amina" in Message.objects.get(to=bo, subject="Vi har lukket for en arbejdsplads").body
    sees_nothing(elif_, card, as_user)


def test_without_a_reason_nobody_is_shut_out(card: CandidateCard, elif_: EmployerContact, dorte: User, as_user) -> None:
    as_user(dorte).post(reverse("matching:shut_out", args=[elif_.employer_id]), {"reason": ""})
    assert Employer.objects.get(pk=elif_.employer_id).is_vetted
    assert CandidateCard.objects.out().exists()


def test_it_takes_two_to_let_them_in_again(elif_: EmployerContact, dorte: User, bo: User, as_user) -> None:
    actions.shut_out(elif_.employer, reason="Uro.", by=dorte, now=NOW)
    check = VettingCheckFactory(employer=elif_.employer, checked_by=dorte)
    page = reverse("employers:vetting", args=[check.pk])
    as_user(dorte).post(page)
    assert Employer.objects.get(pk=elif_.employer_id).status == EmployerStatus.SUSPENDED
    as_user(bo).post(page)
    assert Employer.objects.get(pk=elif_.employer_id).is_vetted


def test_when_the_year_is_over_the_clock_takes_everything_back(
    card: CandidateCard, elif_: EmployerContact, as_user
) -> None:
    last_day = NOW + VALID_FOR
    assert actions.mind_workplaces(last_day) == 0
    assert CandidateCard.objects.out().exists()
    assert actions.mind_workplaces(last_day + timedelta(days=1)) == 1
    assert Employer.objects.get(pk=elif_.employer_id).status == EmployerStatus.EXPIRED
    assert not CandidateCard.objects.out().exists()
    sees_nothing(elif_, card, as_user)
    assert actions.mind_workplaces(last_day + timedelta(days=2)) == 0


def test_the_date_itself_closes_the_door_before_the_clock_has_been_round(
    card: CandidateCard, elif_: EmployerContact, as_user, time_machine: TimeMachineFixture
) -> None:
    time_machine.move_to(NOW + VALID_FOR)
    assert CandidateCard.objects.visible_to(elif_.user).exists()
    time_machine.move_to(NOW + VALID_FOR + timedelta(days=1))
    assert Employer.objects.get(pk=elif_.employer_id).status == EmployerStatus.VETTED
    assert not Post.objects.open().exists()
    sees_nothing(elif_, card, as_user)
