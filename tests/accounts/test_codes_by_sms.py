import re
from datetime import timedelta

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from jobplaneten.accounts import codes
from jobplaneten.accounts.models import LoginCode, User
from jobplaneten.messaging.models import TextMessage
from tests.factories import NOW, PASSWORD, UserFactory, YouthFactory

PHONE = "+4520304050"
ASK, GIVE = "/log-ind/sms/", "/log-ind/sms/kode/"
NOT_RIGHT = "Koden passer ikke"


@pytest.fixture(autouse=True)
def that_day(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def amina(db: None) -> User:
    return YouthFactory(user__login=PHONE).user


def texted() -> str:
    body = TextMessage.objects.newest_first()[0].body
    return re.findall(r"\d{6}", body)[0]


def test_a_youth_comes_in_with_a_code_by_sms(client: Client, amina: User) -> None:
    client.get("/om/")
    assert client.post(ASK, {"phone": "20 30 40 50", "next": "/konto/"})["location"] == GIVE
    before = client.session.session_key
    code = texted()
    assert code not in LoginCode.objects.get().digest
    assert client.post(GIVE, {"code": f"{code[:3]} {code[3:]}"})["location"] == "/konto/"
    assert client.session.session_key != before
    assert client.get("/konto/").context["user"] == amina
    assert client.get(ASK).status_code == 302


def test_a_number_nobody_knows_hears_the_same(client: Client, amina: User, monkeypatch: pytest.MonkeyPatch) -> None:
    hashed: list[str] = []

    def digest(code: str) -> str:
        hashed.append(code)
        return "x"

    monkeypatch.setattr(codes, "make_password", digest)
    answers = []
    for phone in (PHONE, "+4521222324"):
        stranger = Client()
        asked = stranger.post(ASK, {"phone": phone})
        page = stranger.get(GIVE)
        answers.append((asked.status_code, asked["location"], re.sub(r'value="\w{64}"', "", page.text)))
    assert answers[0] == answers[1]
    assert len(hashed) == LoginCode.objects.count() == 2
    assert TextMessage.objects.get().phone == PHONE


@pytest.mark.parametrize("role", ["mentor", "coordinator", "employer"])
def test_other_adults_get_no_codes(role: str, db: None) -> None:
    UserFactory(role=role, login=PHONE)
    codes.send_code(PHONE, now=NOW)
    assert not TextMessage.objects.exists()


def test_whose_door_is_closed_gets_no_code(amina: User) -> None:
    row = codes.send_code(PHONE, now=NOW)
    User.objects.update(is_active=False)
    assert codes.open_with(row.pk, texted(), now=NOW) is None
    codes.send_code(PHONE, now=NOW)
    assert TextMessage.objects.count() == 1


def test_a_code_opens_once_and_only_where_it_was_asked_for(client: Client, amina: User) -> None:
    client.post(ASK, {"phone": PHONE})
    code = texted()
    elsewhere = Client()
    elsewhere.post(ASK, {"phone": "+4521222324"})
    assert NOT_RIGHT in elsewhere.post(GIVE, {"code": code}).text
    assert Client().post(GIVE, {"code": code})["location"] == ASK
    client.post(GIVE, {"code": code})
    assert codes.open_with(LoginCode.objects.earliest("pk").pk, code, now=NOW) is None


def test_five_wrong_codes_end_it(amina: User) -> None:
    row = codes.send_code(PHONE, now=NOW)
    right = texted()
    wrong = "000000" if right != "000000" else "111111"
    assert [codes.open_with(row.pk, wrong, now=NOW) for _try in range(5)] == [None] * 5
    assert codes.open_with(row.pk, right, now=NOW) is None


@pytest.mark.parametrize(("minutes", "opens"), [(9, True), (10, False)])
def test_a_code_is_good_for_ten_minutes(amina: User, minutes: int, opens: bool) -> None:
    row = codes.send_code(PHONE, now=NOW)
    assert (codes.open_with(row.pk, texted(), now=NOW + timedelta(minutes=minutes)) == amina) is opens


def test_a_phone_gets_five_codes_an_hour_at_most(amina: User) -> None:
    for _time in range(7):
        codes.send_code(PHONE, now=NOW)
    assert TextMessage.objects.count() == LoginCode.objects.filter(user=amina).count() == codes.MOST_AN_HOUR
    codes.send_code(PHONE, now=NOW + timedelta(minutes=61))
    assert TextMessage.objects.count() == codes.MOST_AN_HOUR + 1
    codes.send_code(PHONE, now=NOW + timedelta(days=2))
    assert LoginCode.objects.count() == 1


def test_asking_and_guessing_is_slowed_down(client: Client, amina: User) -> None:
    for _time in range(5):
        answer = client.post(ASK, {"phone": "+4521222324"})
    assert "mange forsøg" in answer.text


def test_a_youth_may_rather_have_a_password(client: Client, amina: User) -> None:
    client.post("/log-ind/", {"login": PHONE, "password": PASSWORD})
    assert "Slå kode på sms fra" in client.get("/konto/").text
    client.post("/konto/sms/", {"wanted": "no"})
    codes.send_code(PHONE, now=NOW)
    assert not TextMessage.objects.exists()
    client.post("/konto/sms/", {"wanted": "yes"})
    codes.send_code(PHONE, now=NOW)
    assert TextMessage.objects.exists()


def test_without_a_password_one_makes_one_and_cannot_switch_the_codes_off(client: Client, amina: User) -> None:
    amina.set_unusable_password()
    amina.save()
    client.force_login(amina)
    assert client.post("/konto/sms/", {"wanted": "no"}).status_code == 404
    client.post("/konto/kodeord/", {"new": "tre-grønne-heste", "again": "tre-grønne-heste"})
    amina.refresh_from_db()
    assert amina.check_password("tre-grønne-heste")
    assert client.get("/konto/").status_code == 200
