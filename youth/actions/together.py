"""The same thing for several youths: each is asked about on its own, and one that is refused stops nobody else."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from jobplaneten.messaging.actions import tell
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused
from youth.actions.joining import hand_over
from youth.actions.standing_in import stand_in
from youth.models import Youth, YouthStatus
from youth.permissions import may_hand_over

Deed = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """`refusal` says in words why nothing was done for this youth; "" when it was."""

    youth: Youth
    refusal: str = ""


def together(youths: Iterable[Youth], deed: Deed, *, by: Any, now: datetime, **said: Any) -> list[Outcome]:
    return [one(youth, deed, by=by, now=now, **said) for youth in youths]


def one(youth: Youth, deed: Deed, **said: Any) -> Outcome:
    try:
        with transaction.atomic():
            deed(youth, **said)
    except MoveRefused as refusal:
        return Outcome(youth, refusal.message)
    return Outcome(youth)


def write_to(youth: Youth, *, words: str, by: Any, now: datetime) -> None:
    """A few words from whoever looks after the youth."""
    if youth.status not in {YouthStatus.ACTIVE, YouthStatus.PAUSED}:
        raise MoveRefused(_("Er ikke med længere."))
    subject = _("Besked fra %(name)s") % {"name": by.name}
    tell(youth.user, subject, words, path=reverse("messaging:box"), now=now)
    record("write_to", youth, by=by, now=now, youth=youth.pk)


def give_on(youth: Youth, *, mentor: Any, by: Any, now: datetime) -> None:
    check_may(youth, by)
    hand_over(youth, mentor=mentor, by=by, now=now)


def let_stand_in(youth: Youth, *, by: Any, **said: Any) -> None:
    check_may(youth, by)
    stand_in(youth, by=by, **said)


def check_may(youth: Youth, by: Any) -> None:
    if not may_hand_over(by, youth):
        raise MoveRefused(_("Kun den unges egen mentor eller en koordinator kan det."))
