"""Fitted tables as they lie between nights: text and a seal, checked before they are believed.

Never pickle: what comes from the shelf can hold numbers and nothing that runs.
"""

import hashlib
import json
from typing import NamedTuple

from matching.engine.weights import Scorer


class Sealed(NamedTuple):
    """`version` names the tables: the same tables, the same name."""

    version: str
    weights: str
    sha256: str


class Opened(NamedTuple):
    """`trouble` is empty, or why the written weights stand in: damaged, old."""

    scorer: Scorer
    trouble: str


def seal(scorer: Scorer) -> Sealed:
    weights = json.dumps(scorer.to_json())
    sha256 = digest(weights)
    return Sealed(f"{scorer.origin}-{sha256[:12]}", weights, sha256)


def unseal(weights: str, sha256: str) -> Opened:
    """The tables, or the written weights and the reason; never raises."""
    if digest(weights) != sha256:
        return Opened(Scorer.written(), "damaged")
    try:
        return Opened(Scorer.from_json(json.loads(weights)), "")
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return Opened(Scorer.written(), "old")


def digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
