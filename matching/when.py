"""Days and times of the week as people say them."""

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from jobplaneten.trades import Weekday
from youth.models import Youth

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
Stretch = tuple[int, int, int]
"""Weekday, start and end in minutes after midnight."""


def local_day(now: datetime) -> date:
    """The date in Copenhagen, where the youths and the jobs are."""
    return now.astimezone(COPENHAGEN).date()


def free_times(youth: Youth) -> list[Stretch]:
    """When the youth is free, less what is taken, in the order of the week."""
    free = [(t.weekday, t.starts, t.ends) for t in youth.free_times.all()]
    for taken in youth.blocked_times.all():
        free = [part for stretch in free for part in without(stretch, (taken.weekday, taken.starts, taken.ends))]
    return sorted(free)


def without(stretch: Stretch, taken: Stretch) -> Iterable[Stretch]:
    weekday, starts, ends = stretch
    if weekday != taken[0]:
        return [stretch]
    parts = [(weekday, starts, min(ends, taken[1])), (weekday, max(starts, taken[2]), ends)]
    return [part for part in parts if part[1] < part[2]]


def clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"


def in_words(stretches: Iterable[Iterable[int]]) -> list[str]:
    """One line a stretch: "Tirsdag kl. 15:30–17:30"."""
    return [
        _("%(day)s kl. %(from)s–%(to)s") % {"day": Weekday(day).label, "from": clock(starts), "to": clock(ends)}
        for day, starts, ends in sorted(map(tuple, stretches))
    ]


def hours(minutes: int) -> str:
    """2 timer, 2½ time, 45 minutter."""
    whole, rest = divmod(minutes, 60)
    if not whole:
        return _("%(n)s minutter") % {"n": rest}
    if rest == 30:
        return _("%(n)s½ time") % {"n": whole}
    if rest:
        return _("%(h)s t. %(m)s min.") % {"h": whole, "m": rest}
    return _("%(n)s timer") % {"n": whole} if whole > 1 else _("1 time")
