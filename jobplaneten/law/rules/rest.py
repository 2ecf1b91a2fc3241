"""Rest in every day and night, and days off in every week."""

from jobplaneten.law.book import Entry
from jobplaneten.law.clock import DAY, hours
from jobplaneten.law.facts import SUNDAY
from jobplaneten.law.findings import Finding
from jobplaneten.law.groups import LIGHT_WORK_ONLY, MINORS, YOUTHS
from jobplaneten.law.rules.rule import per_day, per_week
from jobplaneten.law.week import Day, Week

DAYS_OF_WEEK = 7


@per_day("R-REST-14", LIGHT_WORK_ONLY, all_work=True)
def rest_of_a_child(day: Day, week: Week, entry: Entry) -> Finding | None:
    """Under 15 or in compulsory schooling: fourteen hours of rest in a row in every twenty-four."""
    return _too_little_rest(day, entry)


@per_day("R-REST-12", YOUTHS, all_work=True)
def rest_of_a_youth(day: Day, week: Week, entry: Entry) -> Finding | None:
    """From 15 and finished: twelve hours of rest in a row in every twenty-four."""
    return _too_little_rest(day, entry)


@per_week("R-DAYSOFF-2", MINORS)
def two_days_off(week: Week, entry: Entry) -> Finding | None:
    """Two days of each week are free of work, also of work elsewhere where its days are known."""
    free, limit = DAYS_OF_WEEK - len(week.busy), entry.number("days")
    return entry.finding(figure=free, limit=limit) if free < limit else None


@per_week("R-DAYSOFF-CONSEC", MINORS)
def days_off_together(week: Week, entry: Entry) -> Finding | None:
    """The two days off should follow each other; in a week that repeats, Monday follows Sunday."""
    limit = entry.number("days")
    free = [weekday for weekday in range(DAYS_OF_WEEK) if weekday not in week.busy]
    last = DAYS_OF_WEEK if week.repeats else SUNDAY
    together = any((weekday + 1) % DAYS_OF_WEEK in free for weekday in free if weekday < last)
    return None if together or len(free) < limit else entry.finding(limit=limit)


@per_day("R-SUNDAY", MINORS)
def sunday_off(day: Day, week: Week, entry: Entry) -> Finding | None:
    """One of the days off should be the Sunday."""
    return entry.finding() if day.weekday == SUNDAY else None


def _too_little_rest(day: Day, entry: Entry) -> Finding | None:
    """The rest left by the day's own span, or until work on the next day, whichever is shorter."""
    span = DAY - (day.end - day.start)
    rest = span if day.gap_after is None else min(span, day.gap_after)
    limit = entry.minutes()
    return entry.finding(figure=hours(rest), limit=hours(limit), day=day.name) if rest < limit else None
