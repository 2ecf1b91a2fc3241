"""`make fuzz`: every hostile word in every field of every form of everybody, and every form with more than its fields.

What has been tried stands in test-output/fuzz/tried.jsonl and is not tried again; delete the file to begin anew.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache

from tests.fuzz.trying import Trial, tried
from tests.fuzz.words import WORDS, Word
from tests.house.world import ACTORS, build

TRIED = Path(settings.BASE_DIR) / "test-output" / "fuzz" / "tried.jsonl"
pytestmark = pytest.mark.django_db


def known() -> set[tuple[str, str]]:
    lines = TRIED.read_text(encoding="utf-8").splitlines() if TRIED.exists() else []
    return {(line["actor"], line["word"]) for line in map(json.loads, lines) if not line["faults"]}


def write(**line: Any) -> None:
    TRIED.parent.mkdir(parents=True, exist_ok=True)
    with TRIED.open("a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")


@pytest.mark.parametrize("word", [*WORDS, None], ids=lambda word: word.name if word else "more fields")
@pytest.mark.parametrize("actor", ACTORS)
def test_one_word_in_every_field(actor: str, word: Word | None) -> None:
    name = word.name if word else "more fields"
    if (actor, name) in known():
        return
    cache.clear()
    trial = Trial(build(), actor)
    faults: list[str] = []
    posts = 0
    for form in trial.forms:
        cache.clear()
        if word is None:
            more = trial.smuggled(form)
            faults += [f"{actor} {form.action}: {more}"] if more else []
            posts += 2
            continue
        for field in ("", *form.values):
            faults += list(tried(trial, form, word, field))
            posts += 1
    write(actor=actor, word=name, forms=len(trial.forms), posts=posts, faults=faults)
    assert faults == []
