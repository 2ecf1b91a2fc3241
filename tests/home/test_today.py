"""The mentor's day: who, why and where to press."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from jobplaneten.accounts.models import User
from jobplaneten.following.models import NearMiss
from jobplaneten.home.today import NEAR_MISS, SOON, YOURS, who_needs
from jobplaneten.placements.models import Placement
from jobplaneten.trail.models import Entry
from matching.models import MatchStatus
from tests.factories import NOW, TODAY, PostFactory, YouthFactory
from tests.matching.factories import MatchFactory
from youth.models import Youth

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]


@pytest.fixture(autouse=True)
def that_day(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


def ranks(user: User) -> list[list[int]]:
    return [[reason.rank for reason in each.reasons] for each in who_needs(user, TODAY)]


def test_nobody_needs_a_mentor_whose_youths_are_fine(amina: Youth, bo: User, as_user: SignIn) -> None:
    assert ranks(bo) == []
    assert "Ingen lige nu" in as_user(bo).get("/i-dag/").content.decode()


def test_what_is_dangerous_comes_before_what_is_late_and_that_before_what_waits(amina: Youth, bo: User) -> None:
    other, third = YouthFactory(mentor=bo, area=amina.area), YouthFactory(mentor=bo, guardian_says_yes=True)
    job = Placement.objects.create(
        youth=third, post=PostFactory(), agreed_at=NOW, status="started", started_at=NOW, first_day_on=TODAY,
        first_name="Sara",
    )  # fmt: skip
    NearMiss.objects.create(placement=job, what="Glat gulv", at=NOW)
    MatchFactory(youth=amina, status=MatchStatus.OFFERED, answer_by=NOW + timedelta(days=1))
    found = who_needs(bo, TODAY)
    assert [each.youth for each in found] == [third, amina, other]
    assert [each.reasons[0].rank for each in found] == [NEAR_MISS, SOON, YOURS]


def test_a_deadline_further_off_is_nobody_s_worry_today(amina: Youth, bo: User) -> None:
    MatchFactory(youth=amina, status=MatchStatus.OFFERED)
    assert ranks(bo) == []


def test_the_page_leads_to_where_one_can_do_something_and_the_reading_is_written(
    amina: Youth, bo: User, as_user: SignIn
) -> None:
    match = MatchFactory(youth=amina)
    page = as_user(bo).get("/i-dag/").content.decode()
    assert "1 forslag venter på dig." in page
    assert f'href="/morgen/{match.pk}/"' in page
    assert Entry.objects.filter(verb="read", by=bo, youth=amina.pk).exists()


def test_a_mentor_of_others_sees_nobody_and_a_youth_no_such_page(amina: Youth, carla: User, as_user: SignIn) -> None:
    MatchFactory(youth=amina)
    assert "Amina" not in as_user(carla).get("/i-dag/").content.decode()
    assert as_user(amina.user).get("/i-dag/").status_code == 404


@pytest.mark.parametrize("many", [2, 12])
def test_it_asks_no_more_for_twelve_youths_than_for_two(
    bo: User, many: int, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    for _ in range(many):
        MatchFactory(youth=YouthFactory(mentor=bo))
    with django_assert_max_num_queries(13):
        assert len(who_needs(bo, TODAY)) == many
