"""Asking for a night. Nobody is called: the row says what is wanted, and a worker finds it."""

from datetime import date, datetime, time
from typing import Any

from django.db import transaction

from jobplaneten.trail.actions import record
from matching.models import MatchStop, Run, RunKind, RunStatus
from matching.when import COPENHAGEN, local_day

NIGHT_AT = time(2, 30)
MISSED_AT = time(3, 30)


@transaction.atomic
def request_night(day: date, *, by: Any, now: datetime) -> tuple[Run, bool]:
    """The night of a date, made if there is none. Whoever else asks for the same date gets the same row.

    While matching is stopped the row says so, and no worker takes it up.
    """
    is_off = MatchStop.objects.on().exists()
    state = {"status": RunStatus.STOPPED, "finished_at": now} if is_off else {}
    run, made = Run.objects.get_or_create(
        kind=RunKind.NIGHT, day=day, defaults={"requested_at": now, "requested_by": by, "seed": seed_of(day)} | state
    )
    if made:
        record("request", run, by=by, now=now)
    return run, made


@transaction.atomic
def request_preview(day: date, *, by: Any, now: datetime) -> Run:
    """Computes a night and shows what it would come to, without proposing anything. One at a time."""
    run, made = Run.objects.get_or_create(
        kind=RunKind.PREVIEW,
        status__in=[RunStatus.REQUESTED, RunStatus.RUNNING],
        defaults={
            "day": day,
            "status": RunStatus.REQUESTED,
            "requested_at": now,
            "requested_by": by,
            "seed": seed_of(day),
        },
    )
    if made:
        record("request", run, by=by, now=now)
    return run


def start_run(*, by: Any, now: datetime) -> Run:
    """The coordinator's one button: begin tonight, take up what was dropped or stopped, or else try it out."""
    run, made = request_night(local_day(now), by=by, now=now)
    if made or request_again(run, by=by, now=now):
        return run
    return request_preview(run.day, by=by, now=now) if run.status == RunStatus.DONE else run


@transaction.atomic
def request_again(run: Run, *, by: Any, now: datetime) -> bool:
    """A run that has stopped, or whose worker is gone, is put back in the queue where it was."""
    if run.kind == RunKind.NIGHT and MatchStop.objects.on().exists():
        return False
    if (
        not Run.objects.abandoned(now)
        .filter(pk=run.pk)
        .update(status=RunStatus.REQUESTED, attempts=0, error="", finished_at=None)
    ):
        return False
    run.refresh_from_db()
    record("request_again", run, by=by, now=now)
    return True


def request_missed_night(now: datetime) -> Run | None:
    """If the clock slept at half past two, the night is asked for an hour later."""
    local = now.astimezone(COPENHAGEN)
    if local.time() < MISSED_AT or Run.objects.nights().filter(day=local.date()).exists():
        return None
    return request_night(local.date(), by=None, now=now)[0]


def seed_of(day: date) -> int:
    return day.toordinal()
