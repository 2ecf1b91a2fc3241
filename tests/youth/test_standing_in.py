"""While Bo is away Selma looks after Amina: she reads what Bo reads, on those days only."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from jobplaneten.accounts.models import Role, User
from jobplaneten.following.models import JournalEntry
from jobplaneten.messaging.models import Message
from jobplaneten.trail.models import Entry
from jobplaneten.workflow import MoveRefused
from tests.factories import NOW, TODAY, UserFactory
from youth import actions
from youth.models import StandIn, Youth

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
WEEK = {"from_on": TODAY, "until_on": TODAY + timedelta(days=6)}


@pytest.fixture(autouse=True)
def that_day(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def selma(area) -> User:
    return UserFactory(role=Role.MENTOR, name="Selma", areas=[area])


def test_a_stand_in_reads_the_journal_on_those_days_and_not_a_day_longer(
    amina: Youth, bo: User, selma: User, as_user: SignIn, time_machine: TimeMachineFixture
) -> None:
    JournalEntry.objects.create(youth=amina, is_hard="Kanarie", by=bo, at=NOW)
    page = f"/unge/{amina.pk}/dagbog/"
    assert as_user(selma).get(page).status_code == 404
    days = {"from_on": TODAY.isoformat(), "until_on": (TODAY + timedelta(days=6)).isoformat()}
    as_user(bo).post(f"/unge/{amina.pk}/vikar/", {"mentor": selma.pk, **days})
    assert Entry.objects.filter(verb="stand_in", by=bo, youth=amina.pk).exists()
    assert set(Message.objects.values_list("to", flat=True)) == {amina.user_id, selma.pk}
    assert "Kanarie" in as_user(selma).get(page).text
    assert as_user(bo).get(page).status_code == 200
    time_machine.move_to(NOW + timedelta(days=7))
    assert as_user(selma).get(page).status_code == 404


def test_a_stand_in_moves_no_step_and_hands_on_to_nobody(amina: Youth, bo: User, selma: User, as_user: SignIn) -> None:
    actions.stand_in(amina, mentor=selma, **WEEK, by=bo, now=NOW)
    for page in ("trin/?til=2", "vikar/", "pause/"):
        assert as_user(selma).get(f"/unge/{amina.pk}/{page}").status_code == 403
    assert as_user(selma).post(f"/unge/{amina.pk}/mentor/", {"mentor": selma.pk}).status_code == 403
    assert Youth.objects.get().mentor == bo


def test_only_a_mentor_of_the_area_stands_in_and_one_at_a_time(
    amina: Youth, bo: User, carla: User, selma: User
) -> None:
    with pytest.raises(MoveRefused):
        actions.stand_in(amina, mentor=carla, **WEEK, by=bo, now=NOW)
    actions.stand_in(amina, mentor=selma, **WEEK, by=bo, now=NOW)
    with pytest.raises(MoveRefused):
        actions.stand_in(amina, mentor=selma, **WEEK, by=bo, now=NOW)
    assert StandIn.objects.get().mentor == selma


def test_who_is_ended_early_is_out_at_once(amina: Youth, bo: User, selma: User, as_user: SignIn) -> None:
    row = actions.stand_in(amina, mentor=selma, **WEEK, by=bo, now=NOW)
    as_user(bo).post(f"/vikar/{row.pk}/slut/")
    assert as_user(selma).get(f"/unge/{amina.pk}/").status_code == 404


def test_a_mentor_hands_a_youth_over_and_sees_no_more(amina: Youth, bo: User, selma: User, as_user: SignIn) -> None:
    JournalEntry.objects.create(youth=amina, is_hard="Kanarie", by=bo, at=NOW)
    as_user(bo).post(f"/unge/{amina.pk}/mentor/", {"mentor": selma.pk})
    assert as_user(bo).get(f"/unge/{amina.pk}/dagbog/").status_code == 404
    assert "Kanarie" in as_user(selma).get(f"/unge/{amina.pk}/dagbog/").text
    assert Entry.objects.filter(verb="hand_over", by=bo, youth=amina.pk).exists()
