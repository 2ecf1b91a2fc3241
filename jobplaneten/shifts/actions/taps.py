"""One thumb, once: on the way, here, leaving, or not coming. What was tapped without network is heard later."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from jobplaneten.shifts import letters
from jobplaneten.shifts.actions.hours import hours_from_taps
from jobplaneten.shifts.actions.planning import locked_shift, take_off
from jobplaneten.shifts.judging import is_on
from jobplaneten.shifts.models import RosterShift, ShiftStatus, Tap, TapKind
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused

OFF = {TapKind.SICK, TapKind.CANNOT}
HEARD_LATE = timedelta(days=3)
"""What lay longer in a phone is put in as hours by hand instead."""
CLOCKS_APART = timedelta(minutes=5)
EARLY = {TapKind.ON_MY_WAY: timedelta(hours=6), TapKind.HERE: timedelta(hours=2), TapKind.LEAVING: timedelta(0)}
LATE = {TapKind.ON_MY_WAY: timedelta(0), TapKind.HERE: timedelta(0), TapKind.LEAVING: timedelta(hours=6)}


@transaction.atomic
def tap(shift: RosterShift, kind: str, *, tapped_at: datetime, by: Any, now: datetime) -> bool:
    """False when it had been said already: a second tap, or the same one replayed, changes nothing.

    `tapped_at` is the phone's word for when. A clock that is ahead is taken as now.
    """
    row, said = locked_shift(shift), TapKind(kind)
    if row.placement.youth.user_id != by.pk:
        raise MoveRefused(_("Det er kun den unge selv, der trykker her."))
    if row.taps.filter(kind=said).exists():
        return False
    at = min(tapped_at, now)
    if at < now - HEARD_LATE or tapped_at > now + CLOCKS_APART:
        raise MoveRefused(_("Det er for længe siden, eller din telefon går forkert. Skriv timerne på vagten i stedet."))
    was_missed = row.status == ShiftStatus.MISSED and said == TapKind.HERE
    if was_missed:
        row.status = ShiftStatus.PLANNED
    if why := why_not_tap(row, said, at):
        raise MoveRefused(why)
    if was_missed:
        row.save(update_fields=["status"])
        letters.came_after_all(row, now=now)
    Tap.objects.create(shift=row, kind=said, tapped_at=at, heard_at=now)
    record("tap", row, by=by, now=now, youth=row.placement.youth_id, kind=said.value)
    if said in OFF:
        take_off(row, reason=said.value, by=by, now=now)
        letters.cannot_come(row, now=now)
    else:
        letters.on_the_way(row, said, now=now)
        hours_from_taps(row, by=by, now=now)
    return True


def why_not_tap(row: RosterShift, said: TapKind, at: datetime) -> str:
    if not is_on(row):
        return _("Vagten er aflyst eller forbi.")
    if said in OFF:
        has_come = row.taps.filter(kind=TapKind.HERE).exists()
        return _("Vagten er begyndt. Ring til arbejdspladsen.") if has_come or at > row.ends_at else ""
    if at < row.begins_at - EARLY[said]:
        return _("Det er for tidligt at trykke på den.")
    if at > row.ends_at + LATE[said]:
        return _("Vagten er forbi. Skriv timerne på vagten i stedet.")
    return ""
