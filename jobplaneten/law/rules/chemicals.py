"""Substances."""

from jobplaneten.law.book import Entry
from jobplaneten.law.findings import Effect, Finding
from jobplaneten.law.groups import LIGHT_WORK_ONLY, MINORS, YOUTHS
from jobplaneten.law.rules.gates import needs_assessment
from jobplaneten.law.rules.machines import is_reviewed
from jobplaneten.law.rules.rule import per_person
from jobplaneten.law.week import Person, Terms


@per_person("CHEM-01", LIGHT_WORK_ONLY, danger=True)
def nothing_with_a_label(person: Person, terms: Terms, entry: Entry) -> Finding | None:
    """Under 15 or in compulsory schooling: nothing that carries a hazard label."""
    return entry.finding(figure=terms.job.chemicals) if _concerns(terms, entry) else None


@per_person("CHEM-02", MINORS)
def assessed_before_start(person: Person, terms: Terms, entry: Entry) -> Finding | None:
    """Before a mild agent is used the employer has assessed it for this very youth."""
    if terms.job.risk_assessment_done or not _concerns(terms, entry):
        return None
    return entry.finding(figure=terms.job.chemicals, effect=needs_assessment(terms))


@per_person("CHEM-03", MINORS, danger=True)
def never_toxic(person: Person, terms: Terms, entry: Entry) -> Finding | None:
    """Toxic, corrosive, explosive or cancer-causing substances are for adults."""
    return entry.finding(figure=terms.job.chemicals) if _concerns(terms, entry) else None


@per_person("CHEM-04", YOUTHS, danger=True)
def labelled_after_review(person: Person, terms: Terms, entry: Entry) -> Finding | None:
    """From 15 and finished: labelled substances need the employer's assessment and a person of ours."""
    if not _concerns(terms, entry):
        return None
    if entry.effect == Effect.BLOCK:
        return entry.finding(figure=terms.job.chemicals)
    return None if is_reviewed(terms.job) else entry.finding(figure=terms.job.chemicals, wording="review")


def _concerns(terms: Terms, entry: Entry) -> bool:
    return terms.job.chemicals in entry.words("chemicals")
