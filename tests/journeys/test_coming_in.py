"""To the door: a 13-year-old with a code by SMS or with the phone itself, and a coordinator who has only a password."""

import re

import pytest
from playwright.sync_api import Page

from jobplaneten.accounts.models import User
from jobplaneten.messaging.models import TextMessage
from tests.factories import PASSWORD, YouthFactory
from tests.journeys.conftest import barriers
from tests.journeys.thumbs import press, set_up_second_factor, sign_in, write

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("factories_day")]


def test_a_youth_of_13_comes_in_with_a_code_by_sms(page: Page) -> None:
    YouthFactory(first_name="Sami", born_on="2013-05-02", user__login="+4520304050")
    page.goto("/log-ind/")
    press(page, "Få en kode på sms i stedet")
    write(page, phone="20 30 40 50")
    assert barriers(page) == []
    press(page, "Send mig en kode")
    page.wait_for_url("**/log-ind/sms/kode/")
    assert barriers(page) == []
    write(page, code=re.findall(r"\d{6}", TextMessage.objects.get().body)[0])
    press(page.locator("main"), "Log ind")
    page.get_by_role("navigation", name="Hovedmenu").wait_for()
    page.goto("/konto/")
    press(page, "Log ud alle steder")
    page.wait_for_url("**/")
    page.goto("/konto/")
    assert "/log-ind/" in page.url


def test_a_youth_comes_in_with_the_phone_itself(page: Page) -> None:
    youth = YouthFactory(first_name="Sami", born_on="2013-05-02").user
    keeps_keys(page)
    sign_in(page, youth.login, PASSWORD)
    page.goto("/konto/telefoner/")
    assert barriers(page) == []
    write(page, name="Samis telefon")
    press(page, "Husk mig på den her")
    page.get_by_text("De her kan logge ind som dig").wait_for()
    page.context.clear_cookies()
    page.goto("/log-ind/?next=/konto/telefoner/")
    press(page, "Log ind med din telefon")
    page.wait_for_url("**/konto/telefoner/")
    press(page, "Fjern")
    page.get_by_text("»Samis telefon« kan ikke logge ind her længere.").wait_for()


def keeps_keys(page: Page) -> None:
    """A phone with a lock that its owner has just opened."""
    phone = page.context.new_cdp_session(page)
    phone.send("WebAuthn.enable")
    able = {"hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True}
    kind = {"protocol": "ctap2", "transport": "internal", "automaticPresenceSimulation": True}
    phone.send("WebAuthn.addVirtualAuthenticator", {"options": kind | able})


def test_a_coordinator_is_turned_away_without_a_second_factor(page: Page, dorte: User) -> None:
    page.goto("/log-ind/")
    write(page, login=dorte.login, password=PASSWORD)
    press(page.locator("main"), "Log ind")
    page.wait_for_url("**/log-ind/ny-app/")
    assert barriers(page) == []
    page.goto("/unge/")
    assert "/log-ind/?next=/unge/" in page.url
    page.goto("/log-ind/ny-app/")
    write(page, code="000000")
    press(page.locator("main"), "Færdig")
    page.get_by_text("Koden passer ikke").wait_for()
    set_up_second_factor(page)
    page.get_by_role("navigation", name="Hovedmenu").wait_for()
