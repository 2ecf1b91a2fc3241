from datetime import date, datetime
from typing import Any

from django.db import transaction

from matching.actions.clock import let_expire
from matching.actions.moves import locked_matches, locked_youth
from matching.models import NoReason
from matching.when import local_day
from youth.actions import write_guardian_word
from youth.models import GuardianWord, Word, Youth
from youth.permissions import guardian_stop


@transaction.atomic
def hear_guardian(
    youth: Youth, *, word: str, said_on: date, how: str, guardian: str, by: Any, now: datetime
) -> GuardianWord:
    """Write down what a guardian said. If it stops the youth, everything out is pulled back with it."""
    youth = locked_youth(youth.pk)
    written = write_guardian_word(youth, word=word, said_on=said_on, how=how, guardian=guardian, by=by, now=now)
    if word in {Word.NO, Word.WITHDRAWN} and guardian_stop(youth, local_day(now)):
        for match in locked_matches().alive().filter(youth=youth).order_by("pk"):
            let_expire(match, reason=NoReason.GUARDIAN, now=now)
    return written
