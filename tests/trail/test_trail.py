from datetime import timedelta

import pytest

from employers.models import EmployerContact
from jobplaneten.accounts.models import User
from jobplaneten.trail.actions import record, record_reads
from jobplaneten.trail.models import Entry, TrailIsAppendOnly
from tests.factories import NOW, UserFactory, YouthFactory
from youth.models import Youth


def read(youth: Youth, by: User, kind: str = "youth", days_ago: int = 0) -> None:
    record_reads(kind, [(youth.pk, youth.pk)], by=by, now=NOW - timedelta(days=days_ago))


def test_what_is_written_stays_as_it_is(amina: Youth, bo: User) -> None:
    record("let_in", amina, by=bo, now=NOW, youth=amina.pk, step=1)
    with pytest.raises(TrailIsAppendOnly):
        Entry.objects.all().update(verb="x")
    with pytest.raises(TrailIsAppendOnly):
        Entry.objects.all().delete()
    entry = Entry.objects.get()
    assert (entry.verb, entry.kind, entry.key, entry.youth, entry.detail) == (
        "let_in",
        "youth",
        amina.pk,
        amina.pk,
        {"step": 1},
    )


def test_many_reads_are_one_insert(bo: User, django_assert_num_queries) -> None:
    youths = [YouthFactory(mentor=bo) for _number in range(5)]
    with django_assert_num_queries(1):
        record_reads("youth", [(youth.pk, youth.pk) for youth in youths], by=bo, now=NOW)
    assert Entry.objects.reads().count() == 5


def test_a_youth_sees_who_has_looked_by_day_name_and_role(as_user, amina: Youth, bo: User) -> None:
    for _time in range(3):
        read(amina, bo)
    read(amina, bo, days_ago=1)
    read(amina, bo, kind="match")
    read(amina, amina.user)
    entries = as_user(amina.user).get("/hvem-har-set/").context["entries"]
    assert [(entry["title"], str(entry["text"])) for entry in entries] == [
        ("Bo (mentor)", "Et forslag til dig"),
        ("Bo (mentor)", "Din side"),
        ("Bo (mentor)", "Din side"),
    ]
    assert entries[0]["at"] > entries[2]["at"]


def test_a_workplace_is_called_by_its_own_name(as_user, amina: Youth, elif_: EmployerContact) -> None:
    read(amina, elif_.user, kind="candidatecard")
    text = as_user(amina.user).get("/hvem-har-set/").content.decode()
    assert elif_.employer.name in text
    assert elif_.user.name not in text


def test_nobody_else_sees_who_has_looked(as_user, amina: Youth, bo: User) -> None:
    sami = YouthFactory(first_name="Sami")
    read(amina, bo)
    assert as_user(sami.user).get("/hvem-har-set/").context["entries"] == []
    assert as_user(bo).get("/hvem-har-set/").status_code == 404


def test_the_list_asks_no_more_for_many(as_user, amina: Youth, django_assert_max_num_queries) -> None:
    for number in range(40):
        read(amina, UserFactory(name=f"Mentor {number}"))
    client = as_user(amina.user)
    with django_assert_max_num_queries(11):
        assert len(client.get("/hvem-har-set/").context["entries"]) == 30
