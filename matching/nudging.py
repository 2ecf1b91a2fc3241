"""What people read while somebody waits for an answer, and when the time is over."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from jobplaneten.accounts.models import User
from jobplaneten.messaging.actions import tell
from matching.letters import names, to_employer, to_mentor, to_youth
from matching.models import Match, MatchStatus, WaitingPlace


def nudged(match: Match, *, is_last: bool, now: datetime) -> None:
    """Whoever is asked hears it; the last time those hear it too who can pick up a telephone."""
    if match.status == MatchStatus.OFFERED:
        body = _(
            "Hej %(youth)s. %(job)s hos %(place)s venter på dit svar. Svar senest %(day)s. Nej tak er også et svar."
        )
        to_youth(match, _("Husk at svare: %(job)s"), body, now=now)
        if is_last:
            body = _("%(youth)s har ikke svaret på %(job)s. Fristen er %(day)s. Et opkald hjælper tit.")
            to_mentor(match, _("%(youth)s mangler at svare"), body, now=now)
        return
    body = _(
        "En ung venter på svar om %(job)s. Svar senest %(day)s. Har I travlt, så sig nej tak, eller hold en pause."
    )
    path = reverse("matching:candidate", args=[match.card.pk])
    to_employer(match, _("En ung venter på svar: %(job)s"), body, path=path, now=now, waits=True)
    if is_last:
        call_in_coordinators(match, now=now)


def call_in_coordinators(match: Match, *, now: datetime) -> None:
    body = _("%(place)s har ikke svaret på et kort, og fristen er %(day)s. Ring til dem, så den unge får et svar.")
    said = body % names(match)
    for person in User.objects.staff_of(match.youth.area):
        if person.is_coordinator:
            tell(person, _("En arbejdsplads svarer ikke"), said, path=reverse("matching:answers"), now=now)


def unanswered(match: Match, *, was: MatchStatus, following: Match | None, now: datetime) -> None:
    """To the mentor: who did not answer, and what the youth could be asked instead."""
    silent = (
        _("%(place)s svarede ikke på kortet fra %(youth)s i tide. Forslaget er lukket pænt for den unge.")
        if was == MatchStatus.RELEASED
        else _("%(youth)s svarede ikke på %(job)s i tide. Forslaget er lukket uden et nej.")
    )
    if following is None:
        to_mentor(match, _("Intet svar til %(youth)s"), silent, now=now)
        return
    body = silent % names(match) + " " + _("Det næste forslag er klar: læs det, og svar.")
    path = reverse("matching:proposal", args=[following.pk])
    if match.youth.mentor:
        tell(match.youth.mentor, _("Det næste forslag til %(youth)s") % names(match), body, path=path, now=now)


def seat_is_free(place: WaitingPlace, *, now: datetime) -> None:
    words = {"youth": place.youth.first_name, "job": place.post.title}
    body = _(
        "Der er en plads igen: %(job)s. Du stod på listen, så vi siger det til dig først. Din mentor ved det også."
    )
    tell(place.youth.user, _("Der er en plads igen"), body % words, path=reverse("matching:offers"), now=now)
    if place.youth.mentor:
        body = _(
            "Der er en plads igen: %(job)s. %(youth)s stod på ventelisten. Natten ser på det sammen med alt andet."
        )
        path = reverse("youth:person", args=[place.youth_id])
        tell(place.youth.mentor, _("En plads er blevet ledig"), body % words, path=path, now=now)
