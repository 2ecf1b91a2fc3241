from dataclasses import replace
from datetime import date, timedelta

import pytest

from jobplaneten.law.facts import Config, Hire, Machine, Shift
from jobplaneten.law.period import PeriodFindings, judge_period
from tests.law.jobs import shop

WEEKDAYS = ["mon", "tue", "wed", "thu", "fri"]
# Turns 15 on Wednesday 10 March 2027.
BORN = date(2012, 3, 10)
ENDS = date(2028, 7, 31)
SUMMER = ((date(2027, 6, 26), date(2027, 8, 10)),)


def every(start: str, end: str, days: list[str] = WEEKDAYS, break_min: int = 0) -> tuple[Shift, ...]:
    return tuple(Shift.at(day, start, end, break_min) for day in days)


def weeks(findings: PeriodFindings, *, legal: bool) -> list[date]:
    return [monday for week in findings.weeks if week.findings.legal is legal for monday in week.mondays]


def test_a_placement_of_two_hours_after_school_is_lawful_all_year() -> None:
    job = shop(*every("15:30", "17:30", ["tue", "thu"]))
    findings = judge_period(BORN, ENDS, job, date(2026, 11, 23), None, SUMMER)
    assert findings.legal
    assert (findings.violations, findings.warnings, list(findings)) == ((), (), [])
    assert findings.first_unlawful_week is None
    assert sum(len(week.mondays) for week in findings.weeks) == 53


def test_a_summer_job_that_runs_into_term_is_refused_from_the_week_school_begins() -> None:
    job = shop(*every("09:00", "13:00"))
    findings = judge_period(BORN, ENDS, job, date(2027, 7, 5), date(2027, 8, 20), SUMMER)
    assert findings.violations == ("T-DAY-SCHOOL-2", "T-WEEK-SCHOOL-12")
    assert findings.first_unlawful_week == date(2027, 8, 9)
    assert judge_period(BORN, ENDS, job, date(2027, 7, 5), date(2027, 8, 6), SUMMER).legal


def test_a_day_of_which_nothing_is_known_is_a_school_day() -> None:
    job = shop(*every("09:00", "12:00", ["mon"]))
    assert judge_period(BORN, ENDS, job, date(2027, 7, 5), date(2027, 7, 9)).violations == ("T-DAY-SCHOOL-2",)


def test_a_public_holiday_is_free_of_school_and_a_sunday_in_the_kiosk() -> None:
    ascension = date(2027, 5, 6)
    thursday = shop(Shift.at("thu", "10:00", "13:00"))
    assert judge_period(BORN, ENDS, thursday, ascension, ascension).legal
    assert not judge_period(BORN, ENDS, thursday, ascension + timedelta(7), ascension + timedelta(7)).legal
    kiosk = shop(Shift.at("thu", "13:00", "15:00"), workplace="kiosk", alone=True)
    assert judge_period(BORN, ENDS, kiosk, ascension, ascension).violations == ("ALONE-01",)
    assert judge_period(BORN, ENDS, kiosk, ascension + timedelta(7), ascension + timedelta(7)).legal


def test_a_holiday_does_not_make_the_rest_of_its_week_schoolfree() -> None:
    job = shop(Shift.at("thu", "09:00", "15:30", 30), Shift.at("sat", "09:00", "15:45", 30))
    findings = judge_period(BORN, ENDS, job, date(2027, 5, 3), date(2027, 5, 9))
    assert findings.violations == ("T-WEEK-SCHOOL-12",)


def test_a_placement_over_the_end_of_schooling_is_judged_on_both_sides() -> None:
    born, ends = date(2011, 3, 10), date(2027, 7, 31)
    evening = shop(Shift.at("sat", "18:00", "21:00"))
    findings = judge_period(born, ends, evening, date(2027, 7, 19), date(2027, 8, 20))
    assert findings.violations == ("N-CHILD-20-06",)
    assert weeks(findings, legal=False) == [date(2027, 7, 19), date(2027, 7, 26)]
    assert judge_period(born, ends, evening, date(2027, 8, 1), date(2027, 8, 20)).legal


def test_in_the_week_of_a_birthday_each_day_has_its_own_age() -> None:
    born = date(2009, 3, 10)
    late = shop(*(Shift.at(day, "21:00", "24:00") for day in ("tue", "wed")))
    findings = judge_period(born, None, late, date(2027, 3, 8), date(2027, 3, 14))
    assert [finding.params["day"] for finding in findings] == ["tirsdag"]


def test_in_the_week_of_a_birthday_the_strictest_week_counts() -> None:
    free = ((date(2027, 3, 8), date(2027, 3, 14)),)
    job = shop(*every("08:00", "15:30", ["mon", "tue", "wed", "thu", "fri"], 30), Shift.at("sat", "09:00", "10:00"))
    only_week = (date(2027, 3, 8), date(2027, 3, 14), free)
    assert judge_period(BORN, ENDS, job, *only_week).violations == ("R-DAYSOFF-2", "T-WEEK-FREE-35")
    assert judge_period(BORN - timedelta(7), ENDS, job, *only_week).violations == ("R-DAYSOFF-2",)


def test_days_before_the_period_do_not_make_the_week_stricter() -> None:
    born = date(2009, 3, 10)
    six_long_days = shop(*every("06:00", "16:00", ["mon", "tue", "wed", "thu", "fri", "sat"]))
    assert judge_period(born, None, six_long_days, date(2027, 3, 10), date(2027, 3, 14)).legal
    assert not judge_period(born, None, six_long_days, date(2027, 3, 9), date(2027, 3, 14)).legal


def test_a_rule_about_the_work_is_told_once_though_a_birthday_falls_in_the_week() -> None:
    born = date(2010, 3, 10)
    job = shop(*every("10:00", "11:00", ["tue", "wed"]), lift_kg=13, machines=(Machine("vehicle", licence=True),))
    findings = judge_period(born, None, job, date(2027, 3, 8), date(2027, 3, 14))
    assert [finding.rule for finding in findings] == ["MACH-04", "LIFT-01"]
    turning_16 = judge_period(date(2011, 3, 10), None, job, date(2027, 3, 8), date(2027, 3, 14))
    assert [(finding.rule, finding.effect) for finding in turning_16] == [
        ("MACH-04", "block"),
        ("MACH-04", "review"),
        ("LIFT-01", "block"),
    ]


def test_a_hand_at_home_is_exempt_also_when_a_birthday_falls_in_the_week() -> None:
    job = shop(*every("19:00", "21:00", ["tue", "wed"]), employer_type="private_household", occasional=True)
    findings = judge_period(date(2014, 3, 10), ENDS, job, date(2027, 3, 8), date(2027, 3, 14))
    assert (findings.violations, findings.warnings) == ((), ("SCOPE-03",))


def test_rest_is_judged_into_the_next_monday_while_the_placement_lasts() -> None:
    job = shop(Shift.at("sun", "18:00", "22:00"), Shift.at("mon", "08:00", "10:00"))
    one_week = (date(2027, 3, 8), date(2027, 3, 14))
    assert judge_period(date(2010, 1, 1), None, job, *one_week).legal
    assert judge_period(date(2010, 1, 1), None, job, date(2027, 3, 8), date(2027, 3, 15)).violations == ("R-REST-12",)


def test_rest_is_judged_inside_the_week_up_to_the_last_day() -> None:
    job = shop(Shift.at("fri", "18:00", "22:00"), Shift.at("sat", "08:00", "10:00"))
    assert judge_period(date(2010, 1, 1), None, job, date(2027, 3, 8), date(2027, 3, 12)).legal
    assert judge_period(date(2010, 1, 1), None, job, date(2027, 3, 8), date(2027, 3, 13)).violations == ("R-REST-12",)


def test_the_rest_after_the_last_day_as_a_pupil_is_a_pupils_rest() -> None:
    job = shop(Shift.at("sat", "16:00", "20:00"), Shift.at("sun", "09:00", "10:00"))
    weekend = (date(2027, 7, 31), date(2027, 8, 1))
    assert judge_period(date(2011, 3, 10), date(2027, 7, 31), job, *weekend).violations == ("R-REST-14",)
    assert judge_period(date(2011, 3, 10), date(2027, 7, 30), job, *weekend).legal


def test_sunday_and_monday_off_are_together() -> None:
    job = shop(*every("10:00", "11:00", ["tue", "wed", "thu", "fri", "sat"]))
    assert judge_period(date(2010, 1, 1), None, job, date(2027, 3, 8), date(2027, 3, 28)).warnings == ()


def test_the_day_types_and_totals_of_the_form_give_way_to_the_calendar() -> None:
    shift = Shift.at("mon", "15:00", "18:00", 0, "non_school")
    job = shop(shift, week_type="schoolfree", weekly_minutes=9999, other_week_minutes=9999, other_day_minutes=9999)
    assert judge_period(BORN, ENDS, job, date(2027, 1, 11), date(2027, 1, 17)).violations == ("T-DAY-SCHOOL-2",)


def test_the_stage_and_the_switches_are_heard() -> None:
    job = shop(Shift.at("sat", "04:00", "06:00"), sector_night="bakery")
    day = (date(2027, 1, 16), date(2027, 1, 16))
    switch = Config(use_sector_night_extensions=True)
    findings = judge_period(date(2010, 1, 1), None, job, *day, stage="hire", config=switch)
    assert findings.violations == ("INSTR-01",)
    ready = Hire(instruction_planned=True)
    assert judge_period(date(2010, 1, 1), None, job, *day, stage="hire", hire=ready, config=switch).legal


def test_a_week_in_which_the_law_changes_must_be_lawful_by_both() -> None:
    job = shop(Shift.at("thu", "18:00", "21:00"))
    born = date(2009, 1, 1)
    findings = judge_period(born, None, job, date(2025, 6, 30), date(2025, 7, 13))
    assert weeks(findings, legal=False) == [date(2025, 6, 30)]
    assert weeks(findings, legal=True) == [date(2025, 6, 30), date(2025, 7, 7)]
    assert judge_period(born, None, job, date(2025, 7, 1), date(2025, 7, 13)).legal


def test_without_a_last_day_the_next_year_is_judged() -> None:
    job = shop(Shift.at("mon", "15:00", "16:00"))
    findings = judge_period(date(2010, 1, 1), None, job, date(2026, 11, 23), None)
    mondays = [monday for week in findings.weeks for monday in week.mondays]
    assert (min(mondays), max(mondays), len(mondays)) == (date(2026, 11, 23), date(2027, 11, 22), 53)


def test_only_weeks_with_work_in_the_period_are_judged() -> None:
    job = shop(Shift.at("mon", "15:00", "16:00"))
    findings = judge_period(BORN, ENDS, job, date(2027, 1, 12), date(2027, 1, 18))
    assert [week.mondays for week in findings.weeks] == [(date(2027, 1, 18),)]
    assert judge_period(BORN, ENDS, replace(job, lift_kg=99), date(2027, 1, 12), date(2027, 1, 17)).legal


def test_a_period_ends_no_earlier_than_it_begins() -> None:
    with pytest.raises(ValueError, match="2027-01-11"):
        judge_period(BORN, ENDS, shop(), date(2027, 1, 12), date(2027, 1, 11))


def test_a_birthday_and_the_end_of_schooling_in_one_week_are_both_seen() -> None:
    born = date(2012, 7, 29)
    job = shop(*every("17:00", "21:00", ["tue", "wed", "thu", "fri", "sat", "sun"]))
    findings = judge_period(born, date(2027, 7, 30), job, date(2027, 7, 26), date(2027, 8, 1), SUMMER)
    late = {finding.params["day"] for finding in findings if finding.rule == "N-CHILD-20-06"}
    assert late == {"tirsdag", "onsdag", "torsdag", "fredag"}
