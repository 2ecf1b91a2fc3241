"""Knocks in the copy on the doors that a guard stands before, with that guard taken away. Run by `make guards`.

First round: the doors table and the marks of `told.py`, on one world for all guards. What has been found stands in
test-output/guards/noticed.jsonl and is not tried again while the guard stands where it stood.
"""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from django.conf import settings
from django.core.cache import cache
from django.urls import resolve, reverse

from jobplaneten import guard_switch  # type: ignore[attr-defined] # only in the copy
from tests.api.conftest import Call
from tests.api.doors import DOORS as API_DOORS
from tests.api.doors import things
from tests.api.test_doors import knock as knock_by_program
from tests.guards.noting import lines, note
from tests.guards.planting import COPY, GUARDS
from tests.house.doors import DOORS
from tests.house.street import knock, people_at
from tests.house.test_told import FRAME, opened
from tests.house.told import plant, wrong_with
from tests.house.world import ACTORS, World, build

STRANGERS = (
    "carla", "rival", "other", "stranger", "far", "unvetted", "waiting", "elin", "bo", "dorte", "amina", "guardian",
    "estranged", "anonymous",
)  # fmt: skip
"""Whoever is most likely to be turned away knocks first."""
REFUSED = {"401", "403", "404", "405"}
READERS = ("bo", "dorte", "elin", "guardian", "carla", "far", "rival", "stranger")
TOLD_BY = {"line in the trail", "line of sight"}
Guard = dict[str, Any]


def source_of(view: Any) -> str:
    module = getattr(view, "cls", view).__module__
    return f"{module.replace('.', '/')}.py"


def places(world: World) -> dict[str, tuple[str, str]]:
    views = {name: resolve(reverse(name, kwargs=world.kwargs(name))).func for name in DOORS}
    return {name: (source_of(view), getattr(view, "__name__", "")) for name, view in views.items()}


def doors_of(guard: Guard, world: World) -> list[str]:
    """Of the view itself; of its file; else of the room that the file is in."""
    found = places(world)
    exact = [name for name, place in found.items() if place == (guard["file"], guard["where"])]
    same = [name for name, (file, _name) in found.items() if file == guard["file"]]
    room = guard["file"].split("/")[: 2 if guard["file"].startswith("jobplaneten/") else 1]
    near = [name for name, (file, _name) in found.items() if file.split("/")[: len(room)] == room]
    return (exact if guard["kind"] == "decorator" and exact else same) or near


def api_doors_of(guard: Guard, world: World) -> list[str]:
    if guard["kind"] == "decorator":
        return []
    places = {
        door: source_of(resolve(reverse(f"api:{door.split()[1]}", kwargs=things(world, door))).func)
        for door in API_DOORS
    }
    room = guard["file"].split("/")[0]
    same = [door for door, file in places.items() if file == guard["file"]]
    return same or [door for door, file in places.items() if guard["kind"] == "predicate" and file.startswith(room)]


class Knock(NamedTuple):
    method: str
    name: str
    actor: str
    expected: str

    def __str__(self) -> str:
        return f"{self.method} {self.name} by {self.actor}"


def refused(method: str, name: str, row: str) -> Iterator[Knock]:
    expected = dict(zip(ACTORS, row.split(), strict=True))
    yield from (Knock(method, name, who, expected[who]) for who in STRANGERS if expected[who] in REFUSED)


class Street:
    """One world, and everybody in it at their doors, by browser and by program."""

    def __init__(self, api: Call) -> None:
        self.world = build()
        self.clients = people_at(self.world)
        self.programs = {actor: api(self.world.people[actor]) for actor in ACTORS}

    def answers(self, one: Knock) -> bool:
        """As the table says."""
        if one.method == "API":
            status = knock_by_program(self.world, self.programs[one.actor], one.name).status_code
        else:
            status = knock(self.world, self.clients[one.actor], one.method, one.name).status_code
        return str(status) == one.expected

    def knocks(self, guard: Guard) -> Iterator[Knock]:
        """At those doors where somebody is turned away: where a guard is gone, they come in."""
        for name in doors_of(guard, self.world):
            for method, row in zip(("get", "post"), DOORS[name], strict=True):
                yield from refused(method, name, row)
        for door in api_doors_of(guard, self.world):
            yield from refused("API", door, API_DOORS[door])

    def notices(self, number: int, guard: Guard) -> str:
        """The first knock that is answered otherwise than with the guard in its place."""
        for one in self.knocks(guard):
            guard_switch.away = number
            is_right = self.answers(one)
            guard_switch.away = 0
            if not is_right and self.answers(one):
                return str(one)
        return ""


def tells(world: World, guard: Guard) -> Iterator[str]:
    for name in doors_of(guard, world):
        if name in FRAME:
            continue
        address = reverse(name, kwargs=world.kwargs(name))
        for actor in READERS:
            faults = wrong_with(opened(world, actor, address), actor, world)
            if faults:
                yield f"{faults[0]} at {name} to {actor}"
    for door in api_doors_of(guard, world):
        if door.startswith("get ") and door.split()[1] not in FRAME:
            address = reverse(f"api:{door.split()[1]}", kwargs=things(world, door))
            yield from (
                f"API {faults[0]} at {door} to {actor}"
                for actor in READERS
                if (faults := wrong_with(opened(world, actor, address), actor, world))
            )


def planted() -> list[tuple[int, Guard]]:
    found = enumerate(json.loads(GUARDS.read_text(encoding="utf-8")), start=1)
    return [(number, guard) for number, guard in found if guard["kind"] != "middleware"]


@pytest.mark.django_db
@pytest.mark.usefixtures("quick_doors")
def test_by_the_table_of_doors(api: Call) -> None:
    assert settings.BASE_DIR == COPY
    street, tried = Street(api), lines()
    for number, guard in planted():
        if guard["key"] not in tried:
            cache.clear()
            note(guard, street.notices(number, guard))


@pytest.mark.django_db
@pytest.mark.usefixtures("quick_doors")
def test_by_what_is_told() -> None:
    """Who reads what is hidden, or reads of a youth without a line in the trail."""
    world, tried = plant(build()), lines()
    for number, guard in planted():
        before = tried[guard["key"]]
        if before["by"] or "told" in before or guard["kind"] not in TOLD_BY:
            continue
        cache.clear()
        guard_switch.away = number
        by = next(tells(world, guard), "")
        guard_switch.away = 0
        note(guard, by, told=bool(by))
