"""A shopkeeper with a phone writes a café job that the law stops, and ends with one that it does not."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from employers.lawfulness import lawful_groups, wanted_groups
from employers.models import Post, PostStatus
from tests.factories import PASSWORD, TODAY, EmployerContactFactory
from tests.journeys.conftest import PHONE, OpenPage
from tests.journeys.thumbs import press, sign_in, tap, write

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("factories_day")]
FIRST_DAY = (TODAY + timedelta(days=7)).isoformat()
UNTIL_NINE = {"shifts-0-starts": "17:00", "shifts-0-ends": "21:00"}


COUNT = """
  for (const kind of ["click", "change"]) {
    document.addEventListener(kind, () => { sessionStorage[kind] = 1 + Number(sessionStorage[kind] || 0); }, true);
  }"""
COUNTED = "() => [Number(sessionStorage.click), Number(sessionStorage.change)]"


def shopkeeper(open_page: OpenPage, **options: bool) -> Page:
    page = open_page(PHONE, is_mobile=True, has_touch=True, **options)
    sign_in(page, EmployerContactFactory(employer__address="Torvet 4").user.login, PASSWORD)
    return page


def begin(page: Page) -> None:
    press(page, "Nyt opslag")
    press(page, "Café")


def say_the_rest(page: Page) -> None:
    write(page, adult_on_site="Karen", starts_on=FIRST_DAY, pay_hour="72")


def spoil(page: Page) -> None:
    """Until nine on a school day, and alone where somebody may threaten."""
    tap(page, "Hvornår?")
    write(page, **UNTIL_NINE)
    tap(page, "Hvem passer det til?")
    tap(page, "Den unge er nogle gange alene")
    tap(page, "Sikkerhed")
    tap(page, "Åbn, og tryk på det, der passer")
    tap(page, "Risiko for vold eller trusler")


def send(page: Page) -> Post:
    press(page, "Gem og send til godkendelse")
    expect(page.get_by_text("Opslaget er sendt.")).to_be_visible()
    post = Post.objects.get()
    assert post.status == PostStatus.SUBMITTED
    assert lawful_groups(post, TODAY) == wanted_groups(post)
    return post


def test_a_lawful_job_takes_three_taps_and_three_fields(open_page: OpenPage) -> None:
    page = shopkeeper(open_page)
    page.add_init_script(COUNT)
    page.reload()
    begin(page)
    say_the_rest(page)
    send(page)
    assert page.evaluate(COUNTED) == [3, 3]


def test_what_the_law_stops_is_put_right_on_the_spot(open_page: OpenPage, shot: Callable[..., Path]) -> None:
    page = shopkeeper(open_page)
    begin(page)
    bar = page.locator("#law-bar")
    expect(bar).to_contain_text("Lovligt for 4 af 4 grupper")
    say_the_rest(page)
    spoil(page)
    expect(bar).to_contain_text("Lovligt for 1 af 4 grupper")
    tap(bar, "Se hvorfor")
    thirteen = page.locator("#law .verdict", has_text="13-14 år")
    expect(thirteen).to_contain_text("må ikke")
    expect(thirteen).to_contain_text("kl. 06.00-20.00")
    expect(thirteen).to_contain_text("Lad en voksen være på stedet hele tiden.")
    shot("21-law-says-what-would-help", of=page)
    press(thirteen, "Ret det for mig")
    expect(page.get_by_text("Rettet, men ikke gemt endnu")).to_be_visible()
    expect(bar).to_contain_text("Lovligt for 4 af 4 grupper")
    expect(page.locator("[name=adult_on_site]")).to_have_value("Karen")
    expect(page.locator(".is-mended").first).to_be_visible()
    assert not Post.objects.exists()
    shot("22-law-put-right", of=page)
    post = send(page)
    assert (post.is_alone, post.dangers) == (False, ["violence"])


def test_so_it_is_without_script(open_page: OpenPage) -> None:
    page = shopkeeper(open_page, java_script_enabled=False)
    begin(page)
    say_the_rest(page)
    spoil(page)
    press(page, "Gem kladde")
    thirteen = page.locator("#law .verdict", has_text="13-14 år")
    expect(thirteen).to_contain_text("må ikke")
    press(thirteen, "Ret det for mig")
    expect(page.get_by_text("Rettet, men ikke gemt endnu")).to_be_visible()
    write(page, title="Hjælp i min café")
    press(page, "Gem og send til godkendelse")
    expect(page.get_by_text("Opslaget er sendt.")).to_be_visible()
    post = Post.objects.get()
    assert (post.title, post.status) == ("Hjælp i min café", PostStatus.SUBMITTED)
    assert lawful_groups(post, TODAY) == wanted_groups(post)
