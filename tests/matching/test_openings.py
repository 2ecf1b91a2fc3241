"""Who got nothing is told what would open most, and so is the mentor; and everybody may read how jobs are proposed."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client

from employers.models import EmployerContact, Post
from jobplaneten.accounts.models import User
from matching.actions import stop_matching
from matching.models import Match, YouthNight
from tests.factories import PostFactory
from tests.matching.conftest import settle
from tests.matching.test_nightly import night_of
from youth.models import BlockedTime, FreeTime, Youth

pytestmark = pytest.mark.django_db

Clock = Callable[[], datetime]
SignIn = Callable[[User], Client]


def of(youth: Youth) -> list[tuple[str, int | str, int]]:
    night = YouthNight.objects.get(youth=youth)
    return [(each["code"], each["value"], each["jobs"]) for each in night.openings]


@pytest.fixture
def without_tuesdays() -> Youth:
    """One youth, free on Mondays only; two jobs, both on Tuesdays."""
    [youth] = settle(youths=1, posts=2)
    FreeTime.objects.update(weekday=0)
    return youth


def test_a_night_keeps_what_would_have_opened_most(without_tuesdays: Youth, clock: Clock) -> None:
    night_of(clock)
    assert not Match.objects.exists()
    assert of(without_tuesdays)[0] == ("free", 1, 2)


def test_who_got_a_proposal_is_asked_for_nothing(clock: Clock) -> None:
    [youth] = settle(youths=1, posts=2)
    night_of(clock)
    assert of(youth) == []


def test_the_youth_reads_it_with_a_way_to_the_page_where_it_is_changed(
    without_tuesdays: Youth, clock: Clock, as_user: SignIn
) -> None:
    night_of(clock)
    page = as_user(without_tuesdays.user).get("/forslag/").content.decode()
    assert "Det ville åbne mere, hvis" in page
    assert "Du har også tid tirsdag kl. 14.00-20.00" in page
    assert "2 job mere passer" in page
    assert '<a href="/min-profil/when/">' in page


def test_the_mentor_reads_it_in_the_morning(without_tuesdays: Youth, clock: Clock, as_user: SignIn) -> None:
    night_of(clock)
    assert without_tuesdays.mentor
    page = as_user(without_tuesdays.mentor).get("/morgen/").content.decode()
    assert "Det ville åbne mest" in page
    assert "Har også tid tirsdag kl. 14.00-20.00" in page


def test_a_time_that_is_blocked_is_named_and_the_hours_of_a_job_are_not(clock: Clock, as_user: SignIn) -> None:
    [youth] = settle(youths=1, posts=1)
    shift = Post.objects.get().shifts.get()
    BlockedTime.objects.create(youth=youth, weekday=shift.weekday, starts=shift.starts, ends=shift.ends)
    night_of(clock)
    client = as_user(youth.user)
    assert "Du kan flytte det, du har tirsdag" in client.get("/forslag/").content.decode()
    BlockedTime.objects.all().delete()
    assert "Du kan flytte det" not in client.get("/forslag/").content.decode()


def test_a_longer_way_is_told_in_minutes_and_kilometres(clock: Clock, as_user: SignIn) -> None:
    [youth] = settle(youths=1, posts=0)
    PostFactory(seats=1, latitude=youth.area.latitude + 0.06, longitude=youth.area.longitude)
    Youth.objects.update(travel_modes=["bike"], travel_minutes=30)
    night_of(clock)
    [(code, minutes, jobs)] = [each for each in of(youth) if each[0] == "minutes"]
    page = as_user(youth.user).get("/forslag/").content.decode()
    assert f"Du bruger op til {minutes} minutter mere på vejen" in page


@pytest.mark.parametrize("who", ["nobody", "youth", "mentor", "employer"])
def test_everybody_may_read_how_jobs_are_proposed(
    who: str, client: Client, amina: Youth, bo: User, elif_: EmployerContact, as_user: SignIn
) -> None:
    people = {"youth": amina.user, "mentor": bo, "employer": elif_.user}
    reader = as_user(people[who]) if who in people else client
    page = reader.get("/saadan-foreslaar-vi-job/").content.decode()
    assert "Mennesker bestemmer om dagen" in page
    assert "Lige nu er det slået fra" not in page


def test_the_page_says_when_it_is_all_stopped(client: Client, dorte: User, now: datetime) -> None:
    stop_matching(reason="Vi ser på det.", by=dorte, now=now)
    assert "Lige nu er det slået fra" in client.get("/saadan-foreslaar-vi-job/").content.decode()
