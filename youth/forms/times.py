"""The week in blocks that a thumb can hit, and back to minutes."""

from collections.abc import Iterable, Sequence
from typing import Any

from jobplaneten.law.clock import minutes
from jobplaneten.trades import Weekday

BLOCKED_ROWS = 12
SPARE_ROWS = 2
# Schools let out at two or three, so the hour after two stands alone.
BLOCKS = tuple(
    (minutes(starts), minutes(ends))
    for starts, ends in (
        ("06:00", "08:00"),
        ("08:00", "14:00"),
        ("14:00", "15:00"),
        ("15:00", "17:00"),
        ("17:00", "20:00"),
        ("20:00", "22:00"),
    )
)


def code(weekday: int, starts: int, ends: int) -> str:
    return f"{weekday}-{starts}-{ends}"


def blocks_of_the_week() -> list[tuple[Any, list[tuple[str, str]]]]:
    return [
        (day.label, [(code(day, starts, ends), f"{starts // 60}–{ends // 60}") for starts, ends in BLOCKS])
        for day in Weekday
    ]


def ticked(times: Iterable[Any]) -> list[str]:
    """The blocks that lie wholly inside one of the free times."""
    known = list(times)
    return [
        code(day, starts, ends)
        for day in Weekday
        for starts, ends in BLOCKS
        if any(time.weekday == day and time.starts <= starts and ends <= time.ends for time in known)
    ]


def spans_of(codes: Sequence[str]) -> list[tuple[int, int, int]]:
    return [(int(day), int(starts), int(ends)) for day, starts, ends in (found.split("-") for found in codes)]
