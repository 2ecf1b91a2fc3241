"""Who carries a run: a lease in the run's own row, taken and renewed by conditional updates.

They hold on PostgreSQL and SQLite alike: of two workers that ask at once, one row is changed, once.
"""

import logging
import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import Error, connection, transaction
from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from jobplaneten.accounts.models import User
from jobplaneten.messaging.actions import tell
from matching.models import Run, RunKind, RunStatus

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=60)
WAIT_AFTER_ERROR = timedelta(seconds=30)
MOST_ATTEMPTS = 5
"""In a row and without a step forward: each chunk that is written sets the count to zero."""

Clock = Callable[[], datetime]


class LeaseLostError(Exception):
    """Another worker carries the run now."""


@dataclass(frozen=True)
class Lease:
    run: Run
    holder: str
    clock: Clock
    began_at: datetime = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "began_at", self.clock())

    def renew(self, **changes: Any) -> None:
        """Prove that the run is still ours and keep it; LeaseLostError if not. Locks the row until commit."""
        kept = Run.objects.filter(
            pk=self.run.pk, status=RunStatus.RUNNING, holder=self.holder, cursor=self.run.cursor
        ).update(lease_until=self.clock() + LEASE, **changes)
        if not kept:
            raise LeaseLostError
        for name, value in changes.items():
            setattr(self.run, name, value)

    def keep(self) -> None:
        """The same from beside the work, wherever that has come to."""
        own = Run.objects.filter(pk=self.run.pk, status=RunStatus.RUNNING, holder=self.holder)
        if not own.update(lease_until=self.clock() + LEASE):
            raise LeaseLostError


@contextmanager
def pulse(renew: Callable[[], object], lease: timedelta = LEASE) -> Iterator[None]:
    """For a step that may take longer than a lease: this process lives, so it is renewed from beside the work.

    Whoever works finds out at the next step of the ledger whether it was lost all the same.
    """
    done = threading.Event()

    def beat() -> None:
        while not done.wait(lease.total_seconds() / 4):
            try:
                renew()
            except LeaseLostError:
                break
            except Error:
                connection.close()
        connection.close()

    thread = threading.Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def claim(clock: Clock, holder: str) -> Lease | None:
    """The oldest run that waits for a worker; None when there is none or others were quicker."""
    token = f"{holder[:50]}:{secrets.token_hex(6)}"
    for pk in Run.objects.to_take_up(clock()).order_by("day", "pk").values_list("pk", flat=True):
        now = clock()
        waiting = Run.objects.to_take_up(now).filter(pk=pk)
        if waiting.filter(attempts__gte=MOST_ATTEMPTS).exists():
            give_up(waiting, now)
        elif waiting.update(
            status=RunStatus.RUNNING,
            holder=token,
            lease_until=now + LEASE,
            attempts=F("attempts") + 1,
            started_at=Coalesce("started_at", now),
        ):
            return Lease(Run.objects.get(pk=pk), token, clock)
    return None


@transaction.atomic
def give_up(waiting: Any, now: datetime) -> None:
    """After so many fruitless tries people have to look: the coordinators are told, but of a mere trial."""
    run = waiting.first()
    if run is None or not waiting.update(status=RunStatus.FAILED, finished_at=now):
        return
    run.parts.all().delete()
    log.error("run %s given up after %s attempts: %s", run.pk, run.attempts, run.error)
    if run.kind == RunKind.WHAT_IF:
        return
    for coordinator in User.objects.coordinators():
        tell(
            coordinator,
            _("Nattens match gik i stå"),
            _("Den blev prøvet flere gange uden at komme videre. Se hvor langt den kom, og start den igen."),
            path=f"/natten/{run.pk}/",
            now=now,
        )


def note_error(lease: Lease, error: Exception) -> None:
    """Only the kind of error is kept: its text could hold data of youths."""
    kind = type(error).__name__
    log.error("run %s stumbled over %s", lease.run.pk, kind)
    Run.objects.filter(pk=lease.run.pk, holder=lease.holder, status=RunStatus.RUNNING).update(
        error=kind, lease_until=lease.clock() + WAIT_AFTER_ERROR
    )
