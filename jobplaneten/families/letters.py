"""What guardians, mentors and youths are told about each other. A guardian reads it in the language they chose."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobplaneten.families.models import Guardian, Guardianship, Invitation
from jobplaneten.messaging.actions import tell, text_message
from jobplaneten.placements.models import Placement
from youth.models import Youth

INVITED = gettext_lazy("Du er inviteret til Jobplaneten. Åbn %(link)s og skriv koden %(code)s. Den gælder i 14 dage.")
ASKED = gettext_lazy("Vi har brug for dit svar om et job")
ASKED_BODY = gettext_lazy("Læs om jobbet: hvor det er, hvornår og sammen med hvem. Skriv så under, hvis du er enig.")
GROWN_UP = gettext_lazy("Nu er %(name)s fyldt 18")
GROWN_UP_BODY = gettext_lazy("Derfor bestemmer %(name)s selv, og du kan ikke længere se siden. Tak for din hjælp.")
FIFTEEN = gettext_lazy("Nu er %(name)s fyldt 15")
FIFTEEN_BODY = gettext_lazy("Derfor siger %(name)s selv ja. Du får stadig besked om job, og du skriver stadig under.")


def send_code(invitation: Invitation, code: str, *, now: datetime) -> None:
    """No name and no place: whose phone it is cannot be known before the code has been given."""
    link = settings.SITE_URL + reverse("families:open", args=[invitation.token])
    with translation.override(invitation.language):
        text_message(invitation.phone, str(INVITED % {"link": link, "code": code}), now=now)


def to_guardian(guardianship: Guardianship, subject: Promise, body: Promise, *, path: str, now: datetime) -> None:
    person, words = guardianship.guardian, {"name": guardianship.youth.first_name}
    language = Guardian.objects.filter(user=person).values_list("language", flat=True).first() or "da"
    with translation.override(language):
        tell(person, str(subject % words), str(body % words), path=path, now=now)


def to_mentor(youth: Youth, subject: str, body: str, *, now: datetime) -> None:
    if youth.mentor:
        words = {"name": youth.first_name}
        tell(youth.mentor, subject % words, body % words, path=reverse("youth:person", args=[youth.pk]), now=now)


def invited(invitation: Invitation, *, now: datetime) -> None:
    """A youth has asked somebody in; the mentor hears of it at once."""
    body = _("Ring gerne, og se efter, at det er den rigtige. Den voksne kan intet se, før du har sagt god for det.")
    to_mentor(invitation.youth, _("%(name)s har inviteret en forælder"), body, now=now)


def came_in(guardianship: Guardianship, *, now: datetime) -> None:
    youth = guardianship.youth
    if guardianship.is_known:
        body = _("En forælder til %(name)s er logget ind og kan selv svare nu.")
    else:
        body = _("Den voksne kan intet se, før du har sagt god for, hvem det er. Det gør du på %(name)ss side.")
    to_mentor(youth, _("En forælder til %(name)s er kommet med"), body, now=now)
    subject, body = _("En forælder er kommet med"), _("Du kan altid se, hvem der er med, og hvad de kan se.")
    tell(youth.user, subject, body, path=reverse("families:my_guardians"), now=now)


def made_known(guardianship: Guardianship, *, now: datetime) -> None:
    subject = gettext_lazy("Du kan nu følge med i, hvad %(name)s laver")
    body = gettext_lazy("Se, hvad vi har brug for dit svar på.")
    to_guardian(guardianship, subject, body, path=reverse("families:child", args=[guardianship.pk]), now=now)


def said_no(guardianship: Guardianship, *, now: datetime) -> None:
    body = _(
        "Alt, hvad der var sendt ud, er trukket tilbage. I et job, der er i gang, venter vagterne. Tal med familien."
    )
    to_mentor(guardianship.youth, _("En forælder til %(name)s har sagt nej"), body, now=now)


def asked(guardianship: Guardianship, placement: Placement, *, now: datetime) -> None:
    to_guardian(guardianship, ASKED, ASKED_BODY, path=reverse("families:job", args=[placement.pk]), now=now)


def grown_up(guardianship: Guardianship, *, now: datetime) -> None:
    to_guardian(guardianship, GROWN_UP, GROWN_UP_BODY, path="/", now=now)


def to_youth_of(age: int, youth: Youth, *, now: datetime) -> None:
    """A birthday that changes whose yes it is."""
    subject = _("Nu er du %(age)s, og det er dig, der siger ja") % {"age": age}
    body = _("Læs, hvad Jobplaneten gemmer om dig, og svar ja eller nej. Et job, du er i gang med, løber videre.")
    tell(youth.user, subject, body, path=reverse("families:own_word"), now=now)
    body = _("Derfor er det den unge selv, der siger ja. Indtil da foreslår vi ikke nye job. Job i gang løber videre.")
    to_mentor(youth, _("%(name)s er fyldt %(age)s").replace("%(age)s", str(age)), body, now=now)


def turned_15(guardianship: Guardianship, *, now: datetime) -> None:
    path = reverse("families:child", args=[guardianship.pk])
    to_guardian(guardianship, FIFTEEN, FIFTEEN_BODY, path=path, now=now)


def youth_said(youth: Youth, *, is_yes: bool, now: datetime) -> None:
    said: Any = _("%(name)s har selv sagt ja") if is_yes else _("%(name)s har selv sagt nej")
    body = _("Der bliver ledt efter job igen.") if is_yes else _("Alt, hvad der var sendt ud, er trukket tilbage.")
    to_mentor(youth, said, body, now=now)
