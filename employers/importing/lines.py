"""From a file of unknown origin to one record a line. A line may be anything; it never stops the next one."""

import json
import math
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

MOST_BYTES = 200_000
MOST_DEPTH = 20
INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn"}


class Unusable(Exception):
    """Why nothing can be made of a line. `is_broken` is false for what is well formed but no job post."""

    def __init__(self, why: str, *, is_broken: bool = True) -> None:
        super().__init__(why)
        self.why = why
        self.is_broken = is_broken


@dataclass(frozen=True, slots=True)
class Line:
    number: int
    content: bytes
    is_too_long: bool = False


def lines_of(file: BinaryIO) -> Iterator[Line]:
    """Numbered from 1; empty lines are passed over. A line beyond the limit is skipped without being held."""
    number = 0
    while content := file.readline(MOST_BYTES + 1):
        number += 1
        is_too_long = len(content) > MOST_BYTES
        while is_too_long and not content.endswith(b"\n") and (rest := file.readline(MOST_BYTES)):
            content = rest
        if is_too_long or content.strip():
            yield Line(number, b"" if is_too_long else content, is_too_long)


def record_of(line: Line) -> dict[str, Any]:
    if line.is_too_long:
        raise Unusable(f"the line is longer than {MOST_BYTES} bytes")
    try:
        text = line.content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unusable("not UTF-8") from None
    try:
        record = json.loads(text)
    except (ValueError, RecursionError):
        raise Unusable("not JSON") from None
    if not isinstance(record, dict):
        raise Unusable("not a JSON object")
    return {visible(key): storable(value) for key, value in record.items()}


def storable(value: Any, depth: int = 0) -> Any:
    """As it was read, less what no database column takes: invisible characters and numbers without end."""
    if depth > MOST_DEPTH:
        raise Unusable("nested too deeply")
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, list):
        return [storable(one, depth + 1) for one in value]
    if isinstance(value, dict):
        return {visible(key): storable(one, depth + 1) for key, one in value.items()}
    return value


def visible(text: str) -> str:
    """Without control and direction-changing characters, which could make a text look like another."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(sign for sign in composed if sign == "\n" or unicodedata.category(sign) not in INVISIBLE)
