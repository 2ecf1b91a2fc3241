import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.db import connection

from worker.app import app

SECONDS_TO_START = 90
SECONDS_TO_STOP = 20


def environment() -> dict[str, str]:
    """This test run's servers, and the database that Django made for it."""
    address = urlsplit(os.environ["DATABASE_URL"])
    database = connection.settings_dict["NAME"]
    return {**os.environ, "DATABASE_URL": urlunsplit(address._replace(path=f"/{database}"))}


@contextmanager
def worker_running(log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A Celery worker in a process of its own, with nothing left to hear from before. It takes seconds to come up."""
    command = [sys.executable, "-m", "celery", "--quiet", "--app", "worker.app", "worker", "--concurrency", "1"]
    app.control.purge()
    with log.open("wb") as output:
        process = subprocess.Popen(command, env=environment(), stdout=output, stderr=output, stdin=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(SECONDS_TO_STOP)


@pytest.fixture(scope="session")
def started_worker(worker_coming_up: tuple[subprocess.Popen[bytes], Path]) -> subprocess.Popen[bytes]:
    """Up and listening; the tests share it."""
    process, log = worker_coming_up
    wait_until_it_answers(process, log)
    return process


@pytest.fixture
def worker_process(
    started_worker: subprocess.Popen[bytes], transactional_db: None
) -> Iterator[subprocess.Popen[bytes]]:
    """Listening, and silent again before the tables are emptied.

    A ring that is heard later asks for a missed night in the next test's town before anybody lives there.
    """
    app.control.purge()
    assert started_worker.poll() is None
    yield started_worker
    let_it_fall_silent()


def let_it_fall_silent() -> None:
    app.control.purge()
    deadline = time.monotonic() + SECONDS_TO_STOP
    while is_busy() and time.monotonic() < deadline:
        time.sleep(0.05)


def is_busy() -> bool:
    workers = app.control.inspect(timeout=1, limit=1)
    answers = [*(workers.active() or {}).values(), *(workers.reserved() or {}).values()]
    return any(answers)


def wait_until_it_answers(process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while process.poll() is None and time.monotonic() < deadline:
        if app.control.ping(timeout=0.5):
            return
    pytest.fail(f"The worker did not answer:\n{log.read_text(errors='replace')}")
