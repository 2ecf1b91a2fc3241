"""Every URL × every role, by GET and by POST. The table in `doors.py` is complete or the test fails."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.house import disclosure
from tests.house.doors import DOORS, answer_for
from tests.house.world import EVERYBODY, World, build


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


def people_at(world: World) -> dict[str, Client]:
    clients = {actor: Client(raise_request_exception=False) for actor in EVERYBODY}
    for actor, user in world.people.items():
        if user is not None:
            clients[actor].force_login(user)
    return clients


def knock(world: World, client: Client, method: str, name: str) -> HttpResponse:
    """What comes back; whatever the request did is undone, cookies too."""
    cookies = client.cookies.output()
    with transaction.atomic():
        response = getattr(client, method)(reverse(name, kwargs=world.kwargs(name)))
        transaction.set_rollback(True)
    if client.cookies.output() != cookies:
        client.cookies.load(cookies.replace("Set-Cookie: ", ""))
    return response


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
@pytest.mark.usefixtures("blank_refusals")
@pytest.mark.parametrize(("method", "column"), [("get", 0), ("post", 1)])
def test_every_door_opens_for_whom_it_should_and_tells_nobody_else_what_is_private(method: str, column: int) -> None:
    """What is private is told in `disclosure.py`; refused and faulty posts must not tell it either."""
    world = build()
    disclosure.plant(world)
    clients, seen = people_at(world), {actor: set[str]() for actor in EVERYBODY}
    wrong = {}
    for name in DOORS:
        answers = {actor: knock(world, clients[actor], method, name) for actor in EVERYBODY}
        got = {who: str(answer.status_code) for who, answer in answers.items()}
        unlike = {who: status for who, status in got.items() if status != answer_for(name, column, who)}
        if unlike:
            wrong[name] = unlike
        for actor, answer in answers.items():
            seen[actor] |= disclosure.marks_in(f"{answer.headers} {all_of(answer)}")
    assert wrong == {}
    assert disclosure.leaks(seen) == {}
    if method == "get":
        assert disclosure.never_seen(seen) <= disclosure.UNSEEN_BY_NOW


def all_of(answer: HttpResponse) -> str:
    chunks = answer.streaming_content if answer.streaming else [answer.content]  # type: ignore[attr-defined]
    return b"".join(chunks).decode("utf-8", "replace")
