"""What blocks the first shift, and what opens the way again."""

from datetime import date, timedelta
from typing import Any

import pytest

from employers.actions import close, save_post
from employers.models import EmployerContact, Machines, Post
from jobplaneten.accounts.models import User
from jobplaneten.law.facts import Hire
from jobplaneten.messaging.models import Message
from jobplaneten.placements.actions import begin, remind, start, take_back, tick
from jobplaneten.placements.gates import Paper, gate_of, owed
from jobplaneten.placements.models import PaperTick, Placement, PlacementStatus, RiskPoint
from jobplaneten.placements.papers import hire_of, lines, missing
from jobplaneten.trail.models import Entry
from jobplaneten.workflow import MoveRefused
from tests.factories import NOW, TODAY, PostFactory, ShiftFactory, YouthFactory
from tests.placements.conftest import tick_all
from youth.models import Youth

TUESDAY = date(2026, 12, 1)


def fresh(job: Placement) -> Placement:
    return Placement.objects.get(pk=job.pk)


def test_the_risk_is_the_workplace_s_own_to_go_through(job: Placement, bo: User, elif_: EmployerContact) -> None:
    with pytest.raises(MoveRefused):
        tick(job, Paper.RISK, point=RiskPoint.PLACE, by=bo, now=NOW)
    tick(job, Paper.RISK, point=RiskPoint.PLACE, note="Trappen", by=elif_.user, now=NOW)
    assert PaperTick.objects.get().note == "Trappen"


@pytest.mark.parametrize("point", ["", "nonsense"])
def test_the_risk_is_never_ticked_as_a_whole(job: Placement, elif_: EmployerContact, point: str) -> None:
    with pytest.raises(MoveRefused):
        tick(job, Paper.RISK, point=point, by=elif_.user, now=NOW)
    assert not PaperTick.objects.exists()


@pytest.mark.parametrize("point", RiskPoint.values)
def test_each_of_the_seven_points_blocks_the_first_shift(ready: Placement, bo: User, point: str) -> None:
    PaperTick.objects.filter(point=point).delete()
    with pytest.raises(MoveRefused, match="Der mangler flueben ved: Arbejdspladsen har tænkt"):
        start(ready, first_day_on=TUESDAY, by=bo, now=NOW)


def test_the_law_hears_of_what_is_ticked_and_nothing_else(job: Placement, bo: User, elif_: EmployerContact) -> None:
    assert hire_of(job, TODAY) == (Hire(), False)
    tick(job, Paper.INSTRUCTION, by=elif_.user, now=NOW)
    assert hire_of(job, TODAY) == (Hire(instruction_planned=True), False)
    tick(job, Paper.GUARDIAN, by=bo, now=NOW)
    for point in RiskPoint.values:
        tick(job, Paper.RISK, point=point, by=elif_.user, now=NOW)
    assert hire_of(job, TODAY) == (Hire(parents_informed=True, instruction_planned=True), True)


def test_nobody_asks_for_the_parents_of_an_adult(bo: User) -> None:
    assert Paper.GUARDIAN not in owed(YouthFactory(is_adult=True, mentor=bo), TODAY)


# ── taken back ──────────────────────────────────────────────────────────────
def test_a_tick_that_is_taken_back_leaves_who_and_why(ready: Placement, elif_: EmployerContact) -> None:
    take_back(ready, Paper.TERMS, reason="Forkert løn", by=elif_.user, now=NOW)
    gone = PaperTick.objects.get(paper=Paper.TERMS)
    assert (gone.undone_by, gone.undone_at, gone.undone_why) == (elif_.user, NOW, "Forkert løn")
    entry = Entry.objects.get(verb="take_back")
    assert entry.detail == {"paper": "terms", "point": ""}
    tick(ready, Paper.TERMS, by=elif_.user, now=NOW)
    assert missing(fresh(ready), TODAY) == []


def test_a_first_day_falls_with_the_paper_that_carried_it(ready: Placement, bo: User, elif_: EmployerContact) -> None:
    start(ready, first_day_on=TUESDAY, by=bo, now=NOW)
    take_back(ready, Paper.RISK, point=RiskPoint.TOOLS, reason="Ny maskine", by=elif_.user, now=NOW)
    ready.refresh_from_db()
    assert (ready.status, ready.first_day_on, ready.started_at) == (PlacementStatus.PAPERS, None, None)
    subjects = Message.objects.filter(to=ready.youth.user).values_list("subject", flat=True)
    assert "Din første dag må vente lidt" in subjects
    assert not Message.objects.filter(body__contains="Ny maskine").exists()


def test_after_the_first_day_the_ticks_stand(ready: Placement, bo: User) -> None:
    start(ready, first_day_on=TUESDAY, by=bo, now=NOW)
    with pytest.raises(MoveRefused, match="begyndt"):
        take_back(ready, Paper.TERMS, reason="x", by=bo, now=NOW + timedelta(days=8))
    assert not PaperTick.objects.exclude(undone_at=None).exists()


def test_what_is_not_ticked_is_not_taken_back(job: Placement, bo: User, elif_: EmployerContact) -> None:
    with pytest.raises(MoveRefused, match="ikke sat"):
        take_back(job, Paper.TERMS, reason="x", by=bo, now=NOW)
    tick(job, Paper.GUARDIAN, by=bo, now=NOW)
    with pytest.raises(MoveRefused, match="en anden"):
        take_back(job, Paper.GUARDIAN, reason="x", by=elif_.user, now=NOW)


# ── a job that changes ──────────────────────────────────────────────────────
@pytest.fixture
def roomy(amina: Youth, bo: User, elif_: EmployerContact) -> Placement:
    """A post with a seat left can still be written in."""
    post = PostFactory(employer=elif_.employer, seats=2)
    return tick_all(begin(amina, post, first_name="Amina", by=elif_.user, now=NOW), by=bo)


def rewrite(job: Placement, by: User, **values: object) -> None:
    post = Post.objects.get(pk=job.post_id)
    shifts: list[Any] = list(post.shifts.values("weekday", "starts", "ends", "break_minutes"))
    save_post(post, values=values, shifts=shifts, needs=[], employer=None, by=by, now=NOW, version=post.version)


def test_what_was_said_of_another_job_does_not_count(roomy: Placement, bo: User, elif_: EmployerContact) -> None:
    rewrite(roomy, elif_.user, machines=Machines.HARMLESS)
    stands = {entry.paper for entry in lines(fresh(roomy), TODAY) if entry.tick}
    assert stands == {Paper.INSURANCE}
    with pytest.raises(MoveRefused, match="Der mangler flueben"):
        start(roomy, first_day_on=TUESDAY, by=bo, now=NOW)
    tick(roomy, Paper.TERMS, by=elif_.user, now=NOW)
    old, new = PaperTick.objects.filter(paper=Paper.TERMS).order_by("pk")
    assert (old.undone_why, new.undone_at) == ("Jobbet er ændret siden.", None)


def test_a_new_title_changes_no_paper(roomy: Placement, elif_: EmployerContact) -> None:
    rewrite(roomy, elif_.user, title="Butikshjælp")
    assert missing(fresh(roomy), TODAY) == []


def test_a_post_that_is_closed_leaves_the_papers_alone(roomy: Placement, elif_: EmployerContact) -> None:
    close(Post.objects.get(pk=roomy.post_id), by=elif_.user, now=NOW)
    assert missing(fresh(roomy), TODAY) == []


# ── a kind word ─────────────────────────────────────────────────────────────
def test_a_reminder_names_what_is_missing_once_a_day(job: Placement, bo: User, elif_: EmployerContact) -> None:
    remind(job, by=bo, now=NOW)
    told = Message.objects.get(to=elif_.user)
    assert "Arbejdsskadeforsikringen er i orden" in told.body
    assert "Forældrene" not in told.body
    with pytest.raises(MoveRefused, match="i morgen"):
        remind(job, by=bo, now=NOW + timedelta(hours=9))
    remind(job, by=bo, now=NOW + timedelta(days=1))
    assert Message.objects.filter(to=elif_.user).count() == 2


def test_nobody_is_reminded_of_nothing(ready: Placement, bo: User) -> None:
    with pytest.raises(MoveRefused, match="mangler ikke"):
        remind(ready, by=bo, now=NOW)


# ── the words ───────────────────────────────────────────────────────────────
@pytest.mark.parametrize(("ends", "said"), [(18 * 60 + 30, "ikke et krav"), (18 * 60 + 31, "senest 7 dage")])
def test_terms_are_owed_above_three_hours_a_week(job: Placement, ends: int, said: str) -> None:
    job.post.shifts.update(ends=ends)
    assert said in gate_of(Paper.TERMS, fresh(job), TODAY).law


def test_terms_are_due_a_week_after_the_first_day(ready: Placement, bo: User) -> None:
    ready.post.shifts.all().delete()
    for weekday in (1, 5):
        ShiftFactory(post=ready.post, weekday=weekday)
    ready.first_day_on = TUESDAY
    assert "tirsdag 8. december" in gate_of(Paper.TERMS, ready, TODAY).law


def test_parents_are_told_because_of_the_law_or_of_our_own_rule(job: Placement, bo: User) -> None:
    assert gate_of(Paper.GUARDIAN, job, TODAY).law.startswith("Arbejdsgiveren skal fortælle")
    job.youth = YouthFactory(is_finished=True, mentor=bo)
    assert gate_of(Paper.GUARDIAN, job, TODAY).law.startswith("Det er vores egen regel")
