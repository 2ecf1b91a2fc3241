"""Places where alcohol is served have a law of their own, stricter than the working hours."""

from jobplaneten.law.book import Entry
from jobplaneten.law.findings import Finding
from jobplaneten.law.groups import LIGHT_WORK_ONLY, YOUTHS
from jobplaneten.law.rules.night import outside
from jobplaneten.law.rules.rule import per_day, per_person
from jobplaneten.law.week import Day, Person, Terms, Week

SERVING_ROOM = "venue_serving_room"


@per_person("ALC-01", LIGHT_WORK_ONLY)
def no_serving_room(person: Person, terms: Terms, entry: Entry) -> Finding | None:
    """Under 15 or in compulsory schooling: never in a serving room; the kitchen behind it is another matter."""
    return entry.finding() if terms.job.alcohol.mode == SERVING_ROOM else None


@per_person("ALC-02", YOUTHS)
def only_where_food_is_served(person: Person, terms: Terms, entry: Entry) -> Finding | None:
    """From 15 and finished: only in a place that mainly serves food."""
    return entry.finding(wording="place") if _bound(terms) and not terms.job.alcohol.main_purpose_food else None


@per_person("ALC-02", YOUTHS)
def only_with_an_adult_watching(person: Person, terms: Terms, entry: Entry) -> Finding | None:
    """From 15 and finished: only with an adult's eyes on the serving room."""
    return entry.finding(wording="supervision") if _bound(terms) and not terms.job.alcohol.adult_supervision else None


@per_person("ALC-02", YOUTHS)
def only_tasks_around_the_tables(person: Person, terms: Terms, entry: Entry) -> Finding | None:
    """From 15 and finished: only clearing, laying, cleaning, taking orders and serving."""
    others = tuple(sorted(set(terms.job.tasks) - entry.words("tasks")))
    return entry.finding(wording="tasks", tasks=others) if _bound(terms) and others else None


@per_day("ALC-02", YOUTHS)
def serving_room_closes_early(day: Day, week: Week, entry: Entry) -> Finding | None:
    """From 15 and finished: not late in a serving room, though the working hours would allow it."""
    return outside(day, entry.windows(), entry, wording="clock") if _bound(week) else None


@per_day("ALC-03", YOUTHS)
def trainees_until_midnight(day: Day, week: Week, entry: Entry) -> Finding | None:
    """Trainee waiters and the host's own children are freed of ALC-02, but not of the night."""
    return outside(day, entry.windows(), entry) if _trainee(week) else None


def _bound(terms: Terms) -> bool:
    return terms.job.alcohol.mode == SERVING_ROOM and not terms.job.alcohol.waiter_trainee_or_host_child


def _trainee(terms: Terms) -> bool:
    return terms.job.alcohol.mode == SERVING_ROOM and terms.job.alcohol.waiter_trainee_or_host_child
