"""Surroundings in which nobody under 18 works."""

from jobplaneten.law.book import Entry
from jobplaneten.law.findings import Finding
from jobplaneten.law.groups import MINORS
from jobplaneten.law.rules.rule import per_person
from jobplaneten.law.week import Person, Terms


@per_person("PHYS-01", MINORS, danger=True)
def extreme_temperature(person: Person, terms: Terms, entry: Entry) -> Finding | None:
    """Extreme heat or cold."""
    return _found(terms, entry)


@per_person("PHYS-02", MINORS, danger=True)
def noise_and_vibration(person: Person, terms: Terms, entry: Entry) -> Finding | None:
    """Harmful noise or vibration."""
    return _found(terms, entry)


@per_person("PHYS-03", MINORS, danger=True)
def radiation_and_air(person: Person, terms: Terms, entry: Entry) -> Finding | None:
    """Ionising radiation, high pressure, air with too little oxygen."""
    return _found(terms, entry)


@per_person("PHYS-04", MINORS, danger=True)
def slaughter_and_animals(person: Person, terms: Terms, entry: Entry) -> Finding | None:
    """Industrial slaughter, wild or venomous animals."""
    return _found(terms, entry)


@per_person("PHYS-05", MINORS, danger=True)
def pace_of_a_machine(person: Person, terms: Terms, entry: Entry) -> Finding | None:
    """Dangerous work at a pace that a machine sets."""
    return _found(terms, entry)


@per_person("PHYS-06", MINORS, danger=True)
def fall_and_collapse(person: Person, terms: Terms, entry: Entry) -> Finding | None:
    """Danger of falling, or of something falling in."""
    return _found(terms, entry)


def _found(terms: Terms, entry: Entry) -> Finding | None:
    conditions = tuple(sorted(entry.words("conditions").intersection(terms.job.environment)))
    return entry.finding(figure=", ".join(conditions)) if conditions else None
