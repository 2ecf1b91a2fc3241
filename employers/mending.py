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
from jobplaneten.law.nearest import Change, nearest_change
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

    group: str
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
    """The verdicts, each wanted group that may not have the job with what would make it lawful."""
    week = list(post.shifts.all()) if shifts is None else shifts
    return [
        verdict | {"remedy": mended(verdict["group"], post, week, on) if stops(verdict) else None}
        for verdict in verdicts(post, on, week)
    ]


def stops(verdict: dict[str, Any]) -> bool:
    return verdict["is_wanted"] and not verdict["is_legal"]


def mended(group: str, post: Post, shifts: Sequence[Shift], on: date) -> Mended | None:
    """The nearest change after which the group may have the job; None if there is none that the form can make."""
    job, youth, day = dated_job(post, shifts), Youth(*POST_GROUPS[group]), first_day(post, on)
    change = nearest(job, youth, day)
    if change is None or not changed(job, change.job) <= IN_THE_FORM.keys():
        return None
    said = said_of(job, change.job)
    if post.help is not None and post.help >= Help.CLOSE:
        said.pop("help", None)
    found = Mended(group, [sentence(edit) for edit in change.edits], said, week_of(change))
    told = dated_job(found.put_into(post), found.week)
    return found if told == change.job or judge(youth, told, "post", day).legal else None


@lru_cache(maxsize=1024)
def nearest(job: Job, youth: Youth, day: date) -> Change | None:
    """Remembered, as most of what somebody types next is nothing to the law."""
    return nearest_change(job, [youth], day)


def said_of(before: Job, after: Job) -> Said:
    said: Said = {}
    for name in changed(before, after):
        said |= IN_THE_FORM[name](after)
    return said


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
