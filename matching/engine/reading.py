"""Rows from a file or a database become card fields, or say plainly why they cannot.

A row that fails is set aside with its reason; it never stops a night.
"""

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

Card = TypeVar("Card")


class CardError(ValueError):
    """`reason` is a code (`place_missing`, `hours_absurd` …), `detail` the field and the value."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True, order=True)
class SetAside:
    """A row that takes no part. `id` is the youth or the post; the row's number if it has none."""

    kind: str
    id: int
    reason: str
    detail: str = ""


def whole(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError("not a whole number")
    return value


def yes_no(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError("not true or false")
    return value


def text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def listed(value: Any) -> Iterable[Any]:
    if not isinstance(value, (list, tuple, set, frozenset)):
        raise TypeError("not a list")
    return value


def codes(value: Any) -> frozenset[str]:
    return frozenset(map(text, listed(value)))


def numbers(value: Any) -> frozenset[int]:
    return frozenset(map(whole, listed(value)))


def spans(value: Any) -> tuple[tuple[int, int, int], ...]:
    return tuple((whole(day), whole(start), whole(end)) for day, start, end in listed(value))


def levels(value: Any) -> dict[str, int]:
    return {text(code): whole(level) for code, level in value.items()}


def place(value: Any) -> tuple[float, float] | None:
    if value is None:
        return None
    latitude, longitude = value
    return float(latitude), float(longitude)


READERS: Mapping[str, Callable[[Any], object]] = {
    "next_step_ok": yes_no,
    "place": place,
    "modes": codes,
    "free": spans,
    "blocked": spans,
    "skills": levels,
    "likes": codes,
    "rather_not": codes,
    "dream": text,
    "earlier_no": numbers,
    "already": numbers,
    "hidden": numbers,
    "steps": numbers,
    "shifts": spans,
    "category": text,
    "tasks": codes,
    "circumstances": codes,
    "needs": levels,
    "field": codes,
}
"""How a field is read; a field that is not here is a whole number."""


def fields_of(card: type[Any], row: Mapping[str, object]) -> dict[str, Any]:
    """The card's fields out of `row`; keys that no card knows are passed over."""
    if not isinstance(row, Mapping):
        raise CardError("malformed", "not a mapping")
    found: dict[str, Any] = {}
    for field in dataclasses.fields(card):
        if field.name in row:
            found[field.name] = value_of(field.name, row[field.name])
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            raise CardError(f"{field.name}_missing", field.name)
    return found


def value_of(name: str, value: object) -> object:
    try:
        return READERS.get(name, whole)(value)
    except (TypeError, ValueError, AttributeError, OverflowError) as error:
        raise CardError("malformed", f"{name}: {error}") from error


def read_rows(
    rows: Sequence[Mapping[str, object]], read: Callable[[Mapping[str, object]], Card], key: str
) -> tuple[list[Card], list[SetAside]]:
    """The good cards, and the bad rows with their reasons. `key` is "youth" or "post"."""
    cards: list[Card] = []
    aside: list[SetAside] = []
    for number, row in enumerate(rows):
        try:
            cards.append(read(row))
        except CardError as error:
            named = row.get(key) if isinstance(row, Mapping) else None
            known = named if isinstance(named, int) else number
            aside.append(SetAside(key, known, error.reason, error.detail))
    return cards, aside
