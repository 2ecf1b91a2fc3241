import json
from pathlib import Path
from typing import Any

import pytest

from jobplaneten.law.book import BOOK
from jobplaneten.law.reporting import report
from tests.law.jobs import NOW

TABLE = json.loads((Path(__file__).parent / "cases" / "cases.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["id"])
def test_a_decided_case_comes_out_as_decided(case: dict[str, Any]) -> None:
    expected = case["expected"]
    answer = report(case, NOW)
    assert answer["id"] == case["id"]
    assert answer["legal"] is expected["legal"]
    assert answer["violations"] == sorted(expected["violations"])
    assert answer["warnings"] == sorted(expected["warnings"])


@pytest.mark.parametrize("post", TABLE["post_matrix"], ids=lambda post: post["id"])
def test_a_decided_post_comes_out_as_decided_for_every_group(post: dict[str, Any]) -> None:
    groups = report(post, NOW)["groups"]
    assert set(groups) == set(post["expected"])
    for name, expected in post["expected"].items():
        assert groups[name]["legal"] is expected["legal"]
        assert groups[name]["violations"] == sorted(expected["violations"])


def test_no_decided_case_was_lost() -> None:
    assert (len(TABLE["cases"]), len(TABLE["post_matrix"])) == (138, 6)


def test_the_light_work_of_the_book_is_that_of_the_cases() -> None:
    assert BOOK.on(NOW).light_work == set(TABLE["meta"]["light_work_whitelist_tags"])


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["id"])
def test_every_finding_of_a_case_can_be_said_and_sourced(case: dict[str, Any]) -> None:
    for finding in report(case, NOW)["findings"]:
        assert finding["why"].endswith(".")
        assert "{" not in finding["why"]
        assert finding["source"].startswith("http")
        assert finding["in_force_from"] <= NOW.isoformat()
