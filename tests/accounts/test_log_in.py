import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.test import Client
from django.urls import reverse

from jobplaneten.accounts.backends import as_login
from jobplaneten.accounts.doors import address_of
from jobplaneten.accounts.models import User
from jobplaneten.accounts.patience import LOGIN
from jobplaneten.accounts.patience import knock as door
from tests.factories import NOW, PASSWORD
from youth.models import Youth

LOG_IN = "/log-ind/"


def knock(client: Client, login: str, password: str, **more: str):
    return client.post(LOG_IN, {"login": login, "password": password, **more})


def words_of(response) -> str:
    form = response.context["form"]
    return " ".join(str(error) for error in form.non_field_errors())


@pytest.mark.parametrize("typed", ["20 30 40 50", "20304050", "+45 20304050", "0045 20 30 40 50"])
def test_a_mobile_number_is_the_same_however_it_is_written(typed: str) -> None:
    assert as_login(typed) == "+4520304050"


def test_the_right_password_lets_a_person_in_with_a_new_session(client: Client, amina: Youth) -> None:
    client.get("/om/")
    session = client.session
    session["left"] = "behind"
    session.save()
    before = session.session_key
    response = knock(client, amina.user.login.upper(), PASSWORD)
    assert response.status_code == 302
    assert response["location"] == "/"
    assert client.session.session_key != before
    assert client.session["_auth_user_id"] == str(amina.user.pk)


def test_an_unknown_login_and_a_wrong_password_hear_the_same(client: Client, bo: User) -> None:
    unknown = knock(client, "nobody@example.invalid", "forkert")
    wrong = knock(client, bo.login, "forkert")
    assert unknown.status_code == wrong.status_code == 200
    assert words_of(unknown) == words_of(wrong) != ""
    assert "_auth_user_id" not in client.session


def test_an_unknown_login_costs_a_hash_too(client: Client, bo: User, monkeypatch: pytest.MonkeyPatch) -> None:
    hashed: list[str] = []
    monkeypatch.setattr("jobplaneten.accounts.backends.make_password", hashed.append)
    knock(client, "nobody@example.invalid", "forkert")
    assert hashed == ["forkert"]


def test_a_person_whose_door_is_closed_hears_the_same_as_a_stranger(client: Client, bo: User) -> None:
    User.objects.filter(pk=bo.pk).update(is_active=False)
    assert words_of(knock(client, bo.login, PASSWORD)) == words_of(knock(client, "x@example.invalid", "forkert"))
    assert "_auth_user_id" not in client.session


def test_somebody_who_is_thrown_out_is_out_at_the_next_click(client: Client, bo: User) -> None:
    client.force_login(bo)
    User.objects.filter(pk=bo.pk).update(is_active=False)
    assert client.get("/konto/").status_code == 302


def test_guessing_is_slowed_but_the_right_password_works_after_the_pause(client: Client, bo: User) -> None:
    for _try in range(4):
        knock(client, bo.login, "forkert")
    slowed = knock(client, bo.login, PASSWORD)
    assert "Vent 1 sekund, og prøv igen" in words_of(slowed)
    assert "_auth_user_id" not in client.session
    time.sleep(1.1)
    assert knock(client, bo.login, PASSWORD).status_code == 302


def test_guessing_at_one_login_does_not_slow_another(client: Client, bo: User, carla: User) -> None:
    for _try in range(6):
        knock(client, bo.login, "forkert")
    assert knock(client, carla.login, PASSWORD).status_code == 302


def test_guessing_at_unknown_logins_is_slowed_alike(client: Client, bo: User) -> None:
    for _try in range(4):
        knock(client, "nobody@example.invalid", "forkert")
    assert "Vent" in words_of(knock(client, "nobody@example.invalid", "forkert"))


def test_an_empty_form_says_what_is_missing_and_counts_as_no_try(client: Client, db: None) -> None:
    for _try in range(8):
        response = knock(client, "", "")
    assert set(response.context["form"].errors) == {"login", "password"}


HOSTILE = [
    "//evil.example",
    "///evil.example",
    "////evil.example/%2f..",
    "https://evil.example",
    "https:evil.example",
    "https:/evil.example",
    "http://testserver@evil.example/",
    "HTTPS://evil.example",
    "\\\\evil.example",
    "/\\evil.example",
    "/\\/evil.example",
    "\t//evil.example",
    " //evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,hej",
    "vbscript:x",
    "evil.example",
    "www.evil.example/log-ind/",
    "@evil.example",
    "?next=//evil.example",
    "#//evil.example",
    "http:///evil.example",
    "http://testserver.evil.example/",
    "\x00//evil.example",
    "ftp://evil.example",
]


@pytest.mark.parametrize("wanted", HOSTILE)
def test_after_log_in_one_stays_at_home(client: Client, amina: Youth, wanted: str) -> None:
    assert knock(client, amina.user.login, PASSWORD, next=wanted)["location"] == "/"


def test_after_log_in_one_comes_to_where_one_was_going(client: Client, amina: Youth) -> None:
    asked = client.get("/konto/")
    assert asked["location"] == "/log-ind/?next=/konto/"
    assert client.get(asked["location"]).context["next"] == "/konto/"
    assert knock(client, amina.user.login, PASSWORD, next="/konto/")["location"] == "/konto/"


def test_who_sat_too_long_comes_back_to_the_page_with_the_button(client: Client, amina: Youth) -> None:
    here = {"referer": "http://testserver/morgen/"}
    assert client.post("/morgen/1/godkend/", headers=here)["location"] == "/log-ind/?next=%2Fmorgen%2F"
    assert client.post("/morgen/1/godkend/", headers={"referer": "https://evil.example/x/"})["location"].endswith(
        "=%2F"
    )
    for ask in (client.post, client.get):
        part = ask("/morgen/1/godkend/", headers=here | {"hx-request": "true"})
        assert (part.status_code, part["hx-redirect"]) == (200, "/log-ind/?next=%2Fmorgen%2F")


def test_a_log_in_from_another_site_is_refused(bo: User) -> None:
    strict = Client(enforce_csrf_checks=True)
    response = knock(strict, bo.login, PASSWORD)
    assert response.status_code == 403
    assert "Siden har ligget for længe" in response.content.decode()


def test_log_out_is_a_post_and_tells_the_browser_to_forget(client: Client, bo: User) -> None:
    client.force_login(bo)
    assert client.get(reverse("accounts:log_out")).status_code == 405
    response = client.post(reverse("accounts:log_out"))
    assert response["clear-site-data"] == '"cache", "storage"'
    assert "_auth_user_id" not in client.session


def test_the_address_is_read_past_our_own_proxies_only(rf, settings) -> None:
    request = rf.get("/", headers={"x-forwarded-for": "6.6.6.6, 9.9.9.9"}, REMOTE_ADDR="10.0.0.1")
    assert address_of(request) == "10.0.0.1"
    settings.OWN_PROXIES = 1
    assert address_of(request) == "9.9.9.9"


def test_many_who_guess_at_once_get_no_more_tries_than_one(db: None) -> None:
    with ThreadPoolExecutor(16) as pool:
        waits = list(pool.map(lambda n: door("a@example.invalid", f"10.0.0.{n}", now=NOW), range(40)))
    assert waits.count(0) == LOGIN.free_tries
