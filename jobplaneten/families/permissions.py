from datetime import date
from typing import Any

from jobplaneten.families.models import Guardianship, View
from jobplaneten.law.groups import ADULT_FROM
from youth.disclosure import is_hidden
from youth.models import Youth, YouthStatus


def is_guardian(user: Any) -> bool:
    return bool(user.is_guardian)


def may_invite(user: Any, youth: Youth, day: date) -> bool:
    """The youth, or whoever of the programme may see the youth; nobody is invited to an adult."""
    is_minor = youth.age_on(day) < ADULT_FROM and youth.status != YouthStatus.CLOSED
    return is_minor and bool(user.is_staff or user.pk == youth.user_id)


def may_hear_of_jobs(guardianship: Guardianship) -> bool:
    """Where a protected youth is on a Tuesday is told only to the parent whom they live with."""
    return guardianship.lives_with or not is_hidden(guardianship.youth)


def may_speak(user: Any, guardianship: Guardianship, day: date) -> bool:
    return user.pk == guardianship.guardian_id and guardianship.view_on(day) != View.NOTHING
