import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.db import connection

from worker.app import app

SECONDS_TO_START = 30
SECONDS_TO_STOP = 20


def environment() -> dict[str, str]:
    """This test run's servers, and the database that Django made for it."""
    address = urlsplit(os.environ["DATABASE_URL"])
    database = connection.settings_dict["NAME"]
    return {**os.environ, "DATABASE_URL": urlunsplit(address._replace(path=f"/{database}"))}


@pytest.fixture
def worker_process(transactional_db: None, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A Celery worker in a process of its own, listening when the test begins and gone when it ends."""
    log = tmp_path / "worker.log"
    command = [sys.executable, "-m", "celery", "--quiet", "--app", "worker.app", "worker", "--concurrency", "1"]
    app.control.purge()
    with log.open("wb") as output:
        process = subprocess.Popen(command, env=environment(), stdout=output, stderr=output, stdin=subprocess.DEVNULL)
    try:
        wait_until_it_answers(process, log)
        yield process
    finally:
        process.terminate()
        process.wait(SECONDS_TO_STOP)


def wait_until_it_answers(process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while process.poll() is None and time.monotonic() < deadline:
        if app.control.ping(timeout=0.5):
            return
    pytest.fail(f"The worker did not answer:\n{log.read_text(errors='replace')}")
