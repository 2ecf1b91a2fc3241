"""How long a day and a week may be. Work for other employers counts in; breaks do not."""

from itertools import zip_longest

from jobplaneten.law.book import Entry
from jobplaneten.law.clock import danish_number, hours
from jobplaneten.law.facts import Shift
from jobplaneten.law.findings import Finding
from jobplaneten.law.groups import CHILDREN, MINORS, PUPILS, YOUTHS, Group
from jobplaneten.law.rules.rule import per_day, per_week
from jobplaneten.law.week import Day, Week

OLDER_PUPILS = frozenset({Group.PUPIL})


@per_day("T-DAY-SCHOOL-2", PUPILS, all_work=True)
def school_day(day: Day, week: Week, entry: Entry) -> Finding | None:
    """A school day leaves room for two hours of work."""
    return _too_long_day(day, entry) if day.is_school_day else None


@per_day("T-DAY-FREE-7", CHILDREN, all_work=True)
def free_day_of_a_child(day: Day, week: Week, entry: Entry) -> Finding | None:
    """Under 15, a day without school holds seven hours; whoever has finished has no school days."""
    counts_as_school_day = day.is_school_day and day.person.group is Group.CHILD
    return None if counts_as_school_day else _too_long_day(day, entry)


@per_day("T-DAY-FREE-8", OLDER_PUPILS, all_work=True)
def free_day_of_a_pupil(day: Day, week: Week, entry: Entry) -> Finding | None:
    """From 15 and still in compulsory schooling, a day without school holds eight hours."""
    return None if day.is_school_day else _too_long_day(day, entry)


@per_day("T-DAY-8", YOUTHS, all_work=True)
def day_of_a_youth(day: Day, week: Week, entry: Entry) -> Finding | None:
    """From 15 and finished with compulsory schooling, eight hours a day."""
    return _too_long_day(day, entry)


@per_week("T-WEEK-SCHOOL-12", PUPILS)
def school_week(week: Week, entry: Entry) -> Finding | None:
    """One school day makes a school week, and its cap covers the weekend too."""
    return _too_long_week(week, entry) if week.is_school_week else None


@per_week("T-WEEK-FREE-35", CHILDREN)
def free_week_of_a_child(week: Week, entry: Entry) -> Finding | None:
    """Under 15, a week without school holds 35 hours, and so does every week of who has finished."""
    judged_as_school_week = week.is_school_week and Group.CHILD_FINISHED not in week.groups
    return None if judged_as_school_week else _too_long_week(week, entry)


@per_week("T-WEEK-FREE-40", OLDER_PUPILS)
def free_week_of_a_pupil(week: Week, entry: Entry) -> Finding | None:
    """From 15 and still in compulsory schooling, a week without school holds 40 hours."""
    return None if week.is_school_week else _too_long_week(week, entry)


@per_week("T-WEEK-40", YOUTHS)
def week_of_a_youth(week: Week, entry: Entry) -> Finding | None:
    """From 15 and finished, 40 hours in each week: no averaging over several."""
    return _too_long_week(week, entry)


@per_week("T-ADULT-CAP", MINORS)
def not_longer_than_adults(week: Week, entry: Entry) -> Finding | None:
    """Never a longer week than adults in the same trade have; an unknown norm is not judged."""
    norm = week.job.adult_week_minutes
    return None if norm is None else _longer_than(norm, week, entry)


@per_day("T-BREAK-30", MINORS, all_work=True)
def break_in_a_long_day(day: Day, week: Week, entry: Entry) -> Finding | None:
    """More than four and a half hours need one unbroken break; a free gap between two shifts is one.

    The break must part the work: one that comes after too long a stretch does not heal it.
    """
    shortest, longest = entry.number("minutes"), entry.minutes("after_hours")
    unbroken = longest_unbroken(day.shifts, shortest)
    if unbroken <= longest:
        return None
    return entry.finding(figure=hours(unbroken), limit=shortest, day=day.name, after=danish_number(hours(longest)))


@per_day("T-CONTIG", MINORS, all_work=True)
def long_day_in_one_stretch(day: Day, week: Week, entry: Entry) -> Finding | None:
    """A day of full length should not be split."""
    full = entry.minutes("child_hours" if day.person.group in CHILDREN else "hours")
    if day.own_minutes < full or not day.is_split:
        return None
    return entry.finding(figure=hours(day.own_minutes), limit=hours(full), day=day.name)


def longest_unbroken(shifts: tuple[Shift, ...], shortest_break: int) -> int:
    """Most minutes of work without a break. Who is on two shifts at once has no break in either."""
    run = longest = end = 0
    for shift, following in zip_longest(shifts, shifts[1:]):
        is_alone = shift.start >= end and (following is None or following.start >= shift.end)
        if shift.start - end >= shortest_break:
            run = 0
        run = 0 if is_alone and shift.break_min >= shortest_break else run + shift.work
        longest = max(longest, run)
        end = max(end, shift.end)
    return longest


def _too_long_day(day: Day, entry: Entry) -> Finding | None:
    limit = entry.minutes()
    if day.minutes <= limit:
        return None
    return entry.finding(figure=hours(day.minutes), limit=hours(limit), day=day.name)


def _too_long_week(week: Week, entry: Entry) -> Finding | None:
    return _longer_than(entry.minutes(), week, entry)


def _longer_than(limit: int, week: Week, entry: Entry) -> Finding | None:
    return None if week.minutes <= limit else entry.finding(figure=hours(week.minutes), limit=hours(limit))
