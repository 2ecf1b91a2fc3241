import ast
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from tests.factories import NOW
from tests.house.again import ASKS_AGAIN, places
from tests.house.street import knock
from tests.house.told import person
from tests.house.world import World, build

pytestmark = pytest.mark.django_db
ROOMS = ("employers", "jobplaneten", "matching", "youth")


@pytest.fixture
def world(time_machine: Any) -> World:
    time_machine.move_to(NOW, tick=False)
    return build()


def asking() -> set[tuple[str, str]]:
    """File and name of every view that the code makes ask again."""
    base = Path(settings.BASE_DIR)
    files = [file for room in ROOMS for file in (base / room).rglob("*.py") if "views" in str(file)]
    return {
        (file.relative_to(base).as_posix(), node.name)
        for file in files
        for node in ast.parse(file.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef)
        and any(isinstance(one, ast.Name) and one.id.startswith("ask_") for one in node.decorator_list)
    }


def test_the_table_of_who_is_asked_again_is_complete(world: World) -> None:
    found = places(world)
    assert {found.get(place, place) for place in asking()} == set(ASKS_AGAIN)


def test_whoever_has_been_away_is_asked_again_before_what_matters_and_nothing_is_done(
    world: World, time_machine: Any
) -> None:
    clients = {actor: Client() for actor, _method in ASKS_AGAIN.values()}
    for actor, client in clients.items():
        client.force_login(person(world, actor))
    time_machine.move_to(NOW + timedelta(minutes=16), tick=False)
    led = {name: knock(world, clients[actor], how, name) for name, (actor, how) in ASKS_AGAIN.items()}
    astray = {name: answer for name, answer in led.items() if "/konto/igen/" not in answer.headers.get("location", "")}
    assert astray == {}
