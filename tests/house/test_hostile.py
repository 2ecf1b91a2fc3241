"""What comes from outside with bad intent, thrown at every page at once: addresses, words, ways out, missing tokens."""

import logging
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path
from typing import Any
from unittest.mock import patch
from urllib.parse import quote

import pytest
from django.apps import apps
from django.conf import settings
from django.db import DatabaseError, connection, models, transaction
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from jobplaneten.accounts.doors import next_page
from jobplaneten.families.models import Guardianship
from jobplaneten.logs import WithoutWords
from matching.models import CandidateCard, Match
from tests import newcomers
from tests.house.doors import DOORS
from tests.house.told import person
from tests.house.world import ACTORS, World, build
from youth.models import Protected, Youth

ROOMS = ("jobplaneten", "youth", "employers", "matching", "worker")
PLANTED = "<u qvx>"
NEVER = re.compile(
    r"\b(pickle|joblib|marshal|shelve|dill)\.\w|import (pickle|joblib|marshal|shelve)|allow_pickle=True"
    r"|yaml\.(unsafe_)?load\(|\b(eval|exec)\(|mark_safe|csrf_exempt|shell=True|os\.system|RawSQL|\.extra\("
    r"|verify=False|hashlib\.(md5|sha1)\("
)
TRUSTED_WORDS = re.compile(r"\|\s*safe\b|autoescape off|\|\s*safeseq|javascript:|\son[a-z]+=\"")
NO_KEYS = (
    "-1", "0", "999999999", "9" * 40, "1e3", "null", "me", "１", "1'--", "%00", "1%0d%0aX: y",
    "..%2f..%2fetc%2fpasswd", "{{7*7}}", "%E2%80%AE1", "a" * 2000,
)  # fmt: skip
"""Not one of them points at anything: no number that is in use, no token that we made."""
AWAY = (
    "//ond.invalid", "///ond.invalid", "////ond.invalid", "https://ond.invalid", "http:ond.invalid",
    "https:/ond.invalid",
    "/\\ond.invalid", "\\\\ond.invalid", "\\/ond.invalid", "//ond.invalid@testserver", "//testserver@ond.invalid",
    "https://testserver.ond.invalid", "https://testserver@ond.invalid/", "javascript:alert(1)", "JaVaScRiPt:alert(1)",
    "data:text/html,x", "vbscript:x", " //ond.invalid", "\t//ond.invalid", "\n//ond.invalid", "/\t/ond.invalid",
    "//ond%2einvalid", "//[::1]/", "ftp://ond.invalid", "//ond.invalid/%2f..", "x", "../x", "?x", "\x00//ond.invalid",
)  # fmt: skip
MAY_BE_WRITTEN_BY_LOOKING = re.compile(
    r'(INSERT INTO "(trail_entry|django_session)"|UPDATE "django_session")'
    r'|UPDATE "matching_(candidatecard|match)" SET "seen_at" = [^,]+ WHERE'
)
"""That somebody has looked, and when first; the session."""


def answers(actor: str, method: str = "get") -> list[str]:
    """Doors that give this person a page."""
    column, place = ("get", "post").index(method), ACTORS.index(actor)
    return [name for name, row in DOORS.items() if row[column].split()[place] == "200"]


def sources(*endings: str) -> list[Path]:
    base = Path(settings.BASE_DIR)
    return [file for room in (*ROOMS, "templates") for ending in endings for file in (base / room).rglob(ending)]


def test_nothing_that_could_run_a_strangers_words_stands_in_the_code() -> None:
    found = {f.name: hit[0] for f in sources("*.py") if (hit := NEVER.search(f.read_text(encoding="utf-8")))}
    assert found == {}


def test_no_template_trusts_what_people_write() -> None:
    pages = {f.name: hit[0] for f in sources("*.html") if (hit := TRUSTED_WORDS.search(f.read_text(encoding="utf-8")))}
    assert pages == {}


def test_there_is_no_back_door_by_which_one_becomes_another() -> None:
    installed = " ".join([*settings.INSTALLED_APPS, *settings.MIDDLEWARE])
    assert not re.search(r"contrib\.admin|hijack|impersonat|loginas|debug_toolbar|silk", installed)
    assert settings.AUTHENTICATION_BACKENDS == ["jobplaneten.accounts.backends.LoginBackend"]
    assert settings.SESSION_SERIALIZER == "django.contrib.sessions.serializers.JSONSerializer"


@pytest.mark.parametrize("away", AWAY)
def test_no_address_that_is_sent_along_leads_away(away: str) -> None:
    request: Any = RequestFactory().get("/log-ind/", {"next": away})
    assert next_page(request) == "/"


@pytest.mark.parametrize("host", ["ond.invalid", "testserver.ond.invalid", "ond.invalid:80", "testserver@ond.invalid"])
def test_a_page_under_a_strangers_name_is_not_served(host: str) -> None:
    assert Client().get("/log-ind/", headers={"host": host}).status_code == 400


@pytest.mark.django_db
@pytest.mark.usefixtures("blank_refusals")
@pytest.mark.parametrize("actor", ["anonymous", "bo"])
def test_a_made_up_key_is_told_the_same_nothing_everywhere(actor: str) -> None:
    world, client = build(), Client(raise_request_exception=False)
    if world.people[actor]:
        client.force_login(person(world, actor))
    found = {}
    for name in (name for name in DOORS if world.kwargs(name)):
        *_more, key = world.kwargs(name).values()
        address = reverse(name, kwargs=world.kwargs(name))
        for made_up in NO_KEYS:
            status = client.get(address.replace(f"/{key}/", f"/{made_up}/")).status_code
            if status not in {404, 405} and not (actor == "anonymous" and status == 302):
                found[f"{name} {made_up[:30]}"] = status
    assert found == {}


@pytest.mark.django_db
@pytest.mark.parametrize("actor", ["anonymous", "dorte"])
def test_a_post_without_our_token_is_not_even_read(actor: str) -> None:
    world, client = build(), Client(enforce_csrf_checks=True)
    if world.people[actor]:
        client.force_login(person(world, actor))
    statuses = {name: client.post(reverse(name, kwargs=world.kwargs(name))).status_code for name in DOORS}
    assert {name: status for name, status in statuses.items() if status != 403} == {}


class Elements(HTMLParser):
    """Whether what was planted has become an element."""

    def __init__(self) -> None:
        super().__init__()
        self.has_grown = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.has_grown |= ("qvx", None) in attrs


def plant_markup() -> None:
    """Into every column of words that people fill in; choices, keys and what must be alone are left."""
    ours = [model for model in apps.get_models() if model.__module__.startswith(ROOMS)]
    ours = [model for model in ours if model._meta.label not in {"trail.Entry", "matching.NightRecord"}]
    for model in ours:
        words = {
            field.name: PLANTED
            for field in model._meta.fields
            if isinstance(field, models.CharField | models.TextField)
            and not (field.choices or field.unique or field.primary_key)
            and (field.max_length or 99) >= len(PLANTED)
            and not re.search(r"token|digest|password|secret|version|sha256|code|path|language|page", field.name)
        }
        for name, word in words.items():
            try:
                with transaction.atomic():
                    model._default_manager.update(**{name: word})
            except DatabaseError:  # a constraint of the table keeps such words out of this column
                continue


@pytest.mark.django_db
@pytest.mark.parametrize("actor", ["amina", "guardian", "bo", "dorte", "elin"])
def test_a_page_shows_words_as_words_and_looking_changes_nothing(actor: str) -> None:
    world, client = build(), Client()
    plant_markup()
    client.force_login(person(world, actor))
    grown, written, shown = [], set(), 0
    for name in answers(actor):
        with transaction.atomic(), CaptureQueriesContext(connection) as asked:
            answer = client.get(reverse(name, kwargs=world.kwargs(name)))
            transaction.set_rollback(True)
        written |= {f"{name}: {sql['sql'][:90]}" for sql in asked if writes(sql["sql"])}
        is_page = not answer.streaming and answer.headers["content-type"].startswith("text/html")
        text = answer.content.decode() if is_page else ""
        page = Elements()
        page.feed(text)
        grown += [name] if page.has_grown else []
        shown += "&lt;u qvx&gt;" in text
    assert grown == []
    assert written == set()
    assert shown > 3


def writes(sql: str) -> bool:
    return bool(re.match("INSERT|UPDATE|DELETE", sql)) and not MAY_BE_WRITTEN_BY_LOOKING.match(sql)


# ── what is left behind in a log ────────────────────────────────────────────
@pytest.fixture
def told() -> Iterator[StringIO]:
    log = StringIO()
    handler = logging.StreamHandler(log)
    handler.setFormatter(WithoutWords("{levelname} {message}", style="{"))
    logging.getLogger("django").addHandler(handler)
    yield log
    logging.getLogger("django").removeHandler(handler)


def test_what_goes_wrong_is_logged_without_what_was_written(client: Client, db: None, told: StringIO) -> None:
    """What a database says of a row that it refuses holds the row."""
    client.raise_request_exception = False
    with patch("jobplaneten.home.views.public.Area.objects.open", side_effect=RuntimeError("Key (name)=(Hussein)")):
        client.post("/om/", {"name": "Hussein"})
        client.get("/om/")
    client.get("/findes%0d%0aERROR Hussein-er-her/")
    assert "ERROR Internal Server Error: /om/\nRuntimeError\n" in told.getvalue()
    assert "Hussein" not in told.getvalue()


def test_an_address_that_is_a_key_is_logged_by_its_pattern(client: Client, db: None, told: StringIO) -> None:
    client.get("/kalender/hemmelig-noegle/vagter.ics")
    client.get("/kalender/hemmelig-noegle/vagter.ics/tastet-forkert/")
    assert "Not Found: /kalender/<str:token>/vagter.ics" in told.getvalue()
    assert "Not Found: an unknown address" in told.getvalue()
    assert "hemmelig" not in told.getvalue()


# ── what a new youth has said yes to: nothing ───────────────────────────────
@pytest.mark.django_db
def test_whoever_has_just_joined_is_shown_to_nobody_but_the_staff_of_the_area() -> None:
    world = build()
    sent = {
        "first_name": "Nora", "last_name": "Holm", "born_on_day": "1", "born_on_month": "2", "born_on_year": "2012",
        "area": world.area.pk, "login": "nora@hjem.invalid", "password": "fire grønne sko på tur",
    }  # fmt: skip
    newcomers.join(Client(), sent)
    nora = Youth.objects.get(user__name="Nora")
    inside = {name: user for name, user in world.people.items() if user and user.is_active}
    sees = {name for name, user in inside.items() if Youth.objects.visible_to(user).filter(pk=nora.pk)}
    assert sees <= {"bo", "dorte"}
    assert nora.protected == Protected.UNKNOWN
    assert not Match.objects.filter(youth=nora).exists()
    assert not CandidateCard.objects.filter(match__youth=nora).exists()
    assert not Guardianship.objects.filter(youth=nora).exists()


LINK = re.compile(r'href="(/[^"#?]*)')


@pytest.mark.django_db
@pytest.mark.parametrize("wanted", ["home:who_has_seen", "keeping:leave", "keeping:page", "matching:withdraw"])
def test_a_youth_finds_who_has_looked_and_how_to_stop_within_two_clicks(world: World, wanted: str) -> None:
    client, target = Client(), reverse(wanted, kwargs=world.kwargs(wanted))
    client.force_login(world.amina.user)
    here, clicks = {"/"}, 0
    while clicks <= 2:
        pages = [client.get(path).content.decode() for path in sorted(here)]
        if any(f'"{target}"' in page for page in pages):
            return
        here, clicks = {link for page in pages for link in LINK.findall(page) if "/static/" not in link}, clicks + 1
    pytest.fail(f"{target} is more than two clicks away")


@pytest.fixture
def world() -> World:
    return build()


# ── what a workplace may not steer ──────────────────────────────────────────
@pytest.mark.django_db
def test_no_word_in_the_address_chooses_among_the_candidates(world: World) -> None:
    client = Client()
    client.force_login(person(world, "elin"))
    plain = re.sub(r"csrf\w*\W+value=\"\w+", "", client.get("/kandidater/").content.decode())
    asked = "?gender=f&sex=f&origin=dk&area=1&age=13&name=A&order=name&q=a&match__youth__last_name=H&status=proposed"
    tried = client.get(f"/kandidater/{asked}").content.decode()
    assert re.sub(r"csrf\w*\W+value=\"\w+", "", tried).replace(quote(asked), "") == plain
