from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from employers.actions.telling import tell_contacts, tell_coordinators
from employers.lawfulness import lawful_groups, missing_fields
from employers.models import Employer, EmployerStatus, Need, Post, PostStatus, Shift
from employers.wages import why_underpaid
from employers.workflow import POST
from jobplaneten.accounts.models import User
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused

TURNED_DOWN = {EmployerStatus.REFUSED, EmployerStatus.SUSPENDED}


@transaction.atomic
def save_post(
    post: Post | None,
    *,
    values: Mapping[str, Any],
    shifts: Iterable[Mapping[str, int]],
    needs: Iterable[tuple[str, int]],
    employer: Employer | None,
    by: User,
    now: datetime,
    version: int | None = None,
) -> Post:
    """Save what was typed. A post that had been sent or opened is a draft again: what was approved has changed."""
    row = Post(by=by) if post is None else locked(post, version)
    if row.status in {PostStatus.SUBMITTED, PostStatus.OPEN}:
        row.status = POST.take("rework", row.status)
    if row.status not in {PostStatus.DRAFT, PostStatus.REFUSED}:
        raise MoveRefused(_("Opslaget kan ikke rettes, når det er besat eller lukket."))
    for field, value in values.items():
        setattr(row, field, value)
    row.employer = employer or row.employer
    if row.seats < row.seats_taken:
        raise MoveRefused(_("Der er allerede unge på %(taken)s af pladserne.") % {"taken": row.seats_taken})
    row.opened_at = None
    row.changed_at = now
    row.version += post is not None
    row.save()
    write_rows(row, shifts, needs)
    record("write_post" if post is None else "edit_post", row, by=by, now=now)
    return row


def write_rows(post: Post, shifts: Iterable[Mapping[str, int]], needs: Iterable[tuple[str, int]]) -> None:
    post.shifts.all().delete()
    post.needs.all().delete()
    Shift.objects.bulk_create(Shift(post=post, **shift) for shift in shifts)
    Need.objects.bulk_create(Need(post=post, skill=skill, level=level) for skill, level in needs)


@transaction.atomic
def submit(post: Post, *, by: User, now: datetime) -> None:
    """Send the post to be looked at: whole, and lawful for somebody of the ages that it asks for."""
    row = locked(post)
    if row.employer is not None and row.employer.status in TURNED_DOWN:
        raise MoveRefused(_("Opslaget kan ikke sendes, før arbejdspladsen er godkendt. Skriv til os."))
    missing = missing_fields(row)
    if missing:
        labels = ", ".join(str(label) for _field, label in missing)
        raise MoveRefused(_("Opslaget er ikke færdigt. Der mangler: %(labels)s.") % {"labels": labels})
    if not lawful_groups(row, now.date()):
        raise MoveRefused(_("Jobbet er ikke lovligt for nogen i den alder, I har valgt. Se hvorfor på opslaget."))
    refuse_underpaid(row, now.date())
    row.guesses = {}
    step(row, "submit", by=by, now=now)
    tell_coordinators(_("Et opslag venter"), _("Opslaget »%(title)s« er klar til at blive set.") % title(row), now=now)


@transaction.atomic
def open_post(post: Post, *, by: User, now: datetime, version: int | None = None) -> None:
    """Show the post to the youths. Asked of the law again: time may have passed since it was sent.

    `version` is the one that was read: words that nobody has read must not slip in before the button is pressed.
    """
    row = locked(post)
    if version not in {None, row.version}:
        raise MoveRefused(_("Opslaget er ændret, siden du læste det. Læs det igen, før du åbner det."))
    if row.employer is None or not row.employer.is_vetted:
        raise MoveRefused(_("Godkend arbejdspladsen først."))
    if missing_fields(row) or not lawful_groups(row, now.date()):
        raise MoveRefused(_("Opslaget er ikke helt færdigt eller ikke lovligt længere. Send det retur."))
    refuse_underpaid(row, now.date())
    row.opened_at = now
    step(row, "open", by=by, now=now)
    if row.seats_left == 0:
        step(row, "fill", by=by, now=now)
    tell_about(row, _("Jeres opslag er åbent"), _("Nu leder vi efter unge til »%(title)s«.") % title(row), now=now)


@transaction.atomic
def refuse_post(post: Post, *, reason: str, by: User, now: datetime) -> None:
    row = locked(post)
    step(row, "refuse", reason, by=by, now=now)
    body = _("»%(title)s« skal rettes: %(reason)s") % {**title(row), "reason": reason}
    tell_about(row, _("Jeres opslag er sendt retur"), body, now=now)


@transaction.atomic
def rework(post: Post, *, by: User, now: datetime) -> None:
    step(locked(post), "rework", by=by, now=now)


@transaction.atomic
def close(post: Post, *, by: User, now: datetime) -> None:
    step(locked(post), "close", by=by, now=now)


def refuse_underpaid(row: Post, on: date) -> None:
    """An employer that names an agreement is held to it; who names none is not measured."""
    if reasons := why_underpaid(row, on):
        raise MoveRefused(" ".join(reasons))


def locked(post: Post, version: int | None = None) -> Post:
    row = Post.objects.select_related("employer").select_for_update(of=("self",)).get(pk=post.pk)
    if version is not None and row.version != version:
        raise MoveRefused(
            _(
                "En anden har rettet opslaget, mens du skrev. Intet er gemt, men det, du har skrevet, står her stadig. "
                "Gem igen, hvis det er din udgave, der skal gælde."
            )
        )
    return row


def step(row: Post, move: str, reason: str = "", *, by: User, now: datetime) -> None:
    row.status = POST.take(move, row.status)
    row.status_reason = reason
    row.changed_at = now
    row.version += 1
    row.save(update_fields=["status", "status_reason", "changed_at", "opened_at", "guesses", "version"])
    record(f"{move}_post", row, by=by, now=now)


def tell_about(row: Post, subject: str, body: str, *, now: datetime) -> None:
    tell_contacts(row.employer, subject, body, path=reverse("employers:post", args=[row.pk]), now=now)


def title(row: Post) -> dict[str, str]:
    return {"title": row.title}
