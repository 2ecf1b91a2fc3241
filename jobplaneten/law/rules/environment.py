"""Surroundings in which nobody under 18 works."""

from jobplaneten.law.book import Entry
from jobplaneten.law.findings import Finding
from jobplaneten.law.groups import MINORS
from jobplaneten.law.rules.rule import per_person
from jobplaneten.law.week import Person, Week


@per_person("PHYS-01", MINORS, danger=True)
def extreme_temperature(person: Person, week: Week, entry: Entry) -> Finding | None:
    """Extreme heat or cold."""
    return _found(week, entry)


@per_person("PHYS-02", MINORS, danger=True)
def noise_and_vibration(person: Person, week: Week, entry: Entry) -> Finding | None:
    """Harmful noise or vibration."""
    return _found(week, entry)


@per_person("PHYS-03", MINORS, danger=True)
def radiation_and_air(person: Person, week: Week, entry: Entry) -> Finding | None:
    """Ionising radiation, high pressure, air with too little oxygen."""
    return _found(week, entry)


@per_person("PHYS-04", MINORS, danger=True)
def slaughter_and_animals(person: Person, week: Week, entry: Entry) -> Finding | None:
    """Industrial slaughter, wild or venomous animals."""
    return _found(week, entry)


@per_person("PHYS-05", MINORS, danger=True)
def pace_of_a_machine(person: Person, week: Week, entry: Entry) -> Finding | None:
    """Dangerous work at a pace that a machine sets."""
    return _found(week, entry)


@per_person("PHYS-06", MINORS, danger=True)
def fall_and_collapse(person: Person, week: Week, entry: Entry) -> Finding | None:
    """Danger of falling, or of something falling in."""
    return _found(week, entry)


def _found(week: Week, entry: Entry) -> Finding | None:
    conditions = tuple(sorted(entry.words("conditions").intersection(week.job.environment)))
    return entry.finding(figure=", ".join(conditions)) if conditions else None
