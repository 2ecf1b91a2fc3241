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
    return "\n".join([*opening(), *abuse(), ""])


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
        "| `make fuzz` | every hostile word in every field of every form of everybody, and every form with fields"
        " that are not its own; goes on where it was (`test-output/fuzz`) |",
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
