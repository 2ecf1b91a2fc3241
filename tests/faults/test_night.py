"""A night among dying workers, brokers and databases always ends the same. Real processes, real servers, minutes."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable

import pytest

from matching.models import NightPart, Run
from tests.faults.conftest import (
    YOUTHS,
    Broker,
    a_preview_is_carried_through,
    are_up,
    ask_for_tonight,
    carries,
    child_of,
    comes_true,
    crash_the_database,
    has_survived,
    kill_all_of,
    let_the_lease_run_out,
    pairs,
    stopped_at_a_part,
    stopped_half_way,
)
from tests.matching.factories import forget_nights
from tests.worker.conftest import environment
from worker.app import app
from worker.tasks import look

pytestmark = pytest.mark.faults

Start = Callable[[], "subprocess.Popen[bytes]"]
Pairs = list[tuple[int, int, int]]
MOMENTS = int(os.environ.get("FAULT_MOMENTS", "10"))

NIGHT_BY_ITSELF = (
    "import django; django.setup(); from django.utils import timezone; from matching.nightly import look;"
    "print('awake', flush=True); look(timezone.now, 'own process', chunk=10)"
)


def night_in_a_process() -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-c", NIGHT_BY_ITSELF]
    return subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, stdin=subprocess.DEVNULL)


@pytest.mark.parametrize("moment", range(MOMENTS))
def test_killed_at_any_moment(moment: int, undisturbed: Pairs) -> None:
    doomed = night_in_a_process()
    assert doomed.stdout is not None
    doomed.stdout.readline()
    time.sleep(random.Random(moment).uniform(0, 2))
    doomed.kill()
    doomed.communicate()
    let_the_lease_run_out()
    night_in_a_process().communicate()
    assert has_survived(undisturbed)


def test_two_starts_and_two_workers_at_once(undisturbed: Pairs) -> None:
    ask_for_tonight()
    both = [night_in_a_process(), night_in_a_process()]
    for each in both:
        each.communicate()
    assert has_survived(undisturbed)
    assert Run.objects.count() == 1


def test_the_same_rings_three_times_and_again_after_it_is_done(
    undisturbed: Pairs, broker: Broker, start_worker: Start
) -> None:
    ring(broker, times=3)
    start_worker()
    assert has_survived(undisturbed)
    ring(broker, times=3)
    time.sleep(3)
    assert pairs() == undisturbed
    assert Run.objects.count() == 1


def ring(broker: Broker, *, times: int) -> None:
    with app.connection_for_write(url=broker.address) as bell:
        for _ in range(times):
            look.apply_async(connection=bell)


def test_the_pool_child_is_killed(undisturbed: Pairs, start_worker: Start) -> None:
    worker = start_worker()
    with stopped_half_way(undisturbed):
        os.kill(child_of(worker), signal.SIGKILL)
    let_the_lease_run_out()
    assert has_survived(undisturbed)


def test_a_deploy_stops_the_worker_and_starts_another(undisturbed: Pairs, start_worker: Start) -> None:
    worker = start_worker()
    with stopped_half_way(undisturbed):
        worker.terminate()
        time.sleep(2)
        kill_all_of(worker)
    let_the_lease_run_out()
    start_worker()
    assert has_survived(undisturbed)


def test_the_broker_is_lost_before_the_ring_is_heard(undisturbed: Pairs, broker: Broker, start_worker: Start) -> None:
    ring(broker, times=1)
    broker.kill()
    broker.start()
    start_worker()
    assert has_survived(undisturbed)


def test_the_broker_is_lost_half_way_and_comes_back_empty(
    undisturbed: Pairs, broker: Broker, start_worker: Start
) -> None:
    start_worker()
    with stopped_half_way(undisturbed):
        broker.kill()
    assert has_survived(undisturbed)
    broker.start()
    assert a_preview_is_carried_through()


def test_the_broker_is_frozen_for_ten_seconds(undisturbed: Pairs, broker: Broker, start_worker: Start) -> None:
    start_worker()
    with stopped_half_way(undisturbed):
        broker.freeze(10)
    assert has_survived(undisturbed)


def test_the_database_crashes_half_way(undisturbed: Pairs, start_worker: Start) -> None:
    start_worker()
    with stopped_half_way(undisturbed):
        crash_the_database()
    assert has_survived(undisturbed)


def test_worker_broker_and_database_are_killed_and_a_minute_later_the_night_goes_on(
    undisturbed: Pairs, broker: Broker, start_worker: Start
) -> None:
    """Nobody helps: the lease really runs out."""
    worker = start_worker()
    with stopped_half_way(undisturbed):
        kill_all_of(worker)
        broker.kill()
        crash_the_database()
    broker.start()
    start_worker()
    assert has_survived(undisturbed)
    assert Run.objects.get().youths_total == YOUTHS


@pytest.mark.parametrize("who", ["the one who helps", "the one who carries"])
def test_one_of_two_workers_is_killed_in_the_middle_of_a_part(
    who: str, undisturbed: Pairs, broker: Broker, start_worker: Start
) -> None:
    """Nobody helps: the leases of the part and of the run really run out."""
    forget_nights()
    both = [start_worker(), start_worker()]
    assert comes_true(lambda: are_up(broker, 2))
    ask_for_tonight()
    assert comes_true(lambda: any(map(carries, both)), pause=0)
    [doomed] = [worker for worker in both if carries(worker) == (who == "the one who carries")]
    with stopped_at_a_part(doomed):
        kill_all_of(doomed)
    assert has_survived(undisturbed)
    assert not NightPart.objects.exists()
