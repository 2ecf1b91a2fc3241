"""How the mutants fared: those that lived and are not explained in tests/law/mutants.md make this fail."""

import subprocess
import sys
from collections import Counter

from tests.mutants.copying import COPY, ROOT

EXPLAINED = ROOT / "tests" / "law" / "mutants.md"
CAUGHT = {"killed", "timeout", "caught by type check"}


def mutmut(*args: str) -> str:
    program = [sys.executable, "-m", "mutmut", *args]
    return subprocess.run(program, cwd=COPY, capture_output=True, text=True, check=True).stdout


def fates() -> dict[str, str]:
    """Each mutant that was tried, and what became of it."""
    lines = (line.strip().rpartition(": ") for line in mutmut("results", "--all", "true").splitlines())
    return {name: fate for name, _colon, fate in lines if name and fate != "not checked"}


def change(mutant: str) -> list[str]:
    """The lines that the mutant takes away and puts in."""
    lines = mutmut("show", mutant).splitlines()
    return [line[0] + line[1:].strip() for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def main() -> int:
    found = fates()
    lived = {name: change(name) for name, fate in found.items() if fate not in CAUGHT}
    reasons = EXPLAINED.read_text(encoding="utf-8").splitlines()
    unexplained = {name: lines for name, lines in lived.items() if not set(lines) <= set(reasons)}
    for name, lines in unexplained.items():
        sys.stdout.write("\n".join([f"{name} ({found[name]})", *lines, ""]))
    fate = Counter(found.values())
    counted = (
        f"{len(found)} mutants: {len(found) - len(lived)} noticed, {len(lived)} not, {len(unexplained)} unexplained"
    )
    sys.stdout.write(f"{counted} {dict(fate)}\n")
    return 1 if unexplained or not found else 0


if __name__ == "__main__":
    sys.exit(main())
