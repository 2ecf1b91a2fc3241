"""Who may have a job at all. Of those under 13 nothing else is asked."""

from jobplaneten.law.book import Entry
from jobplaneten.law.findings import Finding
from jobplaneten.law.groups import TOO_YOUNG
from jobplaneten.law.rules.rule import per_person
from jobplaneten.law.week import Person, Terms


@per_person("SCOPE-01", TOO_YOUNG)
def no_employer_under_13(person: Person, terms: Terms, entry: Entry) -> Finding | None:
    """Under 13 there is no work for an employer; performing is judged by SCOPE-02 alone."""
    performing = terms.law.entries["SCOPE-02"].words("tasks")
    if terms.job.tasks and performing.issuperset(terms.job.tasks):
        return None
    limit = entry.number("from_age")
    return entry.finding(figure=person.age, limit=limit, from_age=str(limit))


@per_person("SCOPE-02", TOO_YOUNG)
def performing_under_13(person: Person, terms: Terms, entry: Entry) -> Finding | None:
    """Under 13 a paid part in culture, sport, film or advertising needs a permit for the case."""
    if terms.job.permit_arbejdstilsynet or entry.words("tasks").isdisjoint(terms.job.tasks):
        return None
    limit = entry.number("from_age")
    return entry.finding(
        figure=person.age, limit=limit, from_age=str(limit), permit_from=str(entry.figures["permit_from"])
    )
