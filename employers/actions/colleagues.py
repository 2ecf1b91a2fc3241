"""An administrator of a workplace asks colleagues in, and takes care of who is still there."""

import secrets
from datetime import datetime

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from employers.actions.telling import tell_contacts, tell_coordinators
from employers.models import ColleagueInvitation, Employer, EmployerContact, Standing
from employers.models.colleagues import INVITATION_VALID_FOR
from employers.permissions import is_administrator
from employers.workflow import CONTACT
from jobplaneten.accounts.actions import close_door, open_door
from jobplaneten.accounts.factors import letters
from jobplaneten.accounts.models import Role, User
from jobplaneten.accounts.terms import accept_terms
from jobplaneten.messaging.actions import loose_mail
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused

TOKEN_LENGTH = 12
CODE_LENGTH = 6
MOST_OPEN = 10


@transaction.atomic
def invite_colleague(employer: Employer, *, email: str, by: User, now: datetime) -> tuple[ColleagueInvitation, str]:
    """The invitation and its code, which is kept nowhere: sent by mail, or shown once on the page that follows."""
    contact = employer.contacts.administrators().filter(user=by).first()
    if contact is None:
        raise MoveRefused(_("Det er jeres administrator, der inviterer kolleger."))
    if not employer.is_vetted:
        raise MoveRefused(_("I kan invitere kolleger, når vi har godkendt jer."))
    if ColleagueInvitation.objects.open(now).filter(employer=employer).count() >= MOST_OPEN:
        raise MoveRefused(_("I har mange åbne invitationer. Tag nogle tilbage først."))
    code = f"{secrets.randbelow(10**CODE_LENGTH):0{CODE_LENGTH}}"
    invitation = ColleagueInvitation.objects.create(
        employer=employer,
        by=contact,
        email=email,
        token=letters(TOKEN_LENGTH),
        code_digest=make_password(code),
        made_at=now,
        expires_at=now + INVITATION_VALID_FOR,
    )
    record("invite_colleague", employer, by=by, now=now)
    if email:
        post_invitation(invitation, code, now=now)
    return invitation, code


def post_invitation(invitation: ColleagueInvitation, code: str, *, now: datetime) -> None:
    link = settings.SITE_URL + reverse("employers:invited", args=[invitation.token])
    words = _(
        "Hej\n\nEn kollega har inviteret dig til jeres side på Jobplaneten. Åbn linket, og skriv koden %(code)s:\n"
        "%(link)s\n\nDen virker én gang, i 14 dage. Kender du ikke til det, så lad være med at svare.\n\n"
        "Hilsen Jobplaneten"
    )
    loose_mail(invitation.email, _("Du er inviteret til Jobplaneten"), words % {"link": link, "code": code}, now=now)


@transaction.atomic
def take_colleague_invitation_back(invitation: ColleagueInvitation, *, by: User, now: datetime) -> None:
    row = ColleagueInvitation.objects.open(now).select_for_update(of=("self",)).filter(pk=invitation.pk).first()
    if row is None:
        raise MoveRefused(_("Invitationen er allerede brugt eller taget tilbage."))
    row.taken_back_at, row.email = now, ""
    row.save(update_fields=["taken_back_at", "email"])
    record("take_colleague_invitation_back", row.employer, by=by, now=now)


@transaction.atomic
def try_colleague_code(invitation: ColleagueInvitation, code: str, *, now: datetime) -> bool:
    """Every wrong code is counted, and after a few the invitation is dead, whoever asks."""
    row = ColleagueInvitation.objects.open(now).select_for_update(of=("self",)).filter(pk=invitation.pk).first()
    if row is None:
        return False
    if check_password(code.replace(" ", ""), row.code_digest):
        return True
    row.tries += 1
    row.save(update_fields=["tries"])
    record("wrong_code", row.employer, by=None, now=now, tries=row.tries)
    return False


@transaction.atomic
def come_in_as_colleague(
    invitation: ColleagueInvitation, *, login: str, password: str, name: str, now: datetime
) -> EmployerContact:
    """After the right code, and once. Everybody at the workplace, and the programme, hears who has come."""
    row = ColleagueInvitation.objects.open(now).select_for_update(of=("self",)).filter(pk=invitation.pk).first()
    if row is None:
        raise MoveRefused(_("Invitationen virker ikke længere. Bed om en ny."))
    try:
        with transaction.atomic():
            user = User.objects.create_user(login, password, name=name, email=login, role=Role.EMPLOYER)
    except IntegrityError as error:
        raise MoveRefused(_("Vi kan ikke oprette dig her på siden lige nu. Skriv til os, så hjælper vi.")) from error
    accept_terms(user, now=now)
    tell_everybody(row.employer, name, now=now)
    contact = EmployerContact.objects.create(employer=row.employer, user=user, since=now)
    row.used_at, row.email = now, ""
    row.save(update_fields=["used_at", "email"])
    record("come_in_as_colleague", row.employer, by=user, now=now)
    return contact


def tell_everybody(employer: Employer, name: str, *, now: datetime) -> None:
    said = {"who": name, "place": employer.name}
    subject, team = _("En ny kollega er kommet ind"), reverse("employers:team")
    body = _("%(who)s kan nu se jeres opslag og de kort, I får. Er det ikke rigtigt, så luk adgangen med det samme.")
    tell_contacts(employer, subject, body % said, path=team, now=now)
    page = reverse("employers:employer", args=[employer.pk])
    body = _("%(who)s er kommet med hos %(place)s, inviteret af deres egen administrator.")
    tell_coordinators(subject, body % said, path=page, now=now)


@transaction.atomic
def move_colleague(contact: EmployerContact, move: str, *, by: User | None, now: datetime) -> EmployerContact:
    """Somebody always runs the place: its last administrator can only hand over."""
    Employer.objects.select_for_update(of=("self",)).get(pk=contact.employer_id)
    row = EmployerContact.objects.select_for_update(of=("self",)).select_related("user").get(pk=contact.pk)
    target = CONTACT.take(move, row.standing)
    others = EmployerContact.objects.administrators().filter(employer=row.employer_id).exclude(pk=row.pk)
    if row.is_administrator and target != Standing.ADMINISTRATOR and not others.exists():
        raise MoveRefused(_("Der skal altid være en administrator. Giv ansvaret videre til en kollega først."))
    row.standing, row.since = target, now
    row.save(update_fields=["standing", "since"])
    if target in {Standing.OUT, Standing.ASLEEP}:
        close_door(row.user, by=by, now=now)
    elif move == "let_in_again":
        open_door(row.user, by=by, now=now)
    record(move, row.employer, by=by, now=now, contact=row.pk)
    return row


@transaction.atomic
def hand_over(contact: EmployerContact, *, by: User, now: datetime) -> None:
    """The colleague runs the place from now on, and who did is a colleague."""
    own = EmployerContact.objects.administrators().filter(user=by, employer=contact.employer_id).first()
    if own is None or not is_administrator(by):
        raise MoveRefused(CONTACT.too_late)
    move_colleague(contact, "make_administrator", by=by, now=now)
    move_colleague(own, "make_colleague", by=by, now=now)


def let_the_idle_sleep(now: datetime) -> int:
    """Who has not been here for 90 days; not the last who runs a place."""
    return sum(let_sleep(contact, now=now) for contact in EmployerContact.objects.idle(now).order_by("pk"))


@transaction.atomic
def let_sleep(contact: EmployerContact, *, now: datetime) -> bool:
    try:
        row = move_colleague(contact, "fall_asleep", by=None, now=now)
    except MoveRefused:
        return False
    body = _("%(who)s har ikke været her i 90 dage, og adgangen er lukket. Hører personen til, så luk op igen.")
    said = body % {"who": row.user.name}
    tell_contacts(row.employer, _("En kollega er blevet lukket ude"), said, path=reverse("employers:team"), now=now)
    return True
