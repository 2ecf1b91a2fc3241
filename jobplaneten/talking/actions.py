"""What is said, what waits for the mentor, and what somebody does when a message feels wrong."""

import unicodedata
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from jobplaneten.accounts.models import User
from jobplaneten.messaging.actions import tell
from jobplaneten.talking.models import Remark, RemarkReport, RemarkStatus, Side
from jobplaneten.talking.rooms import Room, side_of
from jobplaneten.talking.rules import must_wait
from jobplaneten.talking.workflow import REMARK
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused
from matching.actions.moves import locked_youth

MOST_AN_HOUR = 20
INVISIBLE = {"Cf", "Cc"}


@transaction.atomic
def say(room: Room, body: str, *, by: User, now: datetime) -> Remark:
    """Before there is a job the mentor reads every word of a workplace first; after that, what sounds wrong."""
    side, body = side_of(by), visible(body)
    locked_youth(room.youth.pk)
    if Remark.objects.filter(by=by, at__gt=now - timedelta(hours=1)).count() >= MOST_AN_HOUR:
        raise MoveRefused(_("Det er mange beskeder på én gang. Vent lidt, eller ring til mentor."))
    waits = side == Side.EMPLOYER and not room.own_words
    waits = side != Side.STAFF and (waits or must_wait(body))
    status = RemarkStatus.HELD if waits else RemarkStatus.SHOWN
    row = Remark.objects.create(youth=room.youth, post=room.post, by=by, side=side, body=body, status=status, at=now)
    record("say", row, by=by, now=now, youth=room.youth.pk)
    if waits:
        tell_mentor(row, now=now)
    else:
        tell_the_others(row, now=now)
    return row


def visible(body: str) -> str:
    """Without signs that nobody sees and that turn what is seen around."""
    kept = (sign for sign in body if sign in "\n" or unicodedata.category(sign) not in INVISIBLE)
    return "".join(kept).strip()


@transaction.atomic
def settle(remark: Remark, move: str, *, by: User, now: datetime) -> Remark:
    """The mentor's word on a message: show it covered, show it as written, or stop it."""
    row = Remark.objects.select_for_update(of=("self",)).get(pk=remark.pk)
    was = row.status
    row.status = REMARK.take(move, row.status)
    row.is_as_written = row.is_as_written or move == "uncover"
    row.settled_by, row.settled_at = by, now
    row.save(update_fields=["status", "is_as_written", "settled_by", "settled_at"])
    record(f"{move}_remark", row, by=by, now=now, youth=row.youth_id)
    if was == RemarkStatus.HELD and row.status == RemarkStatus.SHOWN:
        tell_the_others(row, now=now)
    return row


@transaction.atomic
def report(remark: Remark, *, by: User, now: datetime) -> RemarkReport:
    """Reaches the coordinators at once. Whoever wrote the message hears nothing of it."""
    row, is_new = RemarkReport.objects.get_or_create(
        remark=remark, by=by, handled_at=None, defaults={"at": now, "evidence": remark.body}
    )
    if is_new:
        record("report_remark", remark, by=by, now=now, youth=remark.youth_id)
        for person in reached(remark):
            tell(
                person,
                _("En besked føles forkert"),
                _("Nogen har sagt det om en besked mellem en ung og en arbejdsplads. Læs den i dag."),
                is_urgent=True,
                path=reverse("talking:reports" if person.is_coordinator else "talking:held"),
                now=now,
            )
    return row


def reached(remark: Remark) -> Iterable[User]:
    people = User.objects.coordinators().filter(areas=remark.youth.area_id)
    return [*people, *([remark.youth.mentor] if remark.youth.mentor else [])]


@transaction.atomic
def handle(found: RemarkReport, *, done: str, by: User, now: datetime) -> None:
    row = RemarkReport.objects.select_for_update(of=("self",)).get(pk=found.pk)
    if row.handled_at:
        raise MoveRefused(_("En anden har allerede taget sig af det."))
    row.done, row.handled_by, row.handled_at = done, by, now
    row.save(update_fields=["done", "handled_by", "handled_at"])
    record("handle_remark_report", row, by=by, now=now, youth=row.remark.youth_id)


def tell_mentor(row: Remark, *, now: datetime) -> None:
    if row.youth.mentor:
        body = _("Der venter en besked om et job. Læs den, og vælg, om den skal vises.")
        tell(row.youth.mentor, _("En besked venter på dig"), body, path=reverse("talking:held"), now=now)


def tell_the_others(row: Remark, *, now: datetime) -> None:
    """That there is something to read, never what."""
    subject, body = _("Du har en besked"), _("Der er en ny besked om et job. Læs den her på siden.")
    path = reverse("talking:rooms")
    if row.side != Side.YOUTH:
        tell(row.youth.user, subject, body, path=path, now=now)
    if row.side != Side.EMPLOYER and row.post.employer:
        for contact in row.post.employer.contacts.inside().select_related("user").filter(user__is_active=True):
            tell(contact.user, subject, body, path=path, now=now)
