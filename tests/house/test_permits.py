"""Every question "may this person?" and every line of sight of every room, asked of everybody."""

from typing import Any

import pytest
from django.apps import apps

from tests.factories import NOW
from tests.house.permits import answers, in_groups, questions
from tests.house.rows import more_people, rows
from tests.house.who import MAY, SEES
from tests.house.world import World, build

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def that_day(time_machine: Any) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def world() -> World:
    return build()


def everybody(world: World) -> dict[str, Any]:
    return {who: user for who, user in world.people.items() if user} | more_people(world)


def test_who_may_what_stands_in_the_table(world: World) -> None:
    people = everybody(world)
    assert dict(answers(world, rows(world), people)) == MAY
    assert {name.split()[0] for name in MAY} == set(questions())


def test_who_sees_which_row_stands_in_the_table(world: World) -> None:
    things = rows(world)
    assert seen_by(everybody(world), things) == SEES
    assert {type(things[name]) for name in SEES} == {model for model in apps.get_models() if has_sight(model)}


def seen_by(people: dict[str, Any], things: dict[str, Any]) -> dict[str, str]:
    found = {name: row for name, row in things.items() if has_sight(type(row))}
    return {
        name: in_groups({who for who, user in people.items() if sees(user, row)}, people) for name, row in found.items()
    }


def has_sight(model: Any) -> bool:
    return hasattr(model._default_manager.all(), "visible_to")


def sees(user: Any, row: Any) -> bool:
    return bool(type(row)._default_manager.visible_to(user).filter(pk=row.pk).exists())
