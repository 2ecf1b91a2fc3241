"""Many lives, week by week. Who the law sees in a youth changes a few times in years, so a crowd is walked through from
Monday to Monday, and only those are looked at who change.

A set of youths is one whole number with a bit for each of them.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from operator import itemgetter
from typing import TypeVar

from jobplaneten.law.facts import SUNDAY
from jobplaneten.law.life import Life, LifeWeek, State, even_week

Key = TypeVar("Key")
Bits = int
"""A set of youths: bit n is the nth."""
ONE_DAY = timedelta(days=1)


def weeks_of(crowd: Mapping[Life, Bits], mondays: Iterable[date]) -> dict[date, dict[LifeWeek, Bits]]:
    """For each Monday the weeks that come to the crowd, and to whom. Lives are blurred ones without other work."""
    ahead = sorted(set(mondays))
    if not ahead:
        return {}
    alike: dict[State, Bits] = {}
    turns: list[tuple[date, Life, Bits]] = []
    for life, whose in crowd.items():
        add(alike, life.at(ahead[0]), whose)
        turns += [(day, life, whose) for day in life.turns if ahead[0] < day]
    turns.sort(key=itemgetter(0), reverse=True)
    found = {}
    for monday in ahead:
        while turns and turns[-1][0] <= monday:
            _turn(alike, *turns.pop())
        found[monday] = _weeks_on(monday, alike, turns)
    return found


def _turn(alike: dict[State, Bits], day: date, life: Life, whose: Bits) -> None:
    alike[life.at(day - ONE_DAY)] &= ~whose
    add(alike, life.at(day), whose)


def _weeks_on(monday: date, alike: Mapping[State, Bits], turns: list[tuple[date, Life, Bits]]) -> dict[LifeWeek, Bits]:
    weeks: dict[LifeWeek, Bits] = {}
    uneven, sunday = 0, monday + timedelta(days=SUNDAY)
    for day, life, whose in reversed(turns):
        if day > sunday:
            break
        add(weeks, life.week(monday), whose)
        uneven |= whose
    for state, whose in alike.items():
        if whose & ~uneven:
            add(weeks, even_week(monday, *state), whose & ~uneven)
    return weeks


def add(sets: dict[Key, Bits], key: Key, more: Bits) -> None:
    sets[key] = sets.get(key, 0) | more


def union(sets: Iterable[Bits]) -> Bits:
    found = 0
    for each in sets:
        found |= each
    return found
