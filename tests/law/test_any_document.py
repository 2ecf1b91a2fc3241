"""Whatever is sent, the form is read or its errors are named; nothing else ever comes of it."""

import copy
import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from jobplaneten.law.documents import read_document
from jobplaneten.law.reading import FormError
from jobplaneten.law.reporting import report_document
from tests.law.jobs import NOW
from tests.law.test_reading import FORM

JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(["mon", "24:00"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def places(part: Any) -> list[list[Any]]:
    """The way to each part of a form."""
    inner = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    return [[], *([name, *way] for name, one in inner for way in places(one))]


def with_junk(way: list[Any], junk: Any) -> Any:
    if not way:
        return junk
    form = copy.deepcopy(FORM)
    part: Any = form
    for step in way[:-1]:
        part = part[step]
    part[way[-1]] = junk
    return form


def outcome(text: str) -> str:
    try:
        json.dumps(report_document(read_document(text), NOW), ensure_ascii=False, allow_nan=False).encode()
    except FormError as error:
        return "refused" if all(problem.field and problem.text for problem in error.problems) else "refused namelessly"
    return "judged"


@given(st.sampled_from(places(FORM)), JUNK)
def test_junk_in_any_place_is_read_or_refused(way: list[Any], junk: Any) -> None:
    assert outcome(json.dumps(with_junk(way, junk))) in ("judged", "refused")


@given(st.text(max_size=40) | JUNK.map(json.dumps))
def test_any_text_is_read_or_refused(text: str) -> None:
    assert outcome(text) in ("judged", "refused")


def test_the_form_itself_is_judged_and_a_word_too_many_is_not() -> None:
    assert outcome(json.dumps([FORM])) == "judged"
    assert outcome(json.dumps([{**FORM, "": 1}])) == "refused"
