from datetime import datetime

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from employers.actions.posts import close
from employers.actions.telling import tell_contacts, tell_coordinators
from employers.models import Employer, EmployerContact, PostStatus, Standing
from employers.workflow import EMPLOYER
from jobplaneten.accounts.models import Role, User
from jobplaneten.accounts.terms import accept_terms
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused


@transaction.atomic
def join(
    *,
    login: str,
    password: str,
    contact_name: str,
    name: str,
    cvr: str,
    kind: str,
    postcode: str,
    address: str,
    about: str,
    now: datetime,
) -> Employer:
    """A workplace asks to be let in. Whether the login or the number was the one already known is not said."""
    try:
        with transaction.atomic():
            user = User.objects.create_user(login, password, name=contact_name, email=login, role=Role.EMPLOYER)
            employer = Employer.objects.create(
                name=name, cvr=cvr, kind=kind, postcode=postcode, address=address, about=about, asked_at=now
            )
    except IntegrityError as error:
        raise MoveRefused(
            _("Vi kan ikke oprette jer her på siden lige nu. Skriv til os, så hjælper vi jer videre.")
        ) from error
    EmployerContact.objects.create(employer=employer, user=user, standing=Standing.ADMINISTRATOR, since=now)
    accept_terms(user, now=now)
    record("join", employer, by=user, now=now)
    tell_coordinators(
        _("En ny arbejdsplads venter"),
        _("%(name)s vil gerne være med. Se på dem, og svar dem.") % {"name": employer.name},
        now=now,
    )
    return employer


@transaction.atomic
def refuse_employer(employer: Employer, *, reason: str, by: User, now: datetime) -> None:
    row = step(employer, "refuse", reason, by=by, now=now)
    tell_contacts(
        row,
        _("Vi kan ikke godkende jer"),
        _("Derfor: %(reason)s") % {"reason": reason},
        path=reverse("employers:posts"),
        now=now,
    )


@transaction.atomic
def suspend(employer: Employer, *, reason: str, by: User, now: datetime) -> None:
    """Everything of theirs stops being shown at once, because `open()` and `visible_to` ask for vetted.

    Their posts are closed too: whoever comes back sends them anew. It takes two people again to let them in.
    """
    row = step(employer, "suspend", reason, by=by, now=now)
    shown = {PostStatus.SUBMITTED, PostStatus.OPEN, PostStatus.FILLED}
    for post in row.posts.filter(status__in=shown).order_by("pk"):
        close(post, by=by, now=now)
    tell_contacts(
        row,
        _("Vi har sat jer på pause"),
        _("Jeres opslag vises ikke lige nu. Derfor: %(reason)s") % {"reason": reason},
        path=reverse("employers:posts"),
        now=now,
    )


def step(employer: Employer, move: str, reason: str, *, by: User | None, now: datetime, **changes: object) -> Employer:
    row = Employer.objects.select_for_update(of=("self",)).get(pk=employer.pk)
    row.status = EMPLOYER.take(move, row.status)
    row.status_reason = reason
    row.version += 1
    for field, value in changes.items():
        setattr(row, field, value)
    row.save(update_fields=["status", "status_reason", "version", *changes])
    row.checks.pending().update(dropped_at=now)
    record(move, row, by=by, now=now)
    return row
