"""A placement on its real dates: every shift by the age, the schooling and the kind of day it falls on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from jobplaneten.law.book import BOOK
from jobplaneten.law.calendar import days_in
from jobplaneten.law.facts import Config, Hire, Job, Stage
from jobplaneten.law.findings import Finding, Findings
from jobplaneten.law.judging import judge_week
from jobplaneten.law.life import Elsewhere, Life
from jobplaneten.law.pattern import Kind, Pattern, kinds_of

__all__ = ["Elsewhere", "JudgedWeeks", "PeriodFindings", "judge_period", "last_day"]

ONE_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class JudgedWeeks:
    """Weeks that are alike in the eyes of the law, told by their Mondays, and what it says about each of them."""

    mondays: tuple[date, ...]
    findings: Findings


@dataclass(frozen=True, slots=True)
class PeriodFindings:
    """Iterates over the distinct findings of all its weeks, the earliest week first.

    `own` is what the law says of this job alone; `jointly` the rules that only break because the youth works
    elsewhere too. Whoever may not know of the other job may be told `own`, and of `jointly` only that there is any.
    """

    weeks: tuple[JudgedWeeks, ...]
    alone: tuple[JudgedWeeks, ...] | None = None

    def __iter__(self) -> Iterator[Finding]:
        seen: list[Finding] = []
        for week in self.weeks:
            new = [finding for finding in week.findings if finding not in seen]
            seen += new
            yield from new

    @property
    def legal(self) -> bool:
        return all(week.findings.legal for week in self.weeks)

    @property
    def violations(self) -> tuple[str, ...]:
        return Findings(tuple(self)).violations

    @property
    def warnings(self) -> tuple[str, ...]:
        return Findings(tuple(self)).warnings

    @property
    def first_unlawful_week(self) -> date | None:
        """The Monday of the first week that the law forbids."""
        return min((week.mondays[0] for week in self.weeks if not week.findings.legal), default=None)

    @property
    def own(self) -> "PeriodFindings":
        return self if self.alone is None else PeriodFindings(self.alone)

    @property
    def jointly(self) -> tuple[str, ...]:
        return tuple(rule for rule in self.violations if rule not in self.own.violations)


def judge_period(
    born_on: date,
    schooling_ends_on: date | None,
    job: Job,
    first_on: date,
    last_on: date | None,
    closed: Iterable[tuple[date, date]] = (),
    *,
    stage: Stage = "post",
    hire: Hire | None = None,
    config: Config | None = None,
    elsewhere: Iterable[Elsewhere] = (),
) -> PeriodFindings:
    """All that the law says about a weekly pattern worked from `first_on` to `last_on`, both included.

    `schooling_ends_on` is the last day of compulsory schooling, None when it is over; `closed` are the school's
    closed days as (first, last). Without `last_on` the next year is judged. The day types, `week_type` and
    other-employer figures of the job are not used.

    Each date has its own age, schooling and kind of day. In a week with a birthday or the end of schooling,
    each day is held to the limits of that day, and the week to the strictest limit of any of its days in
    the period. Rest is judged into the next Monday, and Sunday and Monday off count as together. A week in
    which the law changes must be lawful by the old law and by the new. ValueError when it ends before it begins.

    `elsewhere` are the youth's other jobs. Their hours, breaks, rest and days off are counted as if all were one
    job, in every week with work in this one; where and when they may be done is judged for this job alone.
    """
    until = last_day(first_on, last_on)
    life = Life(born_on, schooling_ends_on, days_in(tuple(closed)), tuple(elsewhere))
    pattern = Pattern(job, stage, hire or Hire(), config or Config())
    together = _judge(life, pattern, first_on, until)
    alone = _judge(life.without_other_work, pattern, first_on, until) if life.elsewhere else None
    return PeriodFindings(together, alone)


def last_day(first_on: date, last_on: date | None) -> date:
    """Until when a period is judged. Raises as `judge_period` does."""
    BOOK.on(first_on)
    until = first_on + ONE_YEAR if last_on is None else last_on
    if until < first_on:
        raise ValueError(f"A period cannot end on {until} when it begins on {first_on}.")
    return until


def _judge(life: Life, pattern: Pattern, first_on: date, last_on: date) -> tuple[JudgedWeeks, ...]:
    mondays: dict[Kind, list[date]] = {}
    for monday, span in pattern.spans(first_on, last_on):
        for kind in kinds_of(life.week(monday), span):
            mondays.setdefault(kind, []).append(monday)
    return tuple(JudgedWeeks(tuple(days), judge_week(pattern.week(kind))) for kind, days in mondays.items())
