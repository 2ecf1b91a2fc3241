"""What holds in one very job, for one group: without who offers it, and without who has it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from employers.lawfulness import dated_job, first_day, reasons, spoken, wanted_groups
from employers.models import Post
from jobplaneten.law import Effect, Job, Shift, Youth, judge
from jobplaneten.law.book import Entry
from jobplaneten.law.clock import danish_number, danish_span, hours
from jobplaneten.law.groups import POST_GROUPS
from jobplaneten.rights.card import SHEETS, Sheet
from jobplaneten.rights.limits import entries_for
from jobplaneten.trades import Weekday

DAY_RULES = ("T-DAY-FREE-7", "T-DAY-FREE-8", "T-DAY-8")
WEEK_RULES = ("T-WEEK-FREE-35", "T-WEEK-FREE-40", "T-WEEK-40")


def sheets_of(post: Post) -> list[Sheet]:
    """The groups that the post asks for; all of them for one that asks for grown-ups only."""
    wanted = wanted_groups(post)
    return [sheet for sheet in SHEETS if sheet.name in wanted] or list(SHEETS)


def job_rights(post: Post, sheet: Sheet, today: date) -> dict[str, Any]:
    on, job = first_day(post, today), dated_job(post)
    youth = Youth(*POST_GROUPS[sheet.name])
    found, at_hire = judge(youth, job, "post", on), judge(youth, job, "hire", on)
    entries = entries_for(sheet.group, on)
    return {
        "kind": post.get_category_display(),
        "tasks": [spoken(task) for task in job.tasks],
        "days": [day_words(shift, entries) for shift in sorted(job.shifts, key=lambda one: (one.weekday, one.start))],
        "week": week_words(job, entries) if job.shifts else "",
        "stops": reasons(found, Effect.BLOCK, Effect.REVIEW),
        "minded": reasons(at_hire, Effect.GATE, Effect.WARN),
    }


def day_words(shift: Shift, entries: dict[str, Entry]) -> tuple[str, list[str]]:
    when = _("%(day)s kl. %(span)s") % {
        "day": Weekday(shift.weekday).label,
        "span": danish_span(shift.start, shift.end),
    }
    return when, list(sentences_about(shift, entries))


def sentences_about(shift: Shift, entries: dict[str, Entry]) -> Iterator[str]:
    yield amount(shift.work)
    school = entries.get("T-DAY-SCHOOL-2") if shift.is_on_school_day else None
    cap = school or next(entries[rule] for rule in DAY_RULES if rule in entries)
    where = _("på en skoledag") if school else _("på den dag")
    yield measured(shift.work, cap.minutes(), where)
    rule = entries["T-BREAK-30"]
    if shift.work > rule.minutes("after_hours") or shift.break_min:
        shortest = max(shift.break_min, rule.number("minutes"))
        yield _("Du skal have en pause på %(minutes)s minutter i træk.") % {"minutes": shortest}
    else:
        yield _("Der behøver ikke være en pause.")


def week_words(job: Job, entries: dict[str, Entry]) -> str:
    work = sum(shift.work for shift in job.shifts)
    is_school_week = any(shift.is_on_school_day for shift in job.shifts) or job.week_type is None
    school = entries.get("T-WEEK-SCHOOL-12") if is_school_week else None
    cap = school or next(entries[rule] for rule in WEEK_RULES if rule in entries)
    where = _("i en uge med skole") if school else _("på en uge")
    return f"{amount(work)} {measured(work, cap.minutes(), where)}"


def amount(minutes: int) -> str:
    return _("%(hours)s timer.") % {"hours": danish_number(hours(minutes))}


def measured(work: int, cap: int, where: str) -> str:
    said = {"hours": danish_number(hours(cap)), "where": where}
    if work > cap:
        return _("Det er for meget: man må højst %(hours)s timer %(where)s.") % said
    if work == cap:
        return _("Det er det meste, man må %(where)s.") % said
    return _("Man må højst %(hours)s timer %(where)s.") % said
