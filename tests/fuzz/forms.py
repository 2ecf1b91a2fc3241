"""Every form that a person sees on any page, as a browser would send it: found by reading the pages."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from django.test import Client
from django.urls import Resolver404, resolve, reverse

from tests.house.doors import DOORS
from tests.house.world import ACTORS, World

BUTTONS = {"submit", "button", "image", "reset"}


@dataclass
class Form:
    action: str
    values: dict[str, list[str]] = field(default_factory=dict)

    @property
    def door(self) -> str:
        return resolve(self.action).view_name

    def put(self, name: str, value: str | None = None) -> None:
        self.values.setdefault(name, [])
        if value is not None:
            self.values[name].append(value)


class Reader(HTMLParser):
    """A field that holds nothing yet is a field all the same."""

    def __init__(self, here: str) -> None:
        super().__init__()
        self.here, self.forms, self.current = here, list[Form](), ""
        self.form: Form | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        if tag == "form" and has.get("method", "").lower() == "post":
            self.form = Form((has.get("action") or self.here).split("?")[0].split("#")[0])
            self.forms.append(self.form)
        elif self.form and has.get("name"):
            self.read(self.form, tag, has)
        elif self.form and tag == "option" and "selected" in has and self.current:
            self.form.put(self.current, has.get("value", ""))

    def read(self, form: Form, tag: str, has: dict[str, str]) -> None:
        self.current = has["name"] if tag == "select" else ""
        kind = has.get("type", "text")
        held = tag == "input" and kind not in BUTTONS and (kind not in {"checkbox", "radio"} or "checked" in has)
        form.put(has["name"], has.get("value", "") if held or tag == "button" else None)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.form = None


def forms_of(world: World, client: Client, actor: str) -> list[Form]:
    """One of each door: what stands on many pages is the same form."""
    found: dict[tuple[str, tuple[str, ...]], Form] = {}
    for name, (get, _post) in DOORS.items():
        if get.split()[ACTORS.index(actor)] != "200":
            continue
        answer: Any = client.get(reverse(name, kwargs=world.kwargs(name)))
        if answer.streaming or "text/html" not in answer.headers["content-type"]:
            continue
        reader = Reader(answer.wsgi_request.path)
        reader.feed(answer.content.decode())
        for form in reader.forms:
            found.setdefault((door_of(form), tuple(sorted(form.values))), form)
    return [form for (door, _fields), form in found.items() if door and not door.startswith("accounts:log_out")]


def door_of(form: Form) -> str:
    try:
        return form.door
    except Resolver404:
        return ""
