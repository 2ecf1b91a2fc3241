"""Whatever anybody gets to read: it tells not where a protected youth is, and it leaves a line in the trail."""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from jobplaneten.accounts.models import User
from tests.api.doors import DOORS as API_DOORS
from tests.api.doors import things
from tests.house.doors import DOORS
from tests.house.told import AMINA, SECRETS, WAFA, Answer, person, plant, read_by, wrong_with
from tests.house.world import ACTORS, World, build
from youth.models import Protected

FRAME = {
    # The programme's own frame: areas and schools by name, whoever lives or goes there.
    "accounts:area", "accounts:areas", "accounts:person", "accounts:people", "accounts:person_new",
    "schools:schools", "schools:school", "schools:school_edit", "schools:calendar", "schools:days_import",
    "schools:days_new", "home:about", "youth:join", "area-list", "area-detail",
    # A filter and a form offer staff their own areas; the filter finds nobody who is protected in them.
    "youth:caseload", "youth:invite",
}  # fmt: skip
"""Doors whose pages name an area or a school that nobody is told to belong to."""
ADULTS = [actor for actor in ACTORS if actor not in {"anonymous", "waiting", "amina", "other"}]


def at_the_door(user: User) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(user)
    return client


def opened(world: World, actor: str, url: str) -> Answer:
    client = at_the_door(person(world, actor))
    with transaction.atomic():
        answer = client.get(url)
        text = "" if answer.streaming else answer.content.decode()
        read = read_by(world.people[actor]) if "Kanarie" in text else set()
        transaction.set_rollback(True)
    return Answer(answer.status_code, text, read)


def addresses(world: World, actor: str) -> dict[str, str]:
    """Where the tables of doors let this person read."""
    pages = {name: reverse(name, kwargs=world.kwargs(name)) for name, row in DOORS.items() if opens(row[0], actor)}
    gets = [door for door, row in API_DOORS.items() if door.startswith("get ") and opens(row, actor)]
    return pages | {door.split()[1]: reverse(f"api:{door.split()[1]}", kwargs=things(world, door)) for door in gets}


def opens(row: str, actor: str) -> bool:
    return row.split()[ACTORS.index(actor)] == "200"


@pytest.mark.django_db
@pytest.mark.usefixtures("quick_doors")
@pytest.mark.parametrize("actor", ADULTS)
def test_nobody_reads_where_a_protected_youth_is_or_reads_of_a_youth_unseen(actor: str) -> None:
    world = plant(build())
    told_of = {name: url for name, url in addresses(world, actor).items() if name not in FRAME}
    found = {name: wrong_with(opened(world, actor, url), actor, world) for name, url in told_of.items()}
    assert {name: faults for name, faults in found.items() if faults} == {}


@pytest.mark.django_db
def test_the_marks_are_where_they_would_be_seen() -> None:
    world = plant(build(), Protected.NO)
    doors = ("youth:person", "matching:proposal", "youth:queue")
    text = "".join(opened(world, "bo", addresses(world, "bo")[name]).text for name in doors)
    assert {mark for mark in SECRETS | {AMINA, WAFA} if mark in text} == SECRETS | {AMINA, WAFA}
