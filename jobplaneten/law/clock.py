"""Times of day: minutes after midnight inside the house, "15:30" at its edges, "15.30" to a Danish reader."""

import re

DAY = 24 * 60
FORM = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00")


def minutes(text: str) -> int:
    """Minutes after midnight of "HH:MM"; "24:00" is the midnight that ends the day. ValueError otherwise."""
    if not FORM.fullmatch(text):
        raise ValueError(text)
    return int(text[:2]) * 60 + int(text[3:])


def clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def danish(minute: int) -> str:
    return f"{minute // 60:02}.{minute % 60:02}"


def danish_span(start: int, end: int) -> str:
    return f"{danish(start)}-{danish(end)}"


def hours(minute: int) -> float:
    return round(minute / 60, 2)


def danish_number(number: float) -> str:
    """2.0 is "2", 7.5 is "7,5"."""
    return f"{number:.2f}".rstrip("0").rstrip(".").replace(".", ",")
