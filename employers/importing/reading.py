import hashlib
import json
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from typing import Any, BinaryIO

from django.db import DatabaseError

from employers.actions import import_draft
from employers.importing.lines import Line, Unusable, lines_of, record_of
from employers.importing.mapping import Reader, text_of
from employers.importing.report import Outcome
from employers.lawfulness import missing_fields


def import_file(file: BinaryIO, *, now: datetime) -> Iterator[Outcome]:
    """One outcome for each line that is not empty, each in a transaction of its own."""
    reader = the_reader()
    for line in lines_of(file):
        yield outcome_of(line, reader, now=now)


@cache
def the_reader() -> Reader:
    """Fitted once: it is the same for every file."""
    return Reader()


def outcome_of(line: Line, reader: Reader, *, now: datetime) -> Outcome:
    try:
        record = record_of(line)
        draft = reader.draft(record)
        post = import_draft(key_of(record), draft.values, draft.guesses, now=now)
    except Unusable as refusal:
        return Outcome(line.number, "broken" if refusal.is_broken else "not_a_post", why=refusal.why)
    except DatabaseError:
        return Outcome(line.number, "broken", why="the database cannot hold it")
    title = str(draft.values["title"])
    if post is None:
        return Outcome(line.number, "known", title, why="imported before")
    missing = [field for field, _label in missing_fields(post)]
    return Outcome(line.number, "taken", title, post=post.pk, guesses=draft.guesses, missing=missing)


def key_of(record: dict[str, Any]) -> str:
    """The record's own id and source, or its whole content when it has no id."""
    own = text_of(record, "id")
    content = [own, text_of(record, "source_url")] if own else record
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=True).encode()).hexdigest()
