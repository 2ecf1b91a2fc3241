from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from jobplaneten.law.groups import ADULT_FROM, YOUTH_FROM
from youth.models import GuardianWord, OwnWord, Scope, Word, Youth, YouthStatus
from youth.policy import GUARDIAN_YES_UNDER_15, OWN_YES_FROM_15

ANSWERS = (Word.YES, Word.NO, Word.WITHDRAWN)


def is_youth(user: Any) -> bool:
    return bool(user.is_youth)


def is_mentor(user: Any) -> bool:
    return bool(user.is_mentor)


def is_staff(user: Any) -> bool:
    return bool(user.is_staff)


def is_coordinator(user: Any) -> bool:
    return bool(user.is_coordinator)


def answers_for_area(user: Any, youth: Youth) -> bool:
    return bool(user.is_staff and user.areas.filter(pk=youth.area_id).exists())


def may_edit_profile(user: Any, youth: Youth) -> bool:
    return bool(user.pk == youth.user_id and youth.status not in {YouthStatus.CLOSED, YouthStatus.LEAVING})


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


def may_hand_over(user: Any, youth: Youth) -> bool:
    """Whoever answers for the youth says who does it instead. A stand-in hands on to nobody."""
    return bool(youth.mentor_id) and may_move_step(user, youth)


def may_answer_for_protection(user: Any, youth: Youth) -> bool:
    """Whoever of the programme may see the youth."""
    return bool(user.is_staff and Youth.objects.visible_to(user).filter(pk=youth.pk).exists())


def guardian_stop(youth: Youth, day: date, words: Iterable[GuardianWord] | None = None) -> str:
    """Why a release must wait for the guardians or for the youth's own yes, in Danish; "" when the way is free.

    `words` may be handed in (in any order) to spare a query.
    """
    return parents_stop(youth, day, words) or own_stop(youth, day)


def parents_stop(youth: Youth, day: date, words: Iterable[GuardianWord] | None = None) -> str:
    """An answer stands until the next answer of the same guardian: being informed once more does not undo a no."""
    age = youth.age_on(day)
    if age >= ADULT_FROM:
        return ""
    said = sorted(youth.guardian_words.all() if words is None else words, key=lambda word: (word.said_on, word.pk))
    answers = standing_answers(said, day)
    asked = [Scope.MATCHING, Scope.DIGITAL] if age < YOUTH_FROM else [Scope.MATCHING]
    if any(Word.NO in answers[scope] for scope in asked):
        return _("Forældrene har sagt nej.")
    if any(Word.WITHDRAWN in answers[scope] for scope in asked):
        return _("Forældrene har trukket deres ja tilbage.")
    if all(word.word != Word.INFORMED or word.has_run_out(day) for word in said):
        return _("Forældrene mangler at få besked om job og regler.")
    if needs_guardians_yes(youth, day) and any(Word.YES not in answers[scope] for scope in asked):
        return _("Der mangler et ja fra forældrene.")
    return ""


def standing_answers(said: Iterable[GuardianWord], day: date) -> dict[Scope, set[str]]:
    """Of words from the oldest to the newest: what each guardian last answered to each question.

    Who signs in is known as a person and as "mor" or "far"; whom the mentor wrote for, only as the latter.
    """
    latest: dict[Scope, dict[Any, str]] = {Scope.DIGITAL: {}, Scope.MATCHING: {}}
    for word in said:
        if word.word not in ANSWERS:
            continue
        answer = "" if word.has_run_out(day) else word.word
        for scope, speakers in latest.items():
            if word.scope in {Scope.ALL, scope}:
                speakers[word.guardian.strip().casefold()] = answer
                if word.is_their_own:
                    speakers[word.by_id] = answer
    return {scope: set(speakers.values()) for scope, speakers in latest.items()}


def needs_guardians_yes(youth: Youth, day: date) -> bool:
    return youth.age_on(day) < YOUTH_FROM and GUARDIAN_YES_UNDER_15.is_on(day)


def own_stop(youth: Youth, day: date) -> str:
    """From 15 the digital part is the youth's own to say yes to, and at 18 everybody is asked anew."""
    if not is_asked_for_own_word(youth, day):
        return ""
    if youth.own_word == OwnWord.NO:
        return _("%(name)s har selv sagt nej til at være med.") % {"name": youth.first_name}
    if needs_own_word(youth, day):
        words = {"name": youth.first_name, "age": age_of_asking(youth, day)}
        return _("%(name)s er fyldt %(age)s år og skal selv sige ja. Det gør man på sin egen side.") % words
    return ""


def is_asked_for_own_word(youth: Youth, day: date) -> bool:
    return youth.age_on(day) >= YOUTH_FROM and OWN_YES_FROM_15.is_on(day)


def needs_own_word(youth: Youth, day: date) -> bool:
    """Nothing said since the birthday that asks. Whoever joined after it has said yes by joining."""
    if not is_asked_for_own_word(youth, day):
        return False
    said_on = youth.own_word_on or timezone.localdate(youth.asked_at)
    return youth.age_on(said_on) < age_of_asking(youth, day)


def age_of_asking(youth: Youth, day: date) -> int:
    return ADULT_FROM if youth.age_on(day) >= ADULT_FROM else YOUTH_FROM
