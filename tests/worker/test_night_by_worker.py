"""A whole night through a real worker process, and one whose process is killed with -9 half-way."""

import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from django.utils import timezone

from matching.models import Match, Run, RunStatus, YouthNight
from matching.nightly import local_day, request_night
from matching.nightly import look as look_here
from tests.factories import TODAY
from tests.matching.conftest import settle
from tests.matching.factories import forget_nights
from tests.worker.conftest import environment
from worker.schedule import schedule
from worker.tasks import look

PATIENCE_SECONDS = 60


def comes_true(condition: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.05)
    return condition()


def pairs() -> list[tuple[int, int, int]]:
    return list(Match.objects.order_by("youth", "post").values_list("youth", "post", "rank"))


def is_done() -> bool:
    return Run.objects.filter(status=RunStatus.DONE).exists()


def test_a_night_is_found_in_the_database_and_carried_through_by_the_worker(
    worker_process: subprocess.Popen[bytes],
) -> None:
    settle(youths=6, posts=4)
    now = timezone.now()
    request_night(local_day(now), by=None, now=now)
    look.delay()
    assert comes_true(is_done)
    assert Run.objects.get().counts["proposed"] == Match.objects.count() > 0


def test_a_run_dropped_by_a_dead_worker_is_taken_up_where_it_was(worker_process: subprocess.Popen[bytes]) -> None:
    settle(youths=6, posts=4)
    now = timezone.now()
    run, _made = request_night(local_day(now), by=None, now=now)
    Run.objects.filter(pk=run.pk).update(
        status=RunStatus.RUNNING, holder="dead", lease_until=now - timedelta(seconds=1), attempts=1
    )
    for _ in range(3):
        look.delay()
    assert comes_true(is_done)
    assert YouthNight.objects.filter(run=run).count() == 6
    assert len({(youth, post) for youth, post, _rank in pairs()}) == len(pairs())


NIGHT_BY_ITSELF = (
    "import django; django.setup(); from django.utils import timezone; from matching.nightly import look;"
    "look(timezone.now, 'doomed', chunk=1)"
)


def test_a_night_killed_half_way_ends_with_the_same_proposals_as_an_undisturbed_one(
    transactional_db: None, now: datetime
) -> None:
    settle(youths=30, posts=10)
    request_night(TODAY, by=None, now=now)
    look_here(timezone.now, "calm")
    undisturbed = pairs()
    Match.objects.all().delete()
    forget_nights()
    request_night(TODAY, by=None, now=now)
    doomed = subprocess.Popen([sys.executable, "-c", NIGHT_BY_ITSELF], env=environment())
    assert comes_true(lambda: Run.objects.filter(cursor__gt=0).exists())
    doomed.kill()
    doomed.wait()
    left = Run.objects.get()
    assert (left.status, 0 < left.cursor < 30) == (RunStatus.RUNNING, True)
    look_here(lambda: timezone.now() + timedelta(minutes=2), "next")
    assert is_done()
    assert pairs() == undisturbed


def test_every_entry_of_the_schedule_names_a_task_of_the_house() -> None:
    for entry in schedule(tick_seconds=60).values():
        assert entry["task"] in look.app.tasks
        assert entry["options"]["expires"] > 0
