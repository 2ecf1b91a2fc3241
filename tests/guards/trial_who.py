"""Asks in the copy, with one guard taken away: who may, who sees, who is asked again, and what strangers see.

After `trial.py`, of those guards whose absence nobody has noticed yet. Run by `make guards`.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache as kept
from django.db import DatabaseError
from django.test import Client

from jobplaneten import guard_switch  # type: ignore[attr-defined] # only in the copy
from tests.factories import NOW
from tests.guards.noting import lines, note
from tests.guards.trial import Guard, doors_of, planted
from tests.house.again import ASKS_AGAIN, place_of
from tests.house.apart import API_LISTS, LISTS, Strangers, without_amina
from tests.house.permits import answers
from tests.house.rows import rows
from tests.house.street import knock
from tests.house.test_deeds import Deed, cases, done
from tests.house.test_permits import everybody, seen_by
from tests.house.told import person
from tests.house.who import MAY, SEES
from tests.house.world import build

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("blank_refusals")]
ALWAYS = ("home:front", "home:today")
"""Where something of every room is gathered."""


def unnoticed(round_: str, *kinds: str) -> Iterator[tuple[int, Guard]]:
    """Taken away while the loop's body asks; the body puts its finding in `guard["by"]`."""
    found = lines()
    for number, guard in planted():
        before = found.get(guard["key"], {"by": ""})
        if before["by"] or round_ in before or guard["kind"] not in kinds:
            continue
        kept.clear()
        guard_switch.away = number
        yield number, guard
        guard_switch.away = 0
        more = {name: value for name, value in before.items() if name not in {"key", "kind", "by"}}
        note(guard, guard.get("by", ""), **more, **{round_: bool(guard.get("by"))})


def test_by_the_tables_of_who() -> None:
    world = build()
    people, things = everybody(world), rows(world)
    for _number, guard in unnoticed("who", "predicate", "line of sight"):
        if "permissions.py" in guard["file"] or guard["where"].endswith("visible_to"):
            wrong = {**dict(answers(world, things, people)), **seen_by(people, things)}.items() - {
                **MAY,
                **SEES,
            }.items()
            guard["by"] = "".join(f"who: {name}" for name, _row in sorted(wrong)[:1])


def test_by_who_is_asked_again(time_machine: Any) -> None:
    time_machine.move_to(NOW, tick=False)
    world = build()
    clients = {actor: Client(raise_request_exception=False) for actor, _how in ASKS_AGAIN.values()}
    for actor, client in clients.items():
        client.force_login(person(world, actor))
    time_machine.move_to(NOW + timedelta(minutes=16), tick=False)
    doors = {place_of(name, world): name for name in ASKS_AGAIN}
    for _number, guard in unnoticed("again", "decorator"):
        name = doors.get((guard["file"], guard["where"]), "")
        if name and "ask_" in guard["what"]:
            actor, how = ASKS_AGAIN[name]
            led = knock(world, clients[actor], how, name).headers.get("location", "")
            guard["by"] = "" if "/konto/igen/" in led else f"{name} asks {actor} nothing"


def test_by_what_strangers_see(time_machine: Any) -> None:
    time_machine.move_to(NOW, tick=False)
    world, strangers = build(), Strangers()
    with without_amina(world):
        names = [*LISTS, *API_LISTS]
        alone = {(who, name): strangers.see(who, name) for who in strangers.clients for name in names}
    for _number, guard in unnoticed("strangers", "line of sight", "refusal", "predicate", "decorator"):
        near = {*ALWAYS, *API_LISTS, *doors_of(guard, world)}
        differs = (place for place in alone if place[1] in near and strangers.see(*place) != alone[place])
        guard["by"] = next((f"{name} to {who} from elsewhere" for who, name in differs), "")


def test_by_deeds(time_machine: Any) -> None:
    time_machine.move_to(NOW, tick=False)
    world = build()
    found = cases(world)
    for _number, guard in unnoticed("deeds", "refusal", "predicate", "line of sight"):
        if "views" not in guard["file"]:
            undone = (name for name, case in found.items() if not is_refused(case.deed, world.people[case.may_not]))
            guard["by"] = next((f"whoever may not can {name}" for name in undone), "")


def is_refused(deed: Deed, by: Any) -> bool:
    """Kindly. That the database knows better breaks the page."""
    try:
        return bool(done(deed, by)[0])
    except DatabaseError:
        return False
