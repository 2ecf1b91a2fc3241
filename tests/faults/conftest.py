"""Servers and workers of our own, to be killed. Run by `make faults`, one after another."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
from django.db import connection
from django.utils import timezone
from redis import Redis

from matching.models import Match, Run, RunStatus, YouthNight
from matching.nightly import local_day, look, request_night, request_preview
from tests import services
from tests.matching.conftest import settle
from tests.matching.factories import forget_nights
from tests.worker.conftest import environment
from youth.models import Youth

YOUTHS = 210
FIRST_CHUNK = 200
PATIENCE_SECONDS = 150
DIVIDED = {"YOUTHS_OF_A_PART": "30", "YOUTHS_AT_ONCE": str(FIRST_CHUNK)}
"""For the workers the town is great: seven parts, two chunks. What they come to is held against a night in one go."""


def comes_true(condition: Callable[[], bool], seconds: float = PATIENCE_SECONDS, pause: float = 0.1) -> bool:
    deadline = time.monotonic() + seconds
    while not (found := condition()) and time.monotonic() < deadline:
        time.sleep(pause)
    return found


def pairs() -> list[tuple[int, int, int]]:
    return list(Match.objects.order_by("youth", "post").values_list("youth", "post", "rank"))


def is_done() -> bool:
    return Run.objects.filter(status=RunStatus.DONE).exists()


def has_survived(undisturbed: list[tuple[int, int, int]]) -> bool:
    """Ends done, with the same proposals and nobody left out, and without a hand's help."""
    assert comes_true(is_done)
    assert pairs() == undisturbed
    return YouthNight.objects.count() == Youth.objects.count()


def ask_for_tonight() -> None:
    request_night(local_day(timezone.now()), by=None, now=timezone.now())


@pytest.fixture
def undisturbed(transactional_db: None) -> list[tuple[int, int, int]]:
    """A town of two chunks, and what its night comes to when nothing happens. The night is asked for anew."""
    settle(youths=YOUTHS, posts=40)
    ask_for_tonight()
    look(timezone.now, "calm")
    found = pairs()
    Match.objects.all().delete()
    forget_nights()
    ask_for_tonight()
    assert found
    return found


@contextmanager
def stopped_half_way(undisturbed: list[tuple[int, int, int]]) -> Iterator[None]:
    """Whoever carries the night has written the first chunk and waits for a youth of the second."""
    last = max(youth for youth, _post, _rank in undisturbed)
    with closing(psycopg.connect(environment()["DATABASE_URL"])) as other:
        other.execute("SELECT 1 FROM youth_youth WHERE id = %s FOR UPDATE", [last])
        assert comes_true(lambda: Run.objects.filter(cursor=FIRST_CHUNK).exists())
        time.sleep(0.5)
        yield


@contextmanager
def stopped_at_a_part(worker: subprocess.Popen[bytes]) -> Iterator[None]:
    """It has begun with a part and cannot hand in the answer."""
    mark = f"%:{child_of(worker)}:%"
    with closing(psycopg.connect(environment()["DATABASE_URL"])) as other:

        def is_caught() -> bool:
            row = "SELECT 1 FROM matching_nightpart WHERE holder LIKE %s AND digest = '' FOR UPDATE"
            if other.execute(row, [mark]).fetchone():
                return True
            other.rollback()
            return False

        assert comes_true(is_caught, pause=0)
        yield


def are_up(broker: "Broker", workers: int) -> bool:
    """All of them listen."""
    with closing(Redis.from_url(broker.address)) as bell:
        return bell.scard("_kombu.binding.celery.pidbox") == workers


def carries(worker: subprocess.Popen[bytes]) -> bool:
    return Run.objects.filter(holder__contains=f":{child_of(worker)}:").exists()


def a_preview_is_carried_through() -> bool:
    """The worker hears again what it is asked."""
    preview = request_preview(local_day(timezone.now()), by=None, now=timezone.now())
    return comes_true(Run.objects.filter(pk=preview.pk, status=RunStatus.DONE).exists)


def let_the_lease_run_out() -> None:
    """What a minute would do."""
    Run.objects.update(lease_until=timezone.now() - timedelta(seconds=1))


class Broker:
    """A Redis that may be killed, frozen and started again, empty, at the same place."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, services.free_port()
        self.program, _origin = services.redis_program()
        self.address = f"redis://127.0.0.1:{self.port}/0"
        self.start()

    def start(self) -> None:
        self.server = services.redis_at(self.port, self.program, self.folder)

    def kill(self) -> None:
        self.server.kill()
        self.server.wait()

    def freeze(self, seconds: float) -> None:
        self.server.send_signal(signal.SIGSTOP)
        time.sleep(seconds)
        self.server.send_signal(signal.SIGCONT)


@pytest.fixture
def broker(tmp_path: Path) -> Iterator[Broker]:
    own = Broker(tmp_path)
    yield own
    own.kill()


@pytest.fixture
def start_worker(
    broker: Broker, tmp_path: Path, transactional_db: None
) -> Iterator[Callable[[], subprocess.Popen[bytes]]]:
    """Worker and beat in one process group, as `compose.yaml` has them, but looking every second."""
    started: list[subprocess.Popen[bytes]] = []
    env = environment() | {"REDIS_URL": broker.address, "WORKER_TICK_SECONDS": "1"} | DIVIDED
    command = [sys.executable, "-m", "celery", "--quiet", "-A", "worker.app", "worker", "-c", "1", "--beat"]

    def start() -> subprocess.Popen[bytes]:
        number = len(started)
        with (tmp_path / f"worker-{number}.log").open("wb") as log:
            schedule = ["--schedule", str(tmp_path / f"beat-{number}"), "--hostname", f"worker-{number}@%h"]
            process = subprocess.Popen(
                command + schedule, env=env, stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True
            )
        started.append(process)
        return process

    yield start
    for process in started:
        kill_all_of(process)


def kill_all_of(process: subprocess.Popen[bytes]) -> None:
    """The whole group, pool children and all, with -9."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def child_of(process: subprocess.Popen[bytes]) -> int:
    """The pool's only child; the clock, which has no thread of the pool's name, is another."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    titles = {child: Path(f"/proc/{child}/cmdline").read_text() for child in children}
    return next((int(child) for child, title in titles.items() if "PoolWorker" in title), 0)


def crash_the_database() -> None:
    """A server process killed with -9: PostgreSQL throws everybody out and recovers from its log."""
    if any("PostgreSQL" in line and "from the environment" in line for line in services.servers()):
        pytest.skip("Only a PostgreSQL that the tests have started themselves may be crashed.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        os.kill(cursor.fetchone()[0], signal.SIGKILL)
    connection.close()
    assert comes_true(answers, 60)


def answers() -> bool:
    try:
        psycopg.connect(environment()["DATABASE_URL"]).close()
    except psycopg.OperationalError:
        return False
    return True
