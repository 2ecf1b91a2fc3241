"""The law's answer: every finding, with the figure, the limit, the reason and the source."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

Words = Mapping[str, str | tuple[str, ...]]


class Effect(StrEnum):
    """`block` never, `warn` a person looks, `gate` tick before the first shift, `review` staff must confirm."""

    BLOCK = "block"
    WARN = "warn"
    GATE = "gate"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule that speaks against the job, or asks for care.

    `template` is the Danish sentence with {names}, `params` their values: words (weekdays) that may be
    translated on their own, numbers already written as text, and tuples of tags that have labels elsewhere.
    """

    rule: str
    effect: Effect
    figure: float | str | None
    limit: float | str | None
    unit: str
    template: str
    params: Words
    source: str
    in_force_from: date
    confidence: str

    @property
    def sentence(self) -> str:
        words = {name: value if isinstance(value, str) else ", ".join(value) for name, value in self.params.items()}
        return self.template.format(**words)

    why = sentence


@dataclass(frozen=True, slots=True)
class Findings:
    """Iterates over its findings in the order in which the rules are asked."""

    found: tuple[Finding, ...] = ()

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)

    @property
    def legal(self) -> bool:
        """May this be proposed or begun without a person confirming more?"""
        return all(finding.effect is Effect.WARN for finding in self.found)

    @property
    def violations(self) -> tuple[str, ...]:
        """Ids of the broken rules, each once, sorted."""
        return tuple(sorted({finding.rule for finding in self.found if finding.effect is not Effect.WARN}))

    @property
    def warnings(self) -> tuple[str, ...]:
        return tuple(sorted({finding.rule for finding in self.found if finding.effect is Effect.WARN}))
