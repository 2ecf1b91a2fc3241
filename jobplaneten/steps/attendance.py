"""How many of the shifts that somebody has said something about were met, or called off before they began."""

from datetime import date

from jobplaneten.shifts.models import OffReason, RosterShift, ShiftStatus
from youth.models import Youth

OWN_REASONS = {OffReason.SICK, OffReason.CANNOT, OffReason.SCHOOL}


def attendance(youth: Youth, since: date, today: date) -> tuple[int, int]:
    """(kept, counted). Without hours, a miss or a word a shift is not counted, nor when others took it away."""
    rows = RosterShift.objects.filter(placement__youth=youth, day__gte=since, day__lt=today).select_related("worked")
    kept = [is_kept(row) for row in rows]
    return sum(each is True for each in kept), sum(each is not None for each in kept)


def is_kept(row: RosterShift) -> bool | None:
    if row.status == ShiftStatus.MISSED:
        return False
    if row.status == ShiftStatus.CALLED_OFF:
        in_time = row.off_at is not None and row.off_at <= row.begins_at
        return in_time if row.off_reason in OWN_REASONS else None
    return True if hasattr(row, "worked") and row.status == ShiftStatus.PLANNED else None
