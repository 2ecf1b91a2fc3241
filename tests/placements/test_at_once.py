"""Two hands at the same moment, on a real PostgreSQL."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from employers.models import EmployerContact, Post, PostStatus
from jobplaneten.accounts.actions import save_step
from jobplaneten.accounts.models import Area, Role, Step, User
from jobplaneten.families.actions import end_job
from jobplaneten.messaging.models import Message
from jobplaneten.placements.actions import begin, cancel, end, start, tick
from jobplaneten.placements.models import Paper, PaperTick, Placement, PlacementStatus
from jobplaneten.trail.models import Entry
from jobplaneten.workflow import MoveRefused
from matching.actions import hear_guardian
from tests.factories import NOW, AreaFactory, EmployerContactFactory, PostFactory, UserFactory, YouthFactory
from tests.families.conftest import guardian_of
from tests.placements.conftest import tick_all
from youth.models import Youth

WEEKS_LATER = NOW + timedelta(days=29)
pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], Any]) -> list[str]:
    """How each act ended: "" or the sentence that its person reads."""
    gate = Barrier(len(acts))

    def run(act: Callable[[], Any]) -> str:
        try:
            gate.wait(timeout=20)
            act()
        except MoveRefused as refusal:
            return refusal.message
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(run, acts))


@pytest.fixture
def town() -> tuple[Youth, User, EmployerContact]:
    area: Area = AreaFactory()
    bo = UserFactory(role=Role.MENTOR, name="Bo", areas=[area])
    return YouthFactory(area=area, mentor=bo, guardian_says_yes=True), bo, EmployerContactFactory()


def test_two_youths_and_one_seat_make_one_job(town) -> None:
    amina, bo, elif_ = town
    post, sami = PostFactory(employer=elif_.employer), YouthFactory(area=amina.area, mentor=bo)
    won, told = at_once(
        *(lambda youth=youth: begin(youth, post, first_name="X", by=elif_.user, now=NOW) for youth in (amina, sami))
    )
    assert (won, told) == ("", "Der er ikke flere ledige pladser i jobbet.")
    assert Placement.objects.count() == 1
    assert Youth.objects.exclude(waiting_since=None).count() == 1


def test_two_who_cancel_at_once_give_one_seat_back(town) -> None:
    amina, bo, elif_ = town
    post = PostFactory(employer=elif_.employer, seats=2)
    begin(YouthFactory(area=amina.area, mentor=bo), post, first_name="Sami", by=elif_.user, now=NOW)
    job = begin(amina, post, first_name="Amina", by=elif_.user, now=NOW)
    won, told = at_once(*(lambda by=by: cancel(job, kind="period", by=by, now=NOW) for by in (bo, elif_.user)))
    assert (won, "hurtigere" in told) == ("", True)
    row = Post.objects.get()
    assert (row.seats_taken, row.status) == (1, PostStatus.OPEN)
    assert Message.objects.filter(to=amina.user, subject__startswith="Det blev ikke").count() == 1


def test_a_start_and_a_cancel_at_once_end_as_a_cancel_with_no_seat_lost(town) -> None:
    """Either order is fine: a job whose first day is still ahead may be cancelled."""
    amina, bo, elif_ = town
    job = tick_all(begin(amina, PostFactory(employer=elif_.employer), first_name="A", by=elif_.user, now=NOW), by=bo)
    first_day_on = date(2026, 12, 1)
    at_once(
        lambda: start(job, first_day_on=first_day_on, by=bo, now=NOW),
        lambda: cancel(job, kind="period", by=elif_.user, now=NOW),
    )
    job.refresh_from_db()
    assert job.status == PlacementStatus.CANCELLED
    assert Post.objects.get().seats_taken == 0


def at_work(town: tuple[Youth, User, EmployerContact]) -> Placement:
    """Amina has been at Elif's for three weeks."""
    amina, bo, elif_ = town
    job = tick_all(begin(amina, PostFactory(employer=elif_.employer), first_name="A", by=elif_.user, now=NOW), by=bo)
    start(job, first_day_on=date(2026, 12, 1), by=bo, now=NOW)
    Message.objects.all().delete()
    return job


def test_of_four_who_end_the_same_job_at_the_very_same_instant_one_ends_it(town) -> None:
    """Youth, mother, mentor and workplace: one last day, one seat back at most, everybody told once."""
    amina, bo, elif_ = town
    job, mother = at_work(town), guardian_of(amina, known_by=bo)
    last: dict[str, Any] = {"last_day_on": WEEKS_LATER.date(), "now": WEEKS_LATER, "is_agreed": True}
    told = at_once(
        lambda: end(job, kind="school", by=amina.user, **last),
        lambda: end_job(mother, job, kind="school", by=mother.guardian, **last),
        lambda: end(job, kind="period", wants_new=True, by=bo, **last),
        lambda: end(job, kind="less_work", wants_new=True, by=elif_.user, **last),
    )
    assert [sentence == "" for sentence in told] == [True, False, False, False]
    job.refresh_from_db()
    amina.refresh_from_db()
    assert (job.status, job.last_day_on) == (PlacementStatus.ENDED, WEEKS_LATER.date())
    assert amina.waiting_since == WEEKS_LATER
    assert Post.objects.get().seats_taken == (0 if job.seat_back_at else 1)
    assert Entry.objects.filter(verb="end").count() == 1
    heard = Message.objects.filter(to__in=[amina.user, bo, elif_.user, mother.guardian]).values_list("to", "subject")
    assert heard
    assert len(heard) == len(set(heard))


def test_a_withdrawn_consent_and_an_end_at_once_never_wait_for_each_other(town) -> None:
    """Whoever is quicker: no shift is worked after either, and nothing hangs."""
    amina, bo, elif_ = town
    job = at_work(town)
    said: dict[str, Any] = {"said_on": WEEKS_LATER.date(), "how": "phone", "guardian": "mor", "now": WEEKS_LATER}
    assert at_once(
        lambda: hear_guardian(amina, word="withdrawn", by=bo, **said),
        lambda: end(job, last_day_on=WEEKS_LATER.date(), kind="school", by=amina.user, now=WEEKS_LATER),
    ) == ["", ""]
    job.refresh_from_db()
    assert job.status == PlacementStatus.ENDED
    assert not Placement.objects.get().works_on(WEEKS_LATER.date() + timedelta(days=1))


def test_a_paper_ticked_by_two_bears_one_name(town) -> None:
    amina, bo, elif_ = town
    job = begin(amina, PostFactory(employer=elif_.employer), first_name="A", by=elif_.user, now=NOW)
    assert at_once(*(lambda by=by: tick(job, Paper.TERMS, by=by, now=NOW) for by in (bo, elif_.user))) == ["", ""]
    assert PaperTick.objects.count() == 1
    assert Placement.objects.get().version == 2


def test_of_two_coordinators_who_save_a_step_one_is_told() -> None:
    Step.objects.all().delete()
    step = Step.objects.create(number=1, title="Før", teaches="x", age_from=13, age_to=15, criteria="x")
    dorte = UserFactory(role=Role.COORDINATOR)
    won, told = at_once(
        *(lambda title=title: save_step(step, {"title": title}, version=1, by=dorte, now=NOW) for title in ("A", "B"))
    )
    assert (won, "En anden har gemt" in told) == ("", True)
    assert Step.objects.get().version == 2
