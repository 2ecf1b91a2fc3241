"""Every way into the API × every role. The table in `doors.py` is complete or the test fails."""

from typing import Any

import pytest
from django.urls import reverse
from rest_framework.test import APIClient

from jobplaneten.api import router
from tests.api.conftest import Call
from tests.api.doors import DOORS, things
from tests.house import disclosure
from tests.house.street import undone
from tests.house.world import ACTORS, World, build


def every_way_in() -> set[str]:
    urls: list[Any] = router.urls
    return {f"{method} {url.name}" for url in urls for method in url.callback.actions if method != "head"}


def test_the_table_of_doors_is_complete() -> None:
    assert set(DOORS) == every_way_in()


def knock(world: World, client: APIClient, door: str) -> Any:
    """What comes back to an empty request; whatever it did is undone."""
    method, name = door.split()
    with undone():
        return getattr(client, method)(reverse(f"api:{name}", kwargs=things(world, door)))


@pytest.mark.django_db
@pytest.mark.usefixtures("quick_doors")
def test_every_door_opens_for_whom_it_should_and_tells_nobody_else_what_is_private(api: Call) -> None:
    world = build()
    disclosure.plant(world)
    clients, seen = {actor: api(world.people[actor]) for actor in ACTORS}, {actor: set[str]() for actor in ACTORS}
    wrong = {}
    for door, expected in DOORS.items():
        answers = {actor: knock(world, clients[actor], door) for actor in ACTORS}
        got = " ".join(str(answer.status_code) for answer in answers.values())
        if got != expected:
            wrong[door] = got
        for actor, answer in answers.items():
            seen[actor] |= disclosure.marks_in(answer.content.decode())
    assert wrong == {}
    assert disclosure.leaks(seen) == {}
