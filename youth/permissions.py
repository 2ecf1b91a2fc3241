from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from jobplaneten.law.groups import ADULT_FROM, YOUTH_FROM
from youth.models import GuardianWord, Word, Youth, YouthStatus

ANSWERS = (Word.YES, Word.NO, Word.WITHDRAWN)


def is_youth(user: Any) -> bool:
    return bool(user.is_youth)


def is_staff(user: Any) -> bool:
    return bool(user.is_staff)


def is_coordinator(user: Any) -> bool:
    return bool(user.is_coordinator)


def answers_for_area(user: Any, youth: Youth) -> bool:
    return bool(user.is_staff and user.areas.filter(pk=youth.area_id).exists())


def may_edit_profile(user: Any, youth: Youth) -> bool:
    return bool(user.pk == youth.user_id and youth.status != YouthStatus.CLOSED)


def may_want_another_job(user: Any, youth: Youth) -> bool:
    """Only the youth says so, and only of a second job: for the first one everybody stands in line."""
    return bool(user.pk == youth.user_id and youth.status == YouthStatus.ACTIVE and youth.is_in_a_job)


def may_let_in(user: Any, youth: Youth) -> bool:
    return answers_for_area(user, youth)


def may_be_mentor_of(user: Any, youth: Youth) -> bool:
    return bool(user.is_mentor and user.is_active and answers_for_area(user, youth))


def may_move_step(user: Any, youth: Youth) -> bool:
    """The youth's own mentor, or the coordinator of the area."""
    if user.is_mentor:
        return bool(user.pk == youth.mentor_id)
    return bool(user.is_coordinator and answers_for_area(user, youth))


def guardian_stop(youth: Youth, day: date, words: Iterable[GuardianWord] | None = None) -> str:
    """Why the guardians stand in the way of a release on that day, in Danish; "" when they do not.

    An answer stands until the next answer: being informed once more does not undo a no.
    `words` may be handed in (in any order) to spare a query.
    """
    age = youth.age_on(day)
    if age >= ADULT_FROM:
        return ""
    said = sorted(youth.guardian_words.all() if words is None else words, key=lambda word: (word.said_on, word.pk))
    answer = next((word.word for word in reversed(said) if word.word in ANSWERS), None)
    if answer == Word.NO:
        return _("Forældrene har sagt nej.")
    if answer == Word.WITHDRAWN:
        return _("Forældrene har trukket deres ja tilbage.")
    if all(word.word != Word.INFORMED for word in said):
        return _("Forældrene mangler at få besked om job og regler.")
    if age < YOUTH_FROM and answer != Word.YES:
        return _("Der mangler et ja fra forældrene.")
    return ""
