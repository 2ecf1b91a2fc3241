"""Every page that a role can reach by clicking, on a phone by day and at a desk by night."""

import gzip
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import resolve
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.house.world import World, build
from tests.journeys.conftest import DESK, PHONE, OpenPage, barriers

HEAVIEST_PAGE = 100_000
LEAST_TARGET = 44
SIGHTS = {
    "anonymous": "/kom-med/ /arbejdsgiver/ /log-ind/ /log-ind/sms/ /om/ /maa-jeg/ /rettigheder/ /rettigheder/13-14/"
    " /oplysninger/unge/ /tilgaengelighed/",
    "amina": "/job-naer-dig/ /mine-hjerter/"
    " /forslag/ /min-profil/skills/ /min-profil/when/ /min-vej/ /job/ /beskeder/ /hvem-har-set/ /konto/"
    " /mine-beviser/ /mine-beviser/cv/ /mine-papirer/"
    " /konto/telefoner/ /mine-foraeldre/ /hvordan-gaar-det/ /min-vej/klar/",
    "guardian": "/beskeder/ /konto/ /mine-boern/kalender/",
    "bo": "/vil-gerne/ /i-dag/ /vagter/ /svar/ /opfoelgning/ /morgen/ /unge/ /unge/nye/ /unge/inviter/ /konto/kode-app/"
    " /job/ /beskeder/",
    "elin": "/kandidater/ /job/ /opslag/ /opslag/nyt/ /kolleger/ /beskeder/",
    "dorte": "/godkend/ /natten/ /natten/vejen/ /natten/stop/ /natten/hvad-nu-hvis/ /omraader/nyt/ /trin/ /mentorer/ny/"
    " /opfoelgning/hvornaar/ /trin/krav/ /trinnet/"
    " /arbejdsgivere/ /opslag/ /beskeder/opgivet/ /mentorer/plads/",
}
"""What a walk from the front page must come by, so that a lost link is noticed."""

RIGHTS = {"rights:may_i", "rights:cards", "rights:card"}
WORDS = {"home:privacy", "home:accessibility"}
ALIKE_FOR_ALL = RIGHTS | WORDS | {"home:about", "home:how_we_match", "accounts:change_password", "accounts:passkeys"}
LOOKED_AT_BY_ANOTHER: dict[str, set[str]] = {
    "anonymous": set(),
    "amina": RIGHTS | WORDS | {"home:about", "home:how_we_match"},
    "guardian": ALIKE_FOR_ALL,
    "bo": ALIKE_FOR_ALL | {"rights:job"},
    "elin": ALIKE_FOR_ALL | {"employers:post_edit", "rights:job"},
    "dorte": ALIKE_FOR_ALL
    | {"matching:morning", "matching:proposal", "matching:guardian_word", "youth:step", "youth:pause", "youth:queue"}
    | {"placements:placement", "employers:post_new", "rights:job"},
}
"""Minutes are saved by not looking twice at what the same template draws from the same things."""

ASKED = "/maa-jeg/?who=14&task=deliver_ads&day=2&start=15:00&end=18:00"
WAITING = [
    ("anonymous", ASKED),
    ("anonymous", "/tjek/"),
    ("waiting", "/"),
    ("waiting", "/min-profil/"),
    ("unvetted", "/"),
    ("unvetted", "/opslag/"),
    ("bo", "/stil/"),
]

# By night and at a desk a page is the same but for its colours and places. Those come from the parts that
# the style guide shows, so by night it is looked at with the pages that colour something of their own;
# `make pages` looks at all.
BY_NIGHT = {"/", "/stil/", "/min-vej/", "/morgen/", "/opslag/nyt/", "/natten/", "/min-profil/when/", "/kom-med/"}
ALL_BY_NIGHT = "EVERY_PAGE_BY_NIGHT" in os.environ
COLOURS_AND_PLACES = {
    "runOnly": {
        "type": "rule",
        "values": ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"],
    }
}
TARGETS = """() => [...document.querySelectorAll(
  'button, summary, select, textarea, .button, .back, .tabbar a, .menu-sheet a, input:not([type=hidden])'
)].map((found) => found.matches('.choice input, .week-grid input, .pick input') ? found.parentElement : found)
  .filter((found) => found.checkVisibility({visibilityProperty: true}))
  .map((found) => [found.outerHTML.slice(0, 90), found.getBoundingClientRect().height])"""
LOADED = "() => performance.getEntriesByType('resource').map((entry) => entry.name)"
TOO_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
PAGES_ALONE = "a[href^='/']:not([href^='/api/']):not([href^='/mine-data/hent']):not([href$='/pdf/'])"
LINKS = "(links) => links.map((link) => link.getAttribute('href').split('#')[0])"


@pytest.fixture
def world(transactional_db: None, factories_day: None) -> World:
    return build()


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    page = open_page(PHONE)
    page.add_init_script(path=AXE_FILE_PATH)
    return page


@pytest.mark.parametrize("actor", SIGHTS)
def test_every_page_on_the_way_is_fit_for_everybody(
    actor: str, world: World, page: Page, live_server: LiveServer
) -> None:
    come_in(page, world, actor, live_server)
    faults: list[str] = []
    seen = set()
    for path, html in pages_on_the_way(page, LOOKED_AT_BY_ANOTHER[actor]):
        seen.add(path)
        faults += [f"{path}: {fault}" for fault in faults_of(page, html)]
    assert faults == []
    assert set(SIGHTS[actor].split()) <= seen


@pytest.mark.parametrize(("actor", "path"), WAITING)
def test_so_is_what_those_see_who_wait(
    actor: str, path: str, world: World, page: Page, live_server: LiveServer
) -> None:
    come_in(page, world, actor, live_server)
    answer = page.goto(path)
    assert answer is not None
    assert [*faults_of(page, answer.text())] == []


def come_in(page: Page, world: World, actor: str, house: LiveServer) -> None:
    """The door itself is walked through in the great journey."""
    user = world.people[actor]
    if user is not None:
        client = Client()
        client.force_login(user)
        page.context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": house.url}])


def pages_on_the_way(page: Page, known: set[str]) -> Iterator[tuple[str, str]]:
    """One page of each kind, by following the links from the front page. The API's page is of another maker.

    What a youth takes home is a file, which the browser keeps and does not show.
    """
    ahead, kinds = ["/"], {(name, "") for name in known}
    while ahead:
        path = ahead.pop(0)
        if kind_of(path) in kinds:
            continue
        kinds.add(kind_of(path))
        answer = page.goto(path)
        assert answer is not None
        assert (answer.status, urlsplit(page.url).path) == (200, urlsplit(path).path)
        ahead += page.eval_on_selector_all(PAGES_ALONE, LINKS)
        yield urlsplit(path).path, answer.text()


def kind_of(path: str) -> tuple[str, str]:
    """Pages of one kind differ by whom they are about; the pages of the profile differ in themselves."""
    found = resolve(urlsplit(path).path)
    return found.view_name, str(found.kwargs.get("page", ""))


def faults_of(page: Page, html: str) -> Iterator[str]:
    yield from shape_faults(page)
    yield from weight_faults(page, html)
    yield from barriers(page)
    if not ALL_BY_NIGHT and urlsplit(page.url).path not in BY_NIGHT:
        return
    page.set_viewport_size(DESK)
    page.emulate_media(color_scheme="dark")
    yield from (f"by night: {barrier}" for barrier in barriers(page, COLOURS_AND_PLACES))
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme="light")


def shape_faults(page: Page) -> Iterator[str]:
    too_wide = page.evaluate(TOO_WIDE)
    if too_wide > 0:
        yield f"scrolls {too_wide} pixels sideways"
    headings = page.locator("h1").count()
    if headings != 1:
        yield f"{headings} h1"
    for html, height in page.evaluate(TARGETS):
        if height < LEAST_TARGET - 0.5:
            yield f"{height:.0f} pixels high: {html}"


def weight_faults(page: Page, html: str) -> Iterator[str]:
    """The test server sends files as they are, so each is packed here as the web server would pack it."""
    paths = {urlsplit(name).path for name in page.evaluate(LOADED)}
    weight = packed(html.encode()) + sum(map(file_weight, paths))
    if weight > HEAVIEST_PAGE:
        yield f"{weight} bytes: {sorted(paths)}"


@cache
def file_weight(path: str) -> int:
    found = finders.find(path.removeprefix("/static/"))
    assert found, path
    return packed(Path(found).read_bytes())


def packed(content: bytes) -> int:
    return len(gzip.compress(content))
