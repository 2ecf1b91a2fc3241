"""A real browser on a real web server. Without Chromium on the path the journeys are skipped; nothing else is."""

import os
import shutil
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.db import connections
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Response, ViewportSize, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.conftest import MIGRATIONS_WROTE
from tests.factories import NOW

PICTURES = Path(__file__).resolve().parents[2] / "test-output" / "screenshots"
PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--lang=da-DK",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE = ViewportSize(width=390, height=844)
DESK = ViewportSize(width=1280, height=800)
ACCESSIBLE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
# What axe finds in order is long, and stays in the browser.
BARRIERS = """async (options) => (await axe.run(document, options)).violations.flatMap(
  (each) => each.nodes.map((node) => `${each.id}: ${node.target}`))"""
HAS_FAILED = pytest.StashKey[bool]()

OpenPage = Callable[..., Page]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    item.stash[HAS_FAILED] = item.stash.get(HAS_FAILED, False) or report.failed
    return report


@pytest.fixture(scope="package")
def browser(django_db_setup: None) -> Iterator[Browser]:
    """Closed when the journeys are left: its event loop would stop other tests at the database.

    As long as the loop runs, Django hands out another connection, which has to be told what the migrations wrote.
    """
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        pytest.skip("no Chromium on the path")
    written = vars(connections["default"])[MIGRATIONS_WROTE]
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        vars(connections["default"])[MIGRATIONS_WROTE] = written
        chromium = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield chromium
        chromium.close()
        connections.close_all()


@pytest.fixture(scope="session")
def live_server() -> Iterator[LiveServer]:
    """The house's static files go by a name of their own, which pytest-django does not look for."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.test.testcases._StaticFilesHandler", StaticFilesHandler)
        server = LiveServer("localhost")
    yield server
    server.stop()


@pytest.fixture
def factories_day(time_machine: Any) -> None:
    """The server lives on the day of the factories; a browser goes by the age of its cookies, not by the date."""
    time_machine.move_to(NOW)


@pytest.fixture
def console() -> list[str]:
    """What went wrong in the browser. A journey that means to provoke an error clears it."""
    return []


@pytest.fixture
def open_page(
    browser: Browser, live_server: LiveServer, console: list[str], request: pytest.FixtureRequest
) -> Iterator[OpenPage]:
    """Every page opened is another person: cookies of their own. Takes a size and any option of a context."""
    contexts: list[BrowserContext] = []

    def open_one(size: ViewportSize = PHONE, **options: Any) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            viewport=size,
            locale="da-DK",
            timezone_id="Europe/Copenhagen",
            reduced_motion="reduce",
            **options,
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        listen(page, console)
        return page

    yield open_one
    if request.node.stash.get(HAS_FAILED, False):
        photograph_failure(contexts, request.node.name)
    for context in contexts:
        context.close()
    assert console == []


def listen(page: Page, console: list[str]) -> None:
    def hear_message(message: ConsoleMessage) -> None:
        if message.type == "error":
            console.append(f"{page.url}: {message.text}")

    def hear_answer(response: Response) -> None:
        if response.status >= 500:
            console.append(f"{response.url}: answered {response.status}")

    page.on("console", hear_message)
    page.on("response", hear_answer)
    page.on("pageerror", lambda error: console.append(f"{page.url}: {error}"))


def photograph_failure(contexts: list[BrowserContext], name: str) -> None:
    for number, page in enumerate((page for context in contexts for page in context.pages), start=1):
        page.screenshot(path=PICTURES / f"failed-{name}-{number}.png", full_page=True)


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """A phone."""
    return open_page(PHONE, is_mobile=True, has_touch=True)


@pytest.fixture
def desktop(open_page: OpenPage) -> Page:
    return open_page(DESK)


@pytest.fixture
def shot(page: Page) -> Callable[..., None]:
    """`shot("front")` photographs the phone, `shot("front", of=desktop)` another page: for `make screenshots`."""

    def photograph(name: str, of: Page = page) -> None:
        if "SCREENSHOTS" in os.environ:
            of.screenshot(path=PICTURES / f"{name}.png", full_page=True, animations="disabled")

    return photograph


def barriers(page: Page, options: dict[str, Any] = ACCESSIBLE) -> list[str]:
    """What axe finds on a page that would keep somebody out; an accessible page gives an empty list."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_FILE_PATH.read_text())
    found: list[str] = page.evaluate(BARRIERS, options | {"resultTypes": ["violations"]})
    return found
