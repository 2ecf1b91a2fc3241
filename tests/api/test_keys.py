"""How a program comes in: with a key, or from our own pages with their cookie. Otherwise not at all."""

from typing import Any

import pytest
from rest_framework.test import APIClient
from rest_framework.throttling import SimpleRateThrottle

from employers.models import EmployerContact
from jobplaneten.accounts.actions import close_door, make_key, take_key_back
from jobplaneten.accounts.models import User
from matching.models import Match, MatchStatus
from tests.api.conftest import Call
from tests.factories import NOW, PASSWORD, EmployerFactory
from tests.matching.factories import MatchFactory
from youth.models import Youth

pytestmark = pytest.mark.django_db

YOUTHS = "/api/v1/youths/"


def with_key(key: str) -> APIClient:
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Token {key}")
    return client


def test_a_key_opens_what_its_owner_may_see(amina: Youth, bo: User, carla: User) -> None:
    assert with_key(make_key(bo, now=NOW)).get(YOUTHS).json()["count"] == 1
    assert with_key(make_key(carla, now=NOW)).get(YOUTHS).json()["count"] == 0


def test_a_key_makes_moves_without_a_cookie(amina: Youth, bo: User) -> None:
    match = MatchFactory(youth=amina)
    client = with_key(make_key(bo, now=NOW))
    assert client.post(f"/api/v1/matches/{match.pk}/hold/").json()["status"] == MatchStatus.HELD


@pytest.mark.parametrize("key", ["", "nonsense", "x" * 64])
def test_no_key_and_a_wrong_one_open_nothing(key: str, amina: Youth) -> None:
    answer = with_key(key).get(YOUTHS)
    assert answer.status_code == 401
    assert answer["www-authenticate"] == "Token"
    assert "Amina" not in answer.content.decode()


def test_a_key_that_was_taken_back_or_whose_owner_is_out_opens_nothing(bo: User, dorte: User) -> None:
    key = make_key(bo, now=NOW)
    take_key_back(bo, key[:15], now=NOW)
    assert with_key(key).get(YOUTHS).status_code == 401
    key = make_key(bo, now=NOW)
    close_door(bo, by=dorte, now=NOW)
    assert with_key(key).get(YOUTHS).status_code == 401


def test_a_key_ends_by_itself(bo: User, time_machine: Any) -> None:
    key = make_key(bo, now=NOW)
    time_machine.move_to(NOW.replace(year=2027))
    assert with_key(key).get(YOUTHS).status_code == 401


def test_a_password_is_not_sent_to_the_api(bo: User) -> None:
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Basic {bo.login}:{PASSWORD}")
    assert client.get(YOUTHS).status_code == 401


def test_a_page_of_another_site_cannot_make_a_move(amina: Youth, bo: User) -> None:
    match = MatchFactory(youth=amina)
    client = APIClient(enforce_csrf_checks=True)
    client.force_login(bo)
    hold = f"/api/v1/matches/{match.pk}/hold/"
    assert client.get(YOUTHS).status_code == 200
    refused = client.post(hold)
    assert refused.status_code == 403
    assert "CSRF" in refused.json()["detail"]
    assert Match.objects.get().status == MatchStatus.PROPOSED
    client.get("/konto/")
    token = client.cookies["csrftoken"].value
    assert client.post(hold, headers={"x-csrftoken": token}).status_code == 200


def test_a_form_of_another_site_is_not_even_read(elif_: Any, api: Call) -> None:
    answer = api(elif_.user).post("/api/v1/posts/", {"title": "En idé"}, format="multipart")
    assert answer.status_code == 415


@pytest.mark.parametrize(
    ("body", "told"), [("{", "detail"), ("[1]", "non_field_errors"), ('"ord"', "non_field_errors")]
)
def test_what_is_no_object_is_told_so(body: str, told: str, elif_: Any, api: Call) -> None:
    answer = api(elif_.user).post("/api/v1/posts/", body, content_type="application/json")
    assert (answer.status_code, list(answer.json())) == (400, [told])


@pytest.mark.parametrize("path", ["youths/99999999999999999999/", "youths/0/", "youths/x/", "nothing/"])
def test_what_is_not_there_is_404(path: str, bo: User, api: Call) -> None:
    assert api(bo).get(f"/api/v1/{path}").status_code == 404


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_nothing_is_deleted_or_written_past_the_moves(method: str, amina: Youth, bo: User, api: Call) -> None:
    assert getattr(api(bo), method)(f"{YOUTHS}{amina.pk}/").status_code == 405


def test_a_program_that_writes_too_fast_must_wait(dorte: User, api: Call, monkeypatch: Any) -> None:
    monkeypatch.setattr(SimpleRateThrottle, "THROTTLE_RATES", {"anon": None, "user": None, "write": "2/min"})
    vet = f"/api/v1/employers/{EmployerFactory().pk}/vet/"
    client = api(dorte)
    assert [client.post(vet).status_code for _number in range(3)] == [409, 409, 429]
    assert client.get("/api/v1/employers/").status_code == 200


def test_who_has_not_said_yes_to_the_terms_is_sent_to_the_page(elif_: EmployerContact, api: Call) -> None:
    assert api(elif_.user).get("/api/v1/posts/").status_code == 200
    elif_.user.terms_read = 0
    elif_.user.save(update_fields=["terms_read"])
    assert api(elif_.user).get("/api/v1/posts/").status_code == 403
