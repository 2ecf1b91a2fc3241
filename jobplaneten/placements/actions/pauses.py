"""A job that pauses has no shifts: until a day that people agree on, or until something is settled."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jobplaneten.placements import letters
from jobplaneten.placements.actions.locks import lock_for, save
from jobplaneten.placements.endings import pause_kinds
from jobplaneten.placements.models import Pause, PauseKind, Placement, PlacementStatus
from jobplaneten.placements.permissions import may_lift
from jobplaneten.workflow import MoveRefused
from youth.models import Youth
from youth.permissions import parents_stop

LONGEST = timedelta(days=92)


@transaction.atomic
def pause(
    placement: Placement, *, begins_on: date, until_on: date, kind: str, words: str = "", by: Any, now: datetime
) -> Pause:
    placement, _target = lock_for(placement, "pause", by)
    today = timezone.localdate(now)
    if stop := why_not_pause(placement, begins_on, until_on, today):
        raise MoveRefused(stop)
    if kind not in pause_kinds(by.role):
        raise MoveRefused(_("Vælg en af grundene."))
    days = {"begins_on": begins_on, "until_on": until_on}
    made = Pause.objects.create(placement=placement, kind=kind, words=words, by=by, at=now, **days)
    save(placement, "pause", by=by, now=now, reason=kind)
    letters.paused(placement, made, by=by, now=now)
    return made


def why_not_pause(placement: Placement, begins_on: date, until_on: date, today: date) -> str:
    if not today <= begins_on <= until_on <= begins_on + LONGEST:
        return _("En pause går fra i dag eller senere, og varer højst tre måneder.")
    if placement.last_day_on and until_on >= placement.last_day_on:
        return _("Jobbet slutter, før pausen er forbi.")
    if any(begins_on <= (one.until_on or until_on) for one in placement.pauses.standing(today)):
        return _("Der er allerede en pause de dage.")
    return ""


@transaction.atomic
def resume(placement: Placement, *, by: Any, now: datetime) -> None:
    """Shifts again from now on. What waits for the parents is settled by the programme, when nothing stops it."""
    placement, _target = lock_for(placement, "resume", by)
    today = timezone.localdate(now)
    standing = [row for row in placement.pauses.standing(today).order_by("pk") if may_lift(by, row)]
    if not standing:
        raise MoveRefused(_("Jobbet holder ikke en pause, som du kan slutte."))
    if any(row.kind == PauseKind.CONSENT for row in standing) and (stop := parents_stop(placement.youth, today)):
        raise MoveRefused(stop)
    for row in standing:
        row.lifted_at, row.lifted_by = now, by
        row.save(update_fields=["lifted_at", "lifted_by"])
    save(placement, "resume", by=by, now=now)
    letters.resumed(placement, by=by, now=now)


@transaction.atomic
def halt(youth: Youth, *, by: Any, now: datetime) -> None:
    """A guardian's yes is gone in the middle of a job: no shifts until mentor and family have settled it."""
    today = timezone.localdate(now)
    rows = Placement.objects.filter(youth=youth, status=PlacementStatus.STARTED).select_for_update(of=("self",))
    for placement in rows.select_related("youth__user", "youth__mentor", "post__employer").order_by("pk"):
        if placement.pauses.standing(today).filter(kind=PauseKind.CONSENT).exists():
            continue
        Pause.objects.create(placement=placement, kind=PauseKind.CONSENT, begins_on=today, by=by, at=now)
        save(placement, "halt", by=by, now=now)
        letters.halted(placement, now=now)
