from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused
from youth.actions.locks import locked
from youth.models import GuardianWord, Scope, Youth
from youth.permissions import is_asked_for_own_word


@transaction.atomic
def write_guardian_word(
    youth: Youth,
    *,
    word: str,
    said_on: date,
    how: str,
    guardian: str,
    scope: str = Scope.ALL,
    until_on: date | None = None,
    why: str = "",
    by: Any,
    now: datetime,
) -> GuardianWord:
    """Writes only. What a no pulls back is matching's to do: call its `hear_guardian`."""
    said = {"word": word, "said_on": said_on, "how": how, "guardian": guardian, "scope": scope}
    written = GuardianWord.objects.create(youth=youth, **said, until_on=until_on, why=why, by=by, written_at=now)
    detail = {"word": word} | ({} if scope == Scope.ALL else {"scope": scope}) | ({"why": why} if why else {})
    record("guardian_word", written, by=by, now=now, youth=youth.pk, **detail)
    return written


@transaction.atomic
def write_own_word(youth: Youth, *, word: str, by: Any, now: datetime) -> Youth:
    """The youth's own yes or no to the digital part. What a no pulls back: matching's `hear_youth`."""
    youth = locked(youth)
    today = timezone.localdate(now)
    if not is_asked_for_own_word(youth, today):
        raise MoveRefused(_("Indtil du fylder 15 år, er det dine forældre, vi spørger."))
    youth.own_word, youth.own_word_on = word, today
    youth.save(update_fields=["own_word", "own_word_on"])
    record("own_word", youth, by=by, now=now, youth=youth.pk, word=word)
    return youth
