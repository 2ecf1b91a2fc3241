"""The nearest lawful change of a job: the fewest fields, then the fewest minutes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from jobplaneten.law.facts import Config, Job, Shift, Stage, Youth
from jobplaneten.law.nearest.change import Change
from jobplaneten.law.nearest.circumstances import Question, harmless, mended
from jobplaneten.law.nearest.limits import DAYS_OF_WEEK, Calendar, Limits, limits_of
from jobplaneten.law.nearest.telling import edits
from jobplaneten.law.nearest.times import Times, Timetable
from jobplaneten.law.nearest.ways import Cost


def nearest_change(
    job: Job, youths: Sequence[Youth], on: date, *, stage: Stage = "post", config: Config | None = None
) -> Change | None:
    """The change with the fewest fields, then the fewest minutes, after which the law lets all the youths have the job.

    None for a job that is lawful already, and where nothing that the employer can change helps. Among the equally near
    a shift is rather shortened than dropped, Sunday and two days in a row are rather kept free, and an end comes
    rather earlier than a beginning later. The answer is always judged before it is given.

    A week with a school day in it stays a school week, whatever is dropped. At stage "hire" the ticks of the hire are
    taken as given: they are no part of the job.
    """
    question = Question(youths, on, stage, config or Config())
    if question.is_lawful(job):
        return None
    small_help = harmless(job, question)
    if small_help:
        return _change(job, small_help, job.shifts)
    found = min(_candidates(job, question), key=lambda each: each[0], default=None)
    return found[1] if found else None


def _candidates(job: Job, question: Question) -> Iterator[tuple[Cost, Change]]:
    calendar = Calendar.of(job)
    for changed in mended(job, question):
        limits = limits_of(changed, question.youths, question.law, question.config, calendar)
        times = Timetable(job.shifts, limits, calendar).nearest()
        if times is None:
            continue
        shifts = tuple(_written(old, new) for old, new in zip(job.shifts, times.shifts, strict=True))
        left = _with_shifts(changed, shifts, limits)
        change = _change(job, left, shifts, times, _days_off_missing(job, limits))
        if question.is_lawful(left) and question.is_lawful(calendar.hold(left)):
            yield replace(times.cost, fields=len(change.fields)), change


def _written(old: Shift, new: Shift | None) -> Shift | None:
    """With the kind of day as it was given, unless it is another day."""
    if new is None or new.weekday != old.weekday:
        return new
    return replace(old, start=new.start, end=new.end, break_min=new.break_min)


def _with_shifts(job: Job, shifts: Sequence[Shift | None], limits: Limits) -> Job:
    """A stated total follows the shifts, or goes down to the cap where it is more than they come to."""
    kept = tuple(shift for shift in shifts if shift)
    if job.weekly_minutes is None:
        return replace(job, shifts=kept)
    says_more = job.weekly_minutes > sum(shift.work for shift in job.shifts)
    most = limits.cap(shift.weekday for shift in kept) if says_more else sum(shift.work for shift in kept)
    return replace(job, shifts=kept, weekly_minutes=min(job.weekly_minutes, most))


def _days_off_missing(job: Job, limits: Limits) -> int:
    """How many days off there should be, if there are fewer."""
    is_short = len({shift.weekday for shift in job.shifts}) > limits.busy_days
    return DAYS_OF_WEEK - limits.busy_days if is_short else 0


def _change(
    job: Job, new: Job, shifts: Sequence[Shift | None], times: Times | None = None, days_off: int = 0
) -> Change:
    return Change(
        edits=edits(job, new, shifts, (), days_off),
        job=new,
        minutes=times.cost.minutes if times else 0,
        shifts=tuple(shifts),
        is_nearest=times is None or times.is_nearest,
    )
