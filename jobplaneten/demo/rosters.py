"""The demo town's shifts: last week's hours, one who was ill, and what comes."""

from typing import Any

from jobplaneten.demo.town import Town
from jobplaneten.shifts import actions
from jobplaneten.shifts.models import RosterShift, TapKind
from jobplaneten.workflow import MoveRefused


def plan_in_the_town(town: Town) -> None:
    actions.mind_shifts(town.at(6, "09:00"))
    rows = RosterShift.objects.planned().of_jobs_that_run().filter(day__lt=town.today)
    past = rows.select_related("placement__youth__user", "placement__post").in_order()
    for number, row in enumerate(past[:8]):
        work(town, row, number)
    actions.mind_shifts(town.at(0, "07:00"))


def work(town: Town, row: RosterShift, number: int) -> None:
    """Most write their hours and are agreed with; one was ill; the last two wait for a word."""
    youth, boss = row.placement.youth.user, town.contact_of(row.placement.post)
    times: dict[str, Any] = {"starts": row.starts, "ends": row.ends, "break_minutes": row.break_minutes}
    try:
        if number == 3:
            at = row.begins_at.replace(hour=7)
            actions.tap(row, TapKind.SICK, tapped_at=at, by=youth, now=at)
            return
        actions.put_in_hours(row, **times, by=youth if number % 2 else boss, now=row.ends_at)
        if number < 6:
            actions.put_in_hours(row, **times, by=boss if number % 2 else youth, now=row.ends_at)
    except MoveRefused:
        return
