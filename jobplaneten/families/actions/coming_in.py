"""How a guardian comes in: invited by the youth or the mentor, with a code that works once."""

import secrets
from datetime import datetime
from typing import Any

from django.contrib.auth.hashers import check_password, make_password
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jobplaneten.accounts.models import Role, User
from jobplaneten.accounts.terms import accept_terms
from jobplaneten.families import letters
from jobplaneten.families.languages import in_danish
from jobplaneten.families.models import Guardian, Guardianship, Invitation, Way
from jobplaneten.families.models.guardians import MOST_GUARDIANS
from jobplaneten.families.models.invitations import VALID_FOR
from jobplaneten.families.permissions import may_invite
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused
from youth.models import Youth

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
TOKEN_LENGTH = 12
CODE_LENGTH = 6


def held(youth: Youth) -> Youth:
    return Youth.objects.select_for_update(of=("self",)).select_related("user", "mentor").get(pk=youth.pk)


@transaction.atomic
def invite(
    youth: Youth, *, relation: str, way: str, language: str, phone: str, lives_with: bool, by: Any, now: datetime
) -> tuple[Invitation, str]:
    """The invitation and its code. By SMS the code is sent; on paper it is printed from the page that follows."""
    youth = held(youth)
    if not may_invite(by, youth, timezone.localdate(now)):
        raise MoveRefused(_("Der kan ikke inviteres nogen her."))
    standing = Guardianship.objects.standing().filter(youth=youth).count()
    if standing + Invitation.objects.open(now).filter(youth=youth).count() >= MOST_GUARDIANS:
        raise MoveRefused(_("Der er plads til to forældre. Tag en invitation tilbage, hvis den er forkert."))
    code = f"{secrets.randbelow(10**CODE_LENGTH):0{CODE_LENGTH}}"
    invitation = Invitation.objects.create(
        youth=youth,
        relation=relation,
        lives_with=lives_with,
        way=way,
        language=language,
        phone=phone if way == Way.SMS else "",
        token="".join(secrets.choice(ALPHABET) for _place in range(TOKEN_LENGTH)),
        code_digest=make_password(code),
        made_by=by,
        made_at=now,
        expires_at=now + VALID_FOR,
    )
    record("invite_guardian", invitation, by=by, now=now, youth=youth.pk, way=way)
    if way == Way.SMS:
        letters.send_code(invitation, code, now=now)
    if not by.is_staff:
        letters.invited(invitation, now=now)
    return invitation, code


@transaction.atomic
def take_back(invitation: Invitation, *, by: Any, now: datetime) -> None:
    row = Invitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)
    if row.used_at or row.taken_back_at:
        raise MoveRefused(_("Invitationen er allerede brugt eller taget tilbage."))
    row.taken_back_at = now
    row.save(update_fields=["taken_back_at"])
    record("take_invitation_back", row, by=by, now=now, youth=row.youth_id)


@transaction.atomic
def try_code(invitation: Invitation, code: str, *, now: datetime) -> bool:
    """Every wrong code is counted, and after a few the invitation is dead, whoever asks."""
    row = Invitation.objects.open(now).select_for_update(of=("self",)).filter(pk=invitation.pk).first()
    if row is None:
        return False
    if check_password(code.strip().replace(" ", ""), row.code_digest):
        return True
    row.tries += 1
    row.save(update_fields=["tries"])
    record("wrong_code", row, by=None, now=now, youth=row.youth_id, tries=row.tries)
    return False


@in_danish
@transaction.atomic
def come_in(
    invitation: Invitation,
    *,
    user: User | None = None,
    name: str = "",
    login: str = "",
    password: str = "",
    language: str = "",
    now: datetime,
) -> Guardianship:
    """After the right code: somebody new, or a guardian who is here for another child already. It works once."""
    youth = held(invitation.youth)
    row = Invitation.objects.open(now).select_for_update(of=("self",)).filter(pk=invitation.pk).first()
    if row is None or not may_invite(row.made_by, youth, timezone.localdate(now)):
        raise MoveRefused(_("Invitationen virker ikke længere. Bed om en ny."))
    person = user or new_guardian(login, password, name)
    Guardian.objects.get_or_create(user=person, defaults={"language": language or row.language})
    accept_terms(person, now=now)
    known_by = row.made_by if row.made_by.is_staff else None
    try:
        with transaction.atomic():
            guardianship = Guardianship.objects.create(
                youth=youth,
                guardian=person,
                relation=row.relation,
                lives_with=row.lives_with,
                began_at=now,
                known_by=known_by,
            )
    except IntegrityError as twice:
        raise MoveRefused(_("Du er her allerede. Log ind i stedet.")) from twice
    row.used_at = now
    row.save(update_fields=["used_at"])
    record("come_in", guardianship, by=person, now=now, youth=youth.pk, invitation=row.pk)
    letters.came_in(guardianship, now=now)
    return guardianship


def new_guardian(login: str, password: str, name: str) -> User:
    reach = {"email": login} if "@" in login else {"phone": login}
    try:
        with transaction.atomic():
            return User.objects.create_user(login, password, name=name, role=Role.GUARDIAN, **reach)
    except IntegrityError as error:
        raise MoveRefused(_("Der er allerede en, der logger ind med den. Er det dig, så log ind først.")) from error


@transaction.atomic
def choose_language(user: User, language: str, *, now: datetime) -> None:
    Guardian.objects.update_or_create(user=user, defaults={"language": language})
