"""Letting a workplace in takes two people: one checks and writes it down, another reads it and says yes."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from employers.actions.telling import tell_contacts, tell_coordinators
from employers.actions.vetting import step
from employers.models import REMIND_BEFORE, VALID_FOR, Employer, EmployerStatus, VettingCheck
from employers.permissions import may_confirm, may_vet, needs_meeting
from employers.workflow import EMPLOYER
from jobplaneten.accounts.models import User
from jobplaneten.messaging.actions import tell
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused


@transaction.atomic
def check(employer: Employer, facts: Mapping[str, Any], *, by: User, now: datetime) -> VettingCheck:
    """The first person's part. A check that nobody has read yet is replaced by the new one."""
    row = Employer.objects.select_for_update(of=("self",)).get(pk=employer.pk)
    EMPLOYER.take("vet", row.status)
    if not may_vet(by):
        raise MoveRefused(_("Det er koordinatorer, der tjekker arbejdspladser."))
    if facts["number_seen"] != row.cvr:
        raise MoveRefused(_("Nummeret i registeret er et andet end det, de har skrevet."))
    if needs_meeting(row) and not facts.get("met_on"):
        raise MoveRefused(_("Nogen fra os skal have mødt dem, før de kan komme med."))
    row.checks.pending().update(dropped_at=now)
    made = VettingCheck.objects.create(employer=row, checked_by=by, checked_at=now, **facts)
    record("check", row, by=by, now=now)
    tell_the_second(made, now=now)
    return made


def tell_the_second(made: VettingCheck, *, now: datetime) -> None:
    """Another coordinator; where there is none, the mentors."""
    others = User.objects.coordinators().exclude(pk=made.checked_by_id)
    subject = _("Læs et tjek af en arbejdsplads")
    body = _("%(who)s har tjekket %(name)s. Læs det, og sig ja, hvis du er enig. Der skal to til.")
    said = {"who": made.checked_by.name, "name": made.employer.name}
    path = reverse("employers:vetting", args=[made.pk])
    for user in others if others.exists() else User.objects.active().mentors():
        tell(user, subject, body % said, path=path, now=now)


@transaction.atomic
def confirm(made: VettingCheck, *, by: User, now: datetime) -> Employer:
    """The second person has read what the first saw. Only now is the workplace let in, for a year."""
    employer = Employer.objects.select_for_update(of=("self",)).get(pk=made.employer_id)
    made.refresh_from_db(from_queryset=VettingCheck.objects.select_for_update(of=("self",)))
    if not made.is_pending:
        raise MoveRefused(EMPLOYER.too_late)
    if not may_confirm(by, made):
        raise MoveRefused(_("Du har selv tjekket dem. En anden end dig skal læse det og sige ja."))
    made.confirmed_by, made.confirmed_at = by, now
    made.save(update_fields=["confirmed_by", "confirmed_at"])
    until = timezone.localdate(now) + VALID_FOR
    two = {"vetted_by": made.checked_by, "confirmed_by": by}
    row = step(employer, "vet", "", by=by, now=now, vetted_at=now, vetted_until=until, renewal_told_at=None, **two)
    tell_contacts(
        row,
        _("I er godkendt"),
        _("Velkommen på Jobplaneten. Jeres opslag kan blive åbnet for de unge. Det gælder til %(until)s.")
        % {"until": formats.date_format(until, "j. F Y")},
        path=reverse("employers:posts"),
        now=now,
    )
    return row


def remind_of_renewal(now: datetime) -> int:
    """Once, a month before: there is time to look again without anything standing still."""
    day = timezone.localdate(now)
    due = Employer.objects.to_renew(day + REMIND_BEFORE).filter(renewal_told_at=None)
    return sum(remind(pk, now=now) for pk in due.values_list("pk", flat=True))


@transaction.atomic
def remind(pk: int, *, now: datetime) -> bool:
    row = Employer.objects.select_for_update(of=("self",)).get(pk=pk)
    if row.renewal_told_at or row.status != EmployerStatus.VETTED or row.vetted_until is None:
        return False
    row.renewal_told_at = now
    row.save(update_fields=["renewal_told_at"])
    said = {"name": row.name, "until": formats.date_format(row.vetted_until, "j. F Y")}
    tell_coordinators(
        _("En godkendelse løber ud"),
        _("%(name)s er godkendt til %(until)s. Slå dem op og ring til dem igen, så de kan blive.") % said,
        now=now,
        path=reverse("employers:employer", args=[pk]),
    )
    body = _("Vi har godkendt jer til %(until)s. Vi ringer til jer inden da, så I kan fortsætte.") % said
    tell_contacts(row, _("Jeres godkendelse løber ud"), body, path=reverse("employers:posts"), now=now)
    return True


@transaction.atomic
def expire(employer: Employer, *, now: datetime) -> bool:
    """By the clock, the day after the last day of the year."""
    row = Employer.objects.select_for_update(of=("self",)).get(pk=employer.pk)
    over = row.vetted_until is not None and row.vetted_until < timezone.localdate(now)
    if row.status != EmployerStatus.VETTED or not over:
        return False
    reason = _("Vores godkendelse gælder et år, og nu er året gået. Vi ringer til jer, så I kan komme med igen.")
    row = step(row, "expire", reason, by=None, now=now)
    tell_contacts(row, _("Jeres godkendelse er udløbet"), reason, path=reverse("employers:posts"), now=now)
    tell_coordinators(
        _("En godkendelse er udløbet"),
        _("%(name)s er ikke længere godkendt. Slå dem op og ring til dem, hvis de skal med igen.") % {"name": row.name},
        now=now,
        path=reverse("employers:employer", args=[row.pk]),
    )
    return True


def expired_by(now: datetime) -> list[Employer]:
    yesterday = timezone.localdate(now) - timedelta(days=1)
    return list(Employer.objects.to_renew(yesterday))
