"""Two hands at the same moment, on a real PostgreSQL."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from employers.models import EmployerContact, Post, PostStatus
from jobplaneten.accounts.actions import save_step
from jobplaneten.accounts.models import Area, Role, Step, User
from jobplaneten.messaging.models import Message
from jobplaneten.placements.actions import begin, cancel, start, tick
from jobplaneten.placements.models import Paper, PaperTick, Placement, PlacementStatus
from jobplaneten.workflow import MoveRefused
from tests.factories import NOW, AreaFactory, EmployerContactFactory, PostFactory, UserFactory, YouthFactory
from tests.placements.conftest import tick_all
from youth.models import Youth

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
