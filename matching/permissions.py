from typing import Any

from jobplaneten.accounts.models import Role
from matching.models import Hiding, Match
from matching.workflow import MATCH, MODEL


def may_make(user: Any, move: str) -> bool:
    """Is this a move of the person's own role? Whose match it is, is asked of `visible_to`."""
    return user.role in MATCH.move(move).roles


def moves_for(user: Any, match: Match) -> set[str]:
    """Names of the moves whose buttons a page may show."""
    return {move.name for move in MATCH.moves_from(match.status, {user.role})}


def may_steer_runs(user: Any) -> bool:
    return bool(user.is_coordinator)


def may_stop_matching(user: Any) -> bool:
    return bool(user.is_coordinator)


def may_choose_model(user: Any) -> bool:
    return user.role in MODEL.move("put_to_use").roles


def may_set_pace(user: Any) -> bool:
    """Proposals wait for mentors; a coordinator has none."""
    return bool(user.role == Role.MENTOR)


def may_set_answer_days(user: Any) -> bool:
    return bool(user.is_coordinator)


def may_see_the_way(user: Any) -> bool:
    return bool(user.is_coordinator)


def may_write_guardian_word(user: Any) -> bool:
    return bool(user.is_staff)


def is_employer(user: Any) -> bool:
    return bool(user.is_employer)


def may_show_again(user: Any, hiding: Hiding) -> bool:
    """What the youth has said only the youth takes back; what staff have said, staff."""
    said_by_the_youth = hiding.by_id == hiding.youth.user_id
    return bool(user.pk == hiding.by_id if said_by_the_youth else user.is_staff)
