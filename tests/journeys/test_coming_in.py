"""Two ways to the door: a 13-year-old with a code by SMS, and a coordinator whom a password alone does not let in."""

import re

import pytest
from playwright.sync_api import Page

from jobplaneten.accounts.models import User
from jobplaneten.messaging.models import TextMessage
from tests.factories import PASSWORD, YouthFactory
from tests.journeys.conftest import barriers
from tests.journeys.thumbs import press, set_up_second_factor, write

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
