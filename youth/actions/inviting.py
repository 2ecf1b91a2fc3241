"""A mentor invites a youth whom they have met: with the code the youth is in at once, with that mentor."""

import secrets
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from jobplaneten.accounts.models import Area
from jobplaneten.messaging.actions import text_message
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused
from youth.actions.joining import let_in, new_youth
from youth.models import Protected, Youth, YouthInvitation
from youth.models.invitations import VALID_FOR

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
TOKEN_LENGTH = 12
CODE_LENGTH = 6
MOST_OPEN = 40


@transaction.atomic
def invite(
    *, area: Area, phone: str, by: Any, now: datetime, protected: str = Protected.UNKNOWN
) -> tuple[YouthInvitation, str]:
    """The invitation and its code, which is kept nowhere: sent by SMS, or printed from the page that follows."""
    if not (by.is_mentor and by.areas.filter(pk=area.pk).exists()):
        raise MoveRefused(_("Vælg et område, som du er mentor i."))
    if YouthInvitation.objects.open(now).visible_to(by).count() >= MOST_OPEN:
        raise MoveRefused(_("Du har mange åbne invitationer. Tag nogle tilbage først."))
    code = f"{secrets.randbelow(10**CODE_LENGTH):0{CODE_LENGTH}}"
    invitation = YouthInvitation.objects.create(
        mentor=by,
        area=area,
        phone=phone,
        protected=protected,
        token="".join(secrets.choice(ALPHABET) for _place in range(TOKEN_LENGTH)),
        code_digest=make_password(code),
        made_at=now,
        expires_at=now + VALID_FOR,
    )
    record("invite_youth", invitation, by=by, now=now)
    if phone:
        link = settings.SITE_URL + reverse("youth:invited", args=[invitation.token])
        words = _("Du er inviteret til Jobplaneten. Åbn %(link)s og skriv koden %(code)s. Den gælder i 14 dage.")
        text_message(phone, words % {"link": link, "code": code}, now=now)
    return invitation, code


@transaction.atomic
def take_invitation_back(invitation: YouthInvitation, *, by: Any, now: datetime) -> None:
    row = YouthInvitation.objects.open(now).select_for_update(of=("self",)).filter(pk=invitation.pk).first()
    if row is None:
        raise MoveRefused(_("Invitationen er allerede brugt eller taget tilbage."))
    row.taken_back_at, row.phone = now, ""
    row.save(update_fields=["taken_back_at", "phone"])
    record("take_invitation_back", row, by=by, now=now)


@transaction.atomic
def try_code(invitation: YouthInvitation, code: str, *, now: datetime) -> bool:
    """Every wrong code is counted, and after a few the invitation is dead, whoever asks."""
    row = YouthInvitation.objects.open(now).select_for_update(of=("self",)).filter(pk=invitation.pk).first()
    if row is None:
        return False
    if check_password(code.replace(" ", ""), row.code_digest):
        return True
    row.tries += 1
    row.save(update_fields=["tries"])
    record("wrong_code", row, by=None, now=now, tries=row.tries)
    return False


@transaction.atomic
def come_in(
    invitation: YouthInvitation,
    *,
    login: str,
    password: str,
    first_name: str,
    last_name: str,
    born_on: date,
    now: datetime,
) -> Youth:
    """After the right code, and once. The mentor has met the youth already, so nobody waits in the queue."""
    row = YouthInvitation.objects.open(now).select_for_update(of=("self",)).filter(pk=invitation.pk).first()
    if row is None:
        raise MoveRefused(_("Invitationen virker ikke længere. Bed om en ny."))
    youth = new_youth(
        login=login,
        password=password,
        first_name=first_name,
        last_name=last_name,
        born_on=born_on,
        area=row.area,
        now=now,
    )
    row.used_at, row.phone = now, ""
    row.save(update_fields=["used_at", "phone"])
    return let_in(youth, mentor=row.mentor, by=row.mentor, now=now, protected=row.protected)
