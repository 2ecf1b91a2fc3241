from typing import Any

from jobplaneten.shifts.models import RosterShift


def has_shifts(user: Any) -> bool:
    """Guardians read about shifts on their own pages, in `families`."""
    return bool(user.is_youth or user.is_staff or user.is_employer)


def is_youth(user: Any) -> bool:
    return bool(user.is_youth)


def may_plan(user: Any) -> bool:
    return bool(user.is_staff or user.is_employer)


def may_fetch_hours(user: Any) -> bool:
    """For the payroll: the workplace its own, and coordinators for the jobs that the programme pays."""
    return bool(user.is_employer or user.is_coordinator)


def may_put_in(user: Any, shift: RosterShift) -> bool:
    return bool(user.is_staff or user.is_employer or user.pk == shift.placement.youth.user_id)
