import logging
from collections.abc import Callable, Iterator
from copy import copy
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.template import Template
from django.urls import URLResolver

from jobplaneten.accounts.backends import LoginBackend
from tests.house import sessions


@pytest.fixture
def blank_refusals(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page that says no is the same at every door, so it is not drawn a thousand times."""

    def blank(status: int) -> Callable[[HttpRequest, Exception], HttpResponse]:
        return lambda _request, exception: HttpResponse(status=status)

    for status in (403, 404):
        monkeypatch.setattr(f"django.conf.urls.handler{status}", blank(status))


def kept(find: Callable[..., Any]) -> Callable[..., Any]:
    """Addresses stay what they are."""
    found: dict[Any, Any] = {}

    def look(*args: Any, **kwargs: Any) -> Any:
        key = (*args, *kwargs.items())
        if key not in found:
            found[key] = find(*args, **kwargs)
        return found[key]

    return look


@pytest.fixture
def quick_doors(blank_refusals: None, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Who knocks and what is where is looked up once, sessions lie in memory, and no log is kept of who is refused."""
    settings.SESSION_ENGINE = "tests.house.sessions"
    people: dict[int, Any] = {}
    look_up = LoginBackend.get_user

    def known(backend: LoginBackend, user_id: int) -> Any:
        if user_id not in people:
            people[user_id] = look_up(backend, user_id)
        person = copy(people[user_id])
        if person is not None:
            person._state = copy(person._state)
            person._state.fields_cache = {}
        return person

    monkeypatch.setattr(LoginBackend, "get_user", known)
    by_name: Any = URLResolver
    monkeypatch.setattr(by_name, "_reverse_with_prefix", kept(by_name._reverse_with_prefix))
    monkeypatch.setattr(URLResolver, "resolve", kept(URLResolver.resolve))
    monkeypatch.setattr(Template, "_render", lambda template, context: template.nodelist.render(context))
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)
    sessions.OPEN.clear()
