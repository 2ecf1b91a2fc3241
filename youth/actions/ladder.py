from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from jobplaneten.ladder import StepNumber
from jobplaneten.messaging.actions import tell
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused
from youth.actions.locks import locked
from youth.models import StepChange, StepMove, Youth
from youth.workflow import YOUTH


@dataclass(frozen=True, slots=True)
class Grounds:
    """What lay on the table: the evidence as it was, why in spite of what is missing, and the second pair of eyes."""

    snapshot: dict[str, Any]
    despite: str = ""
    second_by: Any = None

    def check(self) -> None:
        if False in self.snapshot.get("criteria", {}).values() and not self.despite:
            raise MoveRefused(_("Noget mangler endnu. Skriv, hvorfor det alligevel er nu."))


@transaction.atomic
def advance(
    youth: Youth,
    *,
    to_step: int,
    evidence: str,
    reason: str,
    by: Any,
    now: datetime,
    grounds: Grounds,
    from_step: int | None = None,
) -> Youth:
    """One step up, or past a step, on what has gathered. `from_step` is the step that the person saw when deciding."""
    youth = standing_still(youth, from_step)
    grounds.check()
    if youth.area.two_decide_steps and grounds.second_by in {None, by}:
        raise MoveRefused(_("I det her område skal en kollega også se på det. Foreslå skridtet på siden »Trinnet«."))
    if to_step not in StepNumber.values or to_step <= youth.step:
        raise MoveRefused(YOUTH.too_late)
    move = StepMove.UP if to_step == youth.step + 1 else StepMove.SKIP
    return climb(youth, move, to_step, evidence=evidence, reason=reason, by=by, now=now, grounds=grounds)


@transaction.atomic
def move_back(
    youth: Youth,
    *,
    to_step: int,
    evidence: str,
    reason: str,
    by: Any,
    now: datetime,
    from_step: int | None = None,
) -> Youth:
    youth = standing_still(youth, from_step)
    if to_step not in StepNumber.values or to_step >= youth.step:
        raise MoveRefused(YOUTH.too_late)
    return climb(youth, StepMove.BACK, to_step, evidence=evidence, reason=reason, by=by, now=now)


def standing_still(youth: Youth, from_step: int | None) -> Youth:
    youth = locked(youth)
    YOUTH.take("change_step", youth.status)
    if from_step not in {None, youth.step}:
        raise MoveRefused(_("Trinnet er lige blevet ændret af en anden. Se efter, om det stadig passer."))
    return youth


def climb(
    youth: Youth,
    move: StepMove,
    to_step: int,
    *,
    evidence: str,
    reason: str,
    by: Any,
    now: datetime,
    grounds: Grounds | None = None,
) -> Youth:
    write_change(youth, move, to_step, evidence=evidence, reason=reason, by=by, now=now, grounds=grounds)
    youth.step, youth.may_try_next_step = to_step, False
    youth.save(update_fields=["step", "may_try_next_step"])
    return youth


@transaction.atomic
def pause(youth: Youth, *, evidence: str, reason: str, by: Any, now: datetime) -> Youth:
    return stop_or_go(youth, StepMove.PAUSE, evidence=evidence, reason=reason, by=by, now=now)


@transaction.atomic
def resume(youth: Youth, *, evidence: str, reason: str, by: Any, now: datetime) -> Youth:
    return stop_or_go(youth, StepMove.RESUME, evidence=evidence, reason=reason, by=by, now=now)


def stop_or_go(youth: Youth, move: StepMove, *, evidence: str, reason: str, by: Any, now: datetime) -> Youth:
    youth = locked(youth)
    youth.status = YOUTH.take(move.value, youth.status)
    write_change(youth, move, youth.step, evidence=evidence, reason=reason, by=by, now=now)
    youth.save(update_fields=["status"])
    return youth


def write_change(
    youth: Youth,
    move: StepMove,
    to_step: int,
    *,
    evidence: str,
    reason: str,
    by: Any,
    now: datetime,
    grounds: Grounds | None = None,
) -> None:
    more = {"snapshot": grounds.snapshot, "despite": grounds.despite, "second_by": grounds.second_by} if grounds else {}
    StepChange.objects.create(
        youth=youth,
        move=move,
        from_step=youth.step,
        to_step=to_step,
        evidence=evidence,
        reason=reason,
        by=by,
        at=now,
        **more,
    )
    record(f"step_{move.value}", youth, by=by, now=now, youth=youth.pk, from_step=youth.step, to_step=to_step)
    tell(youth.user, headline(move, to_step), reason, path=reverse("youth:my_way"), now=now)


def headline(move: StepMove, to_step: int) -> str:
    """What the youth reads first about the move."""
    if move in {StepMove.UP, StepMove.SKIP}:
        return _("Tillykke, du er nu på trin %(step)s") % {"step": to_step}
    if move == StepMove.BACK:
        return _("En ny start på trin %(step)s") % {"step": to_step}
    return _("Du holder pause") if move == StepMove.PAUSE else _("Godt at se dig igen")


@transaction.atomic
def allow_next_step(youth: Youth, *, allowed: bool, by: Any, now: datetime) -> Youth:
    """May tonight's match also look one step higher for this youth?"""
    youth = locked(youth)
    YOUTH.take("change_step", youth.status)
    if youth.may_try_next_step != allowed:
        youth.may_try_next_step = allowed
        youth.save(update_fields=["may_try_next_step"])
        record("allow_next_step", youth, by=by, now=now, youth=youth.pk, allowed=allowed)
    return youth
