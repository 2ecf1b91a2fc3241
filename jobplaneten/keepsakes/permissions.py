from datetime import date
from typing import Any

from jobplaneten.placements.models import Placement, PlacementStatus


def has_worked(placement: Placement, today: date) -> bool:
    """There is something to vouch for: a job that has begun, or is over."""
    return placement.status == PlacementStatus.ENDED or placement.has_begun(today)


def may_recommend(user: Any) -> bool:
    return bool(user.is_employer)


def may_read_first(user: Any) -> bool:
    return bool(user.is_staff)


def may_show(user: Any, placement: Placement) -> bool:
    return bool(user.pk == placement.youth.user_id)
