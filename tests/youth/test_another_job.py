"""A youth in a job says that there is room for another, and takes it back."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from jobplaneten.accounts.models import User
from jobplaneten.messaging.models import Message
from jobplaneten.trail.models import Entry
from jobplaneten.workflow import MoveRefused
from tests.factories import NOW, TODAY, YouthFactory
from youth.actions import got_a_job, lost_the_job, want_another_job
from youth.models import Youth, YouthStatus

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
URL = "/min-vej/et-job-mere/"


@pytest.fixture
def employed(amina: Youth) -> Youth:
    return got_a_job(amina, by=amina.user, now=NOW)


def test_a_youth_in_a_job_asks_for_another_and_the_mentor_is_told(employed: Youth, bo: User) -> None:
    youth = want_another_job(employed, wanted=True, by=employed.user, now=NOW)
    assert (youth.wants_another_job, youth.waiting_since) == (True, NOW)
    message = Message.objects.get(to=bo)
    assert message.subject == "Amina vil gerne have et job mere"
    assert Entry.objects.filter(verb="want_another_job", youth=youth.pk, by=employed.user).count() == 1


def test_asking_twice_changes_nothing_the_second_time(employed: Youth) -> None:
    for _time in range(2):
        want_another_job(employed, wanted=True, by=employed.user, now=NOW)
    assert Message.objects.count() == 1
    assert Entry.objects.filter(verb="want_another_job").count() == 1


def test_a_youth_takes_it_back(employed: Youth) -> None:
    want_another_job(employed, wanted=True, by=employed.user, now=NOW)
    youth = want_another_job(employed, wanted=False, by=employed.user, now=NOW)
    assert (youth.wants_another_job, youth.waiting_since, youth.is_in_a_job) == (False, None, True)
    assert Entry.objects.filter(verb="want_no_other_job").count() == 1


def test_the_wish_is_used_up_by_the_next_job_and_by_losing_all(employed: Youth) -> None:
    want_another_job(employed, wanted=True, by=employed.user, now=NOW)
    assert not got_a_job(employed, by=None, now=NOW).wants_another_job
    want_another_job(employed, wanted=True, by=employed.user, now=NOW)
    lost = lost_the_job(employed, by=None, now=NOW)
    assert (lost.wants_another_job, lost.waiting_since, lost.is_in_a_job) == (False, NOW, False)


@pytest.mark.parametrize("status", [status for status in YouthStatus if status != YouthStatus.ACTIVE])
def test_who_is_not_with_us_cannot_ask(employed: Youth, status: str) -> None:
    Youth.objects.update(status=status, leaving_on=TODAY, leaving_why="asked")
    with pytest.raises(MoveRefused):
        want_another_job(employed, wanted=True, by=employed.user, now=NOW)
    employed.refresh_from_db()
    assert not employed.wants_another_job


def test_who_has_no_job_stands_in_line_already(amina: Youth) -> None:
    with pytest.raises(MoveRefused, match="når du er i job"):
        want_another_job(amina, wanted=True, by=amina.user, now=NOW)
    amina.refresh_from_db()
    assert (amina.wants_another_job, amina.waiting_since) == (False, NOW)


def test_nobody_asks_on_a_youths_behalf(employed: Youth, bo: User, carla: User) -> None:
    for person in (bo, carla, YouthFactory(first_name="Sami").user):
        with pytest.raises(MoveRefused):
            want_another_job(employed, wanted=True, by=person, now=NOW)
    employed.refresh_from_db()
    assert not employed.wants_another_job


def test_the_button_stands_on_my_way_for_those_in_a_job(amina: Youth, as_user: SignIn) -> None:
    client = as_user(amina.user)
    assert URL not in client.get(reverse("youth:my_way")).content.decode()
    assert client.post(URL, {"wanted": "yes"}).status_code == 403
    got_a_job(amina, by=amina.user, now=NOW)
    assert "Jeg vil gerne have et job mere" in client.get(reverse("youth:my_way")).content.decode()
    page = client.post(URL, {"wanted": "yes"}, follow=True).content.decode()
    assert "Vi leder også efter et job mere" in page
    assert "Jeg vil ikke have et job mere" in page
    client.post(URL, {"wanted": "no"})
    amina.refresh_from_db()
    assert not amina.wants_another_job


def test_the_mentor_sees_who_wants_another(employed: Youth, bo: User, as_user: SignIn) -> None:
    caseload = reverse("youth:caseload")
    assert "vil gerne have et mere" not in as_user(bo).get(caseload).content.decode()
    want_another_job(employed, wanted=True, by=employed.user, now=NOW)
    page = as_user(bo).get(caseload).content.decode()
    assert "I job, vil gerne have et mere" in page
    assert "I job, vil gerne have et mere" in as_user(bo).get(f"/unge/{employed.pk}/").content.decode()
