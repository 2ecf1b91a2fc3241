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
    """A guard that no test has come by is one that nobody noticed."""
    guards = json.loads(GUARDS.read_text(encoding="utf-8"))
    found = lines()
    by = {guard["key"]: found.get(guard["key"], {}).get("by", "") for guard in guards}
    for key in (key for key, who in by.items() if not who):
        sys.stdout.write(f"nobody noticed: {key}\n")
    for kind, count in Counter(guard["kind"] for guard in guards).items():
        seen = sum(bool(by[guard["key"]]) for guard in guards if guard["kind"] == kind)
        sys.stdout.write(f"{kind}: {count} guards, {seen} noticed\n")
    noticed = sum(map(bool, by.values()))
    share = noticed / len(guards)
    sys.stdout.write(f"{len(guards)} guards, {noticed} noticed: {share:.1%}\n")
    return 0 if share >= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
