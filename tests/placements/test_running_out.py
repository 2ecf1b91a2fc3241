"""A job with an agreed end: everybody hears of it in time, and it ends by itself."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from employers.models import EmployerContact
from jobplaneten.accounts.models import User
from jobplaneten.messaging.models import Message
from jobplaneten.placements.actions import close_what_is_over, end
from jobplaneten.placements.models import EndKind, Placement, PlacementStatus
from tests.factories import NOW, TODAY, PostFactory
from youth.models import Youth

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
Job = Callable[..., Placement]


@pytest.fixture
def job(amina: Youth, elif_: EmployerContact) -> Job:
    def make(**fields: object) -> Placement:
        post = PostFactory(employer=elif_.employer, ends_on=TODAY + 20 * DAY)
        began = {"status": "started", "agreed_at": NOW, "started_at": NOW, "first_day_on": TODAY}
        return Placement.objects.create(youth=amina, post=post, first_name="Amina", **began, **fields)

    return make


def told() -> set[int]:
    return set(Message.objects.filter(subject__contains="slutter snart").values_list("to", flat=True))


def test_two_weeks_before_the_end_everybody_is_told_once(
    job: Job, amina: Youth, bo: User, elif_: EmployerContact
) -> None:
    job()
    close_what_is_over(NOW + 5 * DAY)
    assert told() == set()
    for later in (6, 7):
        close_what_is_over(NOW + later * DAY)
    assert told() == {amina.user_id, bo.pk, elif_.user_id}
    assert Message.objects.filter(subject__contains="slutter snart").count() == 3


def test_after_the_agreed_day_it_is_over_and_the_youth_is_back_in_the_night(job: Job, amina: Youth) -> None:
    made = job()
    assert close_what_is_over(NOW + 20 * DAY) == 0
    assert [close_what_is_over(NOW + 21 * DAY), close_what_is_over(NOW + 22 * DAY)] == [1, 0]
    made.refresh_from_db()
    amina.refresh_from_db()
    assert (made.status, made.last_day_on, made.end_kind) == (PlacementStatus.ENDED, TODAY + 20 * DAY, EndKind.PERIOD)
    assert not amina.is_in_a_job


def test_what_is_agreed_to_go_on_longer_than_the_advert_does(job: Job) -> None:
    job(until_on=TODAY + 60 * DAY)
    assert close_what_is_over(NOW + 40 * DAY) == 0
    assert told() == set()


def test_a_last_day_that_somebody_has_said_needs_no_word_of_the_agreed_one(job: Job, amina: Youth) -> None:
    end(job(), last_day_on=TODAY + 10 * DAY, kind="school", by=amina.user, now=NOW)
    close_what_is_over(NOW + 8 * DAY)
    assert told() == set()
    assert close_what_is_over(NOW + 11 * DAY) == 1


def test_a_job_without_an_end_goes_on(job: Job) -> None:
    made = job()
    type(made.post).objects.update(ends_on=None)
    assert close_what_is_over(NOW + 400 * DAY) == 0
