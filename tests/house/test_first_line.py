"""Guards that stand behind another: each holds by itself."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from jobplaneten.placements.models import Placement
from matching.forms import EMPLOYERS_NO, MENTORS_NO, YOUTHS_NO
from tests.factories import NOW
from tests.house.doors import DOORS, answer_for
from tests.house.first_line import BY_SIGHT_ALONE, METHODS, kinds_read, let_in, open_all_rows, row_of
from tests.house.later import BEGUN, OVER, READ_WHEN_BEGUN, REPLACED
from tests.house.reads import READS
from tests.house.rows import more_people, rows
from tests.house.street import Street, knock
from youth.models import StepChange, StepMove

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_doors")]


@pytest.fixture
def street(time_machine: Any) -> Street:
    time_machine.move_to(NOW, tick=False)
    return Street()


def test_who_has_no_business_at_a_door_is_turned_away_even_if_every_row_were_open(
    street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_all_rows(monkeypatch.setattr)
    assert let_in(street, DOORS) == BY_SIGHT_ALONE


def test_what_anybody_reads_of_a_youth_at_a_door_stands_in_the_trail(street: Street) -> None:
    rows(street.world)
    assert {line: kinds_read(street, line) for line in READS} == READS


@pytest.mark.parametrize(("which", "doors"), [("job_started", BEGUN), ("job_ended", OVER)])
def test_the_doors_of_a_job_that_has_begun_or_is_over(street: Street, which: str, doors: dict[str, Any]) -> None:
    job: Placement = rows(street.world)[which]
    street.world.placement = job
    assert {name: row_of(street, name) for name in doors} == doors


def test_what_is_read_of_a_youth_at_the_doors_of_a_job_that_has_begun_stands_in_the_trail(street: Street) -> None:
    street.world.placement = rows(street.world)["job_started"]
    assert {line: kinds_read(street, line) for line in READ_WHEN_BEGUN} == READ_WHEN_BEGUN


MADE_UP: dict[str, tuple[str, str, dict[str, Any]]] = {
    "accounts:terms_of": ("get", "dorte", {"whose": "ukendt"}),
    "employers:row_more": ("post", "elin", {"prefix": "ukendt"}),
    "home:privacy": ("get", "bo", {"who": "ukendt"}),
    "messaging:edit_words": ("get", "dorte", {"channel": "ukendt", "language": "da"}),
    "rights:card": ("get", "bo", {"slug": "ukendt"}),
    "steps:rule": ("get", "dorte", {"step": 9}),
    "talking:settle": ("post", "bo", {"move": "ukendt"}),
    "youth:page": ("get", "amina", {"page": "ukendt"}),
    "youth:together": ("post", "bo", {"act": "ukendt"}),
}
"""Whom a door opens for, and a word that it does not know."""


def test_a_word_in_an_address_that_nobody_knows_leads_nowhere(street: Street) -> None:
    found = {
        name: getattr(street.clients[actor], method)(
            reverse(name, kwargs=street.world.kwargs(name) | words)
        ).status_code
        for name, (method, actor, words) in MADE_UP.items()
    }
    assert found == dict.fromkeys(MADE_UP, 404)


@pytest.mark.parametrize(
    ("name", "actor", "reason"),
    [
        ("matching:reject", "elin", MENTORS_NO[0]),
        ("matching:take_back", "elin", MENTORS_NO[0]),
        ("matching:decline", "bo", YOUTHS_NO[0]),
        ("matching:withdraw", "bo", YOUTHS_NO[0]),
        ("matching:refuse", "bo", EMPLOYERS_NO[0]),
    ],
)
def test_the_right_words_open_nothing_for_whoever_has_no_say_even_if_every_row_were_open(
    street: Street, monkeypatch: pytest.MonkeyPatch, name: str, actor: str, reason: str
) -> None:
    open_all_rows(monkeypatch.setattr)
    place = reverse(name, kwargs=street.world.kwargs(name))
    assert street.clients[actor].post(place, {"reason": reason}).status_code == 404


def test_a_diploma_is_for_the_youth_and_the_mentors_alone_even_if_every_row_were_open(
    street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_all_rows(monkeypatch.setattr)
    StepChange.objects.update(move=StepMove.UP)
    place = reverse("keepsakes:diploma", args=[StepChange.objects.latest("pk").pk])
    found = {actor: street.clients[actor].get(place).status_code for actor in ("amina", "bo", "elin", "guardian")}
    assert found == {"amina": 200, "bo": 200, "elin": 404, "guardian": 404}


@pytest.mark.doors
def test_a_stand_in_finds_every_door_like_the_mentor_but_those_that_wait_for_the_mentor(street: Street) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(more_people(street.world)["standing_in"])
    found = {
        f"{method} {name}": answer
        for name in DOORS
        for way, method in enumerate(METHODS)
        if (answer := knock(street.world, client, method, name).status_code) != int(answer_for(name, way, "bo"))
    }
    assert found == REPLACED
