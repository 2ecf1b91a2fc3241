from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from employers.models import Employer, EmployerContact, EmployerStatus
from jobplaneten.accounts.models import User
from jobplaneten.placements.models import Placement
from jobplaneten.trail.models import Entry
from matching import actions
from matching.models import CandidateCard, MatchStatus, NoReason
from tests.factories import EmployerContactFactory, PostFactory
from tests.matching.factories import CardFactory, MatchFactory
from youth.models import Youth, YouthStatus

pytestmark = pytest.mark.django_db

SignIn = Callable[[User], Client]


@pytest.fixture
def card(amina: Youth, elif_: EmployerContact) -> CandidateCard:
    return CardFactory(match__youth=amina, match__post=PostFactory(employer=elif_.employer))


def page_of(card: CandidateCard) -> str:
    return reverse("matching:candidate", args=[card.pk])


def test_the_card_is_all_that_an_employer_reads_of_a_youth(
    card: CandidateCard, amina: Youth, elif_: EmployerContact, as_user: SignIn
) -> None:
    client = as_user(elif_.user)
    for url in (page_of(card), reverse("matching:candidates")):
        page = client.get(url).content.decode()
        assert "Amina" in page
        for secret in (amina.last_name, amina.dream, amina.area.name, amina.user.login, "2012", "8. klasse"):
            assert secret not in page


def test_every_reading_of_a_card_is_in_the_trail(
    card: CandidateCard, amina: Youth, elif_: EmployerContact, as_user: SignIn
) -> None:
    as_user(elif_.user).get(page_of(card))
    entry = Entry.objects.reads().get()
    assert (entry.kind, entry.key, entry.youth, entry.by) == ("candidatecard", card.pk, amina.pk, elif_.user)
    card.refresh_from_db()
    assert card.seen_at


@pytest.mark.parametrize("status", [s for s in MatchStatus if s != MatchStatus.RELEASED])
def test_before_and_after_release_there_is_no_card(
    status: str, card: CandidateCard, elif_: EmployerContact, as_user: SignIn
) -> None:
    card.match.status = status
    card.match.offered_at = card.released_at
    card.match.save()
    assert as_user(elif_.user).get(page_of(card)).status_code == 404


def test_a_pause_closes_the_card_at_once(card: CandidateCard, elif_: EmployerContact, as_user: SignIn) -> None:
    Youth.objects.update(status=YouthStatus.PAUSED)
    assert as_user(elif_.user).get(page_of(card)).status_code == 404


@pytest.mark.parametrize("status", [EmployerStatus.APPLIED, EmployerStatus.SUSPENDED])
def test_an_employer_who_is_not_vetted_sees_no_card(
    status: str, card: CandidateCard, elif_: EmployerContact, as_user: SignIn
) -> None:
    Employer.objects.update(status=status)
    client = as_user(elif_.user)
    assert client.get(page_of(card)).status_code == 404
    assert "Amina" not in client.get(reverse("matching:candidates")).content.decode()


def test_another_employer_neither_reads_nor_answers(card: CandidateCard, as_user: SignIn) -> None:
    client = as_user(EmployerContactFactory().user)
    assert client.get(page_of(card)).status_code == 404
    assert client.post(reverse("matching:take", args=[card.pk])).status_code == 404
    assert client.post(reverse("matching:refuse", args=[card.pk]), {"reason": "other"}).status_code == 404
    assert not Placement.objects.exists()


def test_an_employer_cannot_tell_whether_unreleased_youths_exist(elif_: EmployerContact, as_user: SignIn) -> None:
    client = as_user(elif_.user)
    before = client.get(reverse("matching:candidates")).context["cards"]
    post = PostFactory(employer=elif_.employer)
    for status in (MatchStatus.PROPOSED, MatchStatus.HELD, MatchStatus.OFFERED, MatchStatus.DECLINED):
        MatchFactory(post=post, status=status)
    assert client.get(reverse("matching:candidates")).context["cards"] == before == []


def test_a_yes_begins_the_job(card: CandidateCard, elif_: EmployerContact, as_user: SignIn) -> None:
    answer = as_user(elif_.user).post(reverse("matching:take", args=[card.pk]))
    assert answer.headers["Location"] == reverse("placements:placement", args=[Placement.objects.get().pk])


def test_a_no_needs_a_reason_and_closes_the_card(card: CandidateCard, elif_: EmployerContact, as_user: SignIn) -> None:
    client = as_user(elif_.user)
    assert "aria-invalid" in client.post(reverse("matching:refuse", args=[card.pk])).content.decode()
    client.post(reverse("matching:refuse", args=[card.pk]), {"reason": NoReason.OTHER_SKILLS})
    assert client.get(page_of(card)).status_code == 404
    card.match.refresh_from_db()
    assert card.match.status == MatchStatus.REFUSED


def test_an_answer_to_a_card_that_has_just_gone_is_explained_on_the_list(
    card: CandidateCard, amina: Youth, elif_: EmployerContact, as_user: SignIn
) -> None:
    actions.withdraw(card.match, reason=NoReason.NOT_NOW, by=amina.user, now=card.released_at)
    answer = as_user(elif_.user).post(reverse("matching:take", args=[card.pk]), follow=True)
    assert answer.redirect_chain == [(reverse("matching:candidates"), 302)]
    assert "Kortet er lukket" in answer.content.decode()
    assert not Placement.objects.exists()


@pytest.mark.parametrize("size", [2, 20])
def test_the_list_costs_the_same_for_two_cards_and_for_twenty(
    size: int, elif_: EmployerContact, as_user: SignIn, django_assert_max_num_queries: Any
) -> None:
    CardFactory.create_batch(size, match__post=PostFactory(employer=elif_.employer, seats=50))
    client = as_user(elif_.user)
    with django_assert_max_num_queries(10):
        client.get(reverse("matching:candidates"))
