"""Which weights the night scores with. Training only offers; a coordinator takes into use, and goes back.

Coordinators may let what is offered take itself into use. Going back puts an end to that too: a person has judged.
"""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from jobplaneten.accounts.models import User
from jobplaneten.messaging.actions import tell
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused
from matching.models import LearningSetting, ModelStatus, ModelVersion
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
    """Lies beside the running one, in place of an earlier offer; or runs, where it is let. None when these very
    weights are known already."""
    lock_all()
    if ModelVersion.objects.filter(version=version).exists():
        return None
    for earlier in ModelVersion.objects.offered():
        make(earlier, "retire", by=None, now=now)
    new = ModelVersion.objects.create(
        version=version, status=ModelStatus.OFFERED, weights=weights, sha256=sha256, figures=figures, made_at=now
    )
    record("offer", new, by=None, now=now)
    if models_ship_themselves():
        replace_running(new, "ship", by=None, now=now)
    tell_coordinators(new, now=now)
    return new


def tell_coordinators(new: ModelVersion, *, now: datetime) -> None:
    subject, text = _("En ny model er klar"), _("Se tallene, og bestem, om den skal tages i brug.")
    if new.status == ModelStatus.RUNNING:
        subject, text = _("En ny model har taget sig selv i brug"), _("Se tallene. Du kan gå tilbage med ét tryk.")
    for coordinator in User.objects.coordinators():
        tell(coordinator, subject, _("Den har lært af jeres svar.") + " " + text, path="/natten/", now=now)


def models_ship_themselves() -> bool:
    newest = LearningSetting.objects.newest_first().first()
    return newest is not None and newest.ships_itself


@transaction.atomic
def let_models_ship(*, is_let: bool, by: Any, now: datetime) -> bool:
    """False when it was so already."""
    lock_all()
    if models_ship_themselves() == is_let:
        return False
    setting = LearningSetting.objects.create(ships_itself=is_let, by=by, at=now)
    record("let_models_ship" if is_let else "hold_models_back", setting, by=by, now=now)
    return True


@transaction.atomic
def put_to_use(new: ModelVersion, *, by: Any, now: datetime) -> None:
    lock_all()
    replace_running(new, "put_to_use", by=by, now=now)


@transaction.atomic
def go_back(earlier: ModelVersion, *, by: Any, now: datetime) -> None:
    """To the one that was in use just before, and to no other. From now on people choose again."""
    lock_all()
    if earlier != ModelVersion.objects.have_run().first():
        raise MoveRefused(MODEL.too_late)
    replace_running(earlier, "go_back", by=by, now=now)
    let_models_ship(is_let=False, by=by, now=now)


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
