from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from jobplaneten.law.book import BOOK
from jobplaneten.law.calendar import age_on, is_in_schooling, is_public_holiday, is_school_day
from jobplaneten.law.facts import Alcohol, Config, Hire, Job, Machine, Shift, Youth
from jobplaneten.law.judging import judge, judge_groups
from jobplaneten.law.period import judge_period
from jobplaneten.law.reading import CHEMICALS, CONDITIONS, EMPLOYER_TYPES, NIGHT_TRADES, WORKPLACES
from tests.law.jobs import NOW

QUARTERS = 96
TASKS = [
    *sorted(BOOK.on(NOW).light_work)[:6],
    "set_tables",
    "serve_drinks",
    "welding",
    "guard_duty",
    "cultural_performance",
]
FLAGS = st.booleans()


@st.composite
def shifts(draw: st.DrawFn) -> Shift:
    start = draw(st.integers(0, QUARTERS - 1))
    end = draw(st.integers(start + 1, QUARTERS))
    longest_break = min(60, (end - start) * 15 - 1)
    return Shift(
        weekday=draw(st.integers(0, 6)),
        start=start * 15,
        end=end * 15,
        break_min=draw(st.sampled_from([0, 15, 30, 45])) if longest_break >= 45 else 0,
        day_type=draw(st.sampled_from(["schoolday", "non_school", None])),
        public_holiday=draw(FLAGS),
    )


SHORT_SHIFTS = shifts().map(lambda shift: replace(shift, end=min(shift.end, shift.start + 240), break_min=0))
ANY_SHIFTS = shifts() | SHORT_SHIFTS
MACHINES = st.builds(
    Machine, st.sampled_from(["everyday", "harmless", "hazard", "vehicle"]), st.just(""), FLAGS, FLAGS, FLAGS
)
ALCOHOLS = st.builds(
    Alcohol,
    st.sampled_from(["none", "retail_checkout", "venue_serving_room", "venue_back_of_house"]),
    *[FLAGS] * 6,
)
PLAIN: dict[str, Any] = {
    "tasks": st.lists(st.sampled_from(TASKS), max_size=3).map(tuple),
    "shifts": st.lists(ANY_SHIFTS, max_size=6).map(tuple),
    "repeats": FLAGS,
    "week_type": st.sampled_from(["school", "schoolfree", None]),
}
JOBS = st.builds(
    Job,
    **PLAIN,
    employer_type=st.sampled_from(sorted(EMPLOYER_TYPES)),
    workplace=st.sampled_from(sorted(WORKPLACES)),
    other_day_minutes=st.integers(0, 300),
    other_week_minutes=st.integers(0, 900),
    adult_week_minutes=st.none() | st.integers(600, 2400),
    alone=FLAGS,
    adult_supervision=FLAGS,
    violence_risk=FLAGS,
    guarded_mall=FLAGS,
    lift_kg=st.sampled_from([0, 12, 13, 25, 26]),
    lift_single_optimal=FLAGS,
    push_pull_kg=st.sampled_from([0, 250, 300]),
    machines=st.lists(MACHINES, max_size=2).map(tuple),
    chemicals=st.sampled_from(sorted(CHEMICALS)),
    alcohol=ALCOHOLS,
    environment=st.lists(st.sampled_from(sorted(CONDITIONS)), max_size=1).map(tuple),
    occasional=FLAGS,
    permit_arbejdstilsynet=FLAGS,
    risk_assessment_done=FLAGS,
    staff_review_ok=FLAGS,
    sector_night=st.none() | st.sampled_from(sorted(NIGHT_TRADES)),
)
# Jobs with nothing against them but their hours, so that lawful weeks are met often.
HOURS_ONLY = st.builds(Job, **PLAIN | {"tasks": st.just(("tidying",))})
ANY_JOBS = JOBS | HOURS_ONLY
YOUTHS = st.builds(Youth, st.integers(12, 18), FLAGS)
DAYS = st.dates(BOOK.begins, date(2028, 1, 1))
SHIFT_NUMBERS = st.integers(0, 5)
STAGES = st.sampled_from(["post", "hire"])
HIRES = st.builds(Hire, FLAGS, FLAGS)


def never_helps(youth: Youth, job: Job, worse: Job, on: date) -> bool:
    return judge(youth, job, "post", on).legal or not judge(youth, worse, "post", on).legal


def changed_shift(job: Job, number: int, change: Callable[[Shift], Shift]) -> Job:
    shifts = tuple(change(shift) if place == number else shift for place, shift in enumerate(job.shifts))
    return replace(job, shifts=shifts)


@given(YOUTHS, ANY_JOBS, ANY_SHIFTS, DAYS)
def test_adding_a_shift_never_makes_an_unlawful_week_lawful(youth: Youth, job: Job, more: Shift, on: date) -> None:
    assert never_helps(youth, job, replace(job, shifts=(*job.shifts, more)), on)


@given(YOUTHS, HOURS_ONLY, ANY_SHIFTS)
def test_adding_a_shift_heals_no_hour_that_was_broken(youth: Youth, job: Job, more: Shift) -> None:
    """But work after midnight is told as such instead of as outside the window."""
    busier = replace(job, shifts=(*job.shifts, more))
    healed = set(judge(youth, job, "post", NOW).violations) - set(judge(youth, busier, "post", NOW).violations)
    free_week_rules = {"T-WEEK-FREE-35", "T-WEEK-FREE-40", "T-DAY-FREE-7", "T-DAY-FREE-8"}
    assert healed <= free_week_rules | {"N-YOUTH-WINDOW"}


@given(YOUTHS, ANY_JOBS, st.integers(0, 400), st.integers(0, 900), DAYS)
def test_hours_for_other_employers_never_help(youth: Youth, job: Job, day: int, week: int, on: date) -> None:
    busier = replace(
        job, other_day_minutes=job.other_day_minutes + day, other_week_minutes=job.other_week_minutes + week
    )
    assert never_helps(youth, job, busier, on)
    assert set(judge(youth, job, "post", on).violations) <= set(judge(youth, busier, "post", on).violations)


@given(YOUTHS, HOURS_ONLY, st.integers(0, 3000), DAYS)
def test_to_state_a_longer_week_never_helps(youth: Youth, job: Job, stated: int, on: date) -> None:
    assert never_helps(youth, replace(job, weekly_minutes=stated), replace(job, weekly_minutes=stated + 60), on)


@given(YOUTHS, HOURS_ONLY, SHIFT_NUMBERS, st.integers(1, 60), DAYS)
def test_a_longer_break_never_hurts(youth: Youth, job: Job, number: int, more: int, on: date) -> None:
    def with_longer_break(shift: Shift) -> Shift:
        return replace(shift, break_min=min(shift.break_min + more, shift.end - shift.start - 1))

    rested = changed_shift(job, number, with_longer_break)
    assert set(judge(youth, rested, "post", on).violations) <= set(judge(youth, job, "post", on).violations)


@given(YOUTHS, HOURS_ONLY, SHIFT_NUMBERS, st.integers(0, 8), st.integers(0, 8), DAYS)
def test_a_shorter_shift_never_hurts(youth: Youth, job: Job, number: int, later: int, earlier: int, on: date) -> None:
    """Whatever is cut off from its ends; a break that no longer fits is cut too."""

    def cut(shift: Shift) -> Shift:
        start, end = shift.start + later * 15, shift.end - earlier * 15
        return replace(shift, start=start, end=end) if end - start > shift.break_min else shift

    assert never_helps(youth, changed_shift(job, number, cut), job, on)


@given(
    st.integers(13, 18), FLAGS, ANY_JOBS, st.sampled_from(["welding", "guard_duty", "tidying", "serve_drinks"]), DAYS
)
def test_one_more_task_never_helps(age: int, in_school: bool, job: Job, task: str, on: date) -> None:
    """From 13: those who are younger may take part in a performance, and need a task for it."""
    assert never_helps(Youth(age, in_school), job, replace(job, tasks=(*job.tasks, task)), on)


@given(YOUTHS, ANY_JOBS, MACHINES, st.sampled_from(sorted(CONDITIONS)), st.integers(0, 20), DAYS)
def test_more_danger_never_helps(youth: Youth, job: Job, machine: Machine, condition: str, kg: int, on: date) -> None:
    for worse in (
        replace(job, machines=(*job.machines, machine)),
        replace(job, environment=(*job.environment, condition)),
        replace(job, lift_kg=job.lift_kg + kg),
        replace(job, alone=True),
        replace(job, violence_risk=True),
        replace(job, adult_supervision=False),
        replace(job, risk_assessment_done=False),
        replace(job, staff_review_ok=False),
    ):
        assert never_helps(youth, job, worse, on)


@given(st.integers(13, 17), FLAGS, ANY_JOBS, DAYS, STAGES, HIRES)
def test_from_13_a_birthday_never_hurts_and_neither_does_the_end_of_school(
    age: int, in_school: bool, job: Job, on: date, stage: Any, hire: Hire
) -> None:
    now = judge(Youth(age, in_school), job, stage, on, hire)
    for later in (Youth(age + 1, in_school), Youth(age, in_compulsory_school=False)):
        assert not now.legal or judge(later, job, stage, on, hire).legal


@given(YOUTHS, ANY_JOBS, DAYS, HIRES)
def test_what_may_begin_could_be_advertised(youth: Youth, job: Job, on: date, hire: Hire) -> None:
    at_the_gate, advertised = judge(youth, job, "hire", on, hire), judge(youth, job, "post", on)
    assert set(advertised.violations) <= set(at_the_gate.violations)


@given(YOUTHS, ANY_JOBS, DAYS)
def test_a_switch_opens_and_never_closes(youth: Youth, job: Job, on: date) -> None:
    strict, open_ = judge(youth, job, "post", on), judge(youth, job, "post", on, config=Config(True))
    assert set(open_.violations) <= set(strict.violations)


@given(YOUTHS, ANY_JOBS, DAYS, STAGES, FLAGS)
def test_no_letter_from_the_parents_changes_a_word(youth: Youth, job: Job, on: date, stage: Any, letter: bool) -> None:
    assert judge(youth, replace(job, parents_consent_letter=letter), stage, on) == judge(youth, job, stage, on)


@given(YOUTHS, ANY_JOBS, DAYS)
def test_a_week_that_comes_again_is_held_to_no_less(youth: Youth, job: Job, on: date) -> None:
    assert never_helps(youth, replace(job, repeats=False), replace(job, repeats=True), on)


@given(ANY_JOBS, DAYS, STAGES, HIRES)
def test_what_a_younger_group_may_the_older_ones_may(job: Job, on: date, stage: Any, hire: Hire) -> None:
    legal = [findings.legal for findings in judge_groups(job, on, stage, hire).values()]
    assert legal == sorted(legal)
    assert legal[-1]


@given(YOUTHS, ANY_JOBS, DAYS, STAGES)
def test_a_verdict_is_unlawful_exactly_when_something_is_violated(youth: Youth, job: Job, on: date, stage: Any) -> None:
    findings = judge(youth, job, stage, on)
    assert findings.legal is not bool(findings.violations)
    assert set(findings.violations) | set(findings.warnings) == {finding.rule for finding in findings}
    assert not set(findings.violations) & set(findings.warnings)
    for finding in findings:
        assert finding.sentence.endswith(".")


@given(YOUTHS, ANY_JOBS, STAGES, HIRES)
def test_the_order_of_shifts_and_tasks_does_not_matter(youth: Youth, job: Job, stage: Any, hire: Hire) -> None:
    mirrored = replace(job, shifts=job.shifts[::-1], tasks=job.tasks[::-1])
    assert judge(youth, job, stage, NOW, hire).violations == (judge(youth, mirrored, stage, NOW, hire).violations)


def dated(job: Job, monday: date, born_on: date, ends_on: date | None) -> Job:
    """The job as the case form would tell it in one week of its own."""

    def told(shift: Shift) -> Shift:
        day = monday + timedelta(days=shift.weekday)
        at_school = is_in_schooling(ends_on, day) and is_school_day(day)
        return replace(
            shift, day_type="schoolday" if at_school else "non_school", public_holiday=is_public_holiday(day)
        )

    week = [monday + timedelta(days=number) for number in range(7)]
    is_school_week = any(is_in_schooling(ends_on, day) and is_school_day(day) for day in week)
    return replace(
        job,
        shifts=tuple(told(shift) for shift in job.shifts),
        week_type="school" if is_school_week else "schoolfree",
        repeats=False,
        other_day_minutes=0,
        other_week_minutes=0,
    )


@given(
    JOBS | HOURS_ONLY,
    st.dates(date(2026, 1, 5), date(2027, 12, 20)),
    st.dates(date(2008, 1, 1), date(2014, 12, 31)),
    FLAGS,
)
def test_a_period_of_one_week_is_judged_as_that_week(job: Job, day: date, born_on: date, finished: bool) -> None:
    monday = day - timedelta(days=day.weekday())
    sunday = monday + timedelta(days=6)
    ends_on = None if finished else date(2027, 7, 31)
    in_period = judge_period(born_on, ends_on, job, monday, sunday)
    people = {(age_on(born_on, on), is_in_schooling(ends_on, on)) for on in (monday, sunday)}
    if len(people) > 1 or not job.shifts:
        return
    ((age, in_school),) = people
    alone = judge(Youth(age, in_school), dated(job, monday, born_on, ends_on), "post", monday)
    assert in_period.violations == alone.violations
    assert set(alone.warnings) - set(in_period.warnings) <= {"R-DAYSOFF-CONSEC"}
