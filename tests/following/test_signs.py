"""The same signs for mentor and youth, each in their own words, and gone when they are answered."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from employers.models import EmployerContact
from jobplaneten.accounts.models import User
from jobplaneten.following import actions
from jobplaneten.following.models import FollowUp
from jobplaneten.following.signs import jobs_to_look_at, with_signs
from jobplaneten.placements.models import Pause, Placement
from jobplaneten.shifts.models import RosterShift
from jobplaneten.trail.models import Entry
from tests.factories import NOW, TODAY
from youth.models import Youth

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]


def kinds(days: int = 0) -> list[str]:
    day = TODAY + timedelta(days=days)
    return [
        sign.kind for _row, signs in with_signs(jobs_to_look_at(Placement.objects.all(), day), day) for sign in signs
    ]


def test_each_sign_comes_on_its_day_and_goes_when_it_is_answered(row: FollowUp, amina: Youth, bo: User) -> None:
    assert kinds() == []
    assert kinds(5) == ["late"]
    assert kinds(7) == ["late", "silent"]
    assert kinds(21) == ["late", "silent", "no_journal"]
    actions.check_in(row, mood="bad", by=amina.user, now=NOW)
    assert kinds(7) == ["bad"]
    words = {"went_well": "", "is_hard": "Rygge", "next_agreement": ""}
    actions.write_journal(amina, **words, is_shared=False, follow_up=row, by=bo, now=NOW)
    assert kinds(7) == []


def test_a_missed_shift_is_a_sign_until_the_mentor_has_written(row: FollowUp, amina: Youth, bo: User) -> None:
    day = TODAY - timedelta(days=1)
    RosterShift.objects.create(placement=row.placement, day=day, starts=900, ends=1020, status="missed")
    assert kinds() == ["missed"]
    actions.write_journal(amina, went_well="", is_hard="Bussen", next_agreement="", is_shared=False, by=bo, now=NOW)
    assert kinds() == []


def test_a_job_on_pause_is_left_in_peace(row: FollowUp) -> None:
    Pause.objects.create(
        placement=row.placement, kind="exam", begins_on=TODAY, until_on=TODAY + timedelta(days=9), at=NOW
    )
    assert kinds(7) == []
    assert kinds(10) == ["late", "silent"]


def test_mentor_and_youth_read_the_same_signs_and_the_workplace_none(
    row: FollowUp, amina: Youth, bo: User, elif_: EmployerContact, as_user: SignIn, time_machine
) -> None:
    time_machine.move_to(NOW + timedelta(days=7))
    assert "Vi har ikke hørt noget i 21 dage." in as_user(bo).get("/opfoelgning/").text
    assert "Vi har ikke hørt fra dig i 21 dage." in as_user(amina.user).get("/hvordan-gaar-det/").text
    assert "hørt" not in as_user(elif_.user).get(f"/job/{row.placement_id}/hvordan/").text


def test_whoever_reads_the_signs_leaves_a_line_in_the_trail(
    row: FollowUp, amina: Youth, bo: User, as_user: SignIn
) -> None:
    actions.check_in(row, mood="bad", by=amina.user, now=NOW)
    as_user(bo).get("/opfoelgning/")
    assert Entry.objects.reads().filter(by=bo, kind="placement", youth=amina.pk).exists()
