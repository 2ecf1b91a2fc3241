from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from cryptography.fernet import Fernet, InvalidToken
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import connection
from django.test import Client

from jobplaneten.accounts import guard, totp
from jobplaneten.accounts.models import Authenticator, User
from tests.factories import NOW, PASSWORD

migration = import_module("jobplaneten.accounts.migrations.0007_sealed_secrets")
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def as_kept() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT secret FROM accounts_authenticator")
        return str(cursor.fetchone()[0])


@pytest.fixture
def app(dorte: User) -> Authenticator:
    return Authenticator.objects.create(user=dorte, secret=SECRET, made_at=NOW)


def test_the_database_cannot_read_the_secret_of_an_app(app: Authenticator) -> None:
    assert SECRET not in as_kept()
    assert Authenticator.objects.get().secret == SECRET
    assert not Authenticator.objects.filter(secret=SECRET).exists()


def test_what_waits_in_the_session_is_sealed_too(client: Client, dorte: User) -> None:
    client.post("/log-ind/", {"login": dorte.login, "password": PASSWORD})
    shown = client.get("/log-ind/ny-app/").context["secret"].replace(" ", "")
    assert len(shown) == len(totp.new_secret())
    assert shown not in str(dict(client.session.items()))


def test_keys_can_be_changed_without_anybody_noticing(app: Authenticator, settings: Any) -> None:
    old, new = settings.SEALING_KEYS, [Fernet.generate_key().decode()]
    settings.SEALING_KEYS = new + old
    assert Authenticator.objects.get().secret == SECRET
    call_command("reseal_secrets")
    settings.SEALING_KEYS = new
    assert Authenticator.objects.get().secret == SECRET
    settings.SEALING_KEYS = old
    with pytest.raises(InvalidToken):
        Authenticator.objects.get()


def test_the_service_does_not_start_with_other_keys(app: Authenticator, settings: Any) -> None:
    guard.refuse_unsafe_start()
    settings.SEALING_KEYS = [Fernet.generate_key().decode()]
    with pytest.raises(ImproperlyConfigured, match="SEALING_KEYS"):
        guard.refuse_unsafe_start()
    assert [error.id for error in guard.check_start(databases=["default"])] == ["accounts.E002"]


def test_secrets_from_before_are_sealed_and_come_back(app: Authenticator, settings: Any) -> None:
    here = SimpleNamespace(connection=connection)
    migration.unseal_all(apps, here)
    assert as_kept() == SECRET
    settings.SEALING_KEYS = [Fernet.generate_key().decode()]
    assert guard.check_start(databases=["default"]) == []
    migration.seal_all(apps, here)
    assert Authenticator.objects.get().secret == SECRET
