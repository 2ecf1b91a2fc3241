"""What is pinned holds everywhere: by hash, for every Python, and without any registry's address."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PINNED = ("requirements.txt", "requirements-dev.txt")


def pins(name: str) -> dict[str, str]:
    """Package name to the block that pins it."""
    blocks = re.split(r"^(?=[a-z0-9])", (ROOT / name).read_text(), flags=re.MULTILINE)
    return {
        re.split(r"==", block, maxsplit=1)[0] + block.partition(";")[2].split("\\")[0]: block for block in blocks[1:]
    }


@pytest.mark.parametrize("name", PINNED)
def test_every_package_is_pinned_by_hash(name: str) -> None:
    assert pins(name)
    assert [block for block in pins(name).values() if "==" not in block or "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("name", PINNED)
def test_no_address_is_pinned(name: str) -> None:
    assert re.findall(r"^.*(?:://|@ |--index|--find-links|--extra).*$", (ROOT / name).read_text(), re.MULTILINE) == []


def test_tests_run_with_what_the_service_runs_with() -> None:
    tested = pins("requirements-dev.txt")
    hashes = re.compile(r"--hash=\S+")
    differing = [
        name
        for name, block in pins("requirements.txt").items()
        if hashes.findall(block) != hashes.findall(tested.get(name, ""))
    ]
    assert differing == []


def test_the_oldest_python_is_served_too() -> None:
    assert any("python_full_version < '3.11.3'" in name for name in pins("requirements.txt"))
