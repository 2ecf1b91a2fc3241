"""What a person does on a page: press, tap, write. Found by the words on the screen, as people find them."""

from django.utils import timezone
from playwright.sync_api import Locator, Page

from jobplaneten.accounts import totp


def press(scope: Page | Locator, words: str) -> None:
    """A button or a link that looks like one, with these words on it."""
    button = scope.get_by_role("button", name=words, exact=True)
    button.or_(scope.get_by_role("link", name=words, exact=True)).first.click()


def tap(scope: Page | Locator, words: str) -> None:
    """A chip, a card or a fold, by the words on it."""
    scope.get_by_text(words, exact=True).first.click()


def write(scope: Page | Locator, **typed: str) -> None:
    """Into the fields of these names, one after the other."""
    for name, words in typed.items():
        scope.locator(f"[name='{name}']").fill(words)


def question(page: Page, words: str) -> Locator:
    """The group of answers that belongs to a question."""
    return page.get_by_role("group", name=words, exact=True)


def go_to(page: Page, tab: str) -> None:
    """By the bar at the bottom of a phone."""
    page.get_by_role("navigation", name="Hovedmenu").get_by_text(tab, exact=True).click()


def sign_in(page: Page, login: str, password: str) -> None:
    page.goto("/")
    page.get_by_role("banner").get_by_role("link", name="Log ind").click()
    write(page, login=login, password=password)
    press(page.locator("main"), "Log ind")
    inside = page.get_by_role("navigation", name="Hovedmenu")
    inside.or_(page.locator("[name='code']")).first.wait_for()
    if "/log-ind/ny-app/" in page.url:
        set_up_second_factor(page)
    inside.wait_for()


def set_up_second_factor(page: Page) -> None:
    """As an app on the phone would."""
    secret = page.locator("main code").inner_text().replace(" ", "")
    write(page, code=totp.code_at(secret, totp.step_at(timezone.now())))
    press(page.locator("main"), "Færdig")
    press(page.locator("main"), "Jeg har gemt dem")
