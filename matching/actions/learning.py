"""Which weights the night scores with. Training only offers; a coordinator takes into use, and goes back."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from jobplaneten.accounts.models import User
from jobplaneten.messaging.actions import tell
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused
from matching.models import ModelStatus, ModelVersion
from matching.workflow import MODEL


@transaction.atomic
def begin_with(*, version: str, weights: str, sha256: str, now: datetime) -> ModelVersion:
    """The house's first model; of two workers at once both get the same one."""
    row, made = ModelVersion.objects.get_or_create(
        status=ModelStatus.RUNNING,
        defaults={"version": version, "weights": weights, "sha256": sha256, "made_at": now, "began_at": now},
    )
    if made:
        record("begin_with", row, by=None, now=now)
    return row


@transaction.atomic
def offer(*, version: str, weights: str, sha256: str, figures: dict[str, Any], now: datetime) -> ModelVersion | None:
    """Lies beside the running one, in place of an earlier offer. None when these very weights are known already."""
    lock_all()
    if ModelVersion.objects.filter(version=version).exists():
        return None
    for earlier in ModelVersion.objects.offered():
        make(earlier, "retire", by=None, now=now)
    new = ModelVersion.objects.create(
        version=version, status=ModelStatus.OFFERED, weights=weights, sha256=sha256, figures=figures, made_at=now
    )
    record("offer", new, by=None, now=now)
    for coordinator in User.objects.coordinators():
        tell(
            coordinator,
            _("En ny model er klar"),
            _("Den har lært af jeres svar. Se tallene, og bestem, om den skal tages i brug."),
            path="/natten/",
            now=now,
        )
    return new


@transaction.atomic
def put_to_use(new: ModelVersion, *, by: Any, now: datetime) -> None:
    lock_all()
    replace_running(new, "put_to_use", by=by, now=now)


@transaction.atomic
def go_back(earlier: ModelVersion, *, by: Any, now: datetime) -> None:
    """To the one that was in use just before, and to no other."""
    lock_all()
    if earlier != ModelVersion.objects.have_run().first():
        raise MoveRefused(MODEL.too_late)
    replace_running(earlier, "go_back", by=by, now=now)


def lock_all() -> None:
    """Few rows; whoever changes which one runs holds them all."""
    list(ModelVersion.objects.select_for_update(of=("self",)).order_by("pk").values_list("pk", flat=True))


def replace_running(row: ModelVersion, move: str, *, by: Any, now: datetime) -> None:
    row.refresh_from_db()
    MODEL.take(move, row.status)
    for running in ModelVersion.objects.running():
        make(running, "retire", by=by, now=now)
    make(row, move, by=by, now=now)


def make(row: ModelVersion, move: str, *, by: Any, now: datetime) -> None:
    row.status = MODEL.take(move, row.status)
    is_running = row.status == ModelStatus.RUNNING
    row.began_at, row.ended_at = (now, None) if is_running else (row.began_at, now)
    row.save(update_fields=["status", "began_at", "ended_at"])
    record(move, row, by=by, now=now)
