"""What must be in place before the first shift."""

from jobplaneten.law.book import Entry
from jobplaneten.law.findings import Effect, Finding
from jobplaneten.law.groups import LIGHT_WORK_ONLY, MINORS
from jobplaneten.law.rules.rule import per_person
from jobplaneten.law.week import Person, Terms


@per_person("PARENT-01", LIGHT_WORK_ONLY)
def parents_are_told(person: Person, terms: Terms, entry: Entry) -> Finding | None:
    """The employer informs the parents; they are not asked, and no letter of theirs lifts a rule."""
    return entry.finding() if terms.stage == "hire" and not terms.hire.parents_informed else None


@per_person("INSTR-01", MINORS)
def instruction_is_planned(person: Person, terms: Terms, entry: Entry) -> Finding | None:
    """Training and instruction are planned."""
    return entry.finding() if terms.stage == "hire" and not terms.hire.instruction_planned else None


def needs_assessment(terms: Terms) -> Effect:
    """A missing assessment is a reminder in an advertisement, and a closed gate before the first shift."""
    return Effect.GATE if terms.stage == "hire" else Effect.WARN
