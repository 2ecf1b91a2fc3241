import runpy

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from knox.models import AuthToken

from employers.models import EmployerContact
from jobplaneten.accounts import guard
from jobplaneten.accounts.actions import give_temporary_password, make_key
from jobplaneten.accounts.models import Role, User
from jobplaneten.accounts.passwords import temporary_password
from tests.factories import NOW, PASSWORD, UserFactory
from worker.app import refuse_unsafe_start_at_worker
from youth.models import Youth

NEW = "fire-helt-nye-ord"


def change(client: Client, old: str = PASSWORD, new: str = NEW, again: str = NEW):
    return client.post("/konto/kodeord/", {"old": old, "new": new, "again": again})


def test_a_new_password_keeps_me_here_and_takes_keys_back(as_user, bo: User) -> None:
    make_key(bo, now=NOW)
    client = as_user(bo)
    assert change(client)["location"] == "/konto/"
    bo.refresh_from_db()
    assert bo.check_password(NEW)
    assert not AuthToken.objects.exists()
    assert client.get("/konto/").status_code == 200


def test_a_password_that_another_has_seen_opens_nothing_until_it_is_ones_own(as_user, bo: User) -> None:
    User.objects.filter(pk=bo.pk).update(has_temporary_password=True)
    client = as_user(bo)
    for path in ("/", "/unge/", "/konto/", "/konto/telefoner/", "/api/v1/youths/"):
        assert client.get(path)["location"] == "/konto/kodeord/"
    assert client.post("/konto/noegle/")["location"] == "/konto/kodeord/"
    assert not AuthToken.objects.exists()
    assert "andet end det, du fik" in change(client, new=PASSWORD, again=PASSWORD).text
    assert client.post("/konto/kodeord/", {"new": NEW, "again": NEW})["location"] == "/"
    bo.refresh_from_db()
    assert bo.check_password(NEW)
    assert client.get("/konto/").status_code == 200


@pytest.mark.parametrize(
    ("typed", "field"),
    [({"old": "forkert"}, "old"), ({"new": "kort", "again": "kort"}, "new"), ({"again": "noget andet"}, "again")],
)
def test_a_wrong_change_says_so_at_the_field_and_changes_nothing(as_user, bo: User, typed, field: str) -> None:
    response = change(as_user(bo), **typed)
    assert set(response.context["form"].errors) == {field}
    bo.refresh_from_db()
    assert bo.check_password(PASSWORD)


def test_a_key_is_shown_once_and_opens_the_api_until_it_is_taken_back(as_user, bo: User) -> None:
    client = as_user(bo)
    key = client.post("/konto/noegle/").context["key"]
    page = client.get("/konto/").content.decode()
    assert key not in page
    assert key[:6] in page
    stored = AuthToken.objects.get()
    assert key not in stored.digest
    client.post(f"/konto/noegle/{stored.token_key}/vaek/")
    assert not AuthToken.objects.exists()


def test_nobody_takes_another_s_key_back(as_user, bo: User, carla: User) -> None:
    make_key(bo, now=NOW)
    as_user(carla).post(f"/konto/noegle/{AuthToken.objects.get().token_key}/vaek/")
    assert AuthToken.objects.filter(user=bo).exists()


def test_a_youth_has_no_keys(as_user, amina: Youth, elif_: EmployerContact) -> None:
    assert as_user(amina.user).post("/konto/noegle/").status_code == 404
    assert "Nøgler" not in as_user(amina.user).get("/konto/").content.decode()
    assert as_user(elif_.user).post("/konto/noegle/").status_code == 200


def test_a_temporary_password_can_be_said_on_the_phone_and_is_never_the_same() -> None:
    made = {temporary_password() for _one in range(200)}
    assert len(made) == 200
    assert all(len(word) == 4 for password in made for word in password.split("-"))


def test_a_temporary_password_ends_what_was_open(as_user, bo: User, dorte: User) -> None:
    client = as_user(bo)
    password = give_temporary_password(bo, by=dorte, now=NOW)
    assert client.get("/konto/").status_code == 302
    bo.refresh_from_db()
    assert bo.check_password(password)
    assert bo.has_temporary_password


@pytest.mark.django_db
def test_outside_demo_mode_the_service_does_not_start_with_made_up_people(settings) -> None:
    assert guard.check_start(databases=["default"]) == []
    guard.refuse_unsafe_start()
    UserFactory(role=Role.MENTOR, is_demo=True)
    assert [error.id for error in guard.check_start(databases=["default"])] == ["accounts.E001"]
    with pytest.raises(ImproperlyConfigured, match="demo people"):
        guard.refuse_unsafe_start()
    settings.IS_DEMO = True
    guard.refuse_unsafe_start()
    assert guard.check_start(databases=["default"]) == []


@pytest.mark.django_db
def test_neither_the_web_server_nor_the_worker_starts_with_made_up_people() -> None:
    runpy.run_module("jobplaneten.wsgi")
    refuse_unsafe_start_at_worker()
    UserFactory(role=Role.MENTOR, is_demo=True)
    with pytest.raises(ImproperlyConfigured):
        runpy.run_module("jobplaneten.wsgi")
    with pytest.raises(SystemExit):
        refuse_unsafe_start_at_worker()
