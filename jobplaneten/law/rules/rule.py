"""How a rule is made: a small function, the groups it binds, and what it is asked about."""

from collections.abc import Callable
from dataclasses import dataclass

from jobplaneten.law.book import Entry
from jobplaneten.law.findings import Finding
from jobplaneten.law.groups import Group
from jobplaneten.law.week import Day, Person, Terms, Week

Answer = Finding | None
AskDay = Callable[[Day, Week, Entry], Answer]
AskPerson = Callable[[Person, Terms, Entry], Answer]
AskWeek = Callable[[Week, Entry], Answer]


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """`ask(week, entry)` gives its findings. A rule of `danger` also tells harmful work from harmless; one that
    `knows_no_days` says the same of every week in which the same people do the same job."""

    id: str
    binds: frozenset[Group]
    ask: Callable[[Week, Entry], list[Finding]]
    says: str
    danger: bool = False
    knows_no_days: bool = False


def per_day(rule: str, binds: frozenset[Group], *, all_work: bool = False) -> Callable[[AskDay], Rule]:
    """The rule looks at one working day of someone it binds; with `all_work` at the work for others as well."""

    def make(check: AskDay) -> Rule:
        def ask(week: Week, entry: Entry) -> list[Finding]:
            days = week.all_days if all_work else week.days
            answers = [check(day, week, entry) for day in days if day.person.group in binds]
            return [answer for answer in answers if answer]

        return Rule(rule, binds, ask, check.__doc__ or "")

    return make


def per_person(rule: str, binds: frozenset[Group], *, danger: bool = False) -> Callable[[AskPerson], Rule]:
    """The rule looks at the job through the eyes of someone it binds on a working day."""

    def make(check: AskPerson) -> Rule:
        def ask(week: Week, entry: Entry) -> list[Finding]:
            answers = [check(person, week, entry) for person in week.people if person.group in binds]
            return [answer for answer in answers if answer]

        return Rule(rule, binds, ask, check.__doc__ or "", danger, knows_no_days=True)

    return make


def per_week(rule: str, binds: frozenset[Group]) -> Callable[[AskWeek], Rule]:
    """The rule looks at the whole week of someone it binds on any day of it."""

    def make(check: AskWeek) -> Rule:
        def ask(week: Week, entry: Entry) -> list[Finding]:
            answer = None if binds.isdisjoint(week.groups) else check(week, entry)
            return [answer] if answer else []

        return Rule(rule, binds, ask, check.__doc__ or "")

    return make
