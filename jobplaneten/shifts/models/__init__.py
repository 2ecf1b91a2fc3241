from jobplaneten.shifts.models.hours import HoursState, WorkedHours
from jobplaneten.shifts.models.links import CalendarLink
from jobplaneten.shifts.models.roster import OffReason, RosterShift, RosterShiftQuerySet, ShiftStatus
from jobplaneten.shifts.models.taps import Tap, TapKind

__all__ = [
    "CalendarLink",
    "HoursState",
    "OffReason",
    "RosterShift",
    "RosterShiftQuerySet",
    "ShiftStatus",
    "Tap",
    "TapKind",
    "WorkedHours",
]
