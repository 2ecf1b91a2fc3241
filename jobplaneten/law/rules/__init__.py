"""All rules, in the order in which they are asked. A rule speaks on a day when the book has an entry for it."""

from functools import lru_cache

from jobplaneten.law.book import Entry, Law
from jobplaneten.law.groups import Group
from jobplaneten.law.rules import (
    alcohol,
    alone,
    chemicals,
    environment,
    gates,
    hours,
    lifting,
    machines,
    night,
    rest,
    scope,
    tasks,
)
from jobplaneten.law.rules.rule import Rule

ROOMS = (scope, hours, night, rest, alone, tasks, alcohol, machines, chemicals, lifting, environment, gates)
RULES = tuple(rule for room in ROOMS for rule in vars(room).values() if isinstance(rule, Rule))


@lru_cache(maxsize=1024)
def rules_that_bind(law: Law, groups: frozenset[Group]) -> tuple[tuple[Rule, Entry], ...]:
    return tuple(
        (rule, law.entries[rule.id]) for rule in RULES if rule.id in law.entries and not rule.binds.isdisjoint(groups)
    )
