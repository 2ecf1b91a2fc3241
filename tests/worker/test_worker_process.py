"""The bell, the worker and the ledger as they are in production: three processes and a real Redis."""

import subprocess
import time
from collections.abc import Callable

from matching.models import Run
from worker.tasks import match_tonight

PATIENCE_SECONDS = 20


def comes_true(condition: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.05)
    return condition()


def test_a_ring_heard_by_the_worker_asks_for_tonights_run(worker_process: subprocess.Popen[bytes]) -> None:
    match_tonight.delay()
    assert comes_true(Run.objects.exists)
