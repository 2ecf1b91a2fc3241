"""What has happened in the season: seen where it happens, in the workflows and in the letters of every room."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import wraps
from types import ModuleType
from typing import Any

import pytest
from django.db.models import Max
from django.utils import timezone

from employers.workflow import POST
from jobplaneten.families import letters as of_families
from jobplaneten.following import letters as of_follow_ups
from jobplaneten.messaging.models import Message, TextMessage
from jobplaneten.placements import letters as of_jobs
from jobplaneten.placements.workflow import PLACEMENT
from jobplaneten.searching import letters as of_searches
from jobplaneten.shifts import letters as of_shifts
from jobplaneten.workflow import Workflow
from matching import letters as of_matches
from matching import nudging
from matching.workflow import MATCH
from youth.workflow import YOUTH

OF_PROTECTION = {"leave", "stay", "stay_in_line", "stay_paused", "stay_closed", "forget", "turn_away"}
"""How a youth goes away for good is no part of a season at work."""
WRITERS: tuple[tuple[str, ModuleType], ...] = (
    ("match", of_matches),
    ("match", nudging),
    ("job", of_jobs),
    ("shift", of_shifts),
    ("follow-up", of_follow_ups),
    ("search", of_searches),
    ("family", of_families),
)


@dataclass
class Watch:
    """By the name of a rule: how often it has fired, and the first day."""

    seen: dict[str, tuple[int, date]] = field(default_factory=dict)

    def saw(self, rule: str) -> None:
        times, first = self.seen.get(rule, (0, timezone.localdate()))
        self.seen[rule] = (times + 1, first)


def moves() -> Iterator[str]:
    for workflow in (YOUTH, POST, MATCH, PLACEMENT):
        for move in workflow.moves:
            if move.name not in OF_PROTECTION:
                yield f"move: {workflow.name} {move.name}"


def letters() -> Iterator[str]:
    for room, module in WRITERS:
        for name, _writer in writers_of(module):
            yield f"letter: {room} {name}"


def writers_of(module: ModuleType) -> list[tuple[str, Callable[..., Any]]]:
    """The functions that say what has happened. Those that only carry a text to somebody take its words."""
    found = inspect.getmembers(module, inspect.isfunction)
    own = [(name, writer) for name, writer in found if writer.__module__ == module.__name__]
    return [(name, writer) for name, writer in own if speaks_of_what_happened(writer)]


def speaks_of_what_happened(writer: Callable[..., Any]) -> bool:
    taken = inspect.signature(writer).parameters
    return "now" in taken and not {"subject", "body"} & set(taken)


def look_on(watch: Watch, patch: pytest.MonkeyPatch) -> None:
    """From now on the watch sees each move that is made, and each letter that really lies in a box afterwards."""
    take = Workflow.take

    def taken(self: Workflow, name: str, state: str) -> str:
        target = take(self, name, state)
        watch.saw(f"move: {self.name} {name}")
        return target

    patch.setattr(Workflow, "take", taken)
    for room, module in WRITERS:
        for name, writer in writers_of(module):
            patch.setattr(module, name, seen_by(watch, f"letter: {room} {name}", writer))


def seen_by(watch: Watch, rule: str, writer: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(writer)
    def written(*args: Any, **kwargs: Any) -> Any:
        before = newest()
        answer = writer(*args, **kwargs)
        if newest() != before:
            watch.saw(rule)
        return answer

    return written


def newest() -> tuple[Any, Any]:
    kinds = (Message, TextMessage)
    last, text = (kind.objects.aggregate(last=Max("pk"))["last"] for kind in kinds)
    return last, text
