"""What is changed against a plain night: by the programme's own settings, or on trial.

Each is a plain fact that can be kept as text. What is None or empty stays as it was.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Self

NEXT, ALL = "next", "all"
EVERY_JOB = "all"
POST = "post:"
"""`seats_of` is EVERY_JOB, a category, or POST and a number."""
MOST_SEATS = 999


@dataclass(frozen=True, slots=True)
class Change:
    """`steps` NEXT opens the next step to everybody, ALL forgets the steps. `ages` forgets the posts' own ages: the
    law has said its word all the same. `minutes` come on top of everybody's way. `factor` is put on the points of
    `feature`, `seats` on those that are left, and no mentor gets more than `mentor_room` proposals.
    """

    per_seat: int | None = None
    per_youth: int | None = None
    first_bonus: float | None = None
    mentor_room: int | None = None
    minutes: int = 0
    steps: str = ""
    ages: bool = False
    seats_of: str = ""
    seats: int = 0
    feature: str = ""
    factor: float = 1.0

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Self:
        known = {field.name for field in fields(cls)}
        return cls(**{name: value[name] for name in known & value.keys()})

    def to_json(self) -> dict[str, Any]:
        """Only what is really changed."""
        return {name: value for name, value in asdict(self).items() if value != getattr(PLAIN, name)}

    def lasting(self) -> "Change":
        """The part that is a setting of the programme. Seats are the employers', ages too, and points the model's."""
        kept = ("per_seat", "per_youth", "first_bonus", "mentor_room", "minutes")
        steps = NEXT if self.steps == NEXT else ""
        return Change(**{name: getattr(self, name) for name in kept}, steps=steps)

    def over(self, before: "Change") -> "Change":
        """Both: minutes add up, and the newer word counts for the rest."""
        minutes = before.minutes + self.minutes
        return Change.from_json(before.to_json() | self.to_json() | {"minutes": minutes})

    def concerns(self, post: int, category: str) -> bool:
        return self.seats_of in {EVERY_JOB, category, f"{POST}{post}"}


PLAIN = Change()
