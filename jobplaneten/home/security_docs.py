"""docs/security.md, made from the two registers in docs/security/: what people may try, and what a standard asks."""

import tomllib
from pathlib import Path
from typing import Any

from django.conf import settings

Row = dict[str, Any]


def register(name: str) -> Row:
    with (Path(settings.BASE_DIR) / "docs" / "security" / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def page() -> str:
    return "\n".join([*opening(), *abuse(), *asvs(), ""])


def opening() -> list[str]:
    return [
        "# Protection, and the proof of it",
        "",
        "Made by `manage.py write_docs` from the registers in `docs/security/`. `tests/house/test_security.py` sees to",
        "it that every test that is named exists and that nothing is left out.",
        "",
        "| verb | what it tries |",
        "|---|---|",
        "| `make test` | every door by everybody, every case below, the worst words in every form of a role |",
        "| `make doors` | whoever is like another at every door, and every list by people of another town, with"
        " and without the youths of this one; a stand-in at every door; mentors' and coordinators' forms with more than"
        " their fields |",
        "| `make fuzz` | every hostile word in every field of every form of everybody, and every form with fields"
        " that are not its own; goes on where it was (`test-output/fuzz`) |",
        "| `make guards` | takes every guard away in a copy, one at a time (decorators of doors, lines of sight,"
        " refusals, predicates, lines in the trail, middleware), and sees whether the tables of doors, rows, deeds and"
        " reading, the code as it is written, or the room's tests notice; goes on where it was (`test-output/guards`),"
        " prints the share and every guard that nobody missed. On 24 November 2026, in one run of 32 minutes:"
        " 848 of 854 (99.3 %), 93 of them only because the code says otherwise than it should |",
    ]


def abuse() -> list[str]:
    cases = register("abuse")["case"]
    whole = [case for case in cases if not case.get("open")]
    lines = [
        "",
        "## What people may try",
        "",
        f"{len(cases)} cases: {len(whole)} proven by tests, {len(cases) - len(whole)} with a part that is still open.",
    ]
    for case in cases:
        lines += ["", f"### {case['id']}: {case['who']}", "", f"*{case['abuse']}*", "", case["answer"], ""]
        lines += [f"- open: {what}" for what in case.get("open", [])]
        lines += [f"- `{test}`" for test in case.get("tests", [])]
    return lines


SHOWN = {"met": "met", "partly": "partly", "open": "open", "operator": "the operator's", "na": "nothing here"}


def asvs() -> list[str]:
    book = register("asvs")
    rows = book["requirement"]
    lines = [
        "",
        "## What a standard asks",
        "",
        "The OWASP Application Security Verification Standard 5.0.0 (<https://github.com/OWASP/ASVS>, CC BY-SA 4.0):",
        "levels 1 and 2 and some of level 3, by number. The words are ours and short; the standard's own bind. *The",
        "operator's* is for whoever runs the machine; *nothing here* is about what this product does not have.",
        "",
        "| chapter | " + " | ".join(SHOWN.values()) + " |",
        "|---" * (len(SHOWN) + 1) + "|",
    ]
    for number, title in book["chapters"].items():
        lines.append(counted(title, [row for row in rows if chapter_of(row) == number]))
    lines.append(counted("**all**", rows))
    for number, title in book["chapters"].items():
        of_it = [row for row in rows if chapter_of(row) == number]
        lines += [
            "",
            f"### {number}. {title}",
            "",
            "| no. | about | status | evidence | what lacks |",
            "|---|---|---|---|---|",
        ]
        lines += [line_of(row) for row in of_it]
    return lines


def chapter_of(row: Row) -> str:
    return str(row["id"]).partition(".")[0]


def counted(title: str, rows: list[Row]) -> str:
    counts = (sum(row["status"] == status for row in rows) for status in SHOWN)
    return f"| {title} | " + " | ".join(str(count or "–") for count in counts) + " |"


def line_of(row: Row) -> str:
    evidence = "<br>".join(f"`{one}`" for one in row.get("evidence", []))
    return f"| {row['id']} | {row['about']} | {SHOWN[row['status']]} | {evidence} | {row.get('gap', '')} |"
