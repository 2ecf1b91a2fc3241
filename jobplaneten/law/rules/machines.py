"""Machines: which one may use, and near which one may be."""

from collections.abc import Iterable

from jobplaneten.law.book import Entry
from jobplaneten.law.facts import Job, Machine
from jobplaneten.law.findings import Effect, Finding
from jobplaneten.law.groups import LIGHT_WORK_ONLY, MINORS, YOUTHS
from jobplaneten.law.rules.gates import needs_assessment
from jobplaneten.law.rules.rule import per_person
from jobplaneten.law.week import Person, Terms


@per_person("MACH-01", LIGHT_WORK_ONLY, danger=True)
def only_harmless_machines(person: Person, terms: Terms, entry: Entry) -> Finding | None:
    """Under 15 or in compulsory schooling: only machines that cannot hurt, however well assessed."""
    allowed = entry.words("allowed")
    return _about([one for one in terms.job.machines if one.operates and one.hazard not in allowed], entry)


@per_person("MACH-02", MINORS)
def assessed_before_start(person: Person, terms: Terms, entry: Entry) -> Finding | None:
    """Before a harmless machine is used the employer has assessed it for this very youth."""
    if terms.job.risk_assessment_done:
        return None
    return _about(_operated(terms.job, entry), entry, effect=needs_assessment(terms))


@per_person("MACH-03", YOUTHS, danger=True)
def hazardous_machines(person: Person, terms: Terms, entry: Entry) -> Finding | None:
    """From 15 and finished: a hazardous machine needs the employer's assessment and a person of ours."""
    if entry.effect == Effect.BLOCK:
        return _about(_operated(terms.job, entry), entry)
    return None if is_reviewed(terms.job) else _about(_operated(terms.job, entry), entry, wording="review")


@per_person("MACH-04", YOUTHS, danger=True)
def tractors_and_the_like(person: Person, terms: Terms, entry: Entry) -> Finding | None:
    """Vehicles need an age and a licence; with both they still need the assessment and a person of ours."""
    vehicles, from_age = _operated(terms.job, entry), entry.number("from_age")
    if person.age < from_age or not all(one.licence for one in vehicles):
        return _about(vehicles, entry, effect=Effect.BLOCK, from_age=str(from_age))
    return None if is_reviewed(terms.job) else _about(vehicles, entry, wording="review")


@per_person("MACH-05", MINORS, danger=True)
def near_dangerous_machines(person: Person, terms: Terms, entry: Entry) -> Finding | None:
    """Near a dangerous machine only when it is shielded, off or secured."""
    hazards, guard_suffices = entry.words("hazards"), bool(entry.figures["guard_suffices"])
    near = [one for one in terms.job.machines if not one.operates and one.hazard in hazards]
    unsafe = [one for one in near if not (guard_suffices and one.guarded_or_off)]
    return _about(unsafe, entry, wording="unguarded" if guard_suffices else "")


def is_reviewed(job: Job) -> bool:
    """A review by our staff never stands in for a missing assessment by the employer."""
    return job.risk_assessment_done and job.staff_review_ok


def _operated(job: Job, entry: Entry) -> list[Machine]:
    hazards = entry.words("hazards")
    return [one for one in job.machines if one.operates and one.hazard in hazards]


def _about(
    machines: Iterable[Machine], entry: Entry, *, effect: Effect | None = None, wording: str = "", **params: str
) -> Finding | None:
    names = tuple(one.name or one.hazard for one in machines)
    if not names:
        return None
    return entry.finding(effect=effect, wording=wording, figure=len(names), machines=names, **params)
