"""Days and times of shifts as people say them."""

from datetime import date

from django.utils import formats
from django.utils.translation import gettext as _

from jobplaneten.law.clock import danish
from jobplaneten.shifts.models import RosterShift


def day_in_words(day: date) -> str:
    return formats.date_format(day, "l j. F")


def span(starts: int, ends: int) -> str:
    return _("kl. %(from)s–%(to)s") % {"from": danish(starts), "to": danish(ends)}


def when(shift: RosterShift) -> str:
    return f"{day_in_words(shift.day)} {span(shift.starts, shift.ends)}"


def hours(minutes: int) -> str:
    whole, rest = divmod(minutes, 60)
    return _("%(h)s t. %(m)s min.") % {"h": whole, "m": rest} if rest else _("%(h)s t.") % {"h": whole}
