from datetime import date, datetime
from typing import Any

from django.db import transaction

from jobplaneten.trail.actions import record
from youth.models import GuardianWord, Youth


@transaction.atomic
def write_guardian_word(
    youth: Youth, *, word: str, said_on: date, how: str, guardian: str, by: Any, now: datetime
) -> GuardianWord:
    """Writes only. What a no pulls back is matching's to do: call its `hear_guardian`."""
    written = GuardianWord.objects.create(
        youth=youth, word=word, said_on=said_on, how=how, guardian=guardian, by=by, written_at=now
    )
    record("guardian_word", written, by=by, now=now, youth=youth.pk, word=word)
    return written
