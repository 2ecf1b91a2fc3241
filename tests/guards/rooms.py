"""Second round: the tests of the room, for guards whose absence nobody at the doors has noticed. A pytest plugin.

First it is heard which test asks which guard. Then each test is run once for each guard that is still unnoticed and
that it asks; the first that fails has noticed it.
"""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import override_settings

from jobplaneten import guard_switch  # type: ignore[attr-defined] # only in the copy
from tests.guards.noting import lines, note
from tests.guards.planting import GUARDS, OUTPUT

Item = Any
AWAY = "guard_away"
HEARD = OUTPUT / "heard.json"


def planted() -> dict[int, dict[str, str]]:
    return dict(enumerate(json.loads(GUARDS.read_text(encoding="utf-8")), start=1))


def unnoticed(rooms: list[str], like: str) -> list[int]:
    found = lines()
    return [
        number
        for number, guard in planted().items()
        if not found.get(guard["key"], {}).get("by")
        and like in guard["key"]
        and any(guard["file"].startswith(room) for room in rooms)
    ]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--guards-of", action="append", default=[])
    parser.addoption("--guards-like", default="")
    parser.addoption("--guards-listen", action="store_true", help="only note which test asks which guard")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each test with each guard that is still unnoticed and that the test asks: no other can make it fail."""
    ask = metafunc.config.getoption
    if ask("--guards-listen"):
        metafunc.parametrize(AWAY, [0], indirect=True)
        return
    asked = {*heard().get(metafunc.definition.nodeid, []), *around()}
    numbers = [number for number in unnoticed(ask("--guards-of"), ask("--guards-like")) if number in asked]
    metafunc.parametrize(AWAY, numbers, indirect=True)


def around() -> set[int]:
    """What stands around every page is asked by every test."""
    return {number for number, guard in planted().items() if guard["kind"] == "middleware"}


def heard() -> dict[str, list[int]]:
    return json.loads(HEARD.read_text(encoding="utf-8")) if HEARD.exists() else {}


def pytest_collection_modifyitems(config: pytest.Config, items: list[Item]) -> None:
    """What no unnoticed guard is asked by is left out."""
    left = [item for item in items if isinstance(item.callspec.params.get(AWAY), int)]
    config.hook.pytest_deselected(items=[item for item in items if item not in left])
    items[:] = left


def pytest_sessionfinish(session: pytest.Session) -> None:
    if session.config.getoption("--guards-listen"):
        found = {name: sorted(numbers) for name, numbers in session.config.stash[ASKED].items()}
        HEARD.write_text(json.dumps(heard() | found), encoding="utf-8")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[SEEN] = set()
    config.stash[ASKED] = {}


SEEN = pytest.StashKey[set[int]]()
ASKED = pytest.StashKey[dict[str, set[int]]]()


@pytest.fixture(autouse=True)
def guard_away(request: pytest.FixtureRequest) -> Iterator[int]:
    number = int(request.param)
    if number in request.config.stash[SEEN]:
        pytest.skip("noticed already")
    cache.clear()
    guard_switch.away = number
    guard_switch.asked.clear()
    left = [name for name in settings.MIDDLEWARE if name != planted().get(number, {}).get("what")]
    with override_settings(MIDDLEWARE=left):
        yield number
    guard_switch.away = 0


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: Item, call: pytest.CallInfo[Any]) -> Any:
    """A test that fails with every guard in its place proves nothing: it is not listened to."""
    report = yield
    if call.when == "call":
        number, plain = item.callspec.params[AWAY], item.nodeid.partition("[")[0]
        if number == 0 and report.passed:
            item.config.stash[ASKED].setdefault(plain, set()).update(guard_switch.asked)
        elif number and report.failed:
            item.config.stash[SEEN].add(number)
            note(planted()[number], plain)
    return report
