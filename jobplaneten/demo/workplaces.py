"""The demo town's workplaces, read from data/workplaces.toml."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "data" / "workplaces.toml"
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Job:
    title: str
    like: str
    category: str
    workplace: str
    chores: list[str]
    shifts: list[str]
    steps: tuple[int, int]
    ages: tuple[int, int]
    help: int
    adult: str
    pay: int
    needs: dict[str, int]
    circumstances: list[str]
    text: str
    seats: int
    facts: dict[str, Any]

    def weekly(self) -> list[dict[str, int]]:
        """Shifts as the employers room keeps them: weekday 0-6 and minutes after midnight."""
        return [as_shift(text) for text in self.shifts]


@dataclass(frozen=True, slots=True)
class Firm:
    name: str
    cvr: str
    kind: str
    spot: str
    contact: str
    login: str
    about: str
    payer: str
    jobs: tuple[Job, ...]


def as_shift(text: str) -> dict[str, int]:
    day, span = text.split()
    starts, ends = (60 * int(clock[:2]) + int(clock[3:]) for clock in span.split("-"))
    return {"weekday": DAYS.index(day), "starts": starts, "ends": ends, "break_minutes": 0}


def firms() -> list[Firm]:
    with FILE.open("rb") as file:
        read = tomllib.load(file)
    return [Firm(jobs=tuple(Job(**job) for job in firm.pop("job")), **firm) for firm in read["firm"]]
