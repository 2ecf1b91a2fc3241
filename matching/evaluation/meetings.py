"""Allocation on real meetings: speed-dating events, where both sides of every pair have said yes or no.

Each event is split in two on both sides. What the one half said in the other's first meetings is history; the pairs
of the second halves are judged, and nobody's history holds anything of them. The score is learnt on the other events.
"""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.sparse.csgraph import maximum_bipartite_matching

from matching.engine import search
from matching.engine.allocation import Limits, allocate
from matching.engine.backend import Name, backend
from matching.engine.cards import JobCard, WishCard
from matching.engine.columns import Town
from matching.engine.scoring import fit_rates
from matching.engine.search import Lists
from matching.engine.toss import toss

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

COLUMNS = ("wave", "iid", "pid", "gender", "dec", "dec_o")
FEWEST = 4
"""People on each side; smaller events have no halves to speak of."""
EACH = 2
"""Proposals per person."""


class MeetingsError(ValueError):
    """The file is not of the form."""


class Event(NamedTuple):
    """`yes` (left, right, 2): what the left said to the right, and the right to the left."""

    yes: npt.NDArray[np.bool_]


class Half(NamedTuple):
    """The judged pairs of one split: for each side's question a row of history, and what came."""

    history: Floats
    yes: npt.NDArray[np.bool_]


def read(path: Path) -> list[Event]:
    """Raises MeetingsError or OSError."""
    waves: dict[str, list[dict[str, str]]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        if missing := set(COLUMNS) - set(rows.fieldnames or ()):
            raise MeetingsError(f"columns missing: {', '.join(sorted(missing))}")
        for row in rows:
            waves.setdefault(row["wave"], []).append(row)
    return [event for rows in waves.values() if (event := _event(rows))]


def _event(rows: Sequence[dict[str, str]]) -> Event | None:
    said = {
        (row["iid"], row["pid"]): (is_yes(row["dec"]), is_yes(row["dec_o"]))
        for row in rows
        if is_yes(row["gender"]) and row["pid"]
    }
    left, right = (sorted({pair[side] for pair in said}) for side in (0, 1))
    if min(len(left), len(right)) < FEWEST or len(said) < len(left) * len(right):
        return None
    return Event(np.array([[said[a, b] for b in right] for a in left], dtype=np.bool_))


def is_yes(field: str) -> bool:
    return field in {"1", "1.0"}


def halves(event: Event, dice: np.random.Generator) -> Half:
    """Of the second half of the left with the second half of the right."""
    lefts, rights = (dice.permutation(size) for size in event.yes.shape[:2])
    before_left, left = np.array_split(lefts, 2)
    before_right, right = np.array_split(rights, 2)
    mine = event.yes[np.ix_(left, before_right)]
    theirs = event.yes[np.ix_(before_left, right)]
    says, is_wanted = shrunk(mine[:, :, 0], 1), shrunk(mine[:, :, 1], 1)
    answers, is_asked = shrunk(theirs[:, :, 1], 0), shrunk(theirs[:, :, 0], 0)
    sides = [
        np.broadcast_arrays(*each)
        for each in ((says[:, None], is_asked[None, :]), (answers[None, :], is_wanted[:, None]))
    ]
    return Half(np.stack([np.stack(side, axis=-1) for side in sides], axis=2), event.yes[np.ix_(left, right)])


def shrunk(yes: npt.NDArray[np.bool_], axis: int) -> Floats:
    """The log odds of a yes, as if four more had been asked and two of them had said it."""
    rate = (yes.sum(axis=axis) + 2) / (yes.shape[axis] + 4)
    found: Floats = np.log(rate / (1 - rate))
    return found


def evaluate(path: Path, splits: int = 12, way: Name = "auto") -> dict[str, Any]:
    """Couples out of own lists, out of lists with capacity, and out of lots, over all events; means over splits."""
    events = read(path)
    found = [_one_split(events, np.random.default_rng([split, 23]), way) for split in range(splits)]
    mean = {name: float(np.mean([each[name] for each in found])) for name in found[0]}
    return {
        "events": len(events),
        "splits": splits,
        **{name: round(value, 2) for name, value in mean.items()},
        "couples_more_with_capacity": round(mean["couples_capacity"] / mean["couples_own_top"] - 1, 4),
        "couples_more_than_random": round(mean["couples_capacity"] / mean["couples_random"] - 1, 4),
        "proposals_less": round(1 - mean["proposals_capacity"] / mean["proposals_own_top"], 4),
    }


def _one_split(events: Sequence[Event], dice: np.random.Generator, way: Name) -> dict[str, float]:
    parts = [halves(event, dice) for event in events]
    total: dict[str, float] = {}
    for place, part in enumerate(parts):
        chance = _foreseen([other for n, other in enumerate(parts) if n != place], part)
        for name, proposed in _proposals(chance, dice, way):
            couples = part.yes.all(axis=2) & proposed
            pairs = maximum_bipartite_matching(sparse.csr_matrix(couples), perm_type="column")
            total[f"couples_{name}"] = total.get(f"couples_{name}", 0) + int((pairs >= 0).sum())
            total[f"proposals_{name}"] = total.get(f"proposals_{name}", 0) + int(proposed.sum())
    return total


def _foreseen(others: Sequence[Half], part: Half) -> Floats:
    """The chance of a yes from both, learnt from other events, one model for each side."""
    chance = np.ones(part.yes.shape[:2])
    for side in (0, 1):
        history = np.concatenate([other.history[:, :, side].reshape(-1, 2) for other in others])
        said = np.concatenate([other.yes[:, :, side].ravel() for other in others])
        chance *= fit_rates(history, said)(part.history[:, :, side].reshape(-1, 2)).reshape(chance.shape)
    return chance


def _proposals(chance: Floats, dice: np.random.Generator, way: Name) -> Iterator[tuple[str, npt.NDArray[np.bool_]]]:
    """Who is proposed to whom: the left's own best, as youths have lists; the same with a cap on both sides; and lots
    with that cap."""
    own = np.zeros(chance.shape, dtype=np.bool_)
    np.put_along_axis(own, np.argsort(-chance, axis=1, kind="stable")[:, :EACH], True, axis=1)
    yield "own_top", own
    yield "capacity", dealt(chance, way)
    yield "random", dealt(dice.random(chance.shape), way)


def dealt(chance: Floats, way: Name) -> npt.NDArray[np.bool_]:
    """By the engine's own allocation, EACH for everybody."""
    left, right = chance.shape
    town = Town.of([_asking(n) for n in range(left)], [_asked(n) for n in range(right)])
    row, column = np.divmod(np.arange(left * right), right)
    tie, nothing = toss(1, row, column), np.zeros((left, 0), dtype=np.int64)
    order = search.best(row, chance.ravel(), tie, right)
    scores = chance.ravel()[order]
    lists = Lists(row[order], column[order], scores, np.ones_like(scores), tie[order], nothing, nothing, nothing)
    limits = Limits(per_seat=EACH, per_youth=EACH, first_bonus=0.0, fill_bonus=0.0)
    chosen = allocate(town, lists, limits, backend(way).solve).chosen
    found = np.zeros(chance.shape, dtype=np.bool_)
    found[lists.youth[chosen], lists.job[chosen]] = True
    return found


def _asking(number: int) -> WishCard:
    return WishCard(number, 18, 1, False, (55.0, 12.0), frozenset({"walk"}), 0, ())


def _asked(number: int) -> JobCard:
    return JobCard(number, number, frozenset({1}), 18, 18, (55.0, 12.0), ((0, 0, 1),), 1)
