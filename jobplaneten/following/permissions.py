from typing import Any

from jobplaneten.following.models import FollowUp
from jobplaneten.placements.models import Placement, PlacementStatus


def is_staff(user: Any) -> bool:
    return bool(user.is_staff)


def is_youth(user: Any) -> bool:
    return bool(user.is_youth)


def may_follow(user: Any) -> bool:
    return bool(user.is_youth or user.is_staff or user.is_employer)


def is_employer(user: Any) -> bool:
    return bool(user.is_employer)


def may_set_points(user: Any) -> bool:
    return bool(user.is_coordinator)


def is_over(placement: Placement) -> bool:
    return placement.status == PlacementStatus.ENDED


def is_running(placement: Placement) -> bool:
    return placement.status == PlacementStatus.STARTED


def youth_may_answer(row: FollowUp) -> bool:
    return row.asks_youth and (is_running(row.placement) or (is_over(row.placement) and row.point.after_end))


def employer_may_answer(row: FollowUp) -> bool:
    over = is_over(row.placement) and row.point.is_closing
    return row.asks_employer and (is_running(row.placement) or over)
