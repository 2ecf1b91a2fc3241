"""The law asked about many youths and many jobs: the answers of `judge_period`, in a fraction of its time.

A week is judged by `judge_week` and by nothing else, but once for all the youths to whom it comes. Most weeks of most
youths are alike: the same age, in school or not, the same holidays. A set of youths is one whole number (see
`jobplaneten.law.crowd`), so what a kind of week forbids is forbidden to thousands in one step.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from jobplaneten.law.crowd import Bits, add, union, weeks_of
from jobplaneten.law.judging import judge_week
from jobplaneten.law.life import Life, LifeWeek
from jobplaneten.law.pattern import Kind, Pattern, Span, kinds_of, spans
from jobplaneten.law.period import last_day

PATTERNS_REMEMBERED = 4096
Stretches = Mapping[Span, tuple[date, ...]]


@dataclass(frozen=True)
class Offer:
    """A job on its dates, as `judge_period` takes them."""

    pattern: Pattern
    first_on: date
    last_on: date | None = None

    @cached_property
    def stretches(self) -> Stretches:
        return stretches_of(frozenset(self.pattern.by_day), self.first_on, last_day(self.first_on, self.last_on))


@lru_cache(maxsize=4096)
def stretches_of(weekdays: frozenset[int], first_on: date, last_on: date) -> Stretches:
    """The Mondays of the weeks that lie in the period in the same way: the first, those between, the last."""
    found: dict[Span, list[date]] = {}
    for monday, span in spans(weekdays, first_on, last_on):
        found.setdefault(span, []).append(monday)
    return {span: tuple(mondays) for span, mondays in found.items()}


class Bench:
    """Youths and offers go by their places in the given sequences."""

    def __init__(self, lives: Sequence[Life], offers: Sequence[Offer]) -> None:
        self.lives, self.offers = [life.blurred for life in lives], offers
        self.with_other_work = union(1 << place for place, life in enumerate(lives) if life.elsewhere)
        self._alike: dict[Life, Bits] = {}
        for place, life in enumerate(self.lives):
            add(self._alike, life.without_other_work, 1 << place)
        self._stretches: dict[tuple[date, ...], dict[LifeWeek, Bits]] = {}
        self._kinds: dict[tuple[Span, tuple[date, ...]], dict[Kind, Bits]] = {}
        self._verdicts: dict[int, dict[Kind, tuple[str, ...]]] = {}
        self._broken: dict[int, dict[str, Bits]] = {}

    def violations(self, youth: int, offer: int) -> tuple[str, ...]:
        """Those of `judge_period` for this youth and this offer."""
        if self.with_other_work >> youth & 1:
            return self._with_other_work(youth, offer)
        return tuple(sorted(rule for rule, whose in self.broken(offer).items() if whose >> youth & 1))

    def lawful(self, offer: int) -> Bits:
        """All youths for whom the offer is lawful. No other job heals what is unlawful without it."""
        alone = (1 << len(self.lives)) - 1 & ~union(self.broken(offer).values())
        busy = [place for place in places(alone & self.with_other_work) if self._with_other_work(place, offer)]
        return alone & ~union(1 << place for place in busy)

    def broken(self, offer: int) -> Mapping[str, Bits]:
        """For each rule those for whom the offer breaks it, were it their only job."""
        if offer not in self._broken:
            broken: dict[str, Bits] = {}
            for span, mondays in self.offers[offer].stretches.items():
                for kind, whose in self._kinds_in(span, mondays).items():
                    for rule in self._verdict(offer, kind):
                        add(broken, rule, whose)
            self._broken[offer] = broken
        return self._broken[offer]

    def _with_other_work(self, youth: int, offer: int) -> tuple[str, ...]:
        life, stretches = self.lives[youth], self.offers[offer].stretches.items()
        weeks = ((life.week(monday), span) for span, mondays in stretches for monday in mondays)
        kinds = dict.fromkeys(kind for week, span in weeks for kind in kinds_of(week, span))
        return tuple(sorted({rule for kind in kinds for rule in self._verdict(offer, kind)}))

    def _verdict(self, offer: int, kind: Kind) -> tuple[str, ...]:
        pattern = self.offers[offer].pattern
        if offer not in self._verdicts:
            self._verdicts[offer] = verdicts_on(pattern)
        verdicts = self._verdicts[offer]
        found = verdicts.get(kind)
        if found is None:
            found = verdicts[kind] = judge_week(pattern.week(kind)).violations
        return found

    def _kinds_in(self, span: Span, mondays: tuple[date, ...]) -> Mapping[Kind, Bits]:
        """Weeks that differ only where the offer has no shift become one."""
        if (span, mondays) not in self._kinds:
            kinds: dict[Kind, Bits] = {}
            for week, whose in self._weeks_in(mondays).items():
                for kind in kinds_of(week, span):
                    add(kinds, kind, whose)
            self._kinds[span, mondays] = kinds
        return self._kinds[span, mondays]

    def _weeks_in(self, mondays: tuple[date, ...]) -> Mapping[LifeWeek, Bits]:
        if mondays not in self._stretches:
            weeks: dict[LifeWeek, Bits] = {}
            for monday in mondays:
                for week, whose in self._weeks[monday].items():
                    add(weeks, week, whose)
            self._stretches[mondays] = weeks
        return self._stretches[mondays]

    @cached_property
    def _weeks(self) -> Mapping[date, Mapping[LifeWeek, Bits]]:
        stretches = (mondays for offer in self.offers for mondays in offer.stretches.values())
        return weeks_of(self._alike, (monday for mondays in set(stretches) for monday in mondays))


@lru_cache(maxsize=PATTERNS_REMEMBERED)
def verdicts_on(pattern: Pattern) -> dict[Kind, tuple[str, ...]]:
    """What has been judged of a job so far, in this process: the same week of the same job comes back every night.
    A kind of week holds the law of its days, so what is remembered stays true when the law changes."""
    return {}


def places(bits: Bits) -> Iterator[int]:
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
