"""Is it still you? What somebody at a screen that was left open must not be able to do."""

from datetime import timedelta

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from jobplaneten.accounts.models import User
from jobplaneten.trail.models import Entry
from matching.models import Match, MatchStatus
from tests.factories import NOW, PASSWORD, UserFactory
from tests.matching.factories import MatchFactory
from youth.models import Protected, Youth

AGAIN, HOME = "/konto/igen/?next=%2F", "/mine-data/hent/"


@pytest.fixture(autouse=True)
def that_day(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def bo_has_been_away(client: Client, bo: User, time_machine: TimeMachineFixture) -> None:
    client.force_login(bo)
    time_machine.move_to(NOW + timedelta(minutes=16), tick=False)


@pytest.mark.usefixtures("bo_has_been_away")
@pytest.mark.parametrize("word", ["godkend", "god-for"])
def test_before_a_youth_is_let_be_known_to_a_workplace(client: Client, amina: Youth, word: str) -> None:
    match = MatchFactory(youth=amina)
    assert client.post(f"/morgen/{match.pk}/{word}/", {"line": ""})["location"] == AGAIN
    part = client.post(f"/morgen/{match.pk}/{word}/", headers={"hx-request": "true"})
    assert part["hx-redirect"] == AGAIN
    assert Match.objects.get().status == MatchStatus.PROPOSED
    assert not Entry.objects.exists()


@pytest.mark.usefixtures("bo_has_been_away")
@pytest.mark.parametrize("word", ["no", "propose", "confirm"])
def test_before_a_name_and_address_are_no_longer_protected(client: Client, amina: Youth, word: str) -> None:
    stood = amina.protected
    assert client.post(f"/unge/{amina.pk}/beskyttet/", {"answer": word})["location"] == AGAIN
    amina.refresh_from_db()
    assert (amina.protected, amina.clearing_by) == (stood, None)


@pytest.mark.usefixtures("bo_has_been_away")
def test_the_session_of_a_page_can_do_no_more_through_the_api(client: Client, amina: Youth) -> None:
    match = MatchFactory(youth=amina)
    assert client.get("/api/v1/youths/").status_code == 200
    assert client.post(f"/api/v1/matches/{match.pk}/approve/", {}, content_type="application/json").status_code == 403
    assert Match.objects.get().status == MatchStatus.PROPOSED


@pytest.mark.usefixtures("bo_has_been_away")
def test_to_protect_nobody_is_asked(client: Client, amina: Youth) -> None:
    client.post(f"/unge/{amina.pk}/beskyttet/", {"answer": "protect"})
    amina.refresh_from_db()
    assert amina.protected == Protected.YES


@pytest.mark.parametrize("path", [HOME, "/mine-data/hent.json"])
def test_before_everything_is_taken_home(
    client: Client, amina: Youth, time_machine: TimeMachineFixture, path: str
) -> None:
    client.force_login(amina.user)
    time_machine.move_to(NOW + timedelta(minutes=16), tick=False)
    asked = client.get(path)["location"]
    assert asked == f"/konto/igen/?next={path.replace('/', '%2F')}"
    assert not Entry.objects.filter(verb="export").exists()
    assert client.post(asked, {"password": PASSWORD})["location"] == path
    assert "attachment" in client.get(path)["content-disposition"]


@pytest.mark.django_db
def test_guessing_the_password_here_is_slowed_down(client: Client) -> None:
    client.force_login(UserFactory(role="guardian"))
    for _guess in range(5):
        client.post(AGAIN, {"password": "gæt"})
    assert "mange forsøg" in client.post(AGAIN, {"password": PASSWORD}).text
