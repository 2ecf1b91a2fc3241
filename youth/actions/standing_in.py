from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from jobplaneten.accounts.models import User
from jobplaneten.messaging.actions import tell
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused
from youth.actions.locks import locked
from youth.capacity import check_room
from youth.models import StandIn, Youth
from youth.permissions import may_be_mentor_of


@transaction.atomic
def stand_in(youth: Youth, *, mentor: User, from_on: date, until_on: date, by: Any, now: datetime) -> StandIn:
    """While the mentor is away another of the area sees and does what the mentor can; steps wait for the mentor."""
    youth = locked(youth)
    if not may_be_mentor_of(mentor, youth) or mentor.pk == youth.mentor_id:
        raise MoveRefused(_("Vælg en anden mentor, der har med området at gøre."))
    if until_on < max(from_on, timezone.localdate(now)):
        raise MoveRefused(_("Den sidste dag skal komme efter den første og ikke være gået."))
    check_room(mentor, youth, by=by, now=now)
    overlap = StandIn.objects.filter(youth=youth, ended_at=None, from_on__lte=until_on, until_on__gte=from_on)
    if overlap.exists():
        raise MoveRefused(_("Der er allerede en vikar nogle af dagene."))
    days = {"from_on": from_on, "until_on": until_on}
    row = StandIn.objects.create(youth=youth, mentor=mentor, **days, by=by, at=now)
    record("stand_in", row, by=by, now=now, youth=youth.pk, mentor=mentor.pk)
    tell_of(row, youth, mentor, now=now)
    return row


def tell_of(row: StandIn, youth: Youth, mentor: User, *, now: datetime) -> None:
    first, last = (formats.date_format(day, "j. F") for day in (row.from_on, row.until_on))
    words = {"name": youth.first_name, "mentor": mentor.name, "first": first, "last": last}
    hello = _("Din mentor er væk fra %(first)s til %(last)s. Imens hjælper %(mentor)s dig.") % words
    tell(youth.user, _("%(mentor)s hjælper dig en tid") % words, hello, path=reverse("youth:my_way"), now=now)
    body = _("Du er vikar for %(name)s fra %(first)s til %(last)s. Dagbogen fortæller, hvor I er.") % words
    path = reverse("following:journal", args=[youth.pk])
    tell(mentor, _("Du er vikar for %(name)s") % words, body, path=path, now=now)


@transaction.atomic
def end_stand_in(found: StandIn, *, by: Any, now: datetime) -> None:
    row = StandIn.objects.select_for_update(of=("self",)).get(pk=found.pk)
    if row.ended_at:
        return
    row.ended_at = now
    row.save(update_fields=["ended_at"])
    record("end_stand_in", row, by=by, now=now, youth=row.youth_id, mentor=row.mentor_id)
