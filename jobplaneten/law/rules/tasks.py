"""What the work consists of."""

from jobplaneten.law.book import Entry
from jobplaneten.law.findings import Finding
from jobplaneten.law.groups import LIGHT_WORK_ONLY, MINORS
from jobplaneten.law.rules.rule import per_person
from jobplaneten.law.week import Person, Terms


@per_person("TASK-LIGHT", LIGHT_WORK_ONLY, danger=True)
def only_light_work(person: Person, terms: Terms, entry: Entry) -> Finding | None:
    """Under 15 or in compulsory schooling: light work only, and a task nobody has classified is not light."""
    heavy = tuple(sorted(set(terms.job.tasks) - terms.law.light_work))
    return entry.finding(figure=len(heavy), limit=0, tasks=heavy) if heavy else None


@per_person("TASK-IDCHECK", LIGHT_WORK_ONLY)
def no_checking_of_age(person: Person, terms: Terms, entry: Entry) -> Finding | None:
    """Setting limits for customers is not light work unless somebody else can take over."""
    alcohol = terms.job.alcohol
    helped = alcohol.quick_help or alcohol.other_till
    return entry.finding() if alcohol.id_check_by_youth and not helped else None


@per_person("PSY-01", MINORS, danger=True)
def no_cash_transport_or_guard_duty(person: Person, terms: Terms, entry: Entry) -> Finding | None:
    """Work that invites robbery or violence is for adults."""
    tasks = tuple(sorted(entry.words("tasks").intersection(terms.job.tasks)))
    return entry.finding(figure=len(tasks), limit=0, tasks=tasks) if tasks else None
