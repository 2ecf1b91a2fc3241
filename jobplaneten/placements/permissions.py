from datetime import date
from typing import Any

from jobplaneten.placements.models import Paper, Pause, PauseKind, Placement, PlacementStatus, Side
from jobplaneten.placements.workflow import PLACEMENT

# What only the programme and the guardians themselves can vouch for, and what is the workplace's own duty; the rest
# either may say who has seen it.
STAFF_PAPERS = {Paper.GUARDIAN, Paper.COSIGN}
WORKPLACE_PAPERS = {Paper.RISK}
ABOUT_THE_TERMS = {Paper.TERMS, Paper.COSIGN}
"""Where the terms are written here, these come with the yeses to them."""


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


def may_agree_for(user: Any, side: str, why: str) -> bool:
    """Everybody for themselves. The programme for a youth or a parent who does it on paper, and says why."""
    if user.is_staff:
        return side in {Side.YOUTH, Side.GUARDIAN} and bool(why)
    return bool(user.role == side) and not why


def may_find_new(user: Any) -> bool:
    """Whether the workplace wants somebody new is for it to say, or for the programme."""
    return bool(user.is_employer or user.is_staff)


def may_lift(user: Any, pause: Pause) -> bool:
    """What waits for the parents is settled by the programme, any other pause by the side that made it too."""
    if user.is_staff:
        return True
    return pause.kind != PauseKind.CONSENT and pause.by is not None and pause.by.role == user.role


def wants_somebody_new(placement: Placement) -> bool:
    """May it still be asked whether the workplace does?"""
    is_over = placement.is_ending or placement.status in {PlacementStatus.ENDED, PlacementStatus.CANCELLED}
    return is_over and placement.seat_back_at is None


def moves_for(user: Any, placement: Placement, today: date) -> set[str]:
    """Names of the moves whose buttons a page may show: the first day parts cancelling from ending."""
    moves = {move.name for move in PLACEMENT.moves_from(placement.status, {user.role})}
    moves -= {"cancel", "take_back"} if placement.has_begun(today) else {"end", "give_notice", "pause"}
    if placement.is_ending:
        moves -= {"end", "give_notice"}
    if not any(may_lift(user, pause) for pause in placement.pauses.all() if is_standing(pause, today)):
        moves -= {"resume"}
    return moves


def is_standing(pause: Pause, today: date) -> bool:
    return pause.lifted_at is None and (pause.until_on is None or today <= pause.until_on)
