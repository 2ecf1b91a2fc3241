"""A paper as words: what stands on it, in order. How it looks is `paper.typ`'s to know."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from json import dumps
from typing import Any

Block = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Paper:
    """`note` stands at the foot of every page. `look` is "plain", "letter" or "diploma"."""

    title: str
    lead: str = ""
    blocks: list[Block] = field(default_factory=list)
    note: str = ""
    look: str = "plain"

    def as_data(self) -> dict[str, Any]:
        return asdict(self)

    def as_json(self) -> str:
        return dumps(self.as_data(), sort_keys=True, ensure_ascii=False)

    @property
    def digest(self) -> str:
        """Another word anywhere is another digest."""
        return sha256(self.as_json().encode()).hexdigest()


def heading(words: str) -> Block:
    return {"kind": "heading", "text": words}


def text(words: str) -> Block:
    return {"kind": "text", "text": words}


def lines(said: Iterable[str]) -> Block:
    return {"kind": "lines", "lines": [str(line) for line in said]}


def facts(pairs: Iterable[tuple[Any, Any]]) -> Block:
    """What is empty is left out."""
    return {"kind": "facts", "facts": [[str(term), str(value)] for term, value in pairs if value]}


def signatures(rows: Iterable[tuple[str, str]]) -> Block:
    """Who, and what they said or still have to."""
    return {"kind": "signatures", "rows": [list(row) for row in rows]}


def image(svg: str, described: str) -> Block:
    return {"kind": "image", "svg": svg, "described": described}
