"""Where fitted tables lie between nights: one JSON file, checked before it is believed.

Never pickle: a file from the shelf can hold numbers and nothing that runs.
"""

import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

from matching.engine.weights import Scorer

FORMAT = 1


class Loaded(NamedTuple):
    """`trouble` is empty, or why the written weights stand in: missing, unreadable, damaged, old."""

    scorer: Scorer
    trouble: str


def save(scorer: Scorer, path: Path) -> None:
    """Whole or not at all: written beside the place, then renamed into it."""
    body = scorer.to_json()
    page = {"format": FORMAT, "sha256": _digest(body), "scorer": body}
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(page, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def load(path: Path) -> Loaded:
    """The tables in `path`, or the written weights and the reason; never raises."""
    try:
        return _opened(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return Loaded(Scorer.written(), "missing")
    except OSError:
        return Loaded(Scorer.written(), "unreadable")
    except (ValueError, RecursionError):
        return Loaded(Scorer.written(), "damaged")


def _opened(page: Any) -> Loaded:
    if not isinstance(page, dict):
        return Loaded(Scorer.written(), "damaged")
    if page.get("format") != FORMAT:
        return Loaded(Scorer.written(), "old")
    if page.get("sha256") != _digest(page.get("scorer")):
        return Loaded(Scorer.written(), "damaged")
    try:
        return Loaded(Scorer.from_json(page["scorer"]), "")
    except (ValueError, KeyError, TypeError, OverflowError):
        return Loaded(Scorer.written(), "old")


def _digest(body: Any) -> str:
    text = json.dumps(body, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
