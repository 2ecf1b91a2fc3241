"""What no page may forget, read from the templates themselves."""

import re
from pathlib import Path

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
SOURCES = {path.relative_to(TEMPLATES).as_posix(): path.read_text("utf-8") for path in TEMPLATES.rglob("*.html")}
INCLUDE = re.compile(r'{%\s*include\s+"([^"]+)"([^%]*)%}')
POSTS = re.compile(r'<form\b[^>]*method="post".*?</form>', re.DOTALL)


def carriers() -> set[str]:
    """Templates that write the token of a form: their own, or that of a part that they draw in."""
    found = {name for name, source in SOURCES.items() if "csrf_token" in INCLUDE.sub("", source)}
    while more := {
        name
        for name, source in SOURCES.items()
        if name not in found and {part for part, _how in INCLUDE.findall(source)} & found
    }:
        found |= more
    return found


def test_a_part_with_a_form_is_handed_the_token_that_lets_it_be_sent() -> None:
    """`only` leaves everything else outside, and a form without its token is refused by every real browser's visit."""
    parts = carriers()
    lost = [
        f"{name}: {part}"
        for name, source in SOURCES.items()
        for part, how in INCLUDE.findall(source)
        if part in parts and re.search(r"\bonly\b", how) and "csrf_token=csrf_token" not in how
    ]
    assert lost == []


def test_every_form_that_is_posted_carries_a_token() -> None:
    without = [name for name, source in SOURCES.items() for form in POSTS.findall(source) if "csrf_token" not in form]
    assert without == []
