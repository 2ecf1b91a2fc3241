"""What `rules.toml` says: the quiet hours, and the words for which a message waits."""

import re
import tomllib
from datetime import datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from django.utils import timezone

from jobplaneten.talking.masking import plain

FILE = Path(__file__).parent / "rules.toml"


@cache
def rules() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def rings_at(now: datetime) -> datetime:
    """Now, or when the quiet hours end."""
    begin, end = (time.fromisoformat(rules()["quiet"][name]) for name in ("from", "until"))
    local = timezone.localtime(now)
    if end <= local.time() < begin:
        return now
    day = local.date() + timedelta(days=local.time() >= begin)
    return datetime.combine(day, end, tzinfo=local.tzinfo)


@cache
def waiting_words() -> re.Pattern[str]:
    words = "|".join(re.escape(word).replace(r"\ ", r"\W+") for word in rules()["held"]["words"])
    return re.compile(rf"\b(?:{words})\w{{0,3}}\b")


def must_wait(text: str) -> bool:
    """Also when the letters are spread out: h e m m e l i g."""
    said = plain(text)
    closer, close = (re.sub(rf"\b(\w)\W{many}(?=\w\b)", r"\1", said) for many in ("", "+"))
    return any(waiting_words().search(each) for each in (said, closer, close))
