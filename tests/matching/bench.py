"""`make bench`: where the seconds of a night go, PostgreSQL and all, for a whole municipality.

Three nights in one process: the first of the worker's life, the same again, and the next one, in which all the
proposals of the first still wait for an answer. Then the same night in turns alone and with a second worker, who stands
still meanwhile; `BENCH_SIZE=region` takes a region instead (half an hour).
"""

import os
import signal
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pkgutil import resolve_name
from time import perf_counter
from typing import Any

import pytest
from django.db import connection

from matching.evaluation.inventing import SIZES
from matching.models import Match, Run, RunStatus
from matching.nightly import look, request_night
from tests.factories import NOW
from tests.matching.factories import forget_nights
from tests.matching.municipality import settle_world
from tests.worker.conftest import environment

STEPS = {
    "reading rows and making cards": "matching.nightly.plan.read",
    "the law's lives and offers": "matching.facts.lawyer",
    "digest": "matching.nightly.plan.digest_of",
    "law": "matching.lawyer.Lawyer.lawfulness",
    "looking at cards again": "matching.engine.night.sort_out",
    "columns": "matching.engine.night.Town.of",
    "search": "matching.engine.night.match",
    "allocation": "matching.engine.night.allocate",
    "explanations": "matching.engine.night._Telling.proposals",
    "parts, with waiting": "matching.nightly.parts.Desk.work_on",
    "parts put together": "matching.nightly.parts.Desk.answers",
    "writing": "matching.nightly.carry.write_chunk",
    "record": "matching.nightly.carry.finish_night",
}


class Watch:
    """Seconds of each step, without those of the steps inside it."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self.queries, self.inside = 0, 0.0

    def over(self, step: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*args: Any, **kwargs: Any) -> Any:
            began, self.inside, before = perf_counter(), 0.0, self.inside
            try:
                return work(*args, **kwargs)
            finally:
                taken = perf_counter() - began
                self.seconds[step] += taken - self.inside
                self.inside = before + taken

        return watched

    def count(self, execute: Any, *args: Any) -> Any:
        self.queries += 1
        return execute(*args)


@contextmanager
def watching() -> Iterator[Watch]:
    watch = Watch()
    with pytest.MonkeyPatch.context() as patch, connection.execute_wrapper(watch.count):
        for step, name in STEPS.items():
            patch.setattr(name, watch.over(step, resolve_name(name)))
        yield watch


def a_night(name: str, *, days: int) -> None:
    now = NOW + timedelta(days=days)
    run, _made = request_night(now.date(), by=None, now=now)
    with watching() as watch:
        began = perf_counter()
        look(lambda: now, "bench")
        taken = perf_counter() - began
    run = Run.objects.get(pk=run.pk)
    assert run.status == RunStatus.DONE
    told = "".join(f"\n    {step:32} {watch.seconds[step]:7.3f} s" for step in STEPS)
    rest = taken - sum(watch.seconds.values())
    print(f"\n{name}: {taken:.2f} s, {watch.queries} queries, {run.counts['proposed']} proposals{told}", end="")  # noqa: T201
    print(f"\n    {'the rest':32} {rest:7.3f} s")  # noqa: T201


@pytest.mark.django_db(transaction=True)
def test_the_night_of_a_municipality() -> None:
    settle_world(SIZES["municipality"])
    a_night("first night", days=0)
    Match.objects.all().delete()
    forget_nights()
    a_night("the same night again", days=0)
    a_night("the next night", days=1)


HELPER = """
import sys, time, datetime, django
django.setup()
from matching.nightly import help_out
now = datetime.datetime.fromisoformat(sys.argv[1])
print("awake", flush=True)
while True:
    help_out(lambda: now, "second worker") or time.sleep(0.05)
"""
TURNS = ("the two of them for the first time", *("alone", "the two of them") * int(os.environ.get("BENCH_TURNS", "2")))


@pytest.mark.django_db(transaction=True)
def test_the_same_night_alone_and_with_a_second_worker() -> None:
    settle_world(SIZES[os.environ.get("BENCH_SIZE", "municipality")])
    command = [sys.executable, "-c", HELPER, NOW.isoformat()]
    helper = subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE)
    try:
        assert helper.stdout
        helper.stdout.readline()
        for turn in TURNS:
            helper.send_signal(signal.SIGSTOP if turn == "alone" else signal.SIGCONT)
            a_night(turn, days=0)
            Match.objects.all().delete()
            forget_nights()
    finally:
        helper.kill()
        helper.communicate()
