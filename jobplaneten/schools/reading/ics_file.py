"""Whole-day events of a calendar file. Its last day is the day after: that is how the format counts."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _
from icalendar import Calendar

from jobplaneten.schools.reading.files import FileError, Line

ONE_DAY = timedelta(days=1)


def lines(content: bytes) -> Iterator[Line]:
    try:
        calendar = Calendar.from_ical(content)
        events = list(calendar.walk("VEVENT"))
    except Exception as error:  # the library raises many kinds
        raise FileError(_("Filen er ikke en kalender, som vi kan læse.")) from error
    for number, event in enumerate(events, start=1):
        yield line_of(_("Aftale %(number)d") % {"number": number}, event)


def line_of(place: str, event: Any) -> Line:
    name = str(event.get("SUMMARY", "")).strip()
    if "RRULE" in event or "RDATE" in event:
        return Line(place, name, problem=_("Den gentager sig. Skriv dagene ind én gang hver."))
    try:
        first = event.decoded("DTSTART")
        end = event.decoded("DTEND", None)
        length = event.decoded("DURATION", None)
    except (KeyError, ValueError):
        return Line(place, name, problem=_("Vi kan ikke læse datoen."))
    if isinstance(first, datetime) or isinstance(end, datetime) or not isinstance(first, date):
        return Line(place, name, problem=_("Den har klokkeslæt. Kun hele dage kan være fridage."))
    if isinstance(end, date):
        return Line(place, name, first, max(first, end - ONE_DAY))
    days = length if isinstance(length, timedelta) else ONE_DAY
    return Line(place, name, first, first + max(days, ONE_DAY) - ONE_DAY)
