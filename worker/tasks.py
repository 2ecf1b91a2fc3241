"""Each task reads the clock and calls one action."""

import os
import socket

from django.utils import timezone

from jobplaneten.families import actions as families
from jobplaneten.keeping import retention
from jobplaneten.messaging.actions import send_due
from matching import actions, nightly, training
from worker.app import app


@app.task
def match_tonight() -> None:
    now = timezone.now()
    actions.request_night(nightly.local_day(now), by=None, now=now)


@app.task
def look() -> None:
    """The dead man's handle too: a night that nobody asked for in time is asked for here."""
    actions.request_missed_night(timezone.now())
    nightly.look(timezone.now, f"{socket.gethostname()}:{os.getpid()}")


@app.task
def send_messages() -> None:
    send_due(timezone.now)


@app.task
def expire_stale() -> None:
    actions.expire_stale(timezone.now())


@app.task
def mind_families() -> None:
    families.mind(timezone.now())


@app.task
def keep_house() -> None:
    retention.keep_house(timezone.now())


@app.task
def mind_workplaces() -> None:
    actions.mind_workplaces(timezone.now())


@app.task
def train() -> None:
    training.train(timezone.now())
