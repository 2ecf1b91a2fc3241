"""A protected name and address: one says yes, and two say no."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from jobplaneten.accounts.models import User
from jobplaneten.messaging.actions import tell
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused
from youth.actions.locks import locked
from youth.models import Protected, Youth
from youth.permissions import may_answer_for_protection


@transaction.atomic
def protect(youth: Youth, *, by: Any, now: datetime) -> Youth:
    """Writes only. What is out to a workplace is pulled back by matching: call its `protect`."""
    youth = held(youth, by)
    write(youth, Protected.YES, by=by, now=now, verb="protect")
    return youth


@transaction.atomic
def say_not_protected(youth: Youth, *, by: Any, now: datetime) -> Youth:
    """The first answer, when the family could not be asked at the door. What somebody has protected takes two."""
    youth = held(youth, by)
    if youth.protected != Protected.UNKNOWN:
        raise MoveRefused(_("Det er der allerede svaret på."))
    write(youth, Protected.NO, by=by, now=now, verb="say_not_protected")
    return youth


@transaction.atomic
def propose_clearing(youth: Youth, *, by: Any, now: datetime) -> Youth:
    """The first of two. Nothing is shown before the second has confirmed."""
    youth = held(youth, by)
    if youth.protected != Protected.YES or youth.clearing_by_id:
        raise MoveRefused(_("Det er allerede gjort."))
    youth.clearing_by, youth.clearing_at = by, now
    youth.save(update_fields=["clearing_by", "clearing_at"])
    record("propose_clearing", youth, by=by, now=now, youth=youth.pk)
    body = _("En kollega foreslår at ophæve en beskyttelse af navn og adresse. Læs det, og sig ja eller nej.")
    for person in others_who_may(youth, by):
        tell(person, _("To skal sige ja"), body, path=reverse("matching:protection", args=[youth.pk]), now=now)
    return youth


@transaction.atomic
def confirm_clearing(youth: Youth, *, by: Any, now: datetime) -> Youth:
    youth = held(youth, by)
    if youth.clearing_by_id is None:
        raise MoveRefused(_("Der er ikke noget forslag længere."))
    if youth.clearing_by_id == by.pk:
        raise MoveRefused(_("Du har selv foreslået det. En anden skal sige ja."))
    write(youth, Protected.NO, by=by, now=now, verb="clear_protection")
    return youth


def held(youth: Youth, by: Any) -> Youth:
    youth = locked(youth)
    if not may_answer_for_protection(by, youth):
        raise MoveRefused(_("Det kan du ikke svare på."))
    return youth


def write(youth: Youth, answer: str, *, by: Any, now: datetime, verb: str) -> None:
    youth.protected, youth.clearing_by, youth.clearing_at = answer, None, None
    youth.save(update_fields=["protected", "clearing_by", "clearing_at"])
    record(verb, youth, by=by, now=now, youth=youth.pk)


def others_who_may(youth: Youth, by: Any) -> list[User]:
    people = User.objects.staff_of(youth.area).exclude(pk=by.pk)
    return [person for person in people if may_answer_for_protection(person, youth)]
