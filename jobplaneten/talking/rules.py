"""What `rules.toml` says: the words for which a message waits."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from jobplaneten.talking.masking import plain

FILE = Path(__file__).parent / "rules.toml"


@cache
def rules() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


@cache
def waiting_words() -> re.Pattern[str]:
    words = "|".join(re.escape(word).replace(r"\ ", r"\W+") for word in rules()["held"]["words"])
    return re.compile(rf"\b(?:{words})\w{{0,3}}\b")


def must_wait(text: str) -> bool:
    """Also when the letters are spread out: h e m m e l i g."""
    said = plain(text)
    closer, close = (re.sub(rf"\b(\w)\W{many}(?=\w\b)", r"\1", said) for many in ("", "+"))
    return any(waiting_words().search(each) for each in (said, closer, close))
