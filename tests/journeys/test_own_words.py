"""From own words to a tick, without JavaScript: a tap on a suggestion ticks the choice itself."""

import pytest
from playwright.sync_api import Page, expect

from jobplaneten.accounts.models import User
from tests.factories import PASSWORD, EmployerContactFactory, YouthFactory
from tests.journeys.conftest import DESK, PHONE, OpenPage
from tests.journeys.thumbs import sign_in

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("factories_day")]


def test_a_youth_writes_a_dream_and_taps_what_it_is_like(open_page: OpenPage) -> None:
    page = open_page(PHONE, java_script_enabled=False)
    arrive(page, YouthFactory().user, "/min-profil/dream/")
    page.locator("textarea[name=dream]").fill("Jeg drømmer om at blive dyrlaege")
    page.locator("button[name=suggest]").click()
    page.locator("#suggested label").first.click()
    expect(page.locator("input[name=dream_field][value=nature]")).to_be_checked()
    page.goto("/min-profil/likes/")
    page.locator("textarea[name=words]").fill("dyr og mad")
    page.locator("button[name=suggest]").click()
    expect(page.locator("#suggested fieldset")).to_have_count(2)
    assert "dyr" not in page.url


def test_an_employer_finds_the_tasks_of_the_text_asked_first(open_page: OpenPage) -> None:
    page = open_page(DESK, java_script_enabled=False)
    arrive(page, EmployerContactFactory().user, "/opslag/nyt/")
    page.locator("textarea[name=text]").fill("Fyld varer på hylderne, og ryd op i butikken")
    page.locator("button[name=suggest]").click()
    box = page.locator("input[name=chores][value=stock_shelves_light]")
    expect(box).not_to_be_checked()
    page.locator("details.chore-kind").first.locator("label", has_text="Fylde varer på hylder").click()
    expect(box).to_be_checked()


def arrive(page: Page, user: User, address: str) -> None:
    sign_in(page, user.login, PASSWORD)
    page.goto(address)
