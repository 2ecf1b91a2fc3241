from datetime import date
from typing import Any

from jobplaneten.placements.models import Paper, Placement
from jobplaneten.placements.workflow import PLACEMENT

# What only the programme can vouch for; the rest the workplace may say itself, or staff who have seen it.
STAFF_PAPERS = {Paper.GUARDIAN}


def may_make(user: Any, move: str) -> bool:
    """Is this a move of the person's own role? Whose placement it is, is asked of `visible_to`."""
    return user.role in PLACEMENT.move(move).roles


def may_tick(user: Any, paper: str) -> bool:
    return may_make(user, "tick") and (user.is_staff or paper not in STAFF_PAPERS)


def moves_for(user: Any, placement: Placement, today: date) -> set[str]:
    """Names of the moves whose buttons a page may show: the first day parts cancelling from ending."""
    moves = {move.name for move in PLACEMENT.moves_from(placement.status, {user.role})}
    return moves - ({"cancel"} if placement.has_begun(today) else {"end"})
