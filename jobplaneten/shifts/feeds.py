"""A person's shifts as a calendar that the phone fetches by itself. It says no more than the person wants it to."""

from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from jobplaneten.shifts.models import CalendarLink, RosterShift
from youth.disclosure import is_hidden

BACK = timedelta(days=31)


def shifts_for(person: Any, today: date) -> list[RosterShift]:
    rows = RosterShift.objects.visible_to(person).planned().of_jobs_that_run().filter(day__gte=today - BACK)
    return list(rows.select_related("placement__youth", "placement__post__employer").in_order())


def as_ics(link: CalendarLink, shifts: list[RosterShift], now: datetime) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Jobplaneten//Vagter//DA")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _("Vagter"))
    calendar.add("refresh-interval", timedelta(hours=4), parameters={"value": "DURATION"})
    for shift in shifts:
        calendar.add_component(event(link, shift, now))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def event(link: CalendarLink, shift: RosterShift, now: datetime) -> Event:
    """The same shift keeps its name when it is moved, so that the phone moves it too."""
    found = Event()
    found.add("uid", f"shift-{shift.pk}@jobplaneten")
    found.add("dtstamp", now)
    found.add("dtstart", timezone.localtime(shift.begins_at))
    found.add("dtend", timezone.localtime(shift.ends_at))
    found.add("summary", title(link, shift))
    found.add("url", settings.SITE_URL + reverse("shifts:shift", args=[shift.pk]))
    return found


def title(link: CalendarLink, shift: RosterShift) -> str:
    """Calendars are shared and lie about: names and places only for who asked for it, never of a protected youth."""
    placement, person = shift.placement, link.person
    if not link.tells_where or is_hidden(placement.youth):
        return _("Vagt")
    if person.is_youth or person.is_guardian:
        return _("Vagt: %(where)s") % {"where": placement.post.employer.name if placement.post.employer else ""}
    return _("Vagt: %(who)s") % {"who": placement.first_name}
