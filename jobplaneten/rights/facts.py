"""What holds around a job besides the law of young people's work: pay, papers and insurance, each with its source."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

SENTENCES = {
    "minimum_wage": _lazy(
        "Der er ingen mindsteløn i loven. Mange arbejdspladser følger en overenskomst. Spørg, hvad du får i timen."
    ),
    "holiday_pay": _lazy("Du får feriepenge: {percent} % oven i din løn. De går ind på din FerieKonto."),
    "tax_free": _lazy("I {year} må du tjene {kroner} kr., før du skal betale skat af pengene."),
    "tax_card": _lazy(
        "Du skal have et skattekort eller et frikort. Det kommer af sig selv fra det år, du fylder {from_age}. "
        "Er du yngre, skal dine forældre hjælpe dig på skat.dk."
    ),
    "written_terms": _lazy(
        "Arbejder du mere end {over_hours} timer om ugen, skal du have aftalen på skrift senest {within_days} dage "
        "efter, at du begynder."
    ),
    "second_job": _lazy("Du må gerne have et job mere, når tiderne passer sammen. Timerne bliver lagt sammen."),
    "insurance": _lazy("Arbejdspladsen har en forsikring. Den dækker, hvis du kommer til skade på jobbet."),
    "signature": _lazy("Er du under {under_age} år, er det godt, at en forælder også skriver under på aftalen."),
}
ABOUT = frozenset({"from", "until", "source", "date", "confidence"})


@dataclass(frozen=True, slots=True)
class Fact:
    name: str
    source: str
    source_date: str
    confidence: str
    holds_from: date | None
    holds_until: date | None
    figures: dict[str, Any]

    def holds(self, on: date) -> bool:
        return (self.holds_from is None or self.holds_from <= on) and (
            self.holds_until is None or on <= self.holds_until
        )

    @property
    def sentence(self) -> str:
        said = {name: _number(value) for name, value in self.figures.items()}
        return _(str(SENTENCES[self.name])).format(**said)


def _number(value: Any) -> str:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return str(formats.number_format(value, force_grouping=True) if is_number else value)


def read(text: str) -> tuple[Fact, ...]:
    return tuple(_fact(name, said) for name, entries in tomllib.loads(text)["fact"].items() for said in entries)


def _fact(name: str, said: dict[str, Any]) -> Fact:
    return Fact(
        name=name,
        source=said["source"],
        source_date=said["date"],
        confidence=said["confidence"],
        holds_from=said.get("from"),
        holds_until=said.get("until"),
        figures={figure: value for figure, value in said.items() if figure not in ABOUT},
    )


FACTS = read((Path(__file__).parent / "facts.toml").read_text(encoding="utf-8"))


def facts_on(day: date) -> list[Fact]:
    """In the order of the file; a figure whose year is over is not said, rather than said wrongly."""
    newest = {fact.name: fact for fact in FACTS if fact.holds(day)}
    return list(newest.values())
