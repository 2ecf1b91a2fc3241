from datetime import date

import pytest

from jobplaneten.law.book import NoLawForDayError
from jobplaneten.law.calendar import (
    age_on,
    days_in,
    is_in_schooling,
    is_public_holiday,
    is_school_day,
    platform_age_ok,
    public_holidays,
    schooling_ends_on,
)

NOVEMBER = date(2026, 11, 22)


def test_the_public_holidays_are_the_statutory_ones() -> None:
    assert sorted(public_holidays(2027)) == [
        date(2027, 1, 1), date(2027, 3, 25), date(2027, 3, 26), date(2027, 3, 28), date(2027, 3, 29),
        date(2027, 5, 6), date(2027, 5, 16), date(2027, 5, 17), date(2027, 12, 25), date(2027, 12, 26),
    ]  # fmt: skip
    assert public_holidays(2027)[date(2027, 3, 25)] == "Skærtorsdag"


def test_great_prayer_day_was_a_holiday_until_2023() -> None:
    assert is_public_holiday(date(2023, 5, 5))
    assert not is_public_holiday(date(2024, 4, 26))


def test_christmas_eve_is_custom_and_no_holiday() -> None:
    assert not is_public_holiday(date(2026, 12, 24))


def test_a_weekday_of_which_nothing_is_known_is_a_school_day() -> None:
    assert is_school_day(date(2026, 7, 15))


def test_weekends_holidays_and_closed_days_are_no_school_days() -> None:
    autumn = ((date(2026, 10, 12), date(2026, 10, 16)), (date(2026, 11, 2), date(2026, 11, 2)))
    assert not is_school_day(date(2026, 11, 21))
    assert not is_school_day(date(2026, 11, 22))
    assert not is_school_day(date(2027, 5, 6))
    assert not is_school_day(date(2026, 10, 12), autumn)
    assert not is_school_day(date(2026, 10, 16), autumn)
    assert not is_school_day(date(2026, 11, 2), autumn)
    assert is_school_day(date(2026, 10, 9), autumn)
    assert is_school_day(date(2026, 10, 19), list(autumn))
    assert is_school_day(date(2026, 11, 3), autumn)


def test_a_range_holds_its_first_and_its_last_day() -> None:
    assert days_in(((date(2026, 12, 31), date(2027, 1, 1)),)) == {date(2026, 12, 31), date(2027, 1, 1)}


@pytest.mark.parametrize(
    ("born_on", "day", "age"),
    [
        (date(2013, 11, 23), NOVEMBER, 12),
        (date(2013, 11, 22), NOVEMBER, 13),
        (date(2013, 12, 1), NOVEMBER, 12),
        (date(2012, 2, 29), date(2027, 2, 28), 14),
        (date(2012, 2, 29), date(2027, 3, 1), 15),
        (date(2012, 2, 29), date(2028, 2, 28), 15),
        (date(2012, 2, 29), date(2028, 2, 29), 16),
    ],
)
def test_age_is_whole_years_and_a_leap_day_child_turns_on_the_first_of_march(
    born_on: date, day: date, age: int
) -> None:
    assert age_on(born_on, day) == age


@pytest.mark.parametrize(
    ("born_on", "grade", "as_of", "ends_on"),
    [
        (date(2011, 3, 1), 9, NOVEMBER, date(2027, 7, 31)),
        (date(2011, 3, 1), 9, date(2027, 7, 31), date(2027, 7, 31)),
        (date(2012, 3, 1), 9, date(2027, 8, 1), date(2028, 7, 31)),
        (date(2013, 3, 1), 7, NOVEMBER, date(2029, 7, 31)),
        (date(2020, 3, 1), 0, NOVEMBER, date(2036, 7, 31)),
        (date(2010, 3, 1), 9, NOVEMBER, date(2027, 7, 31)),
        (date(2010, 12, 31), 7, NOVEMBER, date(2027, 7, 31)),
        (date(2009, 3, 1), 9, NOVEMBER, date(2026, 7, 31)),
        (date(2010, 3, 1), 10, NOVEMBER, None),
        (date(2010, 3, 1), None, NOVEMBER, None),
    ],
)
def test_schooling_ends_on_31_july_after_ninth_grade_or_of_the_year_of_turning_17(
    born_on: date, grade: int | None, as_of: date, ends_on: date | None
) -> None:
    assert schooling_ends_on(born_on, grade, as_of) == ends_on


@pytest.mark.parametrize("grade", [-1, 11])
def test_there_is_no_other_grade(grade: int) -> None:
    with pytest.raises(ValueError, match=str(grade)):
        schooling_ends_on(date(2011, 3, 1), grade, NOVEMBER)


def test_schooling_lasts_through_its_last_day() -> None:
    ends_on = date(2027, 7, 31)
    assert is_in_schooling(ends_on, date(2027, 7, 31))
    assert not is_in_schooling(ends_on, date(2027, 8, 1))
    assert not is_in_schooling(None, NOVEMBER)


@pytest.mark.parametrize(
    ("born_on", "ok"),
    [
        (date(2013, 11, 23), False),
        (date(2013, 11, 22), True),
        (date(2007, 11, 23), True),
        (date(2007, 11, 22), False),
    ],
)
def test_a_profile_is_for_those_from_their_13th_birthday_until_their_19th(born_on: date, ok: bool) -> None:
    assert platform_age_ok(born_on, NOVEMBER) is ok


def test_the_book_answers_for_no_day_before_it_begins() -> None:
    with pytest.raises(NoLawForDayError, match="2021-07-01"):
        platform_age_ok(date(2007, 1, 1), date(2021, 6, 30))
    assert platform_age_ok(date(2007, 1, 1), date(2021, 7, 1))
