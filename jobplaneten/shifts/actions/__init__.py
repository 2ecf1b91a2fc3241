from jobplaneten.shifts.actions.clock import mind_shifts
from jobplaneten.shifts.actions.hours import put_in_hours
from jobplaneten.shifts.actions.links import end_link, link_at, renew_link
from jobplaneten.shifts.actions.planning import add_shift, call_off, move_shift, plan_job, say_missed
from jobplaneten.shifts.actions.taps import tap, why_not_tap

__all__ = [
    "add_shift",
    "call_off",
    "end_link",
    "link_at",
    "mind_shifts",
    "move_shift",
    "plan_job",
    "put_in_hours",
    "renew_link",
    "say_missed",
    "tap",
    "why_not_tap",
]
