"""Weights."""

from jobplaneten.law.book import Entry
from jobplaneten.law.findings import Effect, Finding
from jobplaneten.law.groups import MINORS, Group
from jobplaneten.law.rules.rule import per_person
from jobplaneten.law.week import Person, Terms


@per_person("LIFT-01", MINORS, danger=True)
def not_too_heavy(person: Person, terms: Terms, entry: Entry) -> Finding | None:
    """Lifts have a limit; from 15 and finished, a single lift in the best of ways may be more, with care."""
    job, limit = terms.job, entry.number("kg")
    if not limit < job.lift_kg <= terms.law.entries["LIFT-02"].number("kg"):
        return None
    if job.lift_single_optimal and person.group is Group.YOUTH:
        return entry.finding(effect=Effect.WARN, wording="optimal", figure=job.lift_kg, limit=limit)
    return entry.finding(figure=job.lift_kg, limit=limit)


@per_person("LIFT-02", MINORS, danger=True)
def never_heavier(person: Person, terms: Terms, entry: Entry) -> Finding | None:
    """Above the ceiling no way of lifting helps."""
    limit = entry.number("kg")
    return entry.finding(figure=terms.job.lift_kg, limit=limit) if terms.job.lift_kg > limit else None


@per_person("LIFT-03", MINORS)
def not_too_heavy_to_push(person: Person, terms: Terms, entry: Entry) -> Finding | None:
    """Pushing and pulling has a guiding figure, not a limit."""
    limit = entry.number("kg")
    return entry.finding(figure=terms.job.push_pull_kg, limit=limit) if terms.job.push_pull_kg > limit else None
