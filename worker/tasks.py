"""Each task reads the clock and calls one action."""

import logging
import os
import socket

from django.utils import timezone
from kombu.exceptions import OperationalError

from jobplaneten.families import actions as families
from jobplaneten.following import actions as following
from jobplaneten.keeping import retention, watching
from jobplaneten.messaging import texts
from jobplaneten.messaging.actions import send_due
from jobplaneten.placements import actions as placements
from jobplaneten.searching import actions as searching
from jobplaneten.shifts import actions as shifts
from jobplaneten.trail import sealing
from matching import actions, nightly, training
from worker.app import app
from worker.schedule import MINUTE

log = logging.getLogger(__name__)


@app.task
def match_tonight() -> None:
    now = timezone.now()
    actions.request_night(nightly.local_day(now), by=None, now=now)


@app.task
def look() -> None:
    """The dead man's handle too: a night that nobody asked for in time is asked for here. Who finds nothing to carry
    helps with a night that another carries: that ring may have been lost."""
    actions.request_missed_night(timezone.now())
    if nightly.look(timezone.now, whoami(), ring=ring_for_help) is None:
        help_out()


@app.task
def help_out() -> None:
    nightly.help_out(timezone.now, whoami())


def ring_for_help(workers: int) -> None:
    """Without a bell the night goes on alone, and who looks for himself helps."""
    try:
        for _ in range(workers):
            help_out.apply_async(expires=MINUTE, retry=False)
    except OperationalError:
        log.warning("nobody can be rung for help")


def whoami() -> str:
    return f"{socket.gethostname()}:{os.getpid()}"


@app.task
def send_messages() -> None:
    send_due(timezone.now)


@app.task
def send_texts() -> None:
    texts.send_due(timezone.now)


@app.task
def expire_stale() -> None:
    actions.expire_stale(timezone.now())
    actions.tell_the_line(timezone.now())
    actions.nudge_the_slow(timezone.now())


@app.task
def mind_families() -> None:
    families.mind(timezone.now())


@app.task
def close_jobs() -> None:
    placements.close_what_is_over(timezone.now())


@app.task
def mind_shifts() -> None:
    shifts.mind_shifts(timezone.now())


@app.task
def ask_how_it_goes() -> None:
    following.mind(timezone.now())


@app.task
def mind_searches() -> None:
    searching.mind_searches(timezone.now())


@app.task
def keep_house() -> None:
    retention.keep_house(timezone.now())


@app.task
def seal_trail() -> None:
    sealing.seal_trail(timezone.now())


@app.task
def watch_reading() -> None:
    watching.watch_reading(timezone.now())


@app.task
def mind_workplaces() -> None:
    actions.mind_workplaces(timezone.now())


@app.task
def train() -> None:
    training.train(timezone.now())
