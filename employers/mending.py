"""The nearest lawful change of a post: said to the employer, and put into the form when the employer asks for it."""

from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from typing import Any

from employers.lawfulness import dated_job, first_day, sentence, verdicts
from employers.models import Danger, Machines, Post, Shift
from jobplaneten.law import Job, Youth, facts, judge
from jobplaneten.law.groups import POST_GROUPS
from jobplaneten.law.nearest import Change, changes, nearest_change
from jobplaneten.trades import Help

Said = dict[str, Any]
TIMES = {"shifts", "week_type"}
IN_THE_FORM: dict[str, Callable[[Job], Said]] = {
    "alone": lambda job: {"is_alone": job.alone},
    "adult_supervision": lambda job: {"help": Help.CLOSE},
    "lift_kg": lambda job: {"lift_kg": int(job.lift_kg)},
    "tasks": lambda job: {"chores": list(job.tasks)},
    "machines": lambda job: {"machines": job.machines[0].hazard if job.machines else str(Machines.NONE)},
    "chemicals": lambda job: {"chemicals": job.chemicals},
    "environment": lambda job: {"dangers": dangers_of(job)},
    "alcohol": lambda job: said_of_alcohol(job.alcohol),
}
"""What the form is told when one of these facts has changed."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A lawful change. `shifts` are those that the post had, in their order, None for one that goes, and new ones."""

    code: str
    sentences: list[str]
    said: Said
    shifts: list[Shift | None]

    @property
    def week(self) -> list[Shift]:
        return [shift for shift in self.shifts if shift is not None]

    def put_into(self, post: Post) -> Post:
        row = copy(post)
        for name, value in self.said.items():
            setattr(row, name, value)
        return row


def advice(post: Post, on: date, shifts: Sequence[Shift] | None = None) -> list[dict[str, Any]]:
    """The verdicts, and for each wanted group that may not have the job what would make it lawful.

    Other ways than the nearest are told for the youngest of these groups only: what is lawful for them mostly is for
    the older too, and a writer who waits for an answer does not need everything twice.
    """
    week = list(post.shifts.all()) if shifts is None else shifts
    found = verdicts(post, on, week)
    stopped = [verdict["group"] for verdict in found if verdict["is_wanted"] and not verdict["is_legal"]]
    told = {group: remedies(group, post, week, on, with_others=group == stopped[0]) for group in stopped}
    return [verdict | {"remedies": told.get(verdict["group"], [])} for verdict in found]


def mended(code: str, post: Post, shifts: Sequence[Shift], on: date) -> Mended | None:
    """The change with this code, if the post can still be changed so."""
    group = code.partition(":")[0]
    found = remedies(group, post, shifts, on) if group in POST_GROUPS else []
    return next((one for one in found if one.code == code), None)


def remedies(group: str, post: Post, shifts: Sequence[Shift], on: date, *, with_others: bool = True) -> list[Mended]:
    """The nearest change after which the group may have the job, and others that keep more of the hours.

    What the form cannot say is left out, and so is what would not be lawful the way it is said there.
    """
    job, youth, day = dated_job(post, shifts), Youth(*POST_GROUPS[group]), first_day(post, on)
    found = [
        Mended(
            code=f"{group}:{number}" if number else group,
            sentences=[sentence(edit) for edit in change.edits],
            said=said_of(job, change.job, post),
            shifts=week_of(change),
        )
        for number, change in enumerate(ways(job, youth, day, with_others))
        if changed(job, change.job) <= IN_THE_FORM.keys()
    ]
    return [one for one in found if judge(youth, dated_job(one.put_into(post), one.week), "post", day).legal]


@lru_cache(maxsize=1024)
def ways(job: Job, youth: Youth, day: date, with_others: bool) -> tuple[Change, ...]:
    """Remembered, as most of what somebody types next is nothing to the law."""
    if with_others:
        return changes(job, [youth], day)
    change = nearest_change(job, [youth], day)
    return (change,) if change else ()


def said_of(before: Job, after: Job, post: Post) -> Said:
    """The fields of the form that differ; more help than is asked for is left as it is."""
    said: Said = {}
    for name in changed(before, after):
        said |= IN_THE_FORM[name](after)
    if "help" in said and post.help is not None and post.help >= said["help"]:
        del said["help"]
    return {name: value for name, value in said.items() if value != getattr(post, name)}


def changed(before: Job, after: Job) -> set[str]:
    names = {field.name for field in fields(Job)} - TIMES
    return {name for name in names if getattr(before, name) != getattr(after, name)}


def week_of(change: Change) -> list[Shift | None]:
    return [as_row(shift) if shift else None for shift in (*change.shifts, *change.added)]


def as_row(shift: facts.Shift) -> Shift:
    return Shift(weekday=shift.weekday, starts=shift.start, ends=shift.end, break_minutes=shift.break_min)


def dangers_of(job: Job) -> list[str]:
    return [*([str(Danger.VIOLENCE)] if job.violence_risk else []), *job.environment]


def said_of_alcohol(alcohol: facts.Alcohol) -> Said:
    said: Said = {"alcohol": alcohol.mode, "has_quick_help": alcohol.quick_help}
    return said | {"help": Help.CLOSE} if alcohol.adult_supervision else said
