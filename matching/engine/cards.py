"""What the engine may know of a youth and of a job: plain facts, no name, no address, no text.

Ids (`youth`, `post`, `employer`) are opaque: they order and join, and enter no score.
Codes (skills, likes, tasks, fields) are the caller's vocabulary; the engine only asks
whether two codes are the same. Times of day are minutes after midnight, weekdays 0 (Monday) to 6.
"""

import dataclasses
import itertools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self, TypeVar

from matching.engine.reading import CardError, SetAside, fields_of

Span = tuple[int, int, int]
"""Weekday, start minute, end minute."""
Place = tuple[float, float]
"""Latitude and longitude in degrees. A youth's is a coarse cell, never an address."""

MODES = frozenset({"walk", "bike", "bus"})
DAY = 24 * 60
LONGEST_SHIFT = 12 * 60
LONGEST_WEEK = 48 * 60
LARGEST_ID = 2**63 - 1
LEVELS = frozenset({1, 2, 3})
"""A skill: 1 has tried, 2 can, 3 can show others."""


@dataclass(frozen=True, slots=True)
class WishCard:
    """One youth who looks for a job. `already` are posts proposed before, `earlier_no` refused,
    `hidden` those of employers who are not to see this youth."""

    youth: int
    age: int
    step: int
    next_step_ok: bool
    place: Place | None
    modes: frozenset[str]
    max_minutes: int
    free: tuple[Span, ...]
    blocked: tuple[Span, ...] = ()
    skills: Mapping[str, int] = dataclasses.field(default_factory=dict)
    likes: frozenset[str] = frozenset()
    rather_not: frozenset[str] = frozenset()
    dream: str = ""
    earlier_no: frozenset[int] = frozenset()
    already: frozenset[int] = frozenset()
    hidden: frozenset[int] = frozenset()
    waiting_days: int = 0
    open_proposals: int = 0

    @property
    def key(self) -> int:
        return self.youth

    def fault(self) -> CardError | None:
        """Why this card cannot take part, or None."""
        return _first_fault(
            ("malformed", "youth", not 0 <= self.youth <= LARGEST_ID),
            ("age_absurd", "age", not 0 < self.age < 100),
            ("step_absurd", "step", not 0 < self.step < 10),
            *_place_faults(self.place),
            ("modes_missing", "modes", not self.modes),
            ("modes_unknown", "modes", not self.modes <= MODES),
            ("travel_absurd", "max_minutes", not 0 <= self.max_minutes <= DAY),
            ("hours_absurd", "free", not all(map(_is_span, self.free))),
            ("hours_absurd", "blocked", not all(map(_is_span, self.blocked))),
            *_code_faults(skills=self.skills, likes=self.likes, rather_not=self.rather_not),
            ("level_absurd", "skills", not LEVELS.issuperset(self.skills.values())),
            ("vocabulary_empty", "skills", not (self.skills or self.likes or self.dream)),
            ("count_absurd", "waiting_days", self.waiting_days < 0),
            ("count_absurd", "open_proposals", self.open_proposals < 0),
        )

    @classmethod
    def from_mapping(cls, row: Mapping[str, object]) -> Self:
        """Raises CardError for a row that cannot take part."""
        card = cls(**fields_of(cls, row))
        if fault := fault_of(card):
            raise fault
        return card


@dataclass(frozen=True, slots=True)
class JobCard:
    """One open post. `seats` are those left, `open_candidates` those proposed and undecided.

    `needs` are skills with the level wanted; `help` is 0 (little) to 3 (side by side); `field`
    are the dream fields that the job leads towards.
    """

    post: int
    employer: int
    steps: frozenset[int]
    age_min: int
    age_max: int
    place: Place | None
    shifts: tuple[Span, ...]
    seats: int
    open_candidates: int = 0
    category: str = ""
    tasks: frozenset[str] = frozenset()
    circumstances: frozenset[str] = frozenset()
    needs: Mapping[str, int] = dataclasses.field(default_factory=dict)
    help: int = 0
    field: frozenset[str] = frozenset()

    @property
    def key(self) -> int:
        return self.post

    def fault(self) -> CardError | None:
        """Why this card cannot take part, or None."""
        return _first_fault(
            ("malformed", "post", not 0 <= self.post <= LARGEST_ID),
            ("steps_missing", "steps", not self.steps),
            ("step_absurd", "steps", not all(0 < step < 10 for step in self.steps)),
            ("age_absurd", "age_min", not 0 < self.age_min <= self.age_max < 100),
            *_place_faults(self.place),
            ("shifts_missing", "shifts", not self.shifts),
            ("hours_absurd", "shifts", not _are_workable(self.shifts)),
            ("count_absurd", "seats", not 0 <= self.seats < 1000),
            ("count_absurd", "open_candidates", self.open_candidates < 0),
            *_code_faults(tasks=self.tasks, circumstances=self.circumstances),
            *_code_faults(needs=self.needs, field=self.field),
            ("level_absurd", "needs", not LEVELS.issuperset(self.needs.values())),
            ("help_absurd", "help", not 0 <= self.help <= 3),
            ("vocabulary_empty", "tasks", not (self.tasks or self.circumstances or self.needs)),
        )

    @classmethod
    def from_mapping(cls, row: Mapping[str, object]) -> Self:
        """Raises CardError for a row that cannot take part."""
        card = cls(**fields_of(cls, row))
        if fault := fault_of(card):
            raise fault
        return card


Card = TypeVar("Card", WishCard, JobCard)


def sort_out(kind: str, cards: Iterable[Card]) -> tuple[list[Card], list[SetAside]]:
    """The cards that can take part, by id, and the others with their reasons.

    Cards that share an id are all set aside: nobody can say which of them is true.
    """
    given = list(cards)
    seen = Counter(str(card.key) for card in given)
    sound: list[Card] = []
    aside: set[SetAside] = set()
    for card in given:
        fault = fault_of(card)
        if fault is None and seen[str(card.key)] > 1:
            fault = CardError("duplicate", kind)
        if fault is None:
            sound.append(card)
        else:
            key = card.key if isinstance(card.key, int) else -1
            aside.add(SetAside(kind, key, fault.reason, fault.detail))
    return sorted(sound, key=lambda card: card.key), sorted(aside)


def fault_of(card: WishCard | JobCard) -> CardError | None:
    try:
        return card.fault()
    except (TypeError, ValueError, AttributeError) as error:
        return CardError("malformed", type(error).__name__)


Check = tuple[str, str, bool]


def _first_fault(*checks: Check) -> CardError | None:
    return next((CardError(reason, field) for reason, field, bad in checks if bad), None)


def _place_faults(place: Place | None) -> tuple[Check, ...]:
    if place is None:
        return (("place_missing", "place", True),)
    latitude, longitude = place
    on_earth = -90 <= latitude <= 90 and -180 <= longitude <= 180
    return (("place_absurd", "place", not on_earth),)


def _code_faults(**fields: Iterable[str]) -> tuple[Check, ...]:
    return tuple(
        ("code_empty", name, not all(isinstance(code, str) and code.strip() for code in codes))
        for name, codes in fields.items()
    )


def _is_span(span: Span) -> bool:
    weekday, start, end = span
    return 0 <= weekday <= 6 and 0 <= start < end <= DAY


def _are_workable(shifts: Sequence[Span]) -> bool:
    """Real times of a week that a person could work: no endless, doubled or crossing shift."""
    if not all(map(_is_span, shifts)):
        return False
    lengths = [end - start for _, start, end in shifts]
    ordered = sorted(shifts)
    crossing = any(a[0] == b[0] and a[2] > b[1] for a, b in itertools.pairwise(ordered))
    return max(lengths, default=0) <= LONGEST_SHIFT and sum(lengths) <= LONGEST_WEEK and not crossing
