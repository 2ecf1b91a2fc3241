import json
from typing import Any

import pytest

from jobplaneten.law.documents import read_document, read_json
from jobplaneten.law.reading import FormError
from jobplaneten.law.reporting import report_document
from tests.law.jobs import NOW

JOB: dict[str, Any] = {"tasks": ["tidying"], "shifts": [{"weekday": "mon", "start": "15:00", "end": "17:00"}]}
CASE: dict[str, Any] = {"id": "a", "youth": {"age": 13}, "job": JOB}
POST: dict[str, Any] = {"id": "p", "job": JOB}


def answer(form: Any) -> Any:
    return report_document(read_document(json.dumps(form)), NOW)


def problems(text: str, most: int | None = None) -> list[str]:
    with pytest.raises(FormError) as error:
        read_document(text, most)
    return [str(problem) for problem in error.value.problems]


def test_one_case_gets_one_answer() -> None:
    assert answer(CASE) == {"id": "a", "legal": True, "violations": [], "warnings": [], "findings": []}
    assert set(answer(POST)["groups"]) == {"13-14", "15-17_in_compulsory_school", "15-17_finished", "18"}


def test_a_list_gets_a_list_in_its_order() -> None:
    assert [one["id"] for one in answer([POST, CASE])] == ["p", "a"]
    assert answer([CASE]) == [answer(CASE)]
    assert answer([]) == []


def test_an_object_of_cases_and_posts_gets_the_cases_first() -> None:
    both = {"post_matrix": [POST], "meta": {"anything": "goes"}, "cases": [CASE, {**CASE, "id": "b"}]}
    assert [one["id"] for one in answer(both)] == ["a", "b", "p"]
    assert [one["id"] for one in answer({"cases": [CASE]})] == ["a"]
    assert [one["id"] for one in answer({"post_matrix": [POST]})] == ["p"]


def test_all_that_is_wrong_is_told_at_once_by_path_and_case() -> None:
    worse = {
        "id": "b",
        "colour": "red",
        "youth": {"age": "13"},
        "job": {"shifts": [{"weekday": "mon"}, {"weekday": "may", "start": "15:00", "end": "24:30"}]},
    }
    assert problems(json.dumps({"cases": [CASE, worse, []]})) == [
        "b: cases[1].colour: is not a field of the form",
        "b: cases[1].youth.age: '13' is not a whole number from 0 up",
        "b: cases[1].job.shifts[0].start: is missing",
        "b: cases[1].job.shifts[0].end: is missing",
        "b: cases[1].job.shifts[1].weekday: 'may' is none of fri, mon, sat, sun, thu, tue, wed",
        "b: cases[1].job.shifts[1].end: '24:30' is not a time such as \"15:30\"",
        "cases[2]: is not an object",
    ]


def test_a_case_needs_a_youth_and_a_post_has_none() -> None:
    assert problems(json.dumps({"cases": [POST], "post_matrix": []})) == ["p: cases[0].youth: is missing"]
    assert problems(json.dumps({"post_matrix": [CASE]})) == ["a: post_matrix[0].youth: is not a field of a post"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "case: is not JSON: Expecting value"),
        ("{", "case: is not JSON"),
        ('{"job": {}} {}', "case: is not JSON: Extra data"),
        ("7", "case: is not an object"),
        ("null", "case: is not an object"),
        ("{}", "job: is missing"),
        ("[" * 100000, "case: is nested too deeply"),
        ("9" * 5000, "case: is not JSON"),
        ('[{"job": {"alone": true, "alone": false}}]', "alone: stands twice in one object"),
        ('{"job": {"lift_kg": NaN}}', "job.lift_kg: nan is not a number from 0 to 100000"),
        ('{"job": {"lift_kg": 1e999}}', "job.lift_kg: inf is not a number from 0 to 100000"),
        ('[{"job": {"lift_kg": -1}}]', "[0].job.lift_kg: -1 is not a number from 0 to 100000"),
        ('[{"id": 7, "job": {}}]', "[0].id: 7 is not a text"),
        ('{"": 1, "job": {}}', '"": is not a field of the form'),
        ('{"job": {"\\ud800\\n": 1}}', 'job."\\ud800\\n": is not a field of the form'),
        ('{"cases": {}}', "cases: is not a list"),
        ('{"post_matrix": null}', "post_matrix: is not a list"),
        ('{"cases": [], "notes": 1}', "notes: is not a field of the form"),
        ('{"meta": {}, "job": {}}', "job: is not a field of the form"),
    ],
)
def test_junk_is_an_error_that_says_where(text: str, said: str) -> None:
    (problem,) = problems(text)
    assert problem.startswith(said)


def test_there_may_be_too_many_at_once() -> None:
    assert len(read_document(json.dumps([CASE, CASE]), 2).cases) == 2
    assert problems(json.dumps([CASE] * 3), 2) == ["case: 3 cases are too many at once"]
    assert problems(json.dumps({"cases": [CASE] * 3}), 2) == ["cases: 3 cases are too many at once"]
    two_and_one = {"cases": [CASE] * 2, "post_matrix": [POST]}
    assert problems(json.dumps(two_and_one), 2) == ["post_matrix: 1 cases are too many at once"]
    assert len(read_document(json.dumps(two_and_one), 3).cases) == 3


def test_json_itself_is_read_as_it_stands() -> None:
    assert read_json('{"a": [1, {"b": "å"}]}') == {"a": [1, {"b": "å"}]}
