"""What both sides expect is said and shown to the other; a youth says which own papers are in order."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from jobplaneten.placements import letters
from jobplaneten.placements.actions.locks import lock_for, move_now, save
from jobplaneten.placements.models import Expectation, OwnPaper, Placement
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused
from youth.models import Youth


@transaction.atomic
def expect(placement: Placement, *, answers: Mapping[str, str], by: Any, now: datetime) -> None:
    """The first time the other side hears of it; later it reads the page."""
    placement, _target = lock_for(placement, move_now(placement, "expect", "expect_again"), by)
    said = {"answers": dict(answers), "by": by, "at": now}
    _row, is_new = Expectation.objects.update_or_create(placement=placement, side=by.role, defaults=said)
    save(placement, "expect", by=by, now=now, side=by.role)
    if is_new:
        letters.expected(placement, by=by, now=now)


@transaction.atomic
def say_own_paper(youth: Youth, kind: str, *, is_done: bool, by: Any, now: datetime) -> None:
    if by.pk != youth.user_id:
        raise MoveRefused(_("Det siger den unge selv."))
    if is_done:
        _row, changed = OwnPaper.objects.get_or_create(youth=youth, kind=kind, defaults={"done_at": now})
    else:
        changed = bool(OwnPaper.objects.filter(youth=youth, kind=kind).delete()[0])
    if changed:
        record("own_paper", youth, by=by, now=now, youth=youth.pk, paper=kind, is_done=is_done)
