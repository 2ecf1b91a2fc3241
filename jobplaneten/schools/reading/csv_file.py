"""Rows of first day, last day and name, with semicolons, commas or tabs, as Excel and others write them."""

import csv
import re
from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from jobplaneten.schools.reading.files import Line

DAY = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def lines(content: bytes) -> Iterator[Line]:
    text = as_text(content)
    for number, cells in enumerate(csv.reader(text.splitlines(), delimiter=delimiter_of(text)), start=1):
        found = [cell.strip() for cell in cells]
        if any(found) and not is_header(number, found):
            yield line_of(_("Linje %(number)d") % {"number": number}, found)


def as_text(content: bytes) -> str:
    """UTF-8 with or without a mark, or else what older Excels write."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def delimiter_of(text: str) -> str:
    first = text.lstrip().partition("\n")[0]
    return max(";\t,", key=first.count)


def is_header(number: int, cells: list[str]) -> bool:
    return number == 1 and not any(character.isdigit() for character in cells[0])


def line_of(place: str, cells: list[str]) -> Line:
    """First day, last day (or nothing: one day), name."""
    first, last, *rest = [*cells, "", ""]
    name = rest[0]
    if last and not any(character.isdigit() for character in last):
        last, name = first, last
    days = day_of(first), day_of(last or first)
    if None in days:
        return Line(place, name or first, problem=_("Vi kan ikke læse datoen. Skriv den som 12.10.2026."))
    return Line(place, name, *days)


def day_of(text: str) -> date | None:
    """2026-10-12, 12-10-2026, 12.10.2026 or 12/10/2026. None for anything else, also a day that no month has."""
    if found := ISO_DAY.fullmatch(text):
        year, month, day = map(int, found.groups())
    elif found := DAY.fullmatch(text):
        day, month, year = map(int, found.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
