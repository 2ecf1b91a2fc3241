"""What people are told about shifts. An employer reads the first name that the placement shows, and no reason of the
youth's; what ails somebody is never written.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from jobplaneten.messaging.actions import tell
from jobplaneten.placements.models import Placement
from jobplaneten.shifts.judging import Verdict
from jobplaneten.shifts.models import RosterShift, TapKind, WorkedHours
from jobplaneten.shifts.words import day_in_words, when


def contacts(shift: RosterShift) -> Iterable[Any]:
    employer = shift.placement.post.employer
    rows = employer.contacts.inside().select_related("user").filter(user__is_active=True) if employer else []
    return [row.user for row in rows]


def words(shift: RosterShift) -> dict[str, str]:
    placement = shift.placement
    return {"name": placement.first_name, "job": placement.post.title, "when": when(shift)}


def page_of(shift: RosterShift) -> str:
    return reverse("shifts:shift", args=[shift.pk])


def to(people: Iterable[Any], shift: RosterShift, subject: str, body: str, *, now: datetime, **more: Any) -> None:
    said = words(shift)
    for person in people:
        tell(person, subject % said, body % said, path=page_of(shift), now=now, **more)


def youth_of(shift: RosterShift) -> list[Any]:
    return [shift.placement.youth.user]


def mentor_of(shift: RosterShift) -> list[Any]:
    mentor = shift.placement.youth.mentor
    return [mentor] if mentor else []


def the_others(shift: RosterShift, by: Any) -> list[Any]:
    """The youth, and whichever side of the grown-ups did not do it."""
    grown_ups = mentor_of(shift) if by.is_employer else [*contacts(shift)]
    return [*youth_of(shift), *grown_ups]


def added(shift: RosterShift, *, by: Any, now: datetime) -> None:
    to(the_others(shift, by), shift, _("En vagt mere"), _("Ny vagt i %(job)s: %(when)s."), now=now)


def moved(shift: RosterShift, was: tuple[date, int], *, by: Any, now: datetime) -> None:
    old = day_in_words(was[0]).replace("%", "%%")
    body = _("Vagten %(old)s i %(job)s er flyttet. Nu er den %(when)s.").replace("%(old)s", old)
    to(the_others(shift, by), shift, _("En vagt er flyttet"), body, now=now)


def replanned(placement: Placement, *, now: datetime) -> None:
    body = _("Jobbet %(job)s har fået andre dage eller tider. Se, hvornår du har vagt nu. Kan du ikke, så sig det.")
    path = reverse("shifts:of_job", args=[placement.pk])
    said = {"job": placement.post.title}
    tell(placement.youth.user, _("Nye dage i dit job"), body % said, path=path, now=now)


def called_off(shift: RosterShift, *, by: Any, now: datetime) -> None:
    body = _("Vagten %(when)s i %(job)s er aflyst.")
    to(the_others(shift, by), shift, _("En vagt er aflyst"), body, now=now, is_urgent=True)


def stopped(shift: RosterShift, verdict: Verdict, *, now: datetime) -> None:
    why = " ".join(verdict.whole).replace("%", "%%")
    body = _("Vagten %(when)s i %(job)s må ikke ligge dér for %(name)s, og er derfor ikke med i planen. Flyt den.")
    to(mentor_of(shift), shift, _("En vagt må ikke ligge dér"), f"{body} {why}", now=now)


def missed(shift: RosterShift, *, by: Any, now: datetime) -> None:
    body = _("%(name)s kom ikke til vagten %(when)s. Ring med det samme: det er det, der hjælper mest.")
    to(mentor_of(shift), shift, _("%(name)s kom ikke"), body, now=now, is_urgent=True)
    body = _("Vi savnede dig %(when)s. Sig til din mentor, hvad der skete. Det kan næsten altid løses.")
    to(youth_of(shift), shift, _("Vi savnede dig"), body, now=now)


def came_after_all(shift: RosterShift, *, now: datetime) -> None:
    body = _(
        "%(name)s var der alligevel den %(when)s: trykket lå i telefonen uden net. Sig det også til arbejdspladsen."
    )
    to(mentor_of(shift), shift, _("%(name)s var der"), body, now=now, is_urgent=True)


def cannot_come(shift: RosterShift, *, now: datetime) -> None:
    """In the same minute. Nobody asks the youth to find somebody else."""
    body = _("%(name)s kommer ikke til vagten %(when)s. Den unge skal ikke selv finde en afløser.")
    people = [*contacts(shift), *mentor_of(shift)]
    to(people, shift, _("%(name)s kan ikke komme"), body, now=now, is_urgent=True)


def on_the_way(shift: RosterShift, kind: str, *, now: datetime) -> None:
    if kind == TapKind.ON_MY_WAY:
        to(contacts(shift), shift, _("%(name)s er på vej"), _("%(name)s er på vej til vagten %(when)s."), now=now)


def reminder(shift: RosterShift, *, now: datetime) -> None:
    body = _("Husk din vagt i morgen: %(when)s, %(job)s. Kan du ikke, så sig det her på siden, så snart du ved det.")
    to(youth_of(shift), shift, _("I morgen har du vagt"), body, now=now)


def hours_put_in(worked: WorkedHours, *, now: datetime) -> None:
    shift = worked.shift
    people = contacts(shift) if worked.is_from_youth else youth_of(shift)
    to(people, shift, _("Passer timerne?"), _("Der er skrevet timer på vagten %(when)s. Se, om de passer."), now=now)


def hours_disputed(worked: WorkedHours, *, now: datetime) -> None:
    body = _("%(name)s og arbejdspladsen er ikke enige om timerne %(when)s. Hør begge, og skriv, hvad der gælder.")
    to(mentor_of(worked.shift), worked.shift, _("Uenighed om timer"), body, now=now)


def unlawful_hours(worked: WorkedHours, *, now: datetime) -> None:
    why = " ".join(worked.law).replace("%", "%%")
    body = _(
        "De timer, der er skrevet på vagten %(when)s i %(job)s, er mere, end loven tillader. Tal med arbejdspladsen."
    )
    to(mentor_of(worked.shift), worked.shift, _("Timer ud over loven"), f"{body} {why}", now=now)
