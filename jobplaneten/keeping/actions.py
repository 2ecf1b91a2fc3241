"""Asking to be forgotten, changing one's mind, and being forgotten. What is kept for counting tells of nobody."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.db.models import Model
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from jobplaneten.accounts.models import User
from jobplaneten.families.models import Guardian, Guardianship
from jobplaneten.keeping.book import written_about
from jobplaneten.messaging.actions import tell
from jobplaneten.messaging.models import LooseMail, Message, TextMessage
from jobplaneten.placements.models import Placement
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused
from matching.actions.clock import expire
from matching.models import Match, NoReason
from matching.when import local_day
from youth.actions.locks import locked
from youth.models import WhyLeaving, Youth, YouthStatus
from youth.workflow import STAY, YOUTH

GRACE = timedelta(days=14)
"""Between asking and being forgotten, for who changes their mind."""


@transaction.atomic
def leave(youth: Youth, *, why: str, on: date, by: Any, now: datetime) -> Youth:
    """From this moment nobody is proposed anything for the youth, and no workplace sees a card."""
    youth = locked(youth)
    if why == WhyLeaving.ASKED and Placement.objects.running().filter(youth=youth).exists():
        raise MoveRefused(_("Du er i job. Tal med din mentor, så I kan slutte jobbet ordentligt først."))
    youth.status_before = youth.status
    youth.status = YOUTH.take("leave", youth.status)
    youth.leaving_on, youth.leaving_why = on, why
    youth.save(update_fields=["status", "status_before", "leaving_on", "leaving_why"])
    record("leave", youth, by=by, now=now, youth=youth.pk, why=str(why))
    for match in Match.objects.alive().filter(youth=youth):
        expire(match.pk, reason=NoReason.PAUSED, now=now)
    tell_of_leaving(youth, on, now=now)
    return youth


def tell_of_leaving(youth: Youth, on: date, *, now: datetime) -> None:
    day = {"day": date_format(on, "j. F Y")}
    body = _("Den %(day)s bliver det, vi har skrevet om dig, slettet. Hent det først, hvis du vil gemme det.")
    tell(youth.user, _("Dine oplysninger bliver slettet"), body % day, path=reverse("keeping:mine"), now=now)
    if youth.mentor:
        body = _("En af dine unge bliver slettet den %(day)s. Der bliver ikke foreslået flere job imens.")
        path = reverse("youth:person", args=[youth.pk])
        tell(youth.mentor, _("En ung er på vej ud"), body % day, path=path, now=now)


@transaction.atomic
def stay(youth: Youth, *, by: Any, now: datetime) -> Youth:
    youth = locked(youth)
    if youth.leaving_why == WhyLeaving.GROWN_UP:
        raise MoveRefused(_("Jobplaneten er for unge fra 13 til 18 år, så her kan du ikke blive."))
    youth.status = YOUTH.take(STAY.get(YouthStatus(youth.status_before or YouthStatus.PAUSED), "stay"), youth.status)
    youth.status_before, youth.leaving_on, youth.leaving_why = "", None, ""
    youth.save(update_fields=["status", "status_before", "leaving_on", "leaving_why"])
    record("stay", youth, by=by, now=now, youth=youth.pk)
    if youth.mentor:
        body = _("%(name)s har ombestemt sig og bliver.") % {"name": youth.first_name}
        tell(youth.mentor, _("En ung bliver alligevel"), body, path=reverse("youth:person", args=[youth.pk]), now=now)
    return youth


@transaction.atomic
def forget(youth: Youth, *, now: datetime) -> bool:
    """Empties every page of the book. False while a job is running: its papers and hours are needed to its end."""
    youth = locked(youth)
    if Placement.objects.running().filter(youth=youth).exists():
        return False
    youth.status = YOUTH.take("forget", youth.status)
    for match in Match.objects.alive().filter(youth=youth):
        expire(match.pk, reason=NoReason.PAUSED, now=now)
    guardians = list(User.objects.filter(pk__in=Guardianship.objects.filter(youth=youth).values("guardian")))
    for page, rows in written_about(youth):
        if page.is_kept:
            rows.update(**{name: value() if callable(value) else value for name, value in page.blank.items()})
        else:
            rows.delete()
    forget_the_person(youth.user)
    forget_guardians_of_nobody(guardians)
    forget_the_profile(youth)
    record("forget", youth, by=None, now=now, youth=youth.pk, day=local_day(now).isoformat())
    return True


def forget_the_person(user: User) -> None:
    """The row stays, because deeds point at it; nobody can sign in with it or tell whose it was."""
    TextMessage.objects.filter(phone__in=[user.login, user.phone]).delete()
    LooseMail.objects.filter(email__in=[user.login, user.email]).delete()
    user.login, user.name, user.email, user.phone = f"slettet-{uuid4().hex}", _("Slettet"), "", ""
    user.is_active, user.last_login = False, None
    user.set_unusable_password()
    user.save()


def forget_guardians_of_nobody(guardians: Iterable[User]) -> None:
    """Who was here for this youth alone goes with the youth."""
    for guardian in guardians:
        if not Guardianship.objects.filter(guardian=guardian).exists():
            Message.objects.filter(to=guardian).delete()
            Guardian.objects.filter(user=guardian).delete()
            forget_the_person(guardian)


def forget_the_profile(youth: Youth) -> None:
    """What is left can be counted: month of birth, area, step, and how far the way went."""
    untouched = {"id", "user", "area", "step", "status", "born_on", "asked_at", "profile_done_at", "leaving_why"}
    for each in Youth._meta.concrete_fields:
        if each.name not in untouched:
            setattr(youth, each.name, empty(youth, each.name))
    youth.born_on = youth.born_on.replace(day=1)
    youth.save()


def empty(row: Model, name: str) -> Any:
    column: Any = row._meta.get_field(name)
    return None if column.null else column.get_default()
