"""What leads past the page – numbers, mails, links, addresses, names elsewhere – is covered, however it is written.

Pure text. It covers rather too much: a mentor who reads along can show it as it was written.
"""

import re
import unicodedata
from collections.abc import Iterator

COVER = "▒▒▒"
WORDS = {
    word: digits
    for digits, words in {
        "0": "nul zero", "1": "en et één one", "2": "to two", "3": "tre three", "4": "fire four", "5": "fem five",
        "6": "seks six", "7": "syv seven", "8": "otte eight", "9": "ni nine", "10": "ti ten", "20": "tyve twenty",
        "30": "tredive thirty", "40": "fyrre forty", "50": "halvtreds fifty", "60": "tres sixty",
        "70": "halvfjerds seventy", "80": "firs eighty", "90": "halvfems ninety",
    }.items()
    for word in words.split()
}  # fmt: skip
MOST_BETWEEN = 3
LEAST_DIGITS = 7
A_SPAN_OF_TIME = re.compile(r"\d{1,2}[:.]\d\d\s*[-–]\s*\d{1,2}[:.]\d\d")
DOT = r"\s*(?:\.|\(dot\)|\[dot\]|\bdot\b|\bpunktum\b|\(punktum\))\s*"
AT = r"\s*(?:@|\(at\)|\[at\]|\bsnabel[\s-]?a\b|\(snabel-a\))\s*"
ENDS = "dk|com|net|org|io|me|gg|app|link|ly|be|tv|eu|se|de|uk|no|info|biz|xyz|online|chat|one"
PLACES = "snapchat|snap|instagram|insta|tiktok|discord|whatsapp|telegram|messenger|facebook|signal|kik"
PATTERNS = (
    re.compile(rf"[\w.+-]*{AT}[\w-]+(?:{DOT}[\w-]+)*"),
    re.compile(r"(?:https?|ftp)\s*:\s*/\s*/\s*\S+"),
    re.compile(r"\bwww\b\S*"),
    re.compile(rf"\b[\w-]+{DOT}(?:{ENDS})\b(?:/\S*)?"),
    re.compile(rf"\b(?:{PLACES})\b\W*(?:(?:er|hedder|navn|navnet|på|som|is)\W+)*[\w.-]+"),
    re.compile(
        r"\b\w*(?:vej|vejen|gade|gaden|allé|alle|stræde|vænge|vænget|toften|stien|boulevard|torvet)\W{0,3}\d+\w?"
    ),
)
"""Tried on the plain text."""


def mapped(text: str) -> tuple[str, list[int]]:
    """The text as plainly as it can be written, and for each of its signs where it stood.

    Signs that are not seen are gone, other scripts' digits are ours, and letters are small.
    """
    signs, places = [], []
    for place, sign in enumerate(text):
        for each in unicodedata.normalize("NFKC", sign).casefold():
            if unicodedata.category(each) in {"Cf", "Mn", "Cc"} and each not in "\n\t":
                continue
            digit = unicodedata.digit(each, None)
            signs.append(each if digit is None else str(digit))
            places.append(place)
    return "".join(signs), places


def plain(text: str) -> str:
    return mapped(text)[0]


def masked(text: str) -> str:
    said, places = mapped(text)
    covered = set()
    for start, end in (*numbers(said), *(found.span() for pattern in PATTERNS for found in pattern.finditer(said))):
        if start < end:
            covered |= set(range(places[start], places[end - 1] + 1))
    return joined(text, covered)


def joined(text: str, covered: set[int]) -> str:
    parts: list[str] = []
    for place, sign in enumerate(text):
        if place not in covered:
            parts.append(sign)
        elif place - 1 not in covered:
            parts.append(COVER)
    return "".join(parts)


def numbers(said: str) -> Iterator[tuple[int, int]]:
    """Where so many digits stand so close that they may be somebody's number; words count as the digits they say."""
    run: list[tuple[int, int, int]] = []
    for start, end, digits in digit_groups(said):
        if run and start - run[-1][1] > MOST_BETWEEN:
            yield from told(said, run)
            run = []
        run.append((start, end, digits))
    yield from told(said, run)


def digit_groups(said: str) -> Iterator[tuple[int, int, int]]:
    for found in re.finditer(r"\d+|[^\W\d_]+", said):
        word = found[0]
        if word.isdecimal():
            yield found.start(), found.end(), len(word)
        elif word in WORDS:
            yield found.start(), found.end(), len(WORDS[word])


def told(said: str, run: list[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
    if run and sum(digits for _start, _end, digits in run) >= LEAST_DIGITS:
        start, end = run[0][0], run[-1][1]
        if not A_SPAN_OF_TIME.fullmatch(said[start:end]):
            yield start, end
