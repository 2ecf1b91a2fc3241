import json
import re
from datetime import timedelta

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from jobplaneten.accounts import patience
from jobplaneten.accounts.actions import give_temporary_password
from jobplaneten.accounts.models import Passkey, User
from jobplaneten.messaging.models import Message, TextMessage
from jobplaneten.trail.models import Entry
from tests.accounts.phone import PRESENT, VERIFIED, Phone, add_phone, come_in
from tests.factories import NOW, PASSWORD, UserFactory
from youth.models import Youth

ASK, OPEN, MINE = "/log-ind/telefon/begynd/", "/log-ind/telefon/", "/konto/telefoner/"


@pytest.fixture(autouse=True)
def that_day(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def hers(client: Client, amina: Youth) -> Phone:
    client.force_login(amina.user)
    phone = add_phone(client)
    client.logout()
    return phone


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


@pytest.mark.parametrize("who", ["amina", "guardian", "elin", "bo", "dorte"])
def test_everybody_comes_in_with_a_phone_alone(client: Client, who: str, request: pytest.FixtureRequest) -> None:
    fixtures = {"elin": "elif_", "guardian": "amina"}
    found = request.getfixturevalue(fixtures.get(who, who))
    user = UserFactory(role="guardian") if who == "guardian" else getattr(found, "user", found)
    client.force_login(user)
    phone = add_phone(client)
    client.logout()
    assert come_in(client, phone, next="/konto/")["location"] == "/konto/"
    assert client.get("/konto/").context["user"] == user


def test_a_new_phone_is_told_of_and_stands_in_the_trail(amina: Youth, hers: Phone) -> None:
    key = Passkey.objects.get()
    assert (key.user, key.name, len(key.handle)) == (amina.user, "Min telefon", 64)
    assert Message.objects.get(to=amina.user).path == MINE
    assert Entry.objects.get(verb="add_passkey").by == amina.user


def test_the_question_is_the_same_for_everybody(client: Client, hers: Phone) -> None:
    first, second = client.post(ASK).json()["publicKey"], Client().post(ASK).json()["publicKey"]
    assert first.pop("challenge") != second.pop("challenge")
    assert first == second == {"rpId": "localhost", "userVerification": "required"}


@pytest.mark.parametrize(
    "wrong",
    [
        {"origin": "https://jobplaneten.example"},
        {"domain": "jobplaneten.example"},
        {"flags": PRESENT},
        {"flags": VERIFIED},
        {"handle": b"somebody else"},
        {"cross": True},
        {"key": Phone().key},
        {"number": b"never seen here"},
    ],
)
def test_an_answer_that_does_not_fit_opens_nothing(client: Client, hers: Phone, wrong: dict[str, object]) -> None:
    vars(hers).update(wrong)
    answer = come_in(client, hers, next="/konto/")
    assert answer["location"] == "/log-ind/?next=%2Fkonto%2F"
    assert not is_in(client)
    assert "Det lykkedes ikke" in client.get(answer["location"]).text


def test_a_question_is_answered_once_and_in_time(client: Client, hers: Phone, time_machine: TimeMachineFixture) -> None:
    question = client.post(ASK).json()
    answer = hers.get(question)
    client.post(OPEN, {"answer": "{}"})
    client.post(OPEN, {"answer": answer})
    Client().post(OPEN, {"answer": answer})
    assert not is_in(client)
    answer = hers.get(client.post(ASK).json())
    time_machine.move_to(NOW + timedelta(minutes=6), tick=False)
    client.post(OPEN, {"answer": answer})
    assert not is_in(client)


@pytest.mark.parametrize(
    "answer", ["", "[]", "{", '{"id": 3}', '{"id": "\\u0000"}', '{"id":"x","response":{}}', "9" * 9999]
)
def test_nonsense_is_a_no(client: Client, hers: Phone, answer: str) -> None:
    client.post(ASK)
    assert client.post(OPEN, {"answer": answer}).status_code == 302
    key = {"id": Passkey.objects.get().credential_id, "rawId": "%%", "response": {"clientDataJSON": "e30"}}
    client.post(ASK)
    assert client.post(OPEN, {"answer": json.dumps(key)}).status_code == 302
    assert not is_in(client)


def test_a_copied_key_is_closed(client: Client, hers: Phone) -> None:
    come_in(client, hers)
    client.logout()
    hers.count -= 1
    come_in(client, hers)
    assert not is_in(client)
    assert Passkey.objects.get().stopped_at == NOW
    hers.count += 10
    come_in(client, hers)
    assert not is_in(client)
    assert Entry.objects.filter(verb="stop_copied_passkey", by=None).exists()


def test_a_phone_that_does_not_count_is_no_copy(client: Client, hers: Phone) -> None:
    for _time in range(2):
        hers.count = -1
        come_in(client, hers)
        assert is_in(client)
        client.logout()


def test_a_closed_account_stays_closed(client: Client, amina: Youth, hers: Phone) -> None:
    User.objects.filter(pk=amina.user.pk).update(is_active=False)
    come_in(client, hers)
    assert not is_in(client)


def test_a_phone_gives_the_second_factor_of_its_own_person_only(client: Client, dorte: User, hers: Phone) -> None:
    client.force_login(dorte)
    phone = add_phone(client)
    for given, location in ((hers, "/log-ind/kode/?next=%2F"), (phone, "/unge/")):
        client.logout()
        client.post("/log-ind/", {"login": dorte.login, "password": PASSWORD, "next": "/unge/"})
        assert come_in(client, given)["location"] == location
    assert is_in(client)


def test_before_a_way_in_is_opened_or_closed_it_is_asked_who_it_is(
    client: Client, amina: Youth, hers: Phone, time_machine: TimeMachineFixture
) -> None:
    client.force_login(amina.user)
    time_machine.move_to(NOW + timedelta(minutes=16), tick=False)
    again = "/konto/igen/?next=%2Fkonto%2Ftelefoner%2F"
    number = Passkey.objects.get().pk
    assert client.get(MINE)["location"] == again
    assert client.post(f"{MINE}begynd/").status_code == 302
    assert client.post(f"{MINE}{number}/vaek/").status_code == 302
    assert Passkey.objects.exists()
    assert "ikke dit kodeord" in client.post(again, {"password": "gæt"}).text
    assert client.post(again, {"password": PASSWORD})["location"] == MINE
    client.post(f"{MINE}{number}/vaek/")
    assert not Passkey.objects.exists()


def test_a_phone_or_a_code_by_sms_shows_who_it_is(
    client: Client, amina: Youth, hers: Phone, time_machine: TimeMachineFixture
) -> None:
    amina.user.login = "+4520304050"
    amina.user.set_unusable_password()
    amina.user.save()
    client.force_login(amina.user)
    time_machine.move_to(NOW + timedelta(minutes=16), tick=False)
    assert come_in(client, hers, next=MINE)["location"] == MINE
    time_machine.move_to(NOW + timedelta(minutes=32), tick=False)
    client.post("/konto/igen/", {"send": "1", "next": MINE})
    code = re.findall(r"\d{6}", TextMessage.objects.get().body)[0]
    assert client.post("/konto/igen/", {"code": code, "next": MINE})["location"] == MINE
    assert client.get(MINE).status_code == 200


def test_the_last_way_in_cannot_be_removed(client: Client, amina: Youth, hers: Phone) -> None:
    amina.user.set_unusable_password()
    amina.user.takes_codes = False
    amina.user.save()
    come_in(client, hers)
    number = Passkey.objects.get().pk
    client.post(f"{MINE}{number}/vaek/")
    assert Passkey.objects.exists()
    assert "eneste vej ind" in client.get("/konto/").text
    add_phone(client, "Min computer")
    client.post(f"{MINE}{number}/vaek/")
    assert Passkey.objects.get().name == "Min computer"


def test_nobody_removes_the_phone_of_another(client: Client, bo: User, hers: Phone) -> None:
    client.force_login(bo)
    assert client.post(f"{MINE}{Passkey.objects.get().pk}/vaek/").status_code == 404
    assert Passkey.objects.exists()


def test_a_key_belongs_to_one_person(client: Client, bo: User, amina: Youth, hers: Phone) -> None:
    client.force_login(bo)
    question = client.post(f"{MINE}begynd/").json()
    client.post(MINE, {"name": "Min", "answer": hers.create(question)})
    assert Passkey.objects.get().user == amina.user


def test_a_new_start_by_another_takes_the_phones_away(amina: Youth, bo: User, hers: Phone) -> None:
    give_temporary_password(amina.user, by=bo, now=NOW)
    assert not Passkey.objects.exists()


@pytest.mark.django_db
def test_asking_often_is_slowed_down(client: Client) -> None:
    for _time in range(patience.PASSKEY.free_tries + 1):
        client.post(ASK)
    assert client.post(ASK).status_code == 429
