"""The registers in docs/security/ name tests and pages: each must be there, and nothing may be left out."""

import ast
import re
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from jobplaneten.home.security_docs import register
from jobplaneten.keeping.book import BOOK

BASE = Path(settings.BASE_DIR)
WORKPLACE = re.compile(r"(^|[\s\"'(])(/(home|tmp|work|root|usr|var|opt)/|\.\./)")


@cache
def functions_of(file: str) -> frozenset[str]:
    tree = ast.parse((BASE / file).read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def is_there(evidence: str) -> bool:
    """`file.py::test`, `file` or `file.md#heading`, all inside this repository."""
    file, test = evidence.split("::") if "::" in evidence else (evidence, "")
    file, _hash, heading = file.partition("#")
    if WORKPLACE.search(file) or not (BASE / file).is_file():
        return False
    if test:
        return test.startswith("test_") and test in functions_of(file)
    return not heading or heading in headings_of((BASE / file).read_text(encoding="utf-8"))


def headings_of(text: str) -> set[str]:
    titles = (line.lstrip("# ").strip().lower() for line in text.splitlines() if line.startswith("#"))
    return {re.sub(r"[^\w\- ]", "", title).replace(" ", "-") for title in titles}


def cases() -> list[dict[str, Any]]:
    return list(register("abuse")["case"])


def test_every_abuse_case_stands_once_and_is_proven_or_says_what_is_open() -> None:
    assert [case["id"] for case in cases()] == [f"A{number:02}" for number in range(1, 53)]
    assert [case["id"] for case in cases() if not (case.get("tests") or case.get("open"))] == []


def test_every_test_that_proves_a_case_is_there() -> None:
    assert [(case["id"], test) for case in cases() for test in case.get("tests", []) if not is_there(test)] == []


def test_every_requirement_has_evidence_that_is_there_or_says_that_it_is_open() -> None:
    rows = register("asvs")["requirement"]
    wrong = [
        row["id"]
        for row in rows
        if row["status"] not in {"met", "partly", "open", "operator", "na"}
        or (row["status"] in {"met", "partly"}) != bool(row.get("evidence"))
        or (row["status"] == "partly") != bool(row.get("gap"))
    ]
    assert wrong == []
    assert [(row["id"], one) for row in rows for one in row.get("evidence", []) if not is_there(one)] == []


def test_no_requirement_is_left_out_or_stands_twice() -> None:
    """The whole of levels 1 and 2 has 253 requirements; those of level 3 are taken in by choice."""
    rows = register("asvs")["requirement"]
    assert sum(row["level"] < 3 for row in rows) == 253
    assert len({row["id"] for row in rows}) == len(rows)


def test_every_case_is_part_of_a_risk_and_every_risk_has_a_test() -> None:
    known = {case["id"]: case for case in cases()}
    risks = register("risks")["risk"]
    assert {number for risk in risks for number in risk["cases"]} == set(known)
    assert [r["id"] for r in risks if not any(known[number].get("tests") for number in r["cases"])] == []


def test_every_page_of_the_book_says_why_it_is_kept() -> None:
    told = [page["model"] for page in register("processing")["page"]]
    assert set(told) == {page.model for page in BOOK}


def test_a_register_can_be_wrong_and_is_found_out() -> None:
    assert not is_there("tests/house/test_security.py::test_that_is_not_there")
    assert not is_there("docs/nowhere.md")
    assert not is_there("docs/operations.md#nowhere")
    assert is_there("docs/operations.md#the-night")
