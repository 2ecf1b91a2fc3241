import base64
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from time_machine import TimeMachineFixture

from jobplaneten.accounts import factors, totp
from jobplaneten.accounts.models import Authenticator, RecoveryCode, User
from jobplaneten.accounts.permissions import needs_second_factor
from jobplaneten.accounts.sealing import unseal
from jobplaneten.trail.models import Entry
from tests.factories import NOW, PASSWORD, UserFactory
from youth.models import Youth

LOG_IN, ASK, SET_UP = "/log-ind/", "/log-ind/kode/", "/log-ind/ny-app/"
INSIDE = ["/", "/morgen/", "/unge/", "/konto/", "/konto/kodeord/", "/beskeder/", "/mentorer/", "/api/v1/docs/"]


@pytest.fixture(autouse=True)
def that_day(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


def give_password(client: Client, user: User):
    return client.post(LOG_IN, {"login": user.login, "password": PASSWORD})


def code_for(user: User, *, halves_on: int = 0) -> str:
    return totp.code_at(user.authenticator.secret, totp.step_at(timezone.now()) + halves_on)


@pytest.fixture
def paper(dorte: User) -> list[str]:
    """Dorte has an app since yesterday; these are her codes on paper."""
    secret, yesterday = totp.new_secret(), NOW - timedelta(days=1)
    return list(factors.enrol(dorte, secret, totp.code_at(secret, totp.step_at(yesterday)), now=yesterday))


@pytest.mark.parametrize(("moment", "code"), [(59, "287082"), (1111111109, "081804"), (20000000000, "353130")])
def test_the_codes_are_those_of_the_standard(moment: int, code: str) -> None:
    secret = base64.b32encode(b"12345678901234567890").decode()
    assert totp.code_at(secret, moment // totp.SECONDS) == code


def test_a_password_alone_opens_nothing_for_a_coordinator(client: Client, dorte: User) -> None:
    assert give_password(client, dorte)["location"] == ASK
    assert client.get(ASK)["location"] == SET_UP
    assert "_auth_user_id" not in client.session
    assert dorte.name not in client.get("/").text
    assert [client.get(page)["location"].split("?")[0] for page in INSIDE[1:]] == [LOG_IN] * len(INSIDE[1:])
    assert client.get("/api/v1/youths/").status_code == 401


def test_a_session_without_second_factor_ends_at_the_next_click(client: Client, bo: User, amina: Youth) -> None:
    for person, status in ((bo, 302), (amina.user, 200)):
        client.force_login(person)
        session = client.session
        del session["proven_at"]
        session.save()
        assert client.get("/konto/").status_code == status
    assert needs_second_factor(UserFactory(role="employer", is_superuser=True))


def test_setting_up_lets_in_and_shows_codes_once(client: Client, dorte: User) -> None:
    client.get("/om/")
    client.post(LOG_IN, {"login": dorte.login, "password": PASSWORD, "next": "/mentorer/"})
    before = client.session.session_key
    client.get(SET_UP)
    secret = unseal(client.session["new_secret"])
    assert "passer ikke" in client.post(SET_UP, {"code": "000000"}).text
    assert not Authenticator.objects.exists()
    page = client.post(SET_UP, {"code": totp.code_at(secret, totp.step_at(NOW))})
    assert len(page.context["codes"]) == RecoveryCode.objects.count() == factors.RECOVERY_CODES
    assert page.context["then"] == "/mentorer/"
    assert client.session.session_key != before
    assert "new_secret" not in client.session
    assert client.get("/mentorer/").status_code == 200
    assert "no-store" in page["cache-control"]


def test_a_second_app_cannot_be_set_up_with_a_password_alone(client: Client, dorte: User, paper: list[str]) -> None:
    give_password(client, dorte)
    assert client.get(SET_UP)["location"] == LOG_IN
    assert client.post(SET_UP, {"code": "1"})["location"] == LOG_IN
    assert factors.enrol(dorte, "A" * 32, totp.code_at("A" * 32, totp.step_at(NOW)), now=NOW) == []


def test_a_code_opens_once(client: Client, dorte: User, paper: list[str]) -> None:
    give_password(client, dorte)
    code = code_for(dorte)
    assert client.post(ASK, {"code": f"{code[:3]} {code[3:]}"})["location"] == "/"
    assert client.get("/").status_code == 200
    second = Client()
    give_password(second, dorte)
    assert "passer ikke" in second.post(ASK, {"code": code}).text
    assert "_auth_user_id" not in second.session
    assert not factors.prove(dorte, code_for(dorte, halves_on=-1), now=NOW)
    assert not factors.prove(dorte, code_for(dorte, halves_on=2), now=NOW)


def test_a_code_on_paper_opens_once(dorte: User, bo: User, paper: list[str]) -> None:
    assert not factors.prove(bo, paper[0], now=NOW)
    assert factors.prove(dorte, paper[0].upper(), now=NOW)
    assert not factors.prove(dorte, paper[0], now=NOW)
    assert factors.prove(dorte, paper[1], now=NOW)
    assert Entry.objects.filter(verb="use_recovery_code").count() == 2
    assert not RecoveryCode.objects.filter(digest__in=paper).exists()


def test_guessing_codes_is_slowed_down(client: Client, dorte: User, paper: list[str]) -> None:
    give_password(client, dorte)
    for _guess in range(5):
        client.post(ASK, {"code": "000000"})
    assert "mange forsøg" in client.post(ASK, {"code": code_for(dorte)}).text


def test_ten_minutes_or_a_new_password_end_what_was_half_open(
    client: Client, dorte: User, paper: list[str], time_machine: TimeMachineFixture
) -> None:
    give_password(client, dorte)
    time_machine.move_to(NOW + timedelta(minutes=11), tick=False)
    assert client.post(ASK, {"code": code_for(dorte)})["location"] == LOG_IN
    give_password(client, dorte)
    dorte.set_password("et-helt-andet-kodeord")
    dorte.save()
    assert client.post(ASK, {"code": code_for(dorte)})["location"] == LOG_IN


def test_another_phone_asks_for_a_code_and_signs_out_everywhere(client: Client, dorte: User, paper: list[str]) -> None:
    client.force_login(dorte)
    other = Client()
    other.force_login(dorte)
    assert "passer ikke" in client.post("/konto/kode-app/", {"code": "000000", "phone": "1"}).text
    assert Authenticator.objects.exists()
    page = client.post("/konto/kode-app/", {"code": paper[0], "paper": "1"})
    assert set(page.context["codes"]).isdisjoint(paper)
    assert client.post("/konto/kode-app/", {"code": code_for(dorte), "phone": "1"})["location"] == LOG_IN
    assert not Authenticator.objects.exists()
    assert not RecoveryCode.objects.exists()
    assert other.get("/konto/").status_code == 302


def test_a_coordinator_helps_a_mentor_who_has_lost_the_phone(client: Client, dorte: User, bo: User) -> None:
    Authenticator.objects.create(user=bo, secret=totp.new_secret(), made_at=NOW)
    his = Client()
    his.force_login(bo)
    client.force_login(dorte)
    client.post(reverse("accounts:person_second", args=[bo.pk]))
    assert not Authenticator.objects.exists()
    assert his.get("/konto/").status_code == 302
    assert Entry.objects.get(verb="forget_second_factor").by == dorte


@pytest.mark.parametrize(("minutes", "own_phone", "status"), [(29, "", 200), (31, "", 302), (31, "on", 200)])
def test_a_phone_that_was_left_alone_is_signed_out(
    client: Client, amina: Youth, time_machine: TimeMachineFixture, minutes: int, own_phone: str, status: int
) -> None:
    client.post(LOG_IN, {"login": amina.user.login, "password": PASSWORD, "own_phone": own_phone})
    assert client.session.get_expire_at_browser_close() == (not own_phone)
    time_machine.move_to(NOW + timedelta(minutes=minutes), tick=False)
    assert client.get("/konto/").status_code == status
    time_machine.move_to(NOW + timedelta(minutes=minutes + 29), tick=False)
    assert client.get("/konto/").status_code == status


def test_the_programmes_people_cannot_stay_signed_in_for_days(
    client: Client, dorte: User, paper: list[str], time_machine: TimeMachineFixture
) -> None:
    client.post(LOG_IN, {"login": dorte.login, "password": PASSWORD, "own_phone": "on"})
    client.post(ASK, {"code": code_for(dorte)})
    time_machine.move_to(NOW + timedelta(minutes=61), tick=False)
    assert client.get("/konto/").status_code == 302


def test_everywhere_means_everywhere(client: Client, amina: Youth) -> None:
    lent = Client()
    for each in (client, lent):
        each.force_login(amina.user)
    gone = client.post("/konto/alle-steder/")
    assert gone["clear-site-data"] == '"cache", "storage"'
    assert [each.get("/konto/").status_code for each in (client, lent)] == [302, 302]


def test_what_changes_the_access_of_others_asks_for_the_code_again(
    client: Client, dorte: User, bo: User, paper: list[str], time_machine: TimeMachineFixture
) -> None:
    client.force_login(dorte)
    door, person = f"/mentorer/{bo.pk}/luk/", f"/mentorer/{bo.pk}/"
    time_machine.move_to(NOW + timedelta(minutes=16), tick=False)
    asked = client.post(door, headers={"referer": f"http://testserver{person}"})
    assert asked["location"] == f"/konto/igen/?next={person.replace('/', '%2F')}"
    assert client.post(door, headers={"referer": "https://evil.example/x"})["location"] == "/konto/igen/?next=%2F"
    bo.refresh_from_db()
    assert bo.is_active
    assert client.get("/mentorer/").status_code == 200
    assert "passer ikke" in client.post("/konto/igen/", {"code": "000000", "next": person}).text
    assert client.post("/konto/igen/", {"code": code_for(dorte), "next": person})["location"] == person
    client.post(door)
    bo.refresh_from_db()
    assert not bo.is_active


@pytest.mark.parametrize(
    ("name", "of"),
    [
        ("accounts:make_key", ""),
        ("accounts:person_new", ""),
        ("accounts:person_open", "bo"),
        ("accounts:person_password", "bo"),
        ("accounts:person_second", "bo"),
        ("families:invite", "amina"),
        ("youth:hand_over", "amina"),
        ("youth:new_password", "amina"),
    ],
)
def test_so_does_every_such_deed(
    client: Client, dorte: User, bo: User, amina: Youth, name: str, of: str, time_machine: TimeMachineFixture
) -> None:
    client.force_login(dorte)
    time_machine.move_to(NOW + timedelta(minutes=16), tick=False)
    args = [{"bo": bo, "amina": amina}[of].pk] if of else []
    assert client.post(reverse(name, args=args))["location"] == "/konto/igen/?next=%2F"
    assert not Entry.objects.exists()
