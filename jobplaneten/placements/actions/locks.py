from datetime import datetime
from typing import Any

from employers.models import Post
from jobplaneten.placements.models import Placement, PlacementStatus
from jobplaneten.placements.permissions import may_make
from jobplaneten.placements.workflow import PLACEMENT
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused
from youth.models import Youth


def lock_for(placement: Placement, name: str, by: Any) -> tuple[Placement, str]:
    """The row as of now, held, and the status that the move leads to."""
    if not may_make(by, name):
        raise MoveRefused(PLACEMENT.too_late)
    locked = (
        Placement.objects.select_for_update(of=("self",))
        .select_related("youth__user", "youth__mentor", "youth__school", "post__employer")
        .get(pk=placement.pk)
    )
    return locked, PLACEMENT.take(name, locked.status)


def save(placement: Placement, verb: str, *fields: str, by: Any, now: datetime, **detail: str) -> None:
    placement.version += 1
    placement.save(update_fields=[*fields, "version"])
    record(verb, placement, by=by, now=now, youth=placement.youth_id, **detail)


def move_now(placement: Placement, before: str, running: str) -> str:
    return before if placement.status == PlacementStatus.PAPERS else running


def hold_all_of(placement: Placement) -> None:
    """What ends a job touches the post, the youth and the row, which are taken in this order everywhere: two who take
    them in two orders would wait for each other for ever."""
    Post.objects.select_for_update(of=("self",)).filter(pk=placement.post_id).first()
    Youth.objects.select_for_update(of=("self",)).filter(pk=placement.youth_id).first()
