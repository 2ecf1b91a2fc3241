"""Second round: for each room its own tests, with every guard of it that is still unnoticed taken away in turn."""

import json
import subprocess
import sys

from tests.guards.noting import lines
from tests.guards.planting import COPY, GUARDS

BESIDE = {
    "": ["tests/house/test_first_line.py"],
    "jobplaneten/accounts": [
        "tests/accounts",
        "tests/api/test_faces.py",
        "tests/api/test_keys.py",
        "tests/api/test_moves.py",
    ],
    "jobplaneten/families": ["tests/families"],
    "jobplaneten/following": ["tests/following"],
    "jobplaneten/home": ["tests/home"],
    "jobplaneten/keeping": ["tests/keeping", "tests/accounts/test_again.py"],
    "jobplaneten/keepsakes": ["tests/keepsakes"],
    "jobplaneten/messaging": ["tests/messaging"],
    "jobplaneten/placements": ["tests/placements", "tests/api/test_moves.py"],
    "jobplaneten/schools": ["tests/schools"],
    "jobplaneten/searching": ["tests/searching"],
    "jobplaneten/settings": [
        "tests/home/test_doors.py",
        "tests/accounts/test_terms.py",
        "tests/house/test_abuse.py",
        "tests/house/test_hostile.py",
    ],
    "jobplaneten/shifts": ["tests/shifts"],
    "jobplaneten/steps": ["tests/steps"],
    "jobplaneten/talking": ["tests/talking"],
    "employers": ["tests/employers", "tests/accounts/test_second_factor.py"],
    "matching": ["tests/matching", "tests/accounts/test_again.py", "tests/house/test_abuse.py"],
    "youth": ["tests/youth", "tests/accounts/test_second_factor.py", "tests/api"],
    "jobplaneten": ["tests/rights", "tests/trail", "tests/api"],
}


def main() -> int:
    for room, tests in BESIDE.items():
        found = lines()
        guards = json.loads(GUARDS.read_text(encoding="utf-8"))
        left = [g["key"] for g in guards if not found.get(g["key"], {}).get("by") and g["file"].startswith(room)]
        sys.stdout.write(f"{room}: {len(left)} to try with {' '.join(tests)}\n")
        if left:
            program = [sys.executable, "-m", "pytest", "-p", "tests.guards.rooms", "-q", "-n0", "-p", "no:randomly"]
            for step in (["--guards-listen"], ["--guards-of", room]):
                subprocess.run([*program, "--tb=no", *step, *tests, *sys.argv[1:]], cwd=COPY, check=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
