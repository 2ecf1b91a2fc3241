"""A person's shifts as a calendar that the phone fetches by itself. It says no more than the person wants it to."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from jobplaneten.shifts.models import CalendarLink, RosterShift, RosterShiftQuerySet
from youth.disclosure import is_hidden

BACK = timedelta(days=31)
Titled = Callable[[RosterShift], str]
FoundAt = Callable[[RosterShift], str]


def shifts_for(person: Any, today: date) -> list[RosterShift]:
    return in_a_calendar(RosterShift.objects.visible_to(person), today)


def in_a_calendar(rows: RosterShiftQuerySet, today: date) -> list[RosterShift]:
    found = rows.planned().of_jobs_that_run().filter(day__gte=today - BACK)
    return list(found.select_related("placement__youth", "placement__post__employer").in_order())


def as_ics(shifts: list[RosterShift], now: datetime, *, titled: Titled, found_at: FoundAt) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Jobplaneten//Vagter//DA")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _("Vagter"))
    calendar.add("refresh-interval", timedelta(hours=4), parameters={"value": "DURATION"})
    for shift in shifts:
        calendar.add_component(event(shift, now, titled(shift), found_at(shift)))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def event(shift: RosterShift, now: datetime, title: str, path: str) -> Event:
    """The same shift keeps its name when it is moved, so that the phone moves it too."""
    found = Event()
    found.add("uid", f"shift-{shift.pk}@jobplaneten")
    found.add("dtstamp", now)
    found.add("dtstart", timezone.localtime(shift.begins_at))
    found.add("dtend", timezone.localtime(shift.ends_at))
    found.add("summary", title)
    found.add("url", settings.SITE_URL + path)
    return found


def own_page(shift: RosterShift) -> str:
    return reverse("shifts:shift", args=[shift.pk])


def title_for(link: CalendarLink) -> Titled:
    """Calendars are shared and lie about: names and places only for who asked for it, never of a protected youth."""

    def title(shift: RosterShift) -> str:
        if not link.tells_where or is_hidden(shift.placement.youth):
            return _("Vagt")
        if link.person.is_youth:
            return _("Vagt: %(where)s") % {"where": workplace_of(shift)}
        return _("Vagt: %(who)s") % {"who": shift.placement.first_name}

    return title


def workplace_of(shift: RosterShift) -> str:
    employer = shift.placement.post.employer
    return employer.name if employer else ""
