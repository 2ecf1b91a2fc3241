"""When and how a person is rung about what lies on the page: never at night, never often, never with what it says.

What is new is gathered: one mail or one SMS tells of all that is unread, and the next one waits an hour.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from jobplaneten.messaging.models import Channel, Message, Pace, RingWish, TextMessage

QUIET_FROM, QUIET_UNTIL = time(20), time(7)
DAILY_AT = time(16)
GAP = timedelta(hours=1)
MOST_TEXTS_A_DAY = 2


@dataclass(frozen=True, slots=True)
class Plan:
    channel: str
    at: datetime


def plan_for(person: Any, notices: Sequence[Message], now: datetime) -> Plan:
    """How and when to ring for these unread notices; `Channel.PAGE` when the person is not to be rung, or cannot be.

    What is urgent rings grown-ups of the programme and of workplaces at once. A youth or a guardian is never rung at
    night, and nobody gets an SMS at night or a third one on a day.
    """
    wish = RingWish.of(person)
    channel = channel_for(person, wish)
    is_urgent = any(notice.is_urgent for notice in notices)
    if channel == Channel.PAGE or (wish.pace == Pace.NEVER and not is_urgent):
        return Plan(Channel.PAGE, now)
    if is_urgent and works_here(person) and channel == Channel.MAIL:
        return Plan(channel, now)
    at = now if is_urgent else max(now, after_the_last(person), daily(wish, notices, now))
    if channel == Channel.SMS or not works_here(person):
        at = after_quiet(at)
    return Plan(channel, with_room_for_a_text(person, at) if channel == Channel.SMS else at)


def channel_for(person: Any, wish: RingWish) -> str:
    """What the person wants, if it can be; else what there is an address for."""
    ways = [Channel.MAIL] if person.email and person.email != wish.bounced_email else []
    ways += [Channel.SMS] if person.phone else []
    return next((way for way in ways if way == wish.channel), ways[0] if ways else Channel.PAGE)


def works_here(person: Any) -> bool:
    return bool(person.is_staff or person.is_employer)


def after_the_last(person: Any) -> datetime:
    last = (
        Message.objects.filter(to=person, sent_at__isnull=False).order_by("-sent_at").values_list("sent_at", flat=True)
    )
    found = last.first()
    return found + GAP if found else datetime.min.replace(tzinfo=timezone.get_current_timezone())


def daily(wish: RingWish, notices: Sequence[Message], now: datetime) -> datetime:
    """The first four o'clock after the oldest of them was written."""
    if wish.pace != Pace.DAILY:
        return now
    oldest = timezone.localtime(min(notice.created_at for notice in notices))
    return on(oldest.date() + timedelta(days=oldest.time() >= DAILY_AT), DAILY_AT)


def after_quiet(moment: datetime) -> datetime:
    """The moment itself, or seven in the morning when it lies in the quiet hours."""
    local = timezone.localtime(moment)
    if QUIET_UNTIL <= local.time() < QUIET_FROM:
        return moment
    return on(local.date() + timedelta(days=local.time() >= QUIET_FROM), QUIET_UNTIL)


def with_room_for_a_text(person: Any, moment: datetime) -> datetime:
    day = timezone.localtime(moment).date()
    texts = TextMessage.objects.filter(phone=person.phone, is_bell=True)
    sent = texts.filter(created_at__gte=on(day, time.min), created_at__lt=on(day + timedelta(1), time.min)).count()
    return moment if sent < MOST_TEXTS_A_DAY else on(day + timedelta(1), QUIET_UNTIL)


def on(day: date, at: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, at))
