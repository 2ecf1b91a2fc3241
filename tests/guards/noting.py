"""What became of each guard: one line each, so that a run goes on where another ended."""

import json
import sys
from collections import Counter
from typing import Any

from tests.guards.planting import GUARDS, OUTPUT

NOTICED = OUTPUT / "noticed.jsonl"
GOAL = 0.95


def lines() -> dict[str, dict[str, Any]]:
    """The last word on each guard."""
    written = NOTICED.read_text(encoding="utf-8").splitlines() if NOTICED.exists() else []
    return {line["key"]: line for line in map(json.loads, written)}


def note(guard: dict[str, Any], by: str, **more: Any) -> None:
    with NOTICED.open("a", encoding="utf-8") as file:
        file.write(json.dumps({"key": guard["key"], "kind": guard["kind"], "by": by, **more}) + "\n")


def main() -> int:
    guards = json.loads(GUARDS.read_text(encoding="utf-8"))
    found = lines()
    tried = [guard for guard in guards if guard["key"] in found]
    missed = [guard["key"] for guard in tried if not found[guard["key"]]["by"]]
    for key in missed:
        sys.stdout.write(f"nobody noticed: {key}\n")
    for kind, count in Counter(guard["kind"] for guard in guards).items():
        of_kind = [found[guard["key"]] for guard in tried if guard["kind"] == kind]
        seen = sum(bool(line["by"]) for line in of_kind)
        sys.stdout.write(f"{kind}: {count} guards, {len(of_kind)} tried, {seen} noticed\n")
    share = 1 - len(missed) / len(tried) if tried else 0
    sys.stdout.write(f"{len(guards)} guards, {len(tried)} tried, {len(tried) - len(missed)} noticed: {share:.1%}\n")
    return 0 if share >= GOAL and len(tried) == len(guards) else 1


if __name__ == "__main__":
    sys.exit(main())
