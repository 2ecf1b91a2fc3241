from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from jobplaneten.accounts.models import User
from matching.models import CandidateCard, Match, MatchStatus, NoReason
from tests.matching.factories import MatchFactory
from youth.models import Youth

pytestmark = pytest.mark.django_db

SignIn = Callable[[User], Client]
REASONS = {"youth": [{"code": "travel", "figures": {"minutes": 8, "mode": "bike"}, "points": 0.2}]}


def status_of(match: Match) -> str:
    match.refresh_from_db()
    return match.status


def test_a_youth_reads_why_this_job_was_chosen_and_what_the_workplace_would_see(amina: Youth, as_user: SignIn) -> None:
    match = MatchFactory(youth=amina, status=MatchStatus.OFFERED, reasons=REASONS, line="Hun møder til tiden.")
    page = as_user(amina.user).get(reverse("matching:offer", args=[match.pk])).content.decode()
    assert "Der er cirka 8 minutter på cykel." in page
    assert "Tirsdag kl. 15:30–17:30" in page
    assert "70 kr. i timen" in page
    assert "Hun møder til tiden." in page
    assert "13-14 år" in page


@pytest.mark.parametrize("status", [MatchStatus.PROPOSED, MatchStatus.HELD])
def test_what_the_mentor_has_not_released_does_not_exist_for_the_youth(
    status: str, amina: Youth, as_user: SignIn
) -> None:
    match = MatchFactory(youth=amina, status=status)
    client = as_user(amina.user)
    assert client.get(reverse("matching:offer", args=[match.pk])).status_code == 404
    assert client.post(reverse("matching:accept", args=[match.pk])).status_code == 404
    assert status_of(match) == status
    assert match.post.title not in client.get(reverse("matching:offers")).content.decode()


def test_a_yes_makes_the_card_and_says_what_happens_next(amina: Youth, as_user: SignIn) -> None:
    match = MatchFactory(youth=amina, status=MatchStatus.OFFERED)
    answer = as_user(amina.user).post(reverse("matching:accept", args=[match.pk]), follow=True)
    assert status_of(match) == MatchStatus.RELEASED
    assert CandidateCard.objects.get().match == match
    assert "Arbejdspladsen svarer senest" in answer.content.decode()


def test_a_no_needs_a_reason_and_what_was_missing_is_said(amina: Youth, as_user: SignIn) -> None:
    match = MatchFactory(youth=amina, status=MatchStatus.OFFERED)
    client = as_user(amina.user)
    page = client.post(reverse("matching:decline", args=[match.pk])).content.decode()
    assert "Hvad er grunden?" in page
    assert "aria-invalid" in page
    assert status_of(match) == MatchStatus.OFFERED
    client.post(reverse("matching:decline", args=[match.pk]), {"reason": NoReason.TOO_FAR})
    assert status_of(match) == MatchStatus.DECLINED


@pytest.mark.parametrize("reason", [NoReason.TOO_EARLY, NoReason.GUARDIAN, "made up"])
def test_a_youth_picks_only_from_the_youths_own_reasons(reason: str, amina: Youth, as_user: SignIn) -> None:
    match = MatchFactory(youth=amina, status=MatchStatus.OFFERED)
    as_user(amina.user).post(reverse("matching:decline", args=[match.pk]), {"reason": reason})
    assert status_of(match) == MatchStatus.OFFERED


def test_a_yes_may_be_taken_back_while_the_workplace_thinks(amina: Youth, as_user: SignIn) -> None:
    match = MatchFactory(youth=amina, status=MatchStatus.OFFERED)
    client = as_user(amina.user)
    client.post(reverse("matching:accept", args=[match.pk]))
    client.post(reverse("matching:withdraw", args=[match.pk]), {"reason": NoReason.NOT_NOW})
    assert status_of(match) == MatchStatus.DECLINED
    assert not CandidateCard.objects.out().exists()


def test_a_second_yes_comes_too_late_and_is_told_so(amina: Youth, as_user: SignIn) -> None:
    match = MatchFactory(youth=amina, status=MatchStatus.EXPIRED, offered_at=amina.asked_at)
    answer = as_user(amina.user).post(reverse("matching:accept", args=[match.pk]), follow=True)
    assert "hurtigere" in answer.content.decode()
    assert status_of(match) == MatchStatus.EXPIRED


@pytest.mark.parametrize("status", [status for status in MatchStatus if status not in {"proposed", "held"}])
def test_every_state_is_explained(status: str, amina: Youth, as_user: SignIn) -> None:
    match = MatchFactory(youth=amina, status=status, offered_at=amina.asked_at)
    page = as_user(amina.user).get(reverse("matching:offer", args=[match.pk])).content.decode()
    assert 'class="notice' in page


def test_the_list_costs_the_same_however_long_it_is(
    amina: Youth, as_user: SignIn, django_assert_max_num_queries: Any
) -> None:
    MatchFactory.create_batch(20, youth=amina, status=MatchStatus.OFFERED)
    client = as_user(amina.user)
    with django_assert_max_num_queries(10):
        client.get(reverse("matching:offers"))
