from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from rest_framework.test import APIClient

from jobplaneten.accounts.models import User
from tests.factories import NOW
from tests.house.conftest import blank_refusals, quick_doors

__all__ = ["blank_refusals", "quick_doors"]

Call = Callable[..., Any]


@pytest.fixture(autouse=True)
def today(time_machine: Any) -> None:
    """Doors read the clock themselves: it stands where the story is."""
    time_machine.move_to(NOW, tick=False)


@pytest.fixture(autouse=True)
def nobody_has_knocked_yet() -> None:
    cache.clear()


@pytest.fixture
def api() -> Call:
    """A page of our own that speaks JSON, signed in as somebody. Keys are tried in `test_keys.py`."""

    def acting(user: User | None = None) -> APIClient:
        client = APIClient(raise_request_exception=False)
        client.default_format = "json"
        if user is not None:
            client.force_login(user)
        return client

    return acting


def keys(answer: Any) -> set[str]:
    """The names of the fields that came back: of one thing, or of each line of a list."""
    assert answer.status_code == 200, answer.content
    body = answer.json()
    rows = body.get("results", [body])
    assert rows
    found = {frozenset(row) for row in rows}
    assert len(found) == 1
    return set(found.pop())
