"""Two hands at the same moment, on a real PostgreSQL."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from employers import actions
from employers.models import Employer, Post, PostStatus
from jobplaneten.trail.models import Entry
from jobplaneten.workflow import MoveRefused
from tests.factories import NOW, PASSWORD, EmployerContactFactory, PostFactory

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], Any]) -> list[str]:
    """How each act ended: "" or the sentence that its person reads."""
    start = Barrier(len(acts))

    def run(act: Callable[[], Any]) -> str:
        try:
            start.wait(timeout=20)
            act()
        except MoveRefused as refusal:
            return refusal.message
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(run, acts))


@pytest.mark.parametrize("seats", [1, 3])
def test_the_last_seat_is_never_taken_twice(seats: int) -> None:
    post = PostFactory(seats=seats)
    ends = at_once(*[lambda: actions.take_seat(post, by=None, now=NOW)] * 6)
    assert ends.count("") == seats
    row = Post.objects.get()
    assert (row.seats_taken, row.status) == (seats, PostStatus.FILLED)
    assert Entry.objects.filter(verb="fill").count() == 1


def test_taking_and_giving_back_end_even() -> None:
    post = PostFactory(seats=2, seats_taken=2, status=PostStatus.FILLED)
    give: Callable[[], Any] = lambda: actions.give_seat_back(post, by=None, now=NOW)  # noqa: E731
    assert at_once(give, give, give) == ["", "", ""]
    row = Post.objects.get()
    assert (row.seats_taken, row.status) == (0, PostStatus.OPEN)


def test_a_seat_given_back_opens_the_post_again_but_never_a_closed_one() -> None:
    closed = PostFactory(seats=1, seats_taken=1, status=PostStatus.CLOSED)
    actions.give_seat_back(closed, by=None, now=NOW)
    assert (closed.seats_taken, closed.status) == (0, PostStatus.CLOSED)


def test_of_two_who_save_the_same_post_one_wins_and_one_is_told() -> None:
    contact = EmployerContactFactory()
    post = PostFactory(employer=contact.employer, is_draft=True)
    said: dict[str, Any] = {"shifts": [], "needs": [], "employer": None, "by": contact.user, "now": NOW, "version": 1}
    won, told = at_once(
        *(lambda title=title: actions.save_post(post, values={"title": title}, **said) for title in ("A", "B"))
    )
    assert (won, "En anden har rettet" in told) == ("", True)
    assert Post.objects.get().version == 2


def test_of_two_coordinators_one_opens_the_post() -> None:
    contact = EmployerContactFactory()
    post = PostFactory(employer=contact.employer, status=PostStatus.SUBMITTED)
    won, told = at_once(*[lambda: actions.open_post(post, by=contact.user, now=NOW)] * 2)
    assert (won, "hurtigere" in told) == ("", True)


def test_one_workplace_that_joins_twice_stands_there_once() -> None:
    said: dict[str, Any] = {
        "password": PASSWORD, "contact_name": "E", "name": "B", "cvr": "12345674", "kind": "company",
        "postcode": "4600", "address": "T", "about": "", "now": NOW,
    }  # fmt: skip
    won, told = at_once(*(lambda n=n: actions.join(login=f"{n}@x.example", **said) for n in (1, 2)))
    assert (won, "Skriv til os" in told) == ("", True)
    assert Employer.objects.count() == 1
