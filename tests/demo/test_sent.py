import pytest
from django.test import Client

from jobplaneten.accounts import totp
from jobplaneten.accounts.models import Authenticator, User
from jobplaneten.messaging.actions import text_message
from tests.factories import NOW, UserFactory

PAGE = "/beskeder/sendt/"


@pytest.fixture
def real_code(dorte: User) -> str:
    """Somebody who is not made up has no code on any page."""
    app = Authenticator.objects.create(user=dorte, secret=totp.new_secret(), made_at=NOW)
    return totp.code_at(app.secret, totp.step_at(NOW))


def test_what_the_demo_town_sends_is_shown_in_the_demo_town_only(
    client: Client, settings, time_machine, real_code: str
) -> None:
    time_machine.move_to(NOW, tick=False)
    secret = totp.new_secret()
    Authenticator.objects.create(user=UserFactory(name="Opdigtet", is_demo=True), secret=secret, made_at=NOW)
    text_message("+4520304050", "Koden er 123 456", now=NOW)
    assert client.get(PAGE).status_code == 404
    settings.IS_DEMO = True
    page = client.get(PAGE).text
    assert all(words in page for words in ("Opdigtet", totp.code_at(secret, totp.step_at(NOW)), "Koden er 123 456"))
    assert real_code not in page
