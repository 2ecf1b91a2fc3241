"""Second round: the tests of the room, for guards whose absence nobody at the doors has noticed. A pytest plugin.

Each test is run once for each guard that is still unnoticed; the first that fails has noticed it.
"""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from jobplaneten import guard_switch  # type: ignore[attr-defined] # only in the copy
from tests.guards.noting import lines, note
from tests.guards.planting import GUARDS

Item = Any
AWAY = "guard_away"


def unnoticed(rooms: list[str], like: str) -> list[int]:
    found = lines()
    guards = enumerate(json.loads(GUARDS.read_text(encoding="utf-8")), start=1)
    return [
        number
        for number, guard in guards
        if not found.get(guard["key"], {}).get("by")
        and like in guard["key"]
        and any(guard["file"].startswith(room) for room in rooms)
    ]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--guards-of", action="append", default=[])
    parser.addoption("--guards-like", default="")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    rooms, like = metafunc.config.getoption("--guards-of"), metafunc.config.getoption("--guards-like")
    metafunc.parametrize(AWAY, [0, *unnoticed(rooms, like)], indirect=True)


def pytest_configure(config: pytest.Config) -> None:
    config.stash[SEEN] = set()
    config.stash[BROKEN] = set()


SEEN = pytest.StashKey[set[int]]()
BROKEN = pytest.StashKey[set[str]]()
"""Tests that fail with every guard in its place prove nothing."""


@pytest.fixture(autouse=True)
def guard_away(request: pytest.FixtureRequest) -> Iterator[int]:
    number = int(request.param)
    plain = request.node.nodeid.partition("[")[0]
    if number in request.config.stash[SEEN] or plain in request.config.stash[BROKEN]:
        pytest.skip("noticed already")
    guard_switch.away = number
    yield number
    guard_switch.away = 0


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: Item, call: pytest.CallInfo[Any]) -> Any:
    report = yield
    if call.when == "call" and report.failed:
        number, plain = item.callspec.params[AWAY], item.nodeid.partition("[")[0]
        if number == 0:
            item.config.stash[BROKEN].add(plain)
        elif plain not in item.config.stash[BROKEN]:
            item.config.stash[SEEN].add(number)
            note(json.loads(GUARDS.read_text(encoding="utf-8"))[number - 1], plain)
    return report
