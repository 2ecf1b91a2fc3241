"""A youth's other jobs: hours, breaks, rest and days off are counted as if all were one job."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from jobplaneten.law.facts import Alcohol, Job, Shift
from jobplaneten.law.life import Elsewhere
from jobplaneten.law.period import PeriodFindings, judge_period
from tests.law.jobs import shop
from tests.law.test_properties import ANY_JOBS, ANY_SHIFTS

# Turns 15 on Wednesday 10 March 2027.
BORN = date(2012, 3, 10)
ENDS = date(2028, 7, 31)
GROWN = date(2010, 1, 1)
WEEK = (date(2027, 1, 11), date(2027, 1, 17))
LONG_AGO = date(2026, 8, 1)


def at(*shifts: tuple[Any, ...], first: date = LONG_AGO, last: date | None = None) -> Elsewhere:
    return Elsewhere(tuple(Shift.at(*shift) for shift in shifts), first, last)


def of_a_pupil(job: Job, *elsewhere: Elsewhere, period: tuple[date, date] = WEEK) -> PeriodFindings:
    return judge_period(BORN, ENDS, job, *period, elsewhere=elsewhere)


def of_a_youth(job: Job, *elsewhere: Elsewhere, period: tuple[date, date] = WEEK) -> PeriodFindings:
    return judge_period(GROWN, None, job, *period, elsewhere=elsewhere)


def test_minutes_of_two_jobs_make_one_day() -> None:
    job = shop(Shift.at("tue", "15:30", "16:30"))
    assert of_a_pupil(job, at(("tue", "16:30", "17:30"))).legal
    assert of_a_pupil(job, at(("tue", "16:30", "17:45"))).violations == ("T-DAY-SCHOOL-2",)


def test_minutes_of_two_jobs_make_one_week() -> None:
    job = shop(Shift.at("tue", "15:30", "16:30"))
    weekend = at(("sat", "08:00", "12:30"), ("sat", "13:00", "15:30"), ("sun", "10:00", "14:15"))
    assert of_a_pupil(job, weekend).violations == ("T-WEEK-SCHOOL-12",)


def test_a_day_worked_elsewhere_is_no_day_off() -> None:
    job = shop(*(Shift.at(day, "15:30", "16:30") for day in ("mon", "tue", "wed", "thu", "fri")))
    assert of_a_pupil(job, at(("wed", "16:30", "17:00"))).legal
    assert of_a_pupil(job, at(("sat", "10:00", "11:00"))).violations == ("R-DAYSOFF-2",)


def test_rest_is_counted_from_the_evening_in_one_job_to_the_morning_in_the_other() -> None:
    late, early = ("wed", "18:00", "22:00"), ("thu", "08:00", "10:00")
    assert of_a_youth(shop(Shift.at(*late)), at(early)).violations == ("R-REST-12",)
    assert of_a_youth(shop(Shift.at(*early)), at(late)).violations == ("R-REST-12",)
    assert of_a_youth(shop(Shift.at(*early)), at(("tue", "18:00", "22:00"))).legal


def test_rest_is_counted_inside_a_day_with_two_jobs() -> None:
    job = shop(Shift.at("sat", "06:00", "08:00"))
    assert of_a_youth(job, at(("sat", "16:00", "18:00"))).legal
    assert of_a_youth(job, at(("sat", "16:00", "18:15"))).violations == ("R-REST-12",)


def test_a_break_is_needed_though_the_long_stretch_is_of_two_jobs() -> None:
    job = shop(Shift.at("sat", "08:00", "11:00"))
    assert of_a_youth(job, at(("sat", "11:30", "14:00"))).legal
    assert of_a_youth(job, at(("sat", "11:15", "14:00"))).violations == ("T-BREAK-30",)


def test_a_full_day_split_over_two_jobs_is_told() -> None:
    job = shop(Shift.at("sat", "08:00", "12:00"))
    assert of_a_youth(job, at(("sat", "13:00", "17:00"))).warnings == ("T-CONTIG",)


def test_rest_reaches_over_sunday_into_monday() -> None:
    sunday, monday = ("sun", "18:00", "22:00"), ("mon", "08:00", "10:00")
    assert of_a_youth(shop(Shift.at(*sunday)), at(monday)).violations == ("R-REST-12",)
    ended = at(monday, last=WEEK[1])
    assert of_a_youth(shop(Shift.at(*sunday)), ended).legal


def test_rest_before_the_very_first_monday_is_counted() -> None:
    sunday, monday = ("sun", "18:00", "22:00"), ("mon", "08:00", "10:00")
    assert of_a_youth(shop(Shift.at(*monday)), at(sunday, last=WEEK[0] - timedelta(1))).violations == ("R-REST-12",)
    assert of_a_youth(shop(Shift.at(*monday)), at(sunday, last=WEEK[0] - timedelta(2))).legal
    later = (WEEK[0] + timedelta(1), WEEK[0] + timedelta(7))
    assert of_a_youth(shop(Shift.at(*monday)), at(sunday), period=later).violations == ("R-REST-12",)


def test_the_sunday_before_is_not_of_the_week() -> None:
    job = shop(Shift.at("mon", "15:30", "16:30"))
    days = at(*((day, "15:30", "16:00") for day in ("tue", "wed", "thu", "fri")))
    eve = at(("sun", "12:00", "13:00"), last=WEEK[0] - timedelta(1))
    assert of_a_pupil(job, days, eve).legal


def test_only_the_dates_of_the_other_job_count() -> None:
    job = shop(Shift.at("tue", "15:30", "16:30"))
    other = ("tue", "16:30", "17:45")
    two_weeks = (WEEK[0], WEEK[1] + timedelta(7))
    begins_later = of_a_pupil(job, at(other, first=date(2027, 1, 13)), period=two_weeks)
    assert begins_later.first_unlawful_week == date(2027, 1, 18)
    ends_before = of_a_pupil(job, at(other, last=date(2027, 1, 11)), period=two_weeks)
    assert ends_before.legal


def test_the_place_and_the_clock_are_asked_of_this_job_alone() -> None:
    kiosk = shop(Shift.at("tue", "15:00", "17:00"), workplace="kiosk", alone=True)
    assert of_a_youth(kiosk, at(("tue", "20:00", "22:00"), ("sun", "20:00", "22:00"))).violations == ()
    waiter = shop(
        Shift.at("sat", "12:00", "15:00"),
        tasks=("set_tables",),
        alcohol=Alcohol("venue_serving_room", main_purpose_food=True, adult_supervision=True),
    )
    assert of_a_youth(waiter, at(("sat", "22:00", "23:00"))).legal


def test_work_on_sunday_elsewhere_is_not_told_here() -> None:
    job = shop(Shift.at("tue", "15:30", "16:30"))
    assert of_a_youth(job, at(("sun", "10:00", "12:00"))).warnings == ()


def test_a_hand_at_home_stays_exempt() -> None:
    job = shop(Shift.at("mon", "15:30", "16:30"), employer_type="private_household", occasional=True)
    eve = at(("sun", "19:00", "23:00"), ("mon", "16:30", "20:30"))
    assert of_a_pupil(job, eve).violations == ()


def test_what_this_job_breaks_alone_is_told_apart_from_what_both_break_together() -> None:
    job = shop(Shift.at("tue", "15:30", "16:30"), lift_kg=13)
    findings = of_a_pupil(job, at(("tue", "16:30", "17:45")))
    assert findings.violations == ("LIFT-01", "T-DAY-SCHOOL-2")
    assert findings.own.violations == ("LIFT-01",)
    assert findings.jointly == ("T-DAY-SCHOOL-2",)
    assert [finding.figure for finding in findings.own] == [13]


def test_without_another_job_nothing_is_broken_jointly() -> None:
    findings = of_a_pupil(shop(Shift.at("tue", "15:30", "18:30")))
    assert (findings.violations, findings.jointly) == (("T-DAY-SCHOOL-2",), ())
    assert findings.own is findings


def test_a_birthday_before_the_job_begins_counts_when_there_was_work_elsewhere() -> None:
    free = ((date(2027, 3, 8), date(2027, 3, 14)),)
    job = shop(*(Shift.at(day, "08:00", "15:30", 30) for day in ("thu", "fri")))
    days = at(*((day, "08:00", "15:30", 30) for day in ("mon", "tue", "wed")), ("fri", "15:30", "16:00"))
    alone = judge_period(BORN, ENDS, job, date(2027, 3, 11), date(2027, 3, 14), free)
    assert alone.legal
    together = judge_period(BORN, ENDS, job, date(2027, 3, 11), date(2027, 3, 14), free, elsewhere=[days])
    assert together.violations == ("T-WEEK-FREE-35",)


DATES = st.dates(date(2025, 1, 6), date(2027, 12, 20))
BIRTHS = st.dates(date(2007, 1, 1), date(2014, 12, 31))
SCHOOLING = st.sampled_from([None, date(2026, 7, 31), date(2027, 7, 31)])
LENGTHS = st.integers(0, 60)
PATTERNS = st.lists(ANY_SHIFTS, min_size=1, max_size=4).map(tuple)


@st.composite
def periods(draw: st.DrawFn, first: st.SearchStrategy[date] = DATES) -> tuple[date, date]:
    begins = draw(first)
    return begins, begins + timedelta(draw(LENGTHS))


def near(day: date) -> st.SearchStrategy[tuple[date, date]]:
    return periods(st.dates(day - timedelta(40), day + timedelta(40)))


def other_jobs(day: date) -> st.SearchStrategy[Elsewhere]:
    return st.builds(lambda shifts, period: Elsewhere(shifts, *period), PATTERNS, near(day))


@settings(max_examples=60)
@given(ANY_JOBS, periods(), BIRTHS, SCHOOLING, st.data())
def test_another_job_never_makes_an_unlawful_one_lawful(
    job: Job, period: tuple[date, date], born_on: date, ends_on: date | None, data: st.DataObject
) -> None:
    elsewhere = data.draw(st.lists(other_jobs(period[0]), max_size=2))
    alone = judge_period(born_on, ends_on, job, *period)
    together = judge_period(born_on, ends_on, job, *period, elsewhere=elsewhere)
    assert alone.legal or not together.legal
    assert together.own.violations == alone.violations
    assert set(together.jointly) | set(alone.violations) >= set(together.violations)
    assert set(together.jointly) <= set(TOGETHER)


TOGETHER = (
    *("T-DAY-SCHOOL-2", "T-DAY-FREE-7", "T-DAY-FREE-8", "T-DAY-8", "T-BREAK-30"),
    *("T-WEEK-SCHOOL-12", "T-WEEK-FREE-35", "T-WEEK-FREE-40", "T-WEEK-40", "T-ADULT-CAP"),
    *("R-REST-12", "R-REST-14", "R-DAYSOFF-2"),
)


def broken_by_week(findings: PeriodFindings) -> dict[date, set[str]]:
    broken: dict[date, set[str]] = {}
    for week in findings.weeks:
        for monday in week.mondays:
            broken.setdefault(monday, set()).update(set(week.findings.violations).intersection(TOGETHER))
    return broken


def first_mondays(*findings: PeriodFindings) -> Iterable[date]:
    return {min(monday for week in each.weeks for monday in week.mondays) for each in findings if each.weeks}


@settings(max_examples=60)
@given(PATTERNS, PATTERNS, periods(), st.data(), BIRTHS, SCHOOLING)
def test_two_jobs_agree_on_the_hours_and_the_rest_from_either_side(
    mine: tuple[Shift, ...],
    theirs: tuple[Shift, ...],
    period: tuple[date, date],
    data: st.DataObject,
    born_on: date,
    ends_on: date | None,
) -> None:
    """In each week with work in both, but for the rest before a first Monday, which only that job has to answer for."""
    other_period = data.draw(near(period[0]))
    here = judge_period(born_on, ends_on, shop(*mine), *period, elsewhere=[Elsewhere(theirs, *other_period)])
    there = judge_period(born_on, ends_on, shop(*theirs), *other_period, elsewhere=[Elsewhere(mine, *period)])
    seen_here, seen_there = broken_by_week(here), broken_by_week(there)
    for monday in (seen_here.keys() & seen_there.keys()) - set(first_mondays(here, there)):
        assert seen_here[monday] == seen_there[monday]
