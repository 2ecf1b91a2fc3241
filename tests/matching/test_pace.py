"""Workplaces that take a pause, and people who can only answer so many."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client

from employers.actions import set_pace
from employers.models import Employer, EmployerContact, Post
from jobplaneten.accounts.models import User
from jobplaneten.trail.models import Entry
from matching.actions import set_mentor_pace
from matching.facts import read
from matching.models import Match, MentorPace
from tests.factories import TODAY
from tests.matching.conftest import settle
from tests.matching.factories import RunFactory
from tests.matching.test_nightly import night_of
from tests.matching.test_record import replayed
from youth.models import Youth

pytestmark = pytest.mark.django_db

Clock = Callable[[], datetime]
SignIn = Callable[[User], Client]


def one_employer() -> Employer:
    """All jobs of the town at one workplace."""
    employer = Post.objects.earliest("pk").employer
    assert employer
    Post.objects.update(employer=employer)
    return employer


def test_the_night_proposes_nobody_to_a_workplace_on_a_pause_and_says_why(clock: Clock, dorte: User) -> None:
    settle(youths=6, posts=2)
    employer = one_employer()
    set_pace(employer, paused_until=TODAY, most_candidates=12, by=dorte, now=clock())
    run = night_of(clock)
    assert not Match.objects.exists()
    assert run.counts["set_aside"]["post"] == {"employer_paused": 2}


def test_after_the_last_day_of_the_pause_the_night_proposes_again(clock: Clock, dorte: User) -> None:
    settle(youths=6, posts=2)
    set_pace(one_employer(), paused_until=TODAY - timedelta(days=1), most_candidates=12, by=dorte, now=clock())
    night_of(clock)
    assert Match.objects.exists()


def test_no_more_candidates_wait_at_a_workplace_than_it_can_answer(clock: Clock, dorte: User) -> None:
    settle(youths=9, posts=3)
    set_pace(one_employer(), paused_until=None, most_candidates=4, by=dorte, now=clock())
    night_of(clock)
    assert Match.objects.count() == 4
    assert replayed()[0]["same"]


def test_those_who_wait_already_take_up_the_room(clock: Clock, dorte: User) -> None:
    settle(youths=9, posts=3)
    set_pace(one_employer(), paused_until=None, most_candidates=4, by=dorte, now=clock())
    night_of(clock)
    facts = read(TODAY + timedelta(days=1), run=RunFactory(day=TODAY + timedelta(days=1)))
    assert set(facts.limits.employer_room.values()) == {0}


def test_no_more_proposals_wait_for_a_mentor_than_there_is_time_for(clock: Clock) -> None:
    town = settle(youths=9, posts=6)
    set_mentor_pace(most_waiting=3, by=town[0].mentor, now=clock())
    night_of(clock)
    assert Match.objects.for_the_mentor().count() == 3
    assert replayed()[0]["same"]
    facts = read(TODAY + timedelta(days=1), run=RunFactory(day=TODAY + timedelta(days=1)))
    assert facts.limits.mentor_room == {town[0].mentor_id: 0}


def test_a_mentor_says_how_much_there_is_time_for_and_takes_it_back(bo: User, as_user: SignIn) -> None:
    client = as_user(bo)
    assert "Mit tempo" in client.get("/morgen/").content.decode()
    assert client.post("/morgen/tempo/", {"most_waiting": "20"}).status_code == 302
    assert MentorPace.objects.get(mentor=bo).most_waiting == 20
    client.post("/morgen/tempo/", {"most_waiting": ""})
    assert not MentorPace.objects.exists()
    assert list(Entry.objects.filter(kind="mentorpace").order_by("pk").values_list("verb", flat=True)) == [
        "set_pace",
        "lift_pace",
    ]


@pytest.mark.parametrize(
    ("typed", "said"), [("0", "Skriv mindst 1"), ("201", "Skriv højst 200"), ("x", "Skriv et helt tal")]
)
def test_an_absurd_pace_is_said_and_not_kept(bo: User, as_user: SignIn, typed: str, said: str) -> None:
    assert said in as_user(bo).post("/morgen/tempo/", {"most_waiting": typed}).content.decode()
    assert not MentorPace.objects.exists()


def test_a_workplace_sets_its_own_pause_and_pace(elif_: EmployerContact, as_user: SignIn) -> None:
    client, until = as_user(elif_.user), TODAY + timedelta(days=14)
    assert "/tempo/" in client.get("/opslag/").content.decode()
    answer = client.post("/tempo/", {"paused_until": until.isoformat(), "most_candidates": "5"})
    assert answer.status_code == 302
    employer = Employer.objects.get(pk=elif_.employer_id)
    assert (employer.paused_until, employer.most_candidates) == (until, 5)
    assert "I holder pause til og med" in client.get("/tempo/").content.decode()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"paused_until": "2020-01-01", "most_candidates": "5"}, "Den dag er forbi"),
        ({"paused_until": "2090-01-01", "most_candidates": "5"}, "højst et år"),
        ({"paused_until": "i morgen", "most_candidates": "5"}, "Vælg en dato"),
        ({"paused_until": "", "most_candidates": "0"}, "Skriv mindst 1"),
        ({"paused_until": "", "most_candidates": ""}, "Skriv et tal fra 1 til 50"),
    ],
)
def test_what_makes_no_sense_is_said_and_nothing_is_kept(
    elif_: EmployerContact, as_user: SignIn, typed: dict[str, str], said: str
) -> None:
    assert said in as_user(elif_.user).post("/tempo/", typed).content.decode()
    assert Employer.objects.get(pk=elif_.employer_id).paused_until is None


def test_a_pace_is_nobody_elses(amina: Youth, bo: User, dorte: User, elif_: EmployerContact, as_user: SignIn) -> None:
    for person in (amina.user, bo, dorte):
        assert as_user(person).get("/tempo/").status_code == 404
    for person in (amina.user, dorte, elif_.user):
        assert as_user(person).get("/morgen/tempo/").status_code == 404
