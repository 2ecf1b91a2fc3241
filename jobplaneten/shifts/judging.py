"""One shift on one date before the law: with all that the youth works around it, planned and worked."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from employers.lawfulness import law_job, sentence
from jobplaneten.law import facts
from jobplaneten.law.period import Elsewhere, PeriodFindings, judge_period
from jobplaneten.placements import papers
from jobplaneten.placements.models import Placement
from jobplaneten.schools.closing import closed_for
from jobplaneten.shifts.models import RosterShift, ShiftStatus

SUNDAY = timedelta(days=6)
ONE_DAY = timedelta(days=1)
STEP = 15


class Times(NamedTuple):
    """A day, and minutes after midnight."""

    day: date
    starts: int
    ends: int
    break_minutes: int = 0

    @property
    def law_shift(self) -> facts.Shift:
        return facts.Shift(self.day.weekday(), self.starts, self.ends, self.break_minutes)

    @property
    def alone(self) -> Elsewhere:
        return Elsewhere((self.law_shift,), self.day, self.day)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Danish sentences. `own` is what the job breaks by itself, and all that its employer may read; `whole` counts
    the youth's other jobs too.
    """

    own: tuple[str, ...]
    whole: tuple[str, ...]

    @property
    def is_legal(self) -> bool:
        return not self.whole

    @property
    def is_joint(self) -> bool:
        """Only unlawful because of something that is not this employer's to know."""
        return bool(self.whole) and not self.own


def judge_shift(placement: Placement, times: Times, today: date, *, instead_of: RosterShift | None = None) -> Verdict:
    """The law about the week of `times`, if this shift is worked too; `instead_of` is one that it replaces."""
    monday = times.day - timedelta(days=times.day.weekday())
    own, others = around(placement, monday, instead_of)
    inside = [each for each in own if monday <= each.day <= monday + SUNDAY]
    beside = [each.alone for each in own if each not in inside]
    ask = asker(placement, [*inside, times], monday, today)
    alone = ask(beside)
    whole = ask([*beside, *(each.alone for each in others)]) if others else alone
    return Verdict(sentences(alone), sentences(whole))


def around(placement: Placement, monday: date, instead_of: RosterShift | None) -> tuple[list[Times], list[Times]]:
    """What the youth works from the Sunday before to the Monday after: in this job, and in others."""
    near = RosterShift.objects.filter(
        placement__youth=placement.youth_id, day__range=(monday - ONE_DAY, monday + SUNDAY + ONE_DAY)
    )
    rows = near.planned().of_jobs_that_run().select_related("worked")
    own: list[Times] = []
    others: list[Times] = []
    for row in rows.exclude(pk=instead_of.pk if instead_of else 0):
        (own if row.placement_id == placement.pk else others).append(times_of(row))
    return own, others


def times_of(row: RosterShift) -> Times:
    """What was worked, where that is known; else what is planned."""
    said = getattr(row, "worked", None) or row
    return Times(row.day, said.starts, said.ends, said.break_minutes)


def asker(
    placement: Placement, inside: Iterable[Times], monday: date, today: date
) -> Callable[[list[Elsewhere]], PeriodFindings]:
    hire, is_assessed = papers.hire_of(placement, today)
    shifts = tuple(each.law_shift for each in inside)
    job = replace(law_job(placement.post), shifts=shifts, risk_assessment_done=is_assessed)
    youth, closed = placement.youth, closed_for(placement.youth.school)

    def ask(elsewhere: list[Elsewhere]) -> PeriodFindings:
        return judge_period(
            youth.born_on, youth.schooling_ends_on, job, monday, monday + SUNDAY, closed, hire=hire, elsewhere=elsewhere
        )

    return ask


def sentences(found: PeriodFindings) -> tuple[str, ...]:
    return tuple(dict.fromkeys(sentence(each) for each in found if each.rule in found.violations))


def latest_lawful_end(
    placement: Placement, times: Times, today: date, *, instead_of: RosterShift | None = None
) -> int | None:
    """The latest quarter of an hour at which the shift could end and be lawful; None when no shorter one is."""
    for ends in range(times.ends - STEP, times.starts + max(STEP, times.break_minutes), -STEP):
        if judge_shift(placement, times._replace(ends=ends), today, instead_of=instead_of).is_legal:
            return ends
    return None


def is_on(row: RosterShift) -> bool:
    return row.status == ShiftStatus.PLANNED and row.placement.works_on(row.day)


def was_due(row: RosterShift) -> bool:
    """As `is_on`, also of a job that has ended since."""
    return row.status == ShiftStatus.PLANNED and row.placement.holds(row.day)
