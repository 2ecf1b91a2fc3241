from dataclasses import replace
from typing import Any

import pytest

from jobplaneten.law.facts import Shift, Youth
from tests.law.jobs import (
    CHILD,
    CHILD_FINISHED,
    PUPIL,
    YOUTH,
    broken,
    free,
    shop,
    warned,
    week,
)


@pytest.mark.parametrize(
    ("youth", "day_type", "end", "rule"),
    [
        (CHILD, "schoolday", "10:00", "T-DAY-SCHOOL-2"),
        (PUPIL, "schoolday", "10:00", "T-DAY-SCHOOL-2"),
        (CHILD, "non_school", "15:00", "T-DAY-FREE-7"),
        (CHILD_FINISHED, "non_school", "15:00", "T-DAY-FREE-7"),
        (CHILD_FINISHED, "schoolday", "15:00", "T-DAY-FREE-7"),
        (PUPIL, "non_school", "16:00", "T-DAY-FREE-8"),
        (YOUTH, "non_school", "16:00", "T-DAY-8"),
        (YOUTH, "schoolday", "16:00", "T-DAY-8"),
    ],
)
def test_a_day_is_full_at_its_limit_and_too_long_a_minute_later(
    youth: Youth, day_type: Any, end: str, rule: str
) -> None:
    exact = Shift.at("mon", "08:00", end, 0, day_type)
    full = replace(exact, break_min=30, end=exact.end + 30) if exact.work > 120 else exact
    assert broken(youth, shop(full)) == ()
    assert broken(youth, shop(replace(full, end=full.end + 1))) == (rule,)


def test_a_long_school_day_is_measured_as_a_school_day_alone() -> None:
    long = Shift.at("mon", "08:00", "18:00", 60, "schoolday")
    for youth in (CHILD, PUPIL):
        assert "T-DAY-SCHOOL-2" in broken(youth, shop(long))
        assert not {"T-DAY-FREE-7", "T-DAY-FREE-8"} & set(broken(youth, shop(long)))


@pytest.mark.parametrize("youth", [CHILD, PUPIL])
def test_a_long_school_week_is_measured_as_a_school_week_alone(youth: Youth) -> None:
    assert broken(youth, shop(week_type="school", other_week_minutes=41 * 60)) == ("T-WEEK-SCHOOL-12",)


def test_two_shifts_of_a_day_are_added_and_one_on_a_school_day_makes_it_one() -> None:
    morning, afternoon = free("mon", "08:00", "09:00"), Shift.at("mon", "15:00", "16:30", 0, "schoolday")
    assert broken(CHILD, shop(morning, afternoon)) == ("T-DAY-SCHOOL-2",)


@pytest.mark.parametrize(
    ("youth", "week_type", "hours", "rule"),
    [
        (CHILD, "school", 12, "T-WEEK-SCHOOL-12"),
        (PUPIL, "school", 12, "T-WEEK-SCHOOL-12"),
        (CHILD, "schoolfree", 35, "T-WEEK-FREE-35"),
        (CHILD_FINISHED, "school", 35, "T-WEEK-FREE-35"),
        (CHILD_FINISHED, "schoolfree", 35, "T-WEEK-FREE-35"),
        (PUPIL, "schoolfree", 40, "T-WEEK-FREE-40"),
        (YOUTH, "school", 40, "T-WEEK-40"),
        (YOUTH, "schoolfree", 40, "T-WEEK-40"),
    ],
)
def test_a_week_is_full_at_its_limit(youth: Youth, week_type: Any, hours: int, rule: str) -> None:
    full = shop(free("sat", "09:00", "11:00"), week_type=week_type, other_week_minutes=hours * 60 - 120)
    assert broken(youth, full) == ()
    assert broken(youth, replace(full, other_week_minutes=hours * 60 - 119)) == (rule,)


def test_a_saturday_job_in_term_time_is_in_a_school_week() -> None:
    weekend = [free("sat", "08:00", "15:30", 30), free("sun", "08:00", "14:00", 30)]
    assert broken(CHILD, shop(*weekend, week_type="school")) == ("T-WEEK-SCHOOL-12",)
    assert broken(CHILD, shop(*weekend, week_type="schoolfree")) == ()
    assert broken(CHILD, shop(*weekend)) == ()
    assert broken(CHILD, shop(*weekend, Shift.at("mon", "15:00", "16:00"), week_type="schoolfree")) == (
        "T-WEEK-SCHOOL-12",
    )


def test_the_larger_of_the_stated_and_the_counted_week_counts() -> None:
    assert broken(CHILD, shop(week_type="school", weekly_minutes=721)) == ("T-WEEK-SCHOOL-12",)
    assert broken(CHILD, shop(*week("15:00", "18:00"), week_type="school", weekly_minutes=60)) == ("T-WEEK-SCHOOL-12",)


def test_hours_elsewhere_on_the_day_are_hours_of_the_week() -> None:
    saturday = shop(free("sat", "09:00", "13:00"), week_type="school")
    assert broken(CHILD, replace(saturday, other_day_minutes=180, other_week_minutes=480)) == ()
    assert broken(CHILD, replace(saturday, other_day_minutes=180, other_week_minutes=481)) == ("T-WEEK-SCHOOL-12",)
    assert broken(CHILD, replace(saturday, other_day_minutes=481)) == ("T-DAY-FREE-7", "T-WEEK-SCHOOL-12")


@pytest.mark.parametrize("youth", [CHILD_FINISHED, PUPIL, YOUTH])
def test_no_week_is_longer_than_that_of_adults(youth: Youth) -> None:
    job = shop(free("sat", "09:00", "11:00"), adult_week_minutes=120, week_type="schoolfree")
    assert broken(youth, job) == ()
    assert broken(youth, replace(job, adult_week_minutes=119)) == ("T-ADULT-CAP",)
    assert broken(youth, replace(job, other_week_minutes=1)) == ("T-ADULT-CAP",)


def breaks(*shifts: Shift) -> bool:
    return "T-BREAK-30" in broken(YOUTH, shop(*shifts))


def test_a_break_is_due_after_four_and_a_half_hours() -> None:
    assert not breaks(free("sat", "09:00", "13:30"))
    assert breaks(free("sat", "09:00", "13:31"))
    assert breaks(free("sat", "09:00", "14:15", 29))
    assert not breaks(free("sat", "09:00", "14:15", 30))


def test_after_a_break_the_count_begins_anew() -> None:
    before = free("sat", "08:00", "11:30", 30)
    assert not breaks(before, free("sat", "11:30", "16:00"))
    assert breaks(before, free("sat", "11:30", "16:01"))


def test_the_count_of_a_day_that_begins_at_midnight_begins_at_nothing() -> None:
    assert not breaks(free("sat", "00:00", "04:30"))


def test_a_gap_between_two_shifts_is_a_break_when_it_is_long_enough() -> None:
    assert not breaks(free("sat", "09:00", "12:00"), free("sat", "12:30", "15:00"))
    assert breaks(free("sat", "09:00", "12:00"), free("sat", "12:29", "15:00"))
    assert breaks(free("sat", "09:00", "12:00"), free("sat", "12:00", "15:00"))


def test_two_short_breaks_are_not_one() -> None:
    assert breaks(free("sat", "09:00", "12:00", 15), free("sat", "12:00", "15:00", 15))
    assert not breaks(free("sat", "09:00", "12:00"), free("sat", "12:00", "15:00", 30))


def test_a_break_that_comes_too_late_does_not_heal() -> None:
    assert breaks(free("sat", "08:00", "13:00"), free("sat", "14:00", "15:00"))
    assert breaks(free("sat", "08:00", "13:00"), free("sat", "13:00", "14:00", 30))


def test_nobody_has_a_break_while_on_another_shift() -> None:
    assert breaks(free("sat", "08:00", "14:00", 30), free("sat", "13:00", "13:30"))
    assert breaks(free("sat", "08:00", "12:00"), free("sat", "11:00", "13:00", 30))


def test_two_long_shifts_share_no_hours_with_the_gap() -> None:
    assert not breaks(free("sat", "08:00", "12:00"), free("sat", "13:00", "17:00"))


@pytest.mark.parametrize(
    ("youth", "ends"), [(CHILD, "17:00"), (CHILD_FINISHED, "17:00"), (PUPIL, "18:00"), (YOUTH, "18:00")]
)
def test_a_split_day_of_full_length_asks_for_care(youth: Youth, ends: str) -> None:
    split = [free("sat", "09:00", "13:00"), free("sat", "14:00", ends)]
    assert warned(youth, shop(*split)) == ("T-CONTIG",)
    shorter = replace(split[1], end=split[1].end - 1)
    assert warned(youth, shop(split[0], shorter)) == ()


def test_two_shifts_that_meet_are_one_stretch() -> None:
    assert warned(YOUTH, shop(free("sat", "09:00", "13:00"), free("sat", "13:00", "17:00"))) == ()
    assert warned(YOUTH, shop(free("sat", "09:00", "13:00"), free("sat", "13:01", "17:01"))) == ("T-CONTIG",)
