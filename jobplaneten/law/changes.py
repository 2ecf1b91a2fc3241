"""What a change of law does: the same job asked about by the law of the day before and by that of the day."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from jobplaneten.law.book import Book, Entry, Law
from jobplaneten.law.facts import Config, Hire, Job, Youth
from jobplaneten.law.findings import Effect, Finding, Findings
from jobplaneten.law.groups import POST_GROUPS
from jobplaneten.law.judging import judge_week
from jobplaneten.law.life import Life
from jobplaneten.law.pattern import Kind, Pattern, kinds_of
from jobplaneten.law.week import week_of

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Turn:
    """A day on which the law changes. `ended` are the entries that hold for the last time the day before."""

    day: date
    before: Law
    after: Law
    begun: tuple[Entry, ...]
    ended: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Of one job and one person, by the two laws."""

    before: Findings
    after: Findings

    @property
    def differ(self) -> bool:
        return self.before.violations != self.after.violations

    @property
    def new(self) -> tuple[Finding, ...]:
        """What stands in the way by the new law only."""
        return _missing_in(self.before, self.after)

    @property
    def lifted(self) -> tuple[Finding, ...]:
        return _missing_in(self.after, self.before)


def _missing_in(some: Findings, others: Findings) -> tuple[Finding, ...]:
    rules = set(others.violations) - set(some.violations)
    return tuple(finding for finding in others if finding.rule in rules and finding.effect is not Effect.WARN)


def turns(book: Book, after: date) -> tuple[Turn, ...]:
    """The coming changes, the next first."""
    return tuple(_turn(book, day) for day in book.changes if day > after)


def _turn(book: Book, day: date) -> Turn:
    eve = day - ONE_DAY
    entries = [*book.entries, *book.light_work]
    begun = tuple(entry for entry in entries if entry.in_force_from == day)
    replaced = {entry.rule: entry for entry in book.on(eve).entries.values()}
    ended = [entry for entry in entries if entry.in_force_until == eve]
    ended += [replaced[entry.rule] for entry in begun if entry.rule in replaced and replaced[entry.rule] not in ended]
    return Turn(day, book.on(eve), book.on(day), begun, tuple(ended))


def groups_touched(job: Job, turn: Turn, groups: Container[str] = POST_GROUPS) -> Mapping[str, Verdicts]:
    """Those of the groups of a post for which the two laws do not say the same."""
    asked = {name: Youth(*who) for name, who in POST_GROUPS.items() if name in groups}
    both = {name: Verdicts(*_by_both(youth, job, turn)) for name, youth in asked.items()}
    return {name: verdicts for name, verdicts in both.items() if verdicts.differ}


def _by_both(youth: Youth, job: Job, turn: Turn) -> Iterator[Findings]:
    week = week_of(youth, job, "post", turn.before, Hire(), Config())
    return (judge_week(replace(week, law=law)) for law in (turn.before, turn.after))


def person_touched(life: Life, pattern: Pattern, first_on: date, last_on: date, turn: Turn) -> Verdicts:
    """A youth in a job from `first_on` to `last_on`, all of it judged by the one law and by the other."""
    weeks = ((life.week(monday), span) for monday, span in pattern.spans(first_on, last_on))
    kinds = dict.fromkeys(kind for week, span in weeks for kind in kinds_of(week, span))
    return Verdicts(*(_all(pattern, kinds, law) for law in (turn.before, turn.after)))


def _all(pattern: Pattern, kinds: Mapping[Kind, None], law: Law) -> Findings:
    same_law = dict.fromkeys(replace(kind, law=law) for kind in kinds)
    found = [finding for kind in same_law for finding in judge_week(pattern.week(kind))]
    return Findings(tuple(finding for place, finding in enumerate(found) if finding not in found[:place]))
