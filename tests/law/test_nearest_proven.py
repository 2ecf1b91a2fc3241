"""What must hold of every change that is offered: lawful, and no farther than what trying everything finds."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jobplaneten.law.book import BOOK
from jobplaneten.law.facts import Config, Job, Shift, Youth
from jobplaneten.law.judging import judge
from jobplaneten.law.nearest import changes, nearest_change
from jobplaneten.law.nearest.limits import Calendar, limits_of
from tests.law.jobs import ADULT, CHILD, CHILD_FINISHED, NOW, PUPIL, SHOP, YOUTH
from tests.law.test_properties import JOBS

GROUPS = st.lists(st.sampled_from([CHILD, CHILD_FINISHED, PUPIL, YOUTH, ADULT]), min_size=1, max_size=3, unique=True)
OLDER = {CHILD: (PUPIL, YOUTH, ADULT), PUPIL: (YOUTH, ADULT), YOUTH: (ADULT,)}
HOUR = 60
HOURS = range(5 * HOUR, 24 * HOUR + 1, HOUR)
BREAKS = (30, 60)
Tried = tuple[int, int, Shift | None]


def is_lawful(job: Job, youths: Sequence[Youth]) -> bool:
    return all(judge(youth, job, "post", NOW).legal for youth in youths)


@given(JOBS, GROUPS)
def test_all_that_is_offered_is_lawful_and_fits_the_rows_it_came_from(job: Job, youths: list[Youth]) -> None:
    offered = changes(job, youths, NOW)
    assert not (offered and is_lawful(job, youths))
    for change in offered:
        assert is_lawful(change.job, youths)
        assert len(change.shifts) == len(job.shifts)
        assert change.job.shifts == (*filter(None, change.shifts), *change.added)
        assert change.fields
        assert all(edit.sentence.endswith(".") for edit in change.edits)


@given(JOBS)
def test_what_is_lawful_for_the_younger_is_lawful_for_the_older(job: Job) -> None:
    for youth, older in OLDER.items():
        change = nearest_change(job, [youth], NOW)
        assert change is None or is_lawful(change.job, older)


@st.composite
def few_shifts(draw: st.DrawFn, most: int = 3) -> Job:
    shifts = []
    for _number in range(draw(st.integers(1, most))):
        start = draw(st.sampled_from(HOURS[:-1]))
        end = draw(st.sampled_from([hour for hour in HOURS if hour > start]))
        shifts.append(Shift(draw(st.integers(3, 6)), start, end))
    return replace(
        SHOP,
        shifts=tuple(shifts),
        repeats=draw(st.booleans()),
        other_day_minutes=draw(st.sampled_from([0, 0, 60, 120])),
        other_week_minutes=draw(st.sampled_from([0, 0, 300])),
        adult_week_minutes=draw(st.sampled_from([None, 300])),
    )


@given(few_shifts(most=6), GROUPS)
def test_the_search_reads_the_limits_of_time_as_the_rules_do(job: Job, youths: list[Youth]) -> None:
    calendar = Calendar.of(job)
    limits = limits_of(job, youths, BOOK.on(NOW), Config(), calendar)
    held = calendar.hold(job)
    assert limits.hold(held.shifts) == is_lawful(held, youths)


@given(few_shifts(), GROUPS)
@settings(max_examples=20)
def test_nothing_nearer_is_found_by_trying_everything_on_the_hour(job: Job, youths: list[Youth]) -> None:
    assume(not is_lawful(job, youths))
    change, tried = nearest_change(job, youths, NOW), by_trying(job, youths)
    assert change or not tried
    if change and change.is_nearest and tried:
        assert (len(change.fields), change.minutes) <= tried


def by_trying(job: Job, youths: Sequence[Youth]) -> tuple[int, int] | None:
    """The fields and minutes of the nearest lawful week among all weeks on the hour, each judged by the law itself."""
    calendar = Calendar.of(job)

    def lawful(*shifts: Shift) -> bool:
        return is_lawful(calendar.hold(replace(job, shifts=shifts)), youths)

    ways = [
        [one for one in everything(shift, len(job.shifts) == 1) if not one[2] or lawful(one[2])] for shift in job.shifts
    ]
    weeks = sorted(product(*ways), key=lambda week: (sum(one[0] for one in week), sum(one[1] for one in week)))
    for week in weeks:
        left = [one[2] for one in week if one[2]]
        if left and lawful(*left):
            return sum(one[0] for one in week), sum(one[1] for one in week)
    return None


def everything(shift: Shift, is_only: bool) -> Iterator[Tried]:
    """All that may become of a shift with up to two fields: kept, dropped, other hours or a break."""
    if not is_only:
        yield 1, shift.end - shift.start, None
    breaks = (shift.break_min, *BREAKS)
    for start, end, pause in product(HOURS, HOURS, breaks):
        fields = (start != shift.start) + (end != shift.end) + (pause != shift.break_min)
        new = replace(shift, start=start, end=end, break_min=pause)
        if fields <= 1 + is_only and new.work >= min(30, shift.work) and start < end:
            both = max(0, min(end, shift.end) - max(start, shift.start))
            yield fields, max(end - start, shift.end - shift.start) - both + pause - shift.break_min, new
