"""To the door: a 13-year-old with a code by SMS or with the phone itself, and a coordinator who has only a password."""

import re
from typing import Any
from urllib.parse import urlsplit

import pytest
import segno
from django.test import Client
from playwright.sync_api import Page

from jobplaneten.accounts.models import Area, User
from jobplaneten.messaging.models import TextMessage
from tests.factories import NOW, PASSWORD, YouthFactory
from tests.journeys.conftest import PHONE, OpenPage, barriers
from tests.journeys.thumbs import press, set_up_second_factor, sign_in, write
from youth.actions import invite
from youth.models import Youth

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


def test_a_youth_of_13_comes_in_by_sms_and_the_mother_by_paper(open_page: OpenPage, bo: User, area: Area) -> None:
    invitation, code = invite(area=area, phone="+4520304050", by=bo, now=NOW)
    youth = open_page(PHONE)
    youth.goto(f"/inviteret/{invitation.token}/")
    write(youth, code=code)
    press(youth.locator("main"), "Videre")
    write(youth, first_name="Sami", last_name="Haddad", login="20 30 40 50")
    write(youth, born_on_day="2", born_on_month="5", born_on_year="2013")
    press(youth.locator("main"), "Kom med")
    youth.wait_for_url("**/min-profil/**")

    paper = paper_for_the_mother(bo, Youth.objects.get())
    mother = open_page(PHONE)
    mother.goto(urlsplit(paper["link"]).path)
    write(mother, code=paper["code"])
    mother.locator("main .panel button[type=submit]").click()
    assert mother.locator("html").get_attribute("lang") == "en"
    write(mother, name="Rim Haddad", login="20 30 40 51", password=PASSWORD)
    mother.locator("main .panel button[type=submit]").click()
    mother.wait_for_url("**/")
    mother.get_by_text("Sami").first.wait_for()


def paper_for_the_mother(bo: User, youth: Youth) -> Any:
    """What stands on it; the firkant holds the same address."""
    client = Client()
    client.force_login(bo)
    asked = {"relation": "mother", "way": "paper", "language": "en", "phone": "", "lives_with": "on"}
    paper = client.post(f"/unge/{youth.pk}/foraeldre/inviter/", asked).context
    assert segno.make(paper["link"], error="m").svg_data_uri(scale=5, border=2) == paper["qr"]
    return paper


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
