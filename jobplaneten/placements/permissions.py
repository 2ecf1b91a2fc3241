from datetime import date
from typing import Any

from jobplaneten.placements.models import Paper, Placement
from jobplaneten.placements.workflow import PLACEMENT

# What only the programme and the guardians themselves can vouch for, and what is the workplace's own duty; the rest
# either may say who has seen it.
STAFF_PAPERS = {Paper.GUARDIAN, Paper.COSIGN}
WORKPLACE_PAPERS = {Paper.RISK}


def may_make(user: Any, move: str) -> bool:
    """Is this a move of the person's own role? Whose placement it is, is asked of `visible_to`."""
    return user.role in PLACEMENT.move(move).roles


def may_tick(user: Any, paper: str) -> bool:
    if paper in STAFF_PAPERS:
        return bool(user.is_staff or user.is_guardian)
    if paper in WORKPLACE_PAPERS:
        return bool(user.is_employer)
    return may_make(user, "tick") and not user.is_guardian


def may_take_back(user: Any, paper: str) -> bool:
    """Staff who see that something is not so may say it of every paper."""
    return may_make(user, "take_back") and (user.is_staff or may_tick(user, paper))


def moves_for(user: Any, placement: Placement, today: date) -> set[str]:
    """Names of the moves whose buttons a page may show: the first day parts cancelling from ending."""
    moves = {move.name for move in PLACEMENT.moves_from(placement.status, {user.role})}
    return moves - ({"cancel", "take_back"} if placement.has_begun(today) else {"end"})
