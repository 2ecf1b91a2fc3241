"""The trail can only be added to, and whoever gets around that is found out."""

import json
from datetime import datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from jobplaneten.accounts.models import User
from jobplaneten.keeping.retention import keep_house
from jobplaneten.trail.actions import record
from jobplaneten.trail.models import Entry, Seal
from jobplaneten.trail.sealing import KEPT_FOR, check_trail, seal_trail
from tests.factories import NOW
from youth.models import Youth

LATER = NOW + timedelta(hours=3)


def write(amina: Youth, bo: User, at: datetime = NOW) -> Entry:
    return record("let_in", amina, by=bo, now=at, youth=amina.pk, step=1)


def by_force(statement: str) -> None:
    """As somebody would who owns the database."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE trail_entry DISABLE TRIGGER ALL")
        cursor.execute(statement)
        cursor.execute("ALTER TABLE trail_entry ENABLE TRIGGER ALL")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement", ["UPDATE trail_entry SET verb = 'x'", "DELETE FROM trail_entry", "UPDATE trail_seal SET count = 0"]
)
def test_the_database_itself_refuses_to_change_or_lose_a_line(statement: str, amina: Youth, bo: User) -> None:
    write(amina, bo)
    seal_trail(LATER)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert check_trail(LATER)["wrong"] == []


@pytest.mark.django_db
def test_it_cannot_be_emptied_but_by_the_tests(amina: Youth, bo: User) -> None:
    write(amina, bo)
    statements = "SET CONSTRAINTS ALL IMMEDIATE; SET LOCAL jobplaneten.may_empty = 'no'; TRUNCATE trail_entry"
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statements)


@pytest.mark.django_db
def test_a_seal_covers_what_has_settled_and_the_next_goes_on_from_there(amina: Youth, bo: User) -> None:
    first, second = write(amina, bo), write(amina, bo)
    late = write(amina, bo, at=LATER)
    seal = seal_trail(LATER)
    assert seal
    assert (seal.first, seal.last, seal.count) == (first.pk, second.pk, 2)
    assert seal_trail(LATER) is None
    again = seal_trail(LATER + timedelta(hours=3))
    assert again
    assert (again.first, again.last, again.count) == (late.pk, late.pk, 1)
    assert check_trail(LATER) | {"newest": ""} == {
        "seals": 2,
        "aged": 0,
        "lines": 3,
        "unsealed": 0,
        "newest": "",
        "wrong": [],
    }


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement", ["UPDATE trail_entry SET by_id = NULL", "DELETE FROM trail_entry WHERE verb = 'let_in'"]
)
def test_who_gets_around_the_database_is_found_out(statement: str, amina: Youth, bo: User, capsys) -> None:
    write(amina, bo)
    seal = seal_trail(LATER)
    by_force(statement)
    assert seal
    assert check_trail(LATER)["wrong"] == [seal.last]
    with pytest.raises(SystemExit) as stopped:
        call_command("check_trail")
    assert stopped.value.code == 1
    assert json.loads(capsys.readouterr().out)["wrong"] == [seal.last]


@pytest.mark.django_db
def test_a_seal_that_is_made_anew_does_not_fit_the_next_one(amina: Youth, bo: User) -> None:
    write(amina, bo)
    forged = seal_trail(LATER)
    write(amina, bo, at=LATER)
    last = seal_trail(LATER + timedelta(hours=3))
    assert forged
    assert last
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE trail_seal DISABLE TRIGGER ALL")
    Seal.objects.filter(pk=forged.pk).update(sha256="0" * 64)
    assert check_trail(LATER)["wrong"] == [forged.last, last.last]


@pytest.mark.django_db
def test_lines_whose_time_is_up_go_and_are_not_missed(amina: Youth, bo: User) -> None:
    real = timezone.now()
    old = write(amina, bo, at=real - KEPT_FOR - timedelta(days=2))
    assert seal_trail(real - KEPT_FOR - timedelta(days=1))
    kept = write(amina, bo, at=real - timedelta(days=1))
    seal_trail(real)
    assert keep_house(real)["delete:trail"] == 1
    assert list(Entry.objects.filter(verb="let_in").values_list("pk", flat=True)) == [kept.pk]
    found = check_trail(real)
    assert (found["aged"], found["wrong"], old.pk < kept.pk) == (1, [], True)
