"""One world with all its doors, and everybody who may knock on them."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.house import disclosure, sessions
from tests.house.doors import answer_for
from tests.house.world import EVERYBODY, World, build

REFUSED = {"403", "404", "405"}
WRITES = re.compile(r'(INSERT INTO|UPDATE|DELETE FROM) "(?!trail_entry)(\w+)')
"""That somebody has knocked in vain may stand in the trail."""


def people_at(world: World) -> dict[str, Client]:
    clients = {actor: Client(raise_request_exception=False) for actor in EVERYBODY}
    for actor, user in world.people.items():
        if user is not None:
            clients[actor].force_login(user)
    return clients


@contextmanager
def undone() -> Iterator[None]:
    """What is written inside has never been. Whoever only reads pays nothing for it."""
    kept: list[str] = []

    def keep(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if not kept and not sql.startswith("SELECT"):
            kept.append("being made")
            kept[0] = transaction.savepoint()
        return execute(sql, params, many, context)

    with connection.execute_wrapper(keep):
        yield
    for name in kept:
        transaction.savepoint_rollback(name)
        transaction.savepoint_commit(name)
        transaction.set_rollback(False)


def knock(
    world: World, client: Client, method: str, name: str, look: Callable[[], object] = lambda: None
) -> HttpResponse:
    """What comes back; whatever the request did can be looked at, and is undone then, cookies and sessions too."""
    cookies, opened = client.cookies.output(), dict(sessions.OPEN)
    with undone():
        response: HttpResponse = getattr(client, method)(reverse(name, kwargs=world.kwargs(name)))
        look()
    if client.cookies.output() != cookies:
        client.cookies.load(cookies.replace("Set-Cookie: ", ""))
    sessions.OPEN.clear()
    sessions.OPEN.update(opened)
    return response


def all_of(answer: HttpResponse) -> str:
    chunks = answer.streaming_content if answer.streaming else [answer.content]  # type: ignore[attr-defined]
    return b"".join(chunks).decode("utf-8", "replace")


class Street:
    """`wrong`: answers that are not the table's. `written`: what a refused request wrote. `seen`: marks, by reader."""

    def __init__(self) -> None:
        self.world = build()
        disclosure.plant(self.world)
        self.clients = people_at(self.world)
        self.wrong: dict[str, dict[str, str]] = defaultdict(dict)
        self.written: set[str] = set()
        self.seen: dict[str, set[str]] = {actor: set() for actor in EVERYBODY}

    def knock_at(self, name: str, method: str, people: Iterable[str]) -> None:
        for actor in people:
            wrote: list[str] = []
            with connection.execute_wrapper(listening(wrote)):
                answer = knock(self.world, self.clients[actor], method, name)
            status = str(answer.status_code)
            if status != answer_for(name, ("get", "post").index(method), actor):
                self.wrong[name][actor] = status
            if status in REFUSED:
                self.written |= {f"{method} {name} by {actor}: {table}" for table in wrote}
            self.seen[actor] |= disclosure.marks_in(f"{answer.headers} {all_of(answer)}")


def listening(wrote: list[str]) -> Callable[..., Any]:
    def listen(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if found := WRITES.match(sql):
            wrote.append(found[2])
        return execute(sql, params, many, context)

    return listen
