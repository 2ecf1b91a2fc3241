from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from jobplaneten.placements.actions import halt
from matching.actions.clock import let_expire
from matching.actions.moves import locked_matches, locked_youth
from matching.models import NoReason
from matching.when import local_day
from youth.actions import protect as write_protection
from youth.actions import write_guardian_word, write_own_word
from youth.models import GuardianWord, How, OwnWord, Protected, Scope, Word, Youth
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
    """Write down what a guardian said. If it stops the youth, what is out is pulled back and shifts wait."""
    youth = locked_youth(youth.pk)
    said: dict[str, Any] = {"word": word, "said_on": said_on, "how": how, "guardian": guardian, "scope": scope}
    written = write_guardian_word(youth, **said, until_on=until_on, why=why, by=by, now=now)
    if word in {Word.NO, Word.WITHDRAWN} and guardian_stop(youth, local_day(now)):
        pull_back(youth, reason=NoReason.GUARDIAN, now=now)
        halt(youth, by=by, now=now)
    return written


@transaction.atomic
def hear_youth(youth: Youth, *, word: str, by: Any, now: datetime) -> Youth:
    """The youth's own yes or no, from 15. A no pulls back what is out."""
    youth = write_own_word(locked_youth(youth.pk), word=word, by=by, now=now)
    if word == OwnWord.NO:
        pull_back(youth, reason=NoReason.PAUSED, now=now)
    return youth


@transaction.atomic
def let_words_lapse(youth: Youth, guardian: Any, *, now: datetime) -> None:
    """The words of somebody who is a guardian no more do not count from today, neither yes nor no."""
    youth, today = locked_youth(youth.pk), local_day(now)
    own = youth.guardian_words.filter(by=guardian, how=How.ONLINE)
    own.filter(Q(until_on=None) | Q(until_on__gt=today)).update(until_on=today)
    if guardian_stop(youth, today):
        pull_back(youth, reason=NoReason.GUARDIAN, now=now)


@transaction.atomic
def protect(youth: Youth, *, by: Any, now: datetime) -> Youth:
    """From now on two adults answer for what goes out; what one alone has sent out is pulled back."""
    was = locked_youth(youth.pk).protected
    youth = write_protection(youth, by=by, now=now)
    if was == Protected.NO:
        pull_back(youth, reason=NoReason.PROTECTED, now=now)
    return youth


def pull_back(youth: Youth, *, reason: str, now: datetime) -> None:
    for match in locked_matches().alive().filter(youth=youth).order_by("pk"):
        let_expire(match, reason=reason, now=now)
