from datetime import date, timedelta

import pytest

from employers.models import EmployerContact, Post, PostStatus
from jobplaneten.accounts.models import User
from jobplaneten.messaging.models import Message
from jobplaneten.placements.actions import (
    agree,
    begin,
    cancel,
    end,
    expect,
    pause,
    remind,
    resume,
    start,
    take_back,
    tick,
    write_terms,
)
from jobplaneten.placements.contract import first_terms
from jobplaneten.placements.models import Paper, PaperTick, Placement, PlacementStatus
from jobplaneten.placements.workflow import PLACEMENT
from jobplaneten.trail.models import Entry
from jobplaneten.workflow import MoveRefused
from tests.factories import NOW, TODAY, GuardianWordFactory, PostFactory, ShiftFactory, YouthFactory
from tests.placements.conftest import tick_all, tick_each
from youth.models import Word, Youth

FIRST_DAY = date(2026, 12, 1)
ON_FIRST_DAY = NOW + timedelta(days=8)


def subjects_to(user: User) -> list[str]:
    return list(Message.objects.filter(to=user).values_list("subject", flat=True))


def test_two_times_yes_take_the_seat_and_the_place_in_the_line(
    job: Placement, amina: Youth, bo: User, elif_: EmployerContact
) -> None:
    job.post.refresh_from_db()
    amina.refresh_from_db()
    assert (job.post.seats_taken, job.post.status) == (1, PostStatus.FILLED)
    assert amina.waiting_since is None
    assert len(subjects_to(amina.user)) == len(subjects_to(bo)) == 1
    assert subjects_to(elif_.user) == []
    assert Entry.objects.filter(verb="begin", kind="placement", youth=amina.pk).exists()


def test_without_a_seat_nothing_begins(amina: Youth, elif_: EmployerContact) -> None:
    full = PostFactory(employer=elif_.employer, seats=1, seats_taken=1)
    with pytest.raises(MoveRefused):
        begin(amina, full, first_name="Amina", by=elif_.user, now=NOW)
    amina.refresh_from_db()
    assert amina.waiting_since is not None
    assert not Placement.objects.exists()


def test_the_same_job_is_not_had_twice(amina: Youth, elif_: EmployerContact) -> None:
    post = PostFactory(employer=elif_.employer, seats=2)
    begin(amina, post, first_name="Amina", by=elif_.user, now=NOW)
    with pytest.raises(MoveRefused):
        begin(amina, post, first_name="Amina", by=elif_.user, now=NOW)
    post.refresh_from_db()
    assert post.seats_taken == 1


def test_a_tick_bears_a_name_and_is_set_once(job: Placement, bo: User, elif_: EmployerContact) -> None:
    tick(job, Paper.TERMS, by=elif_.user, now=NOW)
    tick(job, Paper.TERMS, by=bo, now=NOW)
    assert PaperTick.objects.get().by == elif_.user
    assert Entry.objects.filter(verb="tick").count() == 1


@pytest.mark.parametrize("who", ["employer", "youth"])
def test_only_staff_vouch_for_the_guardians(job: Placement, elif_: EmployerContact, who: str) -> None:
    person = elif_.user if who == "employer" else job.youth.user
    with pytest.raises(MoveRefused):
        tick(job, Paper.GUARDIAN, by=person, now=NOW)
    assert not PaperTick.objects.exists()


def test_a_withdrawn_yes_stops_the_guardian_s_tick(job: Placement, bo: User) -> None:
    GuardianWordFactory(youth=job.youth, word=Word.WITHDRAWN)
    with pytest.raises(MoveRefused, match="trukket"):
        tick(job, Paper.GUARDIAN, by=bo, now=NOW)
    assert not PaperTick.objects.exists()


def test_the_last_tick_tells_the_mentor(job: Placement, bo: User, elif_: EmployerContact) -> None:
    tick_each(job, mentor=bo, contact=elif_.user)
    assert [subject for subject in subjects_to(bo) if subject.startswith("Klar til første dag")] == [
        "Klar til første dag: Amina"
    ]


def test_the_first_day_waits_for_every_paper(job: Placement, bo: User, elif_: EmployerContact) -> None:
    tick_each(job, mentor=bo, contact=elif_.user, but=(Paper.GUARDIAN,))
    with pytest.raises(MoveRefused, match="Forældrene har fået besked"):
        start(job, first_day_on=FIRST_DAY, by=bo, now=NOW)
    job.refresh_from_db()
    assert job.status == PlacementStatus.PAPERS
    tick(job, Paper.GUARDIAN, by=bo, now=NOW)
    start(job, first_day_on=FIRST_DAY, by=bo, now=NOW)
    job.refresh_from_db()
    assert (job.status, job.first_day_on) == (PlacementStatus.STARTED, FIRST_DAY)


def test_everybody_hears_of_the_first_day(ready: Placement, bo: User, elif_: EmployerContact) -> None:
    start(ready, first_day_on=FIRST_DAY, by=bo, now=NOW)
    assert any("Din første dag er tirsdag 1. december" in subject for subject in subjects_to(ready.youth.user))
    assert any("Første dag er tirsdag 1. december" in subject for subject in subjects_to(elif_.user))


def test_a_yes_taken_back_stops_the_first_day_though_all_is_ticked(ready: Placement, bo: User) -> None:
    GuardianWordFactory(youth=ready.youth, word=Word.NO)
    with pytest.raises(MoveRefused, match="nej"):
        start(ready, first_day_on=FIRST_DAY, by=bo, now=NOW)
    ready.refresh_from_db()
    assert ready.first_day_on is None


def test_the_law_is_asked_for_the_days_that_are_meant(amina: Youth, bo: User, elif_: EmployerContact) -> None:
    """The post has a late shift, whatever was ticked: 14-year-olds do not work at nine in the evening."""
    post = PostFactory(employer=elif_.employer)
    ShiftFactory(post=post, weekday=3, starts=21 * 60, ends=22 * 60)
    job = tick_all(begin(amina, post, first_name="Amina", by=elif_.user, now=NOW), by=bo)
    with pytest.raises(MoveRefused, match="Loven siger nej"):
        start(job, first_day_on=FIRST_DAY, by=bo, now=NOW)
    job.refresh_from_db()
    assert job.status == PlacementStatus.PAPERS


@pytest.mark.parametrize("day", [TODAY - timedelta(days=1), date(2027, 3, 2)])
def test_the_first_day_lies_between_today_and_the_last_day_of_the_job(ready: Placement, bo: User, day: date) -> None:
    with pytest.raises(MoveRefused):
        start(ready, first_day_on=day, by=bo, now=NOW)
    ready.refresh_from_db()
    assert ready.status == PlacementStatus.PAPERS


@pytest.mark.parametrize("who", ["youth", "employer"])
def test_only_staff_set_the_first_day(ready: Placement, elif_: EmployerContact, who: str) -> None:
    with pytest.raises(MoveRefused):
        start(ready, first_day_on=FIRST_DAY, by=elif_.user if who == "employer" else ready.youth.user, now=NOW)


def test_a_job_that_comes_to_nothing_frees_seat_and_youth(
    job: Placement, amina: Youth, bo: User, elif_: EmployerContact
) -> None:
    cancel(job, kind="other", words="Vi har fået travlt", by=elif_.user, now=NOW)
    job.refresh_from_db()
    job.post.refresh_from_db()
    amina.refresh_from_db()
    assert job.status == PlacementStatus.CANCELLED
    assert (job.post.seats_taken, job.post.status) == (0, PostStatus.OPEN)
    assert amina.waiting_since == NOW
    assert not Message.objects.filter(body__contains="travlt").exists()
    assert "Amina begynder ikke alligevel" in subjects_to(bo)
    assert not Entry.objects.filter(detail__icontains="travlt").exists()


def test_after_the_first_day_a_job_ends_and_is_not_cancelled(ready: Placement, amina: Youth, bo: User) -> None:
    start(ready, first_day_on=FIRST_DAY, by=bo, now=NOW)
    with pytest.raises(MoveRefused):
        end(ready, last_day_on=FIRST_DAY, kind="period", by=bo, now=NOW)
    with pytest.raises(MoveRefused):
        cancel(ready, kind="period", by=bo, now=ON_FIRST_DAY)
    end(ready, last_day_on=FIRST_DAY, kind="period", words="Perioden er slut", by=amina.user, now=ON_FIRST_DAY)
    ready.refresh_from_db()
    ready.post.refresh_from_db()
    amina.refresh_from_db()
    assert (ready.status, ready.last_day_on) == (PlacementStatus.ENDED, FIRST_DAY)
    assert ready.post.seats_taken == 1
    assert amina.waiting_since == ON_FIRST_DAY
    assert "Amina stopper i jobbet" in subjects_to(bo)


def test_a_first_day_that_has_not_come_may_still_be_cancelled(ready: Placement, bo: User) -> None:
    start(ready, first_day_on=FIRST_DAY, by=bo, now=NOW)
    cancel(ready, kind="moving", by=bo, now=NOW)
    ready.refresh_from_db()
    assert ready.status == PlacementStatus.CANCELLED


def test_the_last_day_lies_in_the_job(ready: Placement, bo: User) -> None:
    start(ready, first_day_on=FIRST_DAY, by=bo, now=NOW)
    for day in (FIRST_DAY - timedelta(days=1), FIRST_DAY + timedelta(days=400)):
        with pytest.raises(MoveRefused):
            end(ready, last_day_on=day, kind="period", by=bo, now=ON_FIRST_DAY)
    ready.refresh_from_db()
    assert ready.status == PlacementStatus.STARTED


def test_who_has_another_job_does_not_stand_in_the_line_again(
    job: Placement, amina: Youth, bo: User, elif_: EmployerContact, post: Post
) -> None:
    begin(amina, PostFactory(employer=elif_.employer), first_name="Amina", by=elif_.user, now=NOW)
    cancel(job, kind="period", by=bo, now=NOW)
    amina.refresh_from_db()
    assert amina.waiting_since is None


def said_of(job: Placement) -> dict[str, object]:
    return first_terms(job, TODAY)


def act(name: str, job: Placement, by: User) -> None:
    {
        "tick": lambda: tick(job, Paper.TERMS, by=by, now=ON_FIRST_DAY),
        "take_back": lambda: take_back(job, Paper.TERMS, reason="x", by=by, now=ON_FIRST_DAY),
        "remind": lambda: remind(job, by=by, now=ON_FIRST_DAY),
        "start": lambda: start(job, first_day_on=ON_FIRST_DAY.date(), by=by, now=ON_FIRST_DAY),
        "give_notice": lambda: end(job, last_day_on=date(2026, 12, 24), kind="period", by=by, now=ON_FIRST_DAY),
        "pause": lambda: pause(
            job, begins_on=date(2026, 12, 2), until_on=date(2026, 12, 3), kind="exam", by=by, now=ON_FIRST_DAY
        ),
        "resume": lambda: resume(job, by=by, now=ON_FIRST_DAY),
        **dict.fromkeys(("expect", "expect_again"), lambda: expect(job, answers={}, by=by, now=NOW)),
        **dict.fromkeys(("write_terms", "amend_terms"), lambda: write_terms(job, said=said_of(job), by=by, now=NOW)),
        **dict.fromkeys(
            ("agree", "agree_again"), lambda: agree(job, side="youth", digest="", why="paper", by=by, now=NOW)
        ),
        "cancel": lambda: cancel(job, kind="period", by=by, now=ON_FIRST_DAY),
        "end": lambda: end(job, last_day_on=ON_FIRST_DAY.date(), kind="period", by=by, now=ON_FIRST_DAY),
    }[name]()


@pytest.mark.parametrize("status", PlacementStatus.values)
# To sign again is the tick of a guardian in a job that runs.
@pytest.mark.parametrize("name", [move.name for move in PLACEMENT.moves if move.name != "sign_again"])
def test_every_move_that_is_not_in_the_table_is_refused(
    bo: User, elif_: EmployerContact, status: str, name: str
) -> None:
    pages = {"write_terms": "amend_terms", "agree": "agree_again", "expect": "expect_again", "end": "give_notice"}
    twins = {name, pages.get(name, name), *(one for one, other in pages.items() if other == name)}
    if any(status in PLACEMENT.move(one).sources for one in twins):
        return
    dates = {"first_day_on": TODAY, "started_at": NOW, "last_day_on": TODAY}
    job = Placement.objects.create(
        youth=YouthFactory(mentor=bo),
        post=PostFactory(employer=elif_.employer),
        status=status,
        first_name="Amina",
        agreed_at=NOW,
        **dates,
    )
    with pytest.raises(MoveRefused):
        act(name, job, bo)
    job.refresh_from_db()
    assert (job.status, job.version) == (status, 1)
    assert not Message.objects.exists()
