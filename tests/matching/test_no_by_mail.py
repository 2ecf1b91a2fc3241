"""A busy workplace says no from the mail itself. The address says nothing of the youth, and never says yes."""

from datetime import timedelta

import pytest
from django.test import Client

from employers.models import EmployerContact, Standing
from jobplaneten.accounts.models import User
from jobplaneten.messaging.actions import mail_about
from jobplaneten.messaging.models import Message
from matching.actions import accept, approve, propose, withdraw
from matching.by_mail import no_by_mail
from matching.models import CandidateCard, MatchStatus
from tests.factories import NOW, EmployerContactFactory, PostFactory
from youth.models import Youth

pytestmark = pytest.mark.django_db


@pytest.fixture
def card(amina: Youth, bo: User, elif_: EmployerContact) -> CandidateCard:
    match = propose(amina, PostFactory(employer=elif_.employer), by=bo, now=NOW)
    approve(match, line="Kan lide bøger", by=bo, now=NOW)
    match.refresh_from_db()
    return accept(match, by=amina.user, now=NOW)


def address_in_the_mail(to: User) -> str:
    mail = mail_about(list(Message.objects.filter(to=to).select_related("to")))
    return next(line for line in str(mail.body).splitlines() if "nej-fra-mail" in line).removeprefix(
        "http://127.0.0.1:8000"
    )


def test_a_no_is_said_from_the_mail_without_signing_in(
    card: CandidateCard, amina: Youth, elif_: EmployerContact, client: Client
) -> None:
    address = address_in_the_mail(elif_.user)
    page = client.get(address).text
    assert card.post.title in page
    assert "Amina" not in page
    assert "Kan lide bøger" not in page
    card.match.refresh_from_db()
    assert card.match.status == MatchStatus.RELEASED
    assert "Tak for svaret" in client.post(address, {"reason": "not_now"}).text
    card.match.refresh_from_db()
    assert (card.match.status, card.match.no_reason) == (MatchStatus.REFUSED, "not_now")
    assert card.match.decisions.get(move="refuse").by == elif_.user
    assert "Kortet er lukket" in client.get(address).text


def test_a_no_needs_a_reason_and_nothing_happens_without(
    card: CandidateCard, elif_: EmployerContact, client: Client
) -> None:
    answer = client.post(no_by_mail(card, elif_.user), {})
    assert "Send nej tak" in answer.text
    card.match.refresh_from_db()
    assert card.match.status == MatchStatus.RELEASED


def test_an_address_is_for_one_card_and_one_person(card: CandidateCard, elif_: EmployerContact, client: Client) -> None:
    address = no_by_mail(card, elif_.user)
    assert client.get(address.replace(f"/{card.pk}/", f"/{card.pk + 1}/", 1)).status_code == 404
    assert client.get(address[:-3] + "x/").status_code == 404
    rival = EmployerContactFactory().user
    assert card.post.title not in client.get(no_by_mail(card, rival)).text


def test_who_has_left_the_workplace_says_nothing_any_more(
    card: CandidateCard, elif_: EmployerContact, client: Client
) -> None:
    EmployerContact.objects.filter(pk=elif_.pk).update(standing=Standing.OUT)
    assert "Kortet er lukket" in client.post(no_by_mail(card, elif_.user), {"reason": "not_now"}).text
    card.match.refresh_from_db()
    assert card.match.status == MatchStatus.RELEASED


def test_after_the_youth_has_thought_better_of_it_there_is_nothing_to_answer(
    card: CandidateCard, amina: Youth, elif_: EmployerContact, client: Client
) -> None:
    withdraw(card.match, reason="not_now", by=amina.user, now=NOW + timedelta(hours=1))
    assert "Kortet er lukket" in client.post(no_by_mail(card, elif_.user), {"reason": "not_now"}).text


def test_no_other_mail_has_such_an_address(card: CandidateCard, bo: User) -> None:
    assert not Message.objects.filter(to=bo).exclude(answer_path="").exists()
