import hashlib
import secrets
from datetime import datetime
from typing import Any

from django.db import transaction

from jobplaneten.shifts.models import CalendarLink
from jobplaneten.trail.actions import record


@transaction.atomic
def renew_link(person: Any, *, tells_where: bool, now: datetime) -> str:
    """A new secret address, shown once; the old one leads nowhere from now on."""
    end_link(person, now=now)
    token = secrets.token_urlsafe(32)
    link = CalendarLink.objects.create(person=person, digest=digest_of(token), tells_where=tells_where, made_at=now)
    record("renew_calendar_link", link, by=person, now=now)
    return token


@transaction.atomic
def end_link(person: Any, *, now: datetime) -> None:
    for link in CalendarLink.objects.select_for_update().filter(person=person, ended_at=None):
        link.ended_at = now
        link.save(update_fields=["ended_at"])
        record("end_calendar_link", link, by=person, now=now)


def digest_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def link_at(token: str) -> CalendarLink | None:
    """The link that stands at this address, of a person who may still sign in."""
    rows = CalendarLink.objects.filter(ended_at=None, person__is_active=True).select_related("person")
    return rows.filter(digest=digest_of(token)).first()
