"""How much a mentor carries, by open rules, and what happens when it is enough."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from jobplaneten.accounts.models import Role, User
from jobplaneten.workflow import MoveRefused
from tests.factories import NOW, TODAY, UserFactory, YouthFactory
from youth import actions
from youth.capacity import loads
from youth.models import StandIn, StepChange, Youth, YouthStatus

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]


@pytest.fixture(autouse=True)
def that_day(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def selma(area) -> User:
    return UserFactory(role=Role.MENTOR, name="Selma", areas=[area])


def points(mentor: User) -> int:
    return loads([mentor], TODAY)[mentor.pk].points


@pytest.mark.parametrize(("step", "worth"), [(1, 3), (2, 2), (3, 2), (4, 1)])
def test_a_youth_who_is_settled_counts_by_the_step(amina: Youth, bo: User, step: int, worth: int) -> None:
    Youth.objects.update(step=step, asked_at=NOW - timedelta(weeks=9))
    assert points(bo) == worth


def test_who_is_new_on_a_step_or_lacks_a_yes_counts_one_more_and_a_pause_counts_one(amina: Youth, bo: User) -> None:
    Youth.objects.update(asked_at=NOW - timedelta(weeks=9))
    moved = StepChange.objects.create(
        youth=amina, move="up", from_step=1, to_step=1, evidence="", reason="", by=bo, at=NOW - timedelta(days=41)
    )
    assert points(bo) == 4
    StepChange.objects.filter(pk=moved.pk).update(at=NOW - timedelta(days=42))
    assert points(bo) == 3
    amina.guardian_words.all().delete()
    assert points(bo) == 4
    Youth.objects.update(status=YouthStatus.PAUSED)
    assert points(bo) == 1
    Youth.objects.update(status=YouthStatus.CLOSED)
    assert points(bo) == 0


def test_while_somebody_stands_in_the_points_are_theirs(amina: Youth, bo: User, selma: User) -> None:
    before = points(bo)
    StandIn.objects.create(youth=amina, mentor=selma, from_on=TODAY, until_on=TODAY, by=bo, at=NOW)
    assert (points(bo), points(selma)) == (0, before)


def test_a_mentor_who_is_full_is_given_nobody_but_by_a_coordinator(
    amina: Youth, bo: User, selma: User, dorte: User
) -> None:
    User.objects.filter(pk=selma.pk).update(capacity=2)
    selma.refresh_from_db()
    with pytest.raises(MoveRefused, match="ikke plads"):
        actions.hand_over(amina, mentor=selma, by=bo, now=NOW)
    with pytest.raises(MoveRefused, match="ikke plads"):
        actions.stand_in(amina, mentor=selma, from_on=TODAY, until_on=TODAY, by=bo, now=NOW)
    waiting = YouthFactory(is_waiting=True, area=amina.area)
    with pytest.raises(MoveRefused, match="0 af 2 point"):
        actions.let_in(waiting, mentor=selma, by=selma, now=NOW)
    waiting.refresh_from_db()
    amina.refresh_from_db()
    assert (waiting.status, amina.mentor, StandIn.objects.count()) == (YouthStatus.WAITING, bo, 0)
    actions.hand_over(amina, mentor=selma, by=dorte, now=NOW)
    assert Youth.objects.get(pk=amina.pk).mentor == selma


def test_the_coordinator_sees_who_has_room_and_sets_it_and_nobody_is_named(
    amina: Youth, bo: User, selma: User, dorte: User, as_user: SignIn
) -> None:
    page = as_user(dorte).get("/mentorer/plads/").text
    assert page.index("Selma") < page.index("Bo</h2>")
    assert "Amina" not in page
    assert as_user(bo).get("/mentorer/plads/").status_code == 404
    as_user(dorte).post(f"/mentorer/{selma.pk}/", {"areas": [amina.area_id], "capacity": 7})
    selma.refresh_from_db()
    assert selma.capacity == 7
    assert "kun du" in page
    assert "af 100 point" in as_user(bo).get("/i-dag/").text
    assert "Selma (0 af 7 point)" in as_user(bo).get(f"/unge/{amina.pk}/vikar/").text


def test_loads_ask_as_little_for_many_mentors_as_for_one(area, bo: User, django_assert_num_queries) -> None:
    mentors = [bo, *UserFactory.create_batch(4, role=Role.MENTOR, areas=[area])]
    for mentor in mentors:
        YouthFactory.create_batch(3, mentor=mentor, area=area)
    with django_assert_num_queries(3):
        assert len(loads(mentors, TODAY)) == 5
