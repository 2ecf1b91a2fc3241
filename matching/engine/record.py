"""A whole night on one page: all that went in and what came out, so that it can be run again from the page alone.

The page is text (JSON), pressed and sealed. It holds numbers and codes as the cards do: no name, no address.
"""

import base64
import dataclasses
import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from matching.engine.allocation import Limits
from matching.engine.cards import JobCard, WishCard
from matching.engine.columns import Lawfulness
from matching.engine.night import Law, NightPlan, Options, propose
from matching.engine.weights import Scorer

FORM = 1
Row = tuple[int, int, int, float, float, float]
"""A proposal: youth, post, rank, want, take, score."""
Card = TypeVar("Card", WishCard, JobCard)


class DamagedError(ValueError):
    """What was kept is not what was written, or cannot be read."""


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """What the law said, by the ids of youths and posts. Answers again for these, or for some of them."""

    youths: tuple[int, ...]
    posts: tuple[int, ...]
    said: Lawfulness

    def again(self, wishes: Sequence[WishCard], jobs: Sequence[JobCard]) -> Lawfulness:
        row = {youth: place for place, youth in enumerate(self.youths)}
        column = {post: place for place, post in enumerate(self.posts)}
        rows = np.array([row[wish.youth] for wish in wishes], dtype=np.int64)
        columns = np.array([column[job.post] for job in jobs], dtype=np.int64)
        return Lawfulness(self.said.of_youth[rows], self.said.table[:, columns])


class Listening:
    """A law that remembers what it said."""

    def __init__(self, law: Law) -> None:
        self.law = law
        self.heard = Heard((), (), Lawfulness.all_lawful(0, 0))

    def __call__(self, wishes: Sequence[WishCard], jobs: Sequence[JobCard]) -> Lawfulness:
        said = self.law(wishes, jobs)
        self.heard = Heard(tuple(wish.youth for wish in wishes), tuple(job.post for job in jobs), said)
        return said


@dataclass(frozen=True, slots=True)
class Outcome:
    """`eligible` counts the jobs that each youth could be proposed for; `prices` names the crowded posts."""

    proposals: tuple[Row, ...]
    refused: Mapping[str, int]
    eligible: Mapping[int, int]
    prices: Mapping[int, float]

    @classmethod
    def of(cls, night: NightPlan) -> "Outcome":
        rows = ((p.youth, p.post, p.rank, p.want, p.take, p.score) for p in night.proposals)
        return cls(tuple(rows), dict(night.refused), dict(night.eligible), dict(night.prices))

    @property
    def ranks(self) -> dict[tuple[int, int], int]:
        return {(youth, post): rank for youth, post, rank, *_chances in self.proposals}


@dataclass(frozen=True, slots=True, eq=False)
class Record:
    """`mentors` and `areas` say whose each youth is and from where: for counting, never for the score."""

    day: str
    engine: str
    model: str
    wishes: tuple[WishCard, ...]
    jobs: tuple[JobCard, ...]
    law: Heard
    scorer: Scorer
    seed: int
    options: Options
    mentors: Mapping[int, int]
    areas: Mapping[int, int]
    outcome: Outcome


NOTHING_HEARD = Heard((), (), Lawfulness.all_lawful(0, 0))
NOTHING_YET = Outcome((), {}, {}, {})


def run_again(record: Record) -> NightPlan:
    """The night from the record alone. The one place that asks the engine for it."""
    return propose(
        record.wishes,
        record.jobs,
        scorer=record.scorer,
        seed=record.seed,
        law=record.law.again,
        options=record.options,
    )


def differences(then: Outcome, now: Outcome) -> list[dict[str, Any]]:
    """Pairs that got another rank (None: were not proposed), in the order of the ids."""
    before, after = then.ranks, now.ranks
    return [
        {"youth": youth, "post": post, "then": before.get((youth, post)), "now": after.get((youth, post))}
        for youth, post in sorted(before.keys() | after.keys())
        if before.get((youth, post)) != after.get((youth, post))
    ]


@cache
def engine_version() -> str:
    """Names the engine by its own text: another engine, another name."""
    files = sorted(Path(__file__).parent.glob("*.py"))
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()[:12]


def press(record: Record) -> tuple[bytes, str]:
    """The page, and its seal."""
    page = zlib.compress(json.dumps(_page(record), default=sorted, separators=(",", ":")).encode(), 6)
    return page, hashlib.sha256(page).hexdigest()


def unpress(page: bytes, sha256: str) -> Record:
    """Raises DamagedError when page and seal do not belong together, or the page is of a form that nobody reads."""
    if hashlib.sha256(page).hexdigest() != sha256:
        raise DamagedError("the seal does not fit")
    try:
        return _record(json.loads(zlib.decompress(page)))
    except (zlib.error, ValueError, KeyError, TypeError, IndexError) as error:
        raise DamagedError(f"unreadable: {type(error).__name__}") from error


def _page(record: Record) -> dict[str, Any]:
    return {
        "form": FORM,
        "day": record.day,
        "engine": record.engine,
        "model": record.model,
        "seed": record.seed,
        "options": _options_page(record.options),
        "scorer": record.scorer.to_json(),
        "wishes": _table(WishCard, record.wishes),
        "jobs": _table(JobCard, record.jobs),
        "law": _law_page(record.law),
        "mentors": sorted(record.mentors.items()),
        "areas": sorted(record.areas.items()),
        "outcome": {
            "proposals": record.outcome.proposals,
            "refused": dict(record.outcome.refused),
            "eligible": sorted(record.outcome.eligible.items()),
            "prices": sorted(record.outcome.prices.items()),
        },
    }


def _record(page: Mapping[str, Any]) -> Record:
    if page["form"] != FORM:
        raise DamagedError("written in another form")
    outcome = page["outcome"]
    return Record(
        page["day"],
        page["engine"],
        page["model"],
        _cards(WishCard, page["wishes"]),
        _cards(JobCard, page["jobs"]),
        _law(page["law"]),
        Scorer.from_json(page["scorer"]),
        page["seed"],
        _options(page["options"]),
        dict(page["mentors"]),
        dict(page["areas"]),
        Outcome(
            tuple(tuple(row) for row in outcome["proposals"]),
            outcome["refused"],
            dict(outcome["eligible"]),
            dict(outcome["prices"]),
        ),
    )


def _table(kind: type[Any], cards: Iterable[WishCard | JobCard]) -> dict[str, Any]:
    names = [field.name for field in dataclasses.fields(kind)]
    return {"names": names, "rows": list(map(attrgetter(*names), cards))}


def _cards(kind: type[Card], table: Mapping[str, Any]) -> tuple[Card, ...]:
    return tuple(kind.from_mapping(dict(zip(table["names"], row, strict=True))) for row in table["rows"])


def _law_page(law: Heard) -> dict[str, Any]:
    rows = np.packbits(law.said.table, axis=1)
    return {
        "youths": law.youths,
        "posts": law.posts,
        "class_of": law.said.of_youth.tolist(),
        "classes": [base64.b64encode(row.tobytes()).decode() for row in rows],
    }


def _law(page: Mapping[str, Any]) -> Heard:
    width = len(page["posts"])
    rows = [_bits(base64.b64decode(row), width) for row in page["classes"]]
    table = np.array(rows, dtype=np.bool_).reshape(len(rows), width)
    of_youth = np.array(page["class_of"], dtype=np.int64)
    return Heard(tuple(page["youths"]), tuple(page["posts"]), Lawfulness(of_youth, table))


def _bits(row: bytes, width: int) -> npt.NDArray[np.uint8]:
    return np.unpackbits(np.frombuffer(row, dtype=np.uint8), count=width)


def _options_page(options: Options) -> dict[str, Any]:
    """Whichever backend found the night, any finds the same."""
    limits = dataclasses.asdict(options.limits)
    plain = {name: sorted(value.items()) if isinstance(value, dict) else value for name, value in limits.items()}
    return {"list_length": options.list_length, "limits": plain}


def _options(page: Mapping[str, Any]) -> Options:
    limits: dict[str, Any] = {
        name: dict(value) if isinstance(value, list) else value for name, value in page["limits"].items()
    }
    return Options(Limits(**limits), page["list_length"])
