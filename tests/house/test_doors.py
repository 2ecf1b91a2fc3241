"""Every URL × every role, by GET and by POST. The table in `doors.py` is complete or the test fails."""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.house import disclosure
from tests.house.doors import DOORS, OTHERWISE
from tests.house.street import Street, people_at
from tests.house.world import ACTORS, LIKE, build


def named_urls(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[str]:
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLPattern):
            yield f"{prefix}{entry.name}"
        else:
            yield from named_urls(entry, f"{prefix}{entry.namespace}:" if entry.namespace else prefix)


def ours() -> set[str]:
    """The API has its own table in tests/api."""
    return {name for name in named_urls() if not name.startswith("api:")}


def test_the_table_of_doors_is_complete() -> None:
    assert set(DOORS) == ours()


@pytest.mark.django_db
def test_everybody_is_told_kindly_that_there_is_nothing_here_or_nothing_to_do() -> None:
    world = build()
    clients = people_at(world)
    for client in clients.values():
        lost = client.get("/findes-ikke/")
        assert (lost.status_code, "Her er der ingenting" in lost.text) == (404, True)
    refused = clients["amina"].post(reverse("placements:start", kwargs=world.kwargs("placements:start")))
    assert (refused.status_code, "Det kan du ikke her" in refused.text) == (403, True)


@pytest.mark.django_db
@pytest.mark.usefixtures("quick_doors")
@pytest.mark.parametrize("method", ["get", "post"])
def test_every_door_opens_for_whom_it_should_and_tells_nobody_else_what_is_private(method: str) -> None:
    """What is private is told in `disclosure.py`; refused and faulty posts must not tell it either.

    Who is like another (`world.LIKE`) knocks where it is otherwise; `make doors` tries them everywhere.
    """
    street = Street()
    for name in DOORS:
        otherwise = [actor for door, actor in OTHERWISE if door == name]
        street.knock_at(name, method, [*ACTORS, *otherwise])
    assert street.wrong == {}
    assert street.written == set()
    assert disclosure.leaks(street.seen) == {}
    if method == "get":
        assert disclosure.never_seen(street.seen) <= disclosure.UNSEEN_BY_NOW


@pytest.mark.doors
@pytest.mark.django_db
@pytest.mark.usefixtures("quick_doors")
@pytest.mark.parametrize("method", ["get", "post"])
def test_who_is_like_another_finds_every_door_like_that_other(method: str) -> None:
    street = Street()
    for name in DOORS:
        street.knock_at(name, method, LIKE)
    assert street.wrong == {}
    assert street.written == set()
    assert disclosure.leaks(street.seen) == {}
