"""Asks in the copy, with one guard taken away, what `tests/house/test_first_line.py` and `test_sight.py` ask.

After `trial_who.py`, of those guards whose absence nobody has noticed yet. Run by `make guards`.
"""

import ast
from typing import Any

import pytest
from django.test import Client

from tests.factories import NOW
from tests.guards.planting import COPY
from tests.guards.trial import Guard, doors_of, places
from tests.guards.trial_who import unnoticed
from tests.house.doors import answer_for
from tests.house.first_line import BY_SIGHT_ALONE, METHODS, kinds_read, let_in, open_all_rows, row_of
from tests.house.later import BEGUN, OVER, REPLACED
from tests.house.reads import READS
from tests.house.rows import more_people, rows
from tests.house.sight import beside, faces, with_sight
from tests.house.street import Street, knock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_doors")]
AT_A_DOOR = ("refusal", "predicate", "decorator", "line of sight")


@pytest.fixture
def street(time_machine: Any) -> Street:
    time_machine.move_to(NOW, tick=False)
    return Street()


def test_by_what_is_written() -> None:
    """What a reader of the code would see: rows taken without the line of sight that stood there."""
    models, looked_at = with_sight(), {file.relative_to(COPY).as_posix() for file in faces(COPY)}
    for number, guard in unnoticed("written", "line of sight"):
        if guard["file"] in looked_at:
            planted = (COPY / guard["file"]).read_text(encoding="utf-8")
            before, after = (beside(Uprooting(gone).visit(ast.parse(planted)), models) for gone in (0, number))
            guard["by"] = "".join(f"written: {name} takes rows beside it" for name in sorted(after - before))


class Uprooting(ast.NodeTransformer):
    """The code as it was before the guards were planted, but for one."""

    def __init__(self, gone: int) -> None:
        self.gone = gone

    def visit_Call(self, node: ast.Call) -> ast.AST:  # noqa: N802 - the name that ast calls
        self.generic_visit(node)
        if ast.unparse(node.func) != "guard_switch.sight":
            return node
        number, rows_, *who = node.args
        name = "all" if ast.literal_eval(number) == self.gone else "visible_to"
        return ast.Call(ast.Attribute(rows_, name, ast.Load()), who, node.keywords)


def test_by_the_doors_with_every_row_open(street: Street, monkeypatch: pytest.MonkeyPatch) -> None:
    open_all_rows(monkeypatch.setattr)
    for _number, guard in unnoticed("rows open", "refusal", "predicate", "decorator"):
        guard["by"] = first(
            f"{name} to {who}, with every row open"
            for name in doors_of(guard, street.world)
            for who in [let_in(street, [name]).get(name, "")]
            if who != BY_SIGHT_ALONE.get(name, "")
        )


def test_by_what_stands_in_the_trail(street: Street) -> None:
    rows(street.world)
    for _number, guard in unnoticed("lines", "line in the trail", "line of sight"):
        near = {*of_the_room(guard, street), "home:today", "home:front"}
        guard["by"] = first(
            f"no line: {line}" for line in READS if line.split()[1] in near and kinds_read(street, line) != READS[line]
        )


def test_by_the_doors_of_a_job_that_has_begun_or_is_over(street: Street) -> None:
    things: Any = rows(street.world)
    for _number, guard in unnoticed("later", *AT_A_DOOR):
        guard["by"] = first(
            f"{name} of a {which}"
            for which, doors in (("job_started", BEGUN), ("job_ended", OVER))
            for name in of_the_room(guard, street)
            if name in doors and row_with(street, things[which], name) != doors[name]
        )


def of_the_room(guard: Guard, street: Street) -> list[str]:
    depth = 2 if guard["file"].startswith("jobplaneten/") else 1
    room = guard["file"].split("/")[:depth]
    return [name for name, (file, _view) in places(street.world).items() if file.split("/")[:depth] == room]


def row_with(street: Street, job: Any, name: str) -> tuple[str, ...]:
    street.world.placement, before = job, street.world.placement
    found = row_of(street, name)
    street.world.placement = before
    return found


def test_by_a_stand_in(street: Street) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(more_people(street.world)["standing_in"])
    for _number, guard in unnoticed("stand-in", *AT_A_DOOR):
        guard["by"] = first(
            f"{method} {name} by a stand-in"
            for name in of_the_room(guard, street)
            for way, method in enumerate(METHODS)
            if knock(street.world, client, method, name).status_code
            != REPLACED.get(f"{method} {name}", int(answer_for(name, way, "bo")))
        )


def first(found: Any) -> str:
    return next(iter(found), "")
