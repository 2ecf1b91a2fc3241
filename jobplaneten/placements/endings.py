"""Why a job ends or pauses: who may give which reason, and which of them the other side reads."""

from typing import Any

from jobplaneten.placements.models import EndKind as E
from jobplaneten.placements.models import PauseKind as P

ENDINGS: dict[str, tuple[E, ...]] = {
    "youth": (E.PERIOD, E.SCHOOL, E.TIME, E.ELSEWHERE, E.MOVING, E.FIT, E.UNWELL, E.OTHER),
    "guardian": (E.PERIOD, E.SCHOOL, E.TIME, E.MOVING, E.FIT, E.WORRIED, E.OTHER),
    "employer": (E.PERIOD, E.LESS_WORK, E.FIT, E.ATTENDANCE, E.OTHER),
}
PAUSES: dict[str, tuple[P, ...]] = {
    "youth": (P.EXAM, P.HOLIDAY, P.ILL, P.HOME, P.OTHER),
    "guardian": (P.EXAM, P.HOLIDAY, P.ILL, P.HOME, P.OTHER),
    "employer": (P.LESS_WORK, P.HOLIDAY, P.OTHER),
}
TOLD = frozenset({E.PERIOD, E.SCHOOL, E.TIME, E.MOVING, E.LESS_WORK, P.EXAM, P.HOLIDAY, P.LESS_WORK})
"""What both sides read. The rest tells of a person, a health, a home or another job: staff alone read it."""


def end_kinds(role: str) -> tuple[E, ...]:
    """Whoever of the programme writes for others may give each reason."""
    return ENDINGS.get(role, tuple(E))


def pause_kinds(role: str) -> tuple[P, ...]:
    return PAUSES.get(role, tuple(kind for kind in P if kind != P.CONSENT))


def told_words(kind: str, choices: Any) -> str:
    """The reason as the other side may read it; "" when that is not for them."""
    return str(choices(kind).label) if kind in TOLD else ""
