from datetime import date, datetime
from typing import Any

from django.db import transaction

from matching.actions.clock import let_expire
from matching.actions.moves import locked_matches, locked_youth
from matching.models import NoReason
from matching.when import local_day
from youth.actions import write_guardian_word, write_own_word
from youth.models import GuardianWord, OwnWord, Scope, Word, Youth
from youth.permissions import guardian_stop


@transaction.atomic
def hear_guardian(
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
    """Write down what a guardian said. If it stops the youth, everything out is pulled back with it."""
    youth = locked_youth(youth.pk)
    said: dict[str, Any] = {"word": word, "said_on": said_on, "how": how, "guardian": guardian, "scope": scope}
    written = write_guardian_word(youth, **said, until_on=until_on, why=why, by=by, now=now)
    if word in {Word.NO, Word.WITHDRAWN} and guardian_stop(youth, local_day(now)):
        pull_back(youth, reason=NoReason.GUARDIAN, now=now)
    return written


@transaction.atomic
def hear_youth(youth: Youth, *, word: str, by: Any, now: datetime) -> Youth:
    """The youth's own yes or no, from 15. A no pulls back what is out."""
    youth = write_own_word(locked_youth(youth.pk), word=word, by=by, now=now)
    if word == OwnWord.NO:
        pull_back(youth, reason=NoReason.PAUSED, now=now)
    return youth


def pull_back(youth: Youth, *, reason: str, now: datetime) -> None:
    for match in locked_matches().alive().filter(youth=youth).order_by("pk"):
        let_expire(match, reason=reason, now=now)
