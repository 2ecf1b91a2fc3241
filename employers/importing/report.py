"""What became of each line."""

from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

Result = Literal["taken", "known", "not_a_post", "broken"]


@dataclass(frozen=True, slots=True)
class Outcome:
    line: int
    result: Result
    title: str = ""
    why: str = ""
    post: int | None = None
    guesses: dict[str, float] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        parts = [f"line {self.line}: {self.result.replace('_', ' ')}"]
        if self.title:
            parts.append(f"»{self.title}«")
        if self.post:
            parts.append(f"draft {self.post}")
        if self.why:
            parts.append(self.why)
        if self.guesses:
            guessed = ", ".join(f"{name} {round(100 * sureness)} %" for name, sureness in self.guesses.items())
            parts.append(f"guessed: {guessed}")
        if self.missing:
            parts.append(f"missing: {', '.join(self.missing)}")
        return " | ".join(parts)


@dataclass(slots=True)
class Report:
    outcomes: list[Outcome] = field(default_factory=list)

    @property
    def counts(self) -> dict[str, int]:
        found = Counter(outcome.result for outcome in self.outcomes)
        return {"lines": len(self.outcomes)} | {
            result: found[result] for result in ("taken", "known", "not_a_post", "broken")
        }

    @property
    def summary(self) -> str:
        counts = self.counts
        return (
            f"{counts['lines']} lines: {counts['taken']} taken as drafts, {counts['known']} known already, "
            f"{counts['not_a_post']} no job posts, {counts['broken']} broken"
        )

    def as_json(self) -> dict[str, Any]:
        return {"counts": self.counts, "lines": [asdict(outcome) for outcome in self.outcomes]}
