"""What is told about hearts, questions and searches. Only the youth, and those who look after the youth."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jobplaneten.messaging.actions import tell
from jobplaneten.searching.models import Favourite, NotNow
from youth.models import Youth
from youth.standing_in import helpers


def asked(favourite: Favourite, *, now: datetime) -> None:
    said = {"name": favourite.youth.first_name, "job": favourite.post.title}
    body = _("%(name)s vil gerne have et job: %(job)s. Se på det, og svar, også hvis det ikke er nu.") % said
    for person in helpers(favourite.youth):
        tell(person, _("%(name)s vil gerne have et job") % said, body, path=reverse("searching:asked"), now=now)


def not_now(favourite: Favourite, *, now: datetime) -> None:
    said = {"job": favourite.post.title, "why": NotNow(favourite.not_now).label}
    body = _("Din mentor har set på %(job)s. Ikke lige nu: %(why)s. Fint, at du spurgte – det hjælper os med at lede.")
    path = reverse("searching:favourites")
    tell(favourite.youth.user, _("Svar om et job, du gerne vil have"), body % said, path=path, now=now)


def gone(favourite: Favourite, *, now: datetime) -> None:
    body = _("%(job)s er ikke ledigt længere. Der kommer andre. Se, hvad der er nær dig nu.")
    path = reverse("searching:search")
    said = {"job": favourite.post.title}
    tell(favourite.youth.user, _("Et job, du har gemt, er væk"), body % said, path=path, now=now)


def found(youth: Youth, count: int, *, now: datetime) -> None:
    body = ngettext(
        "Der er kommet %(n)s nyt job, der passer til det, du leder efter.",
        "Der er kommet %(n)s nye job, der passer til det, du leder efter.",
        count,
    )
    path = reverse("searching:favourites")
    tell(youth.user, _("Nye job nær dig"), body % {"n": count}, path=path, now=now)
