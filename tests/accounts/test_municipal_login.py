import logging
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from time_machine import TimeMachineFixture

from jobplaneten.accounts import oidc, patience
from jobplaneten.accounts.actions import close_door, give_temporary_password
from jobplaneten.accounts.models import MunicipalLogin, User
from jobplaneten.accounts.municipal import band_of, untie
from jobplaneten.trail.models import Entry
from jobplaneten.workflow import MoveRefused
from tests.accounts.provider import CLIENT, SECRET, Provider, running
from tests.factories import NOW
from youth.models import Youth

BEGIN, BACK = "/log-ind/kommune/?next=/konto/", "/log-ind/kommune/tilbage/"
STRANGERS_ISSUER = "https://kommune.example"


@pytest.fixture(scope="module")
def one_provider() -> Iterator[Provider]:
    with running() as provider:
        yield provider


@pytest.fixture
def kommune(one_provider: Provider, settings: Any, time_machine: TimeMachineFixture) -> Iterator[Provider]:
    time_machine.move_to(NOW, tick=False)
    settings.OIDC = {
        "issuer": one_provider.issuer,
        "client_id": CLIENT,
        "client_secret": SECRET,
        "name": "Køge Kommune",
    }
    settings.OIDC_SECOND_FACTOR = ["mfa"]
    as_it_was = dict(vars(one_provider))
    yield one_provider
    vars(one_provider).update(as_it_was)


def tie(client: Client, user: User, kommune: Provider, subject: str = "subject-1") -> None:
    client.force_login(user)
    address = client.post("/konto/kommune/").context["address"]
    assert client.get(BACK, kommune.sign_in(address, subject))["location"] == "/konto/"
    client.logout()


def come_in(client: Client, kommune: Provider, subject: str = "subject-1", **changed: str) -> str:
    address = client.get(BEGIN)["location"]
    return str(client.get(BACK, kommune.sign_in(address, subject) | changed)["location"])


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


@pytest.mark.parametrize(
    ("told", "location"),
    [({}, "/log-ind/kode/"), ({"amr": ["pwd", "mfa"]}, "/konto/"), ({"acr": "mfa"}, "/konto/"), ({"amr": "mfa"}, None)],
)
def test_a_mentor_who_tied_it_comes_in_and_gives_ours_unless_theirs_was_two(
    client: Client, bo: User, kommune: Provider, told: dict[str, Any], location: str | None
) -> None:
    tie(client, bo, kommune)
    kommune.claims = told
    assert come_in(client, kommune) == (location or "/log-ind/kode/")
    assert is_in(client) == (location == "/konto/")


def test_a_youth_comes_in_and_only_number_and_age_band_are_kept(
    client: Client, amina: Youth, kommune: Provider
) -> None:
    kommune.claims = {"birthdate": "2012-05-02"}
    tie(client, amina.user, kommune)
    kept = MunicipalLogin.objects.values().get()
    assert set(kept) == {"id", "user_id", "issuer", "subject", "age_band", "made_at"}
    assert (kept["subject"], kept["age_band"]) == ("subject-1", "13-14")
    assert come_in(client, kommune) == "/konto/"
    assert is_in(client)
    everything = f"{kept} {list(Entry.objects.values())} {dict(client.session.items())}"
    assert "Kanarie" not in everything
    assert "2012-05-02" not in everything


def test_nobody_is_made_by_logging_in_there(client: Client, kommune: Provider, bo: User) -> None:
    before = User.objects.count()
    assert come_in(client, kommune, "a stranger") == "/log-ind/"
    assert "Sig det til en koordinator" in client.get("/log-ind/").text
    assert (User.objects.count(), is_in(client)) == (before, False)


WRONG: dict[str, Callable[[Provider], object]] = {
    "nonce": lambda it: it.claims.update(nonce="another"),
    "issuer": lambda it: it.claims.update(iss=STRANGERS_ISSUER),
    "audience": lambda it: it.claims.update(aud="another service"),
    "meant for others too": lambda it: it.claims.update(aud=[CLIENT, "another"], azp="another"),
    "expired": lambda it: it.claims.update(exp=int(NOW.timestamp()) - 120),
    "no expiry": lambda it: it.claims.update(exp=None),
    "from tomorrow": lambda it: it.claims.update(iat=int(NOW.timestamp()) + 86_400),
    "no subject": lambda it: it.claims.update(sub=""),
    "a subject that is no text": lambda it: it.claims.update(sub=["subject-1"]),
    "alg none": lambda it: it.header.update(alg="none"),
    "alg of a shared secret": Provider.by_shared_secret,
    "another's key": Provider.by_a_stranger,
    "a key nobody knows": lambda it: it.header.update(kid="two"),
    "another's discovery page": lambda it: it.discovery.update(issuer=STRANGERS_ISSUER),
    "a token from elsewhere": lambda it: it.discovery.update(token_endpoint="http://10.0.0.1/token"),  # noqa: S106
}


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_with_a_token_keeps_the_door_shut(
    client: Client, amina: Youth, kommune: Provider, what: str, caplog: pytest.LogCaptureFixture
) -> None:
    tie(client, amina.user, kommune)
    kommune.claims, kommune.header, kommune.discovery = {}, dict(kommune.header), {}
    address = client.get(BEGIN)["location"]
    WRONG[what](kommune)
    cache.clear()
    with caplog.at_level(logging.WARNING):
        client.get(BACK, kommune.sign_in(address, "subject-1"))
    assert not is_in(client)
    assert "Det lykkedes ikke at logge ind hos kommunen" in client.get("/log-ind/").text
    assert "subject-1" not in caplog.text


@pytest.mark.parametrize(
    "changed", [{"state": "another"}, {"iss": STRANGERS_ISSUER}, {"code": ""}, {"error": "access_denied"}]
)
def test_what_is_wrong_with_the_way_back_keeps_the_door_shut(
    client: Client, amina: Youth, kommune: Provider, changed: dict[str, str]
) -> None:
    tie(client, amina.user, kommune)
    asked = len(kommune.asked)
    assert come_in(client, kommune, **changed) == "/log-ind/"
    assert not is_in(client)
    assert "/token" not in kommune.asked[asked:]


def test_a_way_back_works_once_in_time_and_in_one_browser(
    client: Client, amina: Youth, kommune: Provider, time_machine: TimeMachineFixture
) -> None:
    tie(client, amina.user, kommune)
    brought = kommune.sign_in(client.get(BEGIN)["location"], "subject-1")
    other = Client()
    other.get(BACK, brought)
    assert not is_in(other)
    assert brought["code"] in kommune.codes
    time_machine.move_to(NOW + timedelta(minutes=11), tick=False)
    client.get(BACK, brought)
    client.get(BACK, brought)
    assert not is_in(client)


def test_a_code_caught_on_the_way_is_worth_nothing_without_the_verifier(
    client: Client, amina: Youth, kommune: Provider
) -> None:
    tie(client, amina.user, kommune)
    brought = kommune.sign_in(client.get(BEGIN)["location"], "subject-1")
    session = client.session
    session["asked_at_municipality"] |= {"verifier": "another"}
    session.save()
    client.get(BACK, brought)
    assert not is_in(client)


def test_one_login_there_is_one_person_here(client: Client, bo: User, dorte: User, kommune: Provider) -> None:
    tie(client, bo, kommune)
    client.force_login(dorte)
    address = client.post("/konto/kommune/").context["address"]
    client.get(BACK, kommune.sign_in(address, "subject-1"))
    assert MunicipalLogin.objects.get().user == bo
    assert "hører til en anden" in client.get("/konto/").text


def test_to_tie_it_somebody_must_mean_it(
    client: Client, bo: User, kommune: Provider, time_machine: TimeMachineFixture
) -> None:
    """A link alone never ties, and neither does a way back that began before the log-in."""
    address = client.get(BEGIN)["location"]
    client.force_login(bo)
    client.get(BACK, kommune.sign_in(address, "subject-1"))
    assert client.get("/konto/kommune/").status_code == 405
    assert client.get(BEGIN)["location"] == "/konto/"
    time_machine.move_to(NOW + timedelta(minutes=16), tick=False)
    assert client.post("/konto/kommune/")["location"].startswith("/konto/igen/")
    assert not MunicipalLogin.objects.exists()


def test_it_can_be_taken_away_and_goes_with_a_fresh_start(
    client: Client, bo: User, dorte: User, kommune: Provider
) -> None:
    tie(client, bo, kommune)
    close_door(bo, by=dorte, now=NOW)
    assert come_in(client, kommune) == "/log-ind/"
    give_temporary_password(bo, by=dorte, now=NOW)
    assert not MunicipalLogin.objects.exists()
    tie(client, dorte, kommune)
    client.force_login(dorte)
    client.post("/konto/kommune/vaek/")
    assert not MunicipalLogin.objects.exists()


def test_the_only_way_in_is_not_taken_away(client: Client, bo: User, kommune: Provider) -> None:
    tie(client, bo, kommune)
    bo.set_unusable_password()
    bo.save()
    with pytest.raises(MoveRefused, match="eneste vej ind"):
        untie(bo, now=NOW)
    assert MunicipalLogin.objects.filter(user=bo).exists()


def test_without_a_provider_nothing_is_offered(client: Client, bo: User) -> None:
    assert not oidc.is_offered()
    assert "/log-ind/kommune/" not in client.get("/log-ind/").text
    assert client.get(BEGIN)["location"] == "/konto/"
    client.force_login(bo)
    assert client.post("/konto/kommune/").status_code == 404


def test_a_provider_that_is_away_costs_nothing_else(client: Client, kommune: Provider, settings: Any, db: None) -> None:
    assert "Log ind med Køge Kommune" in client.get("/log-ind/").text
    settings.OIDC = settings.OIDC | {"issuer": "http://localhost:9"}
    assert client.get(BEGIN)["location"] == "/log-ind/"


def test_going_there_often_is_slowed_down(client: Client, kommune: Provider, db: None) -> None:
    for _time in range(patience.OUTSIDE.free_tries + 1):
        client.get(BEGIN)
    assert client.get(BEGIN)["location"] == "/log-ind/"


@pytest.mark.parametrize(
    ("born", "band"),
    [("2013-11-22", "13-14"), ("2009", "15-17"), ("2008-01-01", "18-"), ("2020-01-01", "0-12"), ("", ""), ("x", "")],
)
def test_of_a_birthday_only_a_band_is_left(born: str, band: str) -> None:
    assert band_of(born, now=NOW.replace(year=2026, month=11, day=23)) == band
