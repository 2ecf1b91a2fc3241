"""How a job pauses and ends: by whom, with which notice, and what it sets in motion the same minute."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from employers.models import EmployerContact, Post, PostStatus
from jobplaneten.accounts.models import Role, User
from jobplaneten.messaging.models import Message
from jobplaneten.placements.actions import close_what_is_over, end, find_new, pause, resume, start
from jobplaneten.placements.elsewhere import other_jobs
from jobplaneten.placements.models import Pause, PauseKind, Placement, PlacementStatus
from jobplaneten.placements.notice import Deal, notice_of
from jobplaneten.placements.permissions import moves_for
from jobplaneten.trail.models import Entry
from jobplaneten.workflow import MoveRefused
from matching.actions import hear_guardian
from tests.factories import NOW, TODAY, ShiftFactory, UserFactory
from tests.placements.test_actions import subjects_to
from youth.models import Youth

LATER = NOW + timedelta(days=20)
IN_TWO_WEEKS = LATER.date() + timedelta(days=14)
pytestmark = pytest.mark.django_db


@pytest.fixture
def running(ready: Placement, bo: User) -> Placement:
    """Amina has worked for some days."""
    start(ready, first_day_on=date(2026, 12, 1), by=bo, now=NOW)
    Message.objects.all().delete()
    return fresh(ready)


def fresh(job: Placement) -> Placement:
    return Placement.objects.select_related("youth", "post").get(pk=job.pk)


def test_a_job_with_a_last_day_ahead_runs_until_then_and_the_youth_is_in_tonight(
    running: Placement, amina: Youth, bo: User, elif_: EmployerContact
) -> None:
    end(running, last_day_on=IN_TWO_WEEKS, kind="school", by=amina.user, now=LATER)
    job = fresh(running)
    amina.refresh_from_db()
    assert (job.status, job.last_day_on, job.is_ending) == (PlacementStatus.STARTED, IN_TWO_WEEKS, True)
    assert amina.waiting_since == LATER
    assert subjects_to(bo) == ["Amina stopper i jobbet"]
    assert "skolen fylder mere" in Message.objects.get(to=elif_.user).body
    assert (job.works_on(IN_TWO_WEEKS), job.works_on(IN_TWO_WEEKS + timedelta(days=1))) == (True, False)
    assert other_jobs([amina.pk], LATER.date())[amina.pk][0][1].last_on == IN_TWO_WEEKS


def test_after_the_last_day_the_clock_closes_it_once(running: Placement, amina: Youth) -> None:
    end(running, last_day_on=IN_TWO_WEEKS, kind="period", by=amina.user, now=LATER)
    assert close_what_is_over(LATER + timedelta(days=14)) == 0
    after = LATER + timedelta(days=15)
    assert [close_what_is_over(after), close_what_is_over(after)] == [1, 0]
    assert fresh(running).status == PlacementStatus.ENDED
    assert Message.objects.filter(to=amina.user, subject__endswith="er slut").count() == 1


def test_the_seat_is_free_when_somebody_of_the_workplace_wants_a_new_one(
    running: Placement, amina: Youth, elif_: EmployerContact
) -> None:
    end(running, last_day_on=LATER.date(), kind="time", wants_new=True, by=amina.user, now=LATER)
    assert Post.objects.get(pk=running.post_id).status == PostStatus.FILLED
    with pytest.raises(MoveRefused):
        find_new(running, by=amina.user, now=LATER)
    find_new(running, by=elif_.user, now=LATER)
    with pytest.raises(MoveRefused):
        find_new(running, by=elif_.user, now=LATER)
    post = Post.objects.get(pk=running.post_id)
    assert (post.status, post.seats_taken) == (PostStatus.OPEN, 0)


def test_nobody_ends_a_job_twice(running: Placement, amina: Youth, elif_: EmployerContact) -> None:
    end(running, last_day_on=IN_TWO_WEEKS, kind="period", by=amina.user, now=LATER)
    with pytest.raises(MoveRefused, match="allerede sat en sidste dag"):
        end(running, last_day_on=LATER.date(), kind="period", by=elif_.user, now=LATER)
    assert fresh(running).last_day_on == IN_TWO_WEEKS


def test_each_side_has_its_own_reasons(running: Placement, elif_: EmployerContact) -> None:
    with pytest.raises(MoveRefused, match="Vælg en af grundene"):
        end(running, last_day_on=LATER.date(), kind="worried", by=elif_.user, now=LATER)
    assert fresh(running).status == PlacementStatus.STARTED


def test_a_workplace_keeps_the_notice_unless_both_agree_and_a_youth_is_never_held(
    running: Placement, amina: Youth, elif_: EmployerContact
) -> None:
    """More than eight hours in a shop: the act on salaried employees puts a floor under the notice."""
    for weekday in (2, 3, 4, 5):
        ShiftFactory(post=running.post, weekday=weekday)
    Post.objects.filter(pk=running.post_id).update(ends_on=None)
    said: dict[str, Any] = {"last_day_on": LATER.date(), "kind": "less_work"}
    with pytest.raises(MoveRefused, match="1 måned til udgangen af en måned"):
        end(fresh(running), **said, by=elif_.user, now=LATER)
    assert fresh(running).last_day_on is None
    end(fresh(running), last_day_on=LATER.date(), kind="unwell", by=amina.user, now=LATER)
    assert fresh(running).status == PlacementStatus.ENDED


def test_notice_follows_the_deal_the_trial_and_the_law(running: Placement) -> None:
    """By hand: said on 13 December, and the first day was 1 December."""
    day, deal = LATER.date(), Deal(youth_days=7, employer_days=14, trial_until=date(2026, 12, 20))
    Post.objects.filter(pk=running.post_id).update(ends_on=None)
    few = notice_of(fresh(running), "employer", day, deal)
    assert (few.earliest_on, few.words, few.is_by_law, few.is_trial) == (date(2026, 12, 27), "2 uger", False, True)
    assert notice_of(fresh(running), "youth", day, deal).earliest_on == date(2026, 12, 20)
    for weekday in (2, 3, 4, 5):
        ShiftFactory(post=running.post, weekday=weekday)
    assert notice_of(fresh(running), "youth", day).earliest_on == date(2027, 1, 31)
    long = fresh(running)
    long.first_day_on = date(2024, 1, 1)
    assert notice_of(long, "employer", day).earliest_on == date(2027, 4, 30)


def test_a_pause_stops_the_shifts_of_its_days_and_can_be_lifted_by_the_side_that_made_it(
    running: Placement, amina: Youth, elif_: EmployerContact, bo: User
) -> None:
    begins, until = LATER.date(), LATER.date() + timedelta(days=6)
    pause(running, begins_on=begins, until_on=until, kind="ill", by=amina.user, now=LATER)
    job = fresh(running)
    assert [job.works_on(day) for day in (begins, until, until + timedelta(days=1))] == [False, False, True]
    offered = [day for day in (begins, until, until + timedelta(days=1)) if "resume" in moves_for(amina.user, job, day)]
    assert offered == [begins, until]
    assert "ygdom" not in Message.objects.get(to=elif_.user).body
    assert subjects_to(bo) == ["Amina holder pause: Hjælp i butikken"]
    with pytest.raises(MoveRefused, match="allerede en pause"):
        pause(running, begins_on=until, until_on=until, kind="exam", by=bo, now=LATER)
    with pytest.raises(MoveRefused):
        resume(running, by=elif_.user, now=LATER)
    resume(running, by=amina.user, now=LATER)
    assert fresh(running).works_on(begins)
    with pytest.raises(MoveRefused):
        resume(running, by=amina.user, now=LATER)


def test_a_withdrawn_yes_stops_the_shifts_until_it_is_settled(
    running: Placement, amina: Youth, bo: User, dorte: User, elif_: EmployerContact, client: Client
) -> None:
    said: dict[str, Any] = {"said_on": LATER.date(), "how": "phone", "guardian": "mor", "by": bo, "now": LATER}
    for _twice in range(2):
        hear_guardian(amina, word="withdrawn", **said)
    assert Pause.objects.get().kind == PauseKind.CONSENT
    assert not fresh(running).works_on(LATER.date())
    for person in (bo, dorte, amina.user, elif_.user):
        assert [subject for subject in subjects_to(person) if "holder pause" in subject] != []
    assert "orælder" not in Message.objects.get(to=elif_.user).body
    with pytest.raises(MoveRefused, match="trukket deres ja tilbage"):
        resume(running, by=bo, now=LATER)
    with pytest.raises(MoveRefused):
        resume(running, by=elif_.user, now=LATER)
    with time_machine.travel(LATER, tick=False):
        client.force_login(elif_.user)
        assert "orælder" not in client.get(f"/job/{running.pk}/").content.decode().split("Jobbet</h2>")[0]
        client.force_login(bo)
        assert "taget sit ja tilbage" in client.get(f"/job/{running.pk}/").content.decode()
    hear_guardian(amina, word="yes", **said)
    resume(running, by=bo, now=LATER)
    assert fresh(running).works_on(LATER.date())
    assert Entry.objects.filter(verb="halt").count() == 1


def test_no_guardian_comes_near_a_job_by_the_doors_of_others(running: Placement, client: Client) -> None:
    client.force_login(UserFactory(role=Role.GUARDIAN))
    for move in ("slut", "pause", "igang", "find-en-ny", "aflys"):
        assert client.post(f"/job/{running.pk}/{move}/", {"kind": "period"}).status_code == 404
    assert fresh(running).status == PlacementStatus.STARTED


def test_the_page_says_the_notice_and_what_happens_before_and_after(
    running: Placement, elif_: EmployerContact, amina: Youth, client: Client
) -> None:
    with time_machine.travel(LATER, tick=False):
        client.force_login(elif_.user)
        text = client.get(f"/job/{running.pk}/slut/").content.decode()
        for said in ("Opsigelse:", "Det sker der", "Find en ny til jobbet"):
            assert said in text
        client.post(f"/job/{running.pk}/slut/", {"last_day_on": str(TODAY + timedelta(days=30)), "kind": "period"})
        assert client.get(f"/job/{running.pk}/slut/").status_code == 302
        text = client.get(f"/job/{running.pk}/").content.decode()
        assert "Sidste dag er" in text
        assert f"/job/{running.pk}/find-en-ny/" in text
        client.force_login(amina.user)
        text = client.get(f"/job/{running.pk}/").content.decode()
        assert "Det sker der nu" in text
        assert "find-en-ny" not in text
