"""The book of law: dated entries read from parameters.toml, opened at the page of one day."""

import tomllib
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jobplaneten.law.clock import FORM, danish_number, minutes
from jobplaneten.law.findings import Effect, Finding
from jobplaneten.law.wording import SENTENCES

# What every entry may say; all its other keys are the figures of its rule.
COMMON = frozenset({"effect", "from", "until", "unit", "source", "place", "confidence", "note"})


class NoLawForDayError(ValueError):
    """The book does not go back to the day that was asked about."""


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One rule as it stands from `in_force_from` until `in_force_until` or its next entry."""

    rule: str
    effect: str
    unit: str
    source: str
    source_date: str
    place: str
    confidence: str
    note: str
    in_force_from: date
    in_force_until: date | None
    figures: Mapping[str, Any]

    def number(self, name: str) -> int:
        return int(self.figures[name])

    def minutes(self, name: str = "hours") -> int:
        """A figure given in hours, as minutes."""
        return int(self.figures[name] * 60)

    def words(self, name: str) -> frozenset[str]:
        words: frozenset[str] = self.figures[name]
        return words

    def windows(self, name: str = "windows") -> tuple[tuple[int, int], ...]:
        windows: tuple[tuple[int, int], ...] = self.figures[name]
        return windows

    def finding(
        self,
        *,
        effect: Effect | None = None,
        wording: str = "",
        figure: float | str | None = None,
        limit: float | str | None = None,
        **params: str | tuple[str, ...],
    ) -> Finding:
        said = {"figure": figure, "limit": limit}
        return Finding(
            rule=self.rule,
            effect=effect or Effect(self.effect),
            figure=figure,
            limit=limit,
            unit=self.unit,
            template=SENTENCES[f"{self.rule} {wording}".strip()],
            params={**params, **{name: _text(value) for name, value in said.items() if value is not None}},
            source=self.source,
            in_force_from=self.in_force_from,
            confidence=self.confidence,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Law:
    """What holds on one day: at most one entry per rule, and the tags that are light work."""

    entries: Mapping[str, Entry]
    light_work: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Switch:
    """An uncertain rule of which `Config` holds the strict reading: what turning it on would open, and the doubt."""

    name: str
    rule: str
    default: bool
    opens: str
    doubt: str
    strict: str
    entries: tuple[Entry, ...]


class Book:
    """All entries; `on(day)` is the law of that day, the same object for every day between two changes."""

    def __init__(self, text: str) -> None:
        raw = tomllib.loads(text)
        self.begins: date = raw["book"]["begins"]
        self.sources: dict[str, dict[str, str]] = raw["source"]
        self.entries = [self._entry(rule, said) for rule, all_said in raw["rule"].items() for said in all_said]
        self.light_work = [self._entry("light-work", said) for said in raw["light_work"]]
        self.switches = tuple(self._switch(name, said) for name, said in raw["switch"].items())
        dated = [*self.entries, *self.light_work]
        starts = {entry.in_force_from for entry in dated}
        ends = {date.fromordinal(last.toordinal() + 1) for entry in dated if (last := entry.in_force_until)}
        self.changes = sorted(starts | ends | {self.begins})
        self._law_of = cache(self._open)

    def on(self, day: date) -> Law:
        page = bisect_right(self.changes, day)
        if not page:
            raise NoLawForDayError(f"The book begins on {self.begins}, not as early as {day}.")
        return self._law_of(self.changes[page - 1])

    def _open(self, day: date) -> Law:
        oldest_first = sorted(self.entries, key=lambda entry: entry.in_force_from)
        return Law(
            entries={entry.rule: entry for entry in oldest_first if _holds(entry, day)},
            light_work=frozenset[str]().union(
                *(entry.words("tags") for entry in self.light_work if _holds(entry, day))
            ),
        )

    def _switch(self, name: str, said: Mapping[str, Any]) -> Switch:
        return Switch(name=name, entries=tuple(one for one in self.entries if one.rule == said["rule"]), **said)

    def _entry(self, rule: str, said: Mapping[str, Any]) -> Entry:
        source = self.sources[said["source"]]
        return Entry(
            rule=rule,
            effect=said.get("effect", "block"),
            unit=said.get("unit", ""),
            source=source["url"],
            source_date=source["date"],
            place=said.get("place", ""),
            confidence=said["confidence"],
            note=said.get("note", ""),
            in_force_from=said.get("from", self.begins),
            in_force_until=said.get("until"),
            figures={name: _figure(value) for name, value in said.items() if name not in COMMON},
        )


def _text(value: float | str) -> str:
    return value if isinstance(value, str) else danish_number(value)


def _holds(entry: Entry, day: date) -> bool:
    return entry.in_force_from <= day and (entry.in_force_until is None or day <= entry.in_force_until)


def _figure(value: Any) -> Any:
    """Lists of words become sets, and pairs of times of day pairs of minutes."""
    if isinstance(value, list):
        ones = tuple(_figure(one) for one in value)
        return frozenset(ones) if isinstance(ones[0], str) else ones
    if isinstance(value, str) and FORM.fullmatch(value):
        return minutes(value)
    return value


BOOK = Book((Path(__file__).parent / "parameters.toml").read_text(encoding="utf-8"))
