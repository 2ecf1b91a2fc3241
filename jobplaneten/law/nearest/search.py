"""The nearest lawful change of a job: the fewest fields, then the fewest minutes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from jobplaneten.law.facts import Config, Job, Shift, Stage, Youth
from jobplaneten.law.nearest.change import Change, minutes_between
from jobplaneten.law.nearest.circumstances import DANGERS, Question, harmless, mended
from jobplaneten.law.nearest.keeping import Keeper, Rota
from jobplaneten.law.nearest.limits import DAYS_OF_WEEK, Calendar, Limits, limits_of
from jobplaneten.law.nearest.telling import edits
from jobplaneten.law.nearest.times import Timetable
from jobplaneten.law.nearest.ways import SHORTEST_WORK, Cost


def nearest_change(
    job: Job, youths: Sequence[Youth], on: date, *, stage: Stage = "post", config: Config | None = None
) -> Change | None:
    """The change with the fewest fields, then the fewest minutes, after which the law lets all the youths have the job.

    None for a job that is lawful already, and where nothing that the employer can change helps. Among the equally near
    a shift is rather shortened than dropped, Sunday and two days in a row are rather kept free, and an end comes
    rather earlier than a beginning later. Only the last shift left is moved to other hours or to another day.
    The answer is always judged before it is given.

    A week with a school day in it stays a school week, whatever is dropped. At stage "hire" the ticks of the hire are
    taken as given: they are no part of the job.
    """
    question = Question(youths, on, stage, config or Config())
    mend = _nearest(job, question)
    return mend.change if mend else None


def changes(
    job: Job, youths: Sequence[Youth], on: date, *, stage: Stage = "post", config: Config | None = None
) -> tuple[Change, ...]:
    """The nearest change, and up to two others that keep more of the hours: shifts put elsewhere, or new ones.

    Hours that are not worth coming for are not won back.
    """
    question = Question(youths, on, stage, config or Config())
    mend = _nearest(job, question)
    if mend is None:
        return ()
    others = [_with_more_hours(job, mend, adds, question) for adds in (False, True)]
    longer = [one for one in others if one]
    return (mend.change, *(one for place, one in enumerate(longer) if not _is_idle(one, longer[:place], longer)))


def _is_idle(change: Change, before: Sequence[Change], others: Sequence[Change]) -> bool:
    return change in before or any(_outdone(change, other) for other in others)


def _outdone(one: Change, other: Change) -> bool:
    """Is the other better in something, and worse in nothing?"""
    worth, better = ((_work(each), -len(each.fields), -each.minutes) for each in (one, other))
    return worth != better and all(ours <= theirs for ours, theirs in zip(worth, better, strict=True))


@dataclass(frozen=True, slots=True)
class Mend:
    """A change and the limits that its times keep."""

    cost: Cost
    change: Change
    limits: Limits


def _nearest(job: Job, question: Question) -> Mend | None:
    broken = question.broken(job)
    if not broken:
        return None
    small_help = None if DANGERS.isdisjoint(broken) else harmless(job, question)
    if small_help:
        nothing = limits_of(job, (), question.law, question.config, Calendar.of(job))
        return Mend(Cost(0, 0), _change(job, small_help, Rota(job.shifts), nothing), nothing)
    calendar = Calendar.of(job)
    proven = (mend for mend in _mends(job, question, calendar) if _is_proven(mend.change, question, calendar))
    return min(proven, key=lambda mend: mend.cost, default=None)


def _mends(job: Job, question: Question, calendar: Calendar) -> Iterator[Mend]:
    for changed in mended(job, question):
        limits = limits_of(changed, question.youths, question.law, question.config, calendar)
        times = Timetable(job.shifts, limits, calendar).nearest()
        if times:
            change = _change(job, changed, Rota(times.shifts), limits, is_nearest=times.is_nearest)
            yield Mend(replace(times.cost, fields=len(change.fields)), change, limits)


def _with_more_hours(job: Job, mend: Mend, adds: bool, question: Question) -> Change | None:
    calendar = Calendar.of(job)
    given = calendar.hold(job).shifts
    start = Rota(
        tuple(new and calendar.on(new.weekday, new.start, new.end, new.break_min) for new in mend.change.shifts)
    )
    rota = Keeper(given, mend.limits, calendar, adds).keep(start)
    if rota.work < start.work + SHORTEST_WORK:
        return None
    change = _change(job, mend.change.job, rota, mend.limits, is_nearest=False)
    return change if _is_proven(change, question, calendar) else None


def _is_proven(change: Change, question: Question, calendar: Calendar) -> bool:
    return question.is_lawful(change.job) and question.is_lawful(calendar.hold(change.job))


def _work(change: Change) -> int:
    return sum(shift.work for shift in change.job.shifts)


def _change(job: Job, changed: Job, rota: Rota, limits: Limits, *, is_nearest: bool = True) -> Change:
    """`changed` is the job with all but its times as they shall be."""
    shifts = tuple(new and _written(job, new, old) for old, new in zip(job.shifts, rota.shifts, strict=True))
    added = tuple(_written(job, new) for new in rota.added)
    kept = (*(shift for shift in shifts if shift), *added)
    new = replace(changed, shifts=kept, weekly_minutes=_stated(job, kept, limits))
    return Change(
        edits=edits(job, new, shifts, added, _days_off_missing(job, limits)),
        job=new,
        minutes=minutes_between(job.shifts, shifts, added),
        shifts=shifts,
        added=added,
        is_nearest=is_nearest,
    )


def _written(job: Job, new: Shift, old: Shift | None = None) -> Shift:
    """With the kind of day as it was given for that day, if it was."""
    known = (
        old
        if old and old.weekday == new.weekday
        else next((one for one in job.shifts if one.weekday == new.weekday), None)
    )
    return replace(known or Shift(new.weekday, 0, 0), start=new.start, end=new.end, break_min=new.break_min)


def _stated(job: Job, kept: Sequence[Shift], limits: Limits) -> int | None:
    """A stated total follows the shifts, or goes down to the cap where it is more than they come to."""
    if job.weekly_minutes is None:
        return None
    work = sum(shift.work for shift in kept)
    is_more = job.weekly_minutes > sum(shift.work for shift in job.shifts)
    return min(job.weekly_minutes, limits.cap(shift.weekday for shift in kept)) if is_more else work


def _days_off_missing(job: Job, limits: Limits) -> int:
    """How many days off there should be, if there are fewer."""
    is_short = len({shift.weekday for shift in job.shifts}) > limits.busy_days
    return DAYS_OF_WEEK - limits.busy_days if is_short else 0
