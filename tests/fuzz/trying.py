"""One form, one word, one answer; and whatever came of it is undone."""

import time
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.test import Client

from tests.fuzz.forms import Form, forms_of
from tests.fuzz.words import Word
from tests.house.told import person
from tests.house.world import World

SLOWEST = 2.0
PRIVILEGED: dict[str, tuple[str, ...]] = {
    "accounts.User": ("role", "is_active", "login"),
    "youth.Youth": ("status", "mentor", "area", "protected", "step", "user", "born_on"),
    "employers.Employer": ("status", "cvr"),
    "employers.EmployerContact": ("user", "employer"),
    "employers.Post": ("status", "employer", "seats_taken", "opened_at", "source_key"),
    "matching.Match": ("status", "youth", "post", "vouched_by"),
    "matching.CandidateCard": ("match", "post", "taken_back_at"),
    "placements.Placement": ("status", "youth", "post"),
    "families.Guardianship": ("youth", "guardian", "lives_with", "known_by", "ended_at"),
}
"""What no form sets by itself: a move or somebody else does."""
PLAUSIBLE = {
    "role": "coordinator", "is_active": "", "is_staff": "on", "is_superuser": "on", "status": "open", "step": "4",
    "protected": "no", "mentor": "1", "user": "1", "area": "1", "employer": "1", "youth": "1", "guardian": "1",
    "password": "x", "login": "ond@ond.invalid", "seats_taken": "0", "opened_at": "2026-01-01", "known_by": "1",
    "lives_with": "on", "vouched_by": "1", "vouched_at": "2026-01-01", "taken_back_at": "", "cvr": "12345674",
    "born_on": "2008-01-01", "source_key": "x", "match": "1", "post": "1", "ended_at": "", "by": "1",
}  # fmt: skip


class Trial:
    def __init__(self, world: World, actor: str) -> None:
        self.world, self.actor = world, actor
        self.client = Client(raise_request_exception=False)
        if world.people[actor]:
            self.client.force_login(person(world, actor))
        self.forms = forms_of(world, self.client, actor)

    def send(self, form: Form, values: Mapping[str, Any]) -> tuple[int, float, dict[str, Any]]:
        cookies, began = self.client.cookies.output(), time.monotonic()
        with transaction.atomic():
            status = self.client.post(form.action, values).status_code
            spent, kept = time.monotonic() - began, privileged()
            transaction.set_rollback(True)
        if self.client.cookies.output() != cookies:
            self.client.cookies.load(cookies.replace("Set-Cookie: ", ""))
        return status, spent, kept

    def smuggled(self, form: Form) -> dict[str, Any]:
        """What the same form wrote when it carried more than its fields, and did not write without."""
        extra = {name: value for name, value in PLAUSIBLE.items() if name not in form.values}
        _status, _spent, plain = self.send(form, form.values)
        _status, _spent, tried = self.send(form, form.values | extra)
        return {name: (plain[name], tried[name]) for name in plain if tried[name] != plain[name]}


def privileged() -> dict[str, Any]:
    """Of rows that are there before; what a form adds is told by its own fields."""
    return {label: rows(apps.get_model(label), columns) for label, columns in PRIVILEGED.items()}


def rows(model: type[models.Model], columns: tuple[str, ...]) -> list[tuple[Any, ...]]:
    """Of a moment only whether there is one: two tries never happen at the same."""
    there = [name for name in columns if name in {field.name for field in model._meta.fields}]
    found = model._default_manager.order_by("pk").values_list(*there)
    return [tuple(bool(value) if isinstance(value, datetime) else value for value in row) for row in found]


def tried(trial: Trial, form: Form, word: Word, only: str = "") -> Iterator[str]:
    """The faults of one word in all fields, or in one of them."""
    values = dict(form.values) | dict.fromkeys([only] if only else form.values, word.text)
    status, spent, _kept = trial.send(form, values)
    if status >= 500:
        yield f"{trial.actor} {form.action} {only} {word.name}: {status}"
    if only and spent > SLOWEST:
        yield f"{trial.actor} {form.action} {only} {word.name}: {spent:.1f} s"
