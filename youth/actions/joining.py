from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from jobplaneten.accounts.models import Area, Role, User
from jobplaneten.accounts.terms import accept_terms
from jobplaneten.law.calendar import platform_age_ok
from jobplaneten.messaging.actions import tell
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused
from youth.actions.locks import locked
from youth.capacity import check_room
from youth.models import Protected, StepChange, StepMove, Youth
from youth.permissions import may_be_mentor_of
from youth.workflow import YOUTH


@transaction.atomic
def join(
    *,
    login: str,
    password: str,
    first_name: str,
    last_name: str,
    born_on: date,
    area: Area,
    now: datetime,
    is_hashed: bool = False,
) -> Youth:
    """Into the queue: a mentor of the area looks at who it is and lets them in.

    What waited for a code did so with the password hashed already.
    """
    youth = new_youth(
        login=login,
        password="" if is_hashed else password,
        first_name=first_name,
        last_name=last_name,
        born_on=born_on,
        area=area,
        now=now,
    )
    if is_hashed:
        youth.user.password = password
        youth.user.save(update_fields=["password"])
    tell_area(area, now=now)
    return youth


def new_youth(
    *, login: str, password: str, first_name: str, last_name: str, born_on: date, area: Area, now: datetime
) -> Youth:
    if not platform_age_ok(born_on, timezone.localdate(now)):
        raise MoveRefused(_("Jobplaneten er for unge fra 13 til 18 år."))
    user = new_user(login, password, first_name)
    youth = Youth.objects.create(
        user=user,
        area=area,
        first_name=first_name,
        last_name=last_name,
        shown_name=first_name,
        born_on=born_on,
        asked_at=now,
    )
    accept_terms(user, now=now)
    record("join", youth, by=user, now=now, youth=youth.pk)
    return youth


def new_user(login: str, password: str, name: str) -> User:
    reach = {"email": login} if "@" in login else {"phone": login}
    try:
        with transaction.atomic():
            return User.objects.create_user(login, password or None, name=name, role=Role.YOUTH, **reach)
    except IntegrityError as error:
        raise MoveRefused(_("Der er allerede en, der logger ind med den. Er det dig, så log ind i stedet.")) from error


def tell_area(area: Area, *, now: datetime) -> None:
    body = _("En ung vil gerne være med. Se, hvem det er, og luk ind.")
    for staff in User.objects.staff_of(area):
        tell(staff, _("En ny ung vil være med"), body, path=reverse("youth:queue"), now=now)


@transaction.atomic
def let_in(youth: Youth, *, mentor: User, by: Any, now: datetime, protected: str = Protected.UNKNOWN) -> Youth:
    """`protected` is what the mentor has asked the family about; what is known already is not undone here."""
    youth = locked(youth)
    youth.status = YOUTH.take("let_in", youth.status)
    if not may_be_mentor_of(mentor, youth):
        raise MoveRefused(_("Vælg en mentor, der har med området at gøre."))
    check_room(mentor, youth, by=by, now=now)
    youth.mentor = mentor
    youth.waiting_since = now if youth.profile_done_at else None
    if youth.protected == Protected.UNKNOWN:
        youth.protected = Protected(protected)
    youth.save(update_fields=["status", "mentor", "waiting_since", "protected"])
    welcome = _("Velkommen! %(mentor)s er din mentor.") % {"mentor": mentor.name}
    StepChange.objects.create(
        youth=youth,
        move=StepMove.START,
        from_step=youth.step,
        to_step=youth.step,
        evidence=_("Lukket ind af programmet."),
        reason=welcome,
        by=by,
        at=now,
    )
    record("let_in", youth, by=by, now=now, youth=youth.pk, mentor=mentor.pk, protected=youth.protected)
    tell_let_in(youth, mentor, welcome, by=by, now=now)
    return youth


@transaction.atomic
def hand_over(youth: Youth, *, mentor: User, by: Any, now: datetime) -> Youth:
    """Another mentor takes over, with all that has been written."""
    youth = locked(youth)
    if youth.mentor_id is None:
        raise MoveRefused(YOUTH.too_late)
    if not may_be_mentor_of(mentor, youth):
        raise MoveRefused(_("Vælg en mentor, der har med området at gøre."))
    if youth.mentor_id == mentor.pk:
        return youth
    check_room(mentor, youth, by=by, now=now)
    youth.mentor = mentor
    youth.save(update_fields=["mentor"])
    record("hand_over", youth, by=by, now=now, youth=youth.pk, mentor=mentor.pk)
    hello = _("%(mentor)s er din mentor fra nu af.") % {"mentor": mentor.name}
    tell(youth.user, _("Du har fået en ny mentor"), hello, path=reverse("youth:profile"), now=now)
    body = _("Du er nu mentor for %(name)s.") % {"name": youth.first_name}
    tell(mentor, _("Du har fået en ny ung"), body, path=reverse("youth:person", args=[youth.pk]), now=now)
    return youth


def tell_let_in(youth: Youth, mentor: User, welcome: str, *, by: Any, now: datetime) -> None:
    tell(youth.user, _("Du er med"), welcome, path=reverse("youth:profile"), now=now)
    if mentor != by:
        body = _("%(name)s er lukket ind, og du er mentor.") % {"name": youth.first_name}
        tell(mentor, _("Du har fået en ny ung"), body, path=reverse("youth:person", args=[youth.pk]), now=now)


@transaction.atomic
def turn_away(youth: Youth, *, reason: str, by: Any, now: datetime) -> Youth:
    youth = locked(youth)
    youth.status = YOUTH.take("turn_away", youth.status)
    youth.closed_reason = reason
    youth.save(update_fields=["status", "closed_reason"])
    record("turn_away", youth, by=by, now=now, youth=youth.pk)
    tell(youth.user, _("Du kan ikke være med lige nu"), reason, path=reverse("youth:profile"), now=now)
    return youth
