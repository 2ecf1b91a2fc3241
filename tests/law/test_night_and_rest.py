from dataclasses import replace

import pytest

from jobplaneten.law.facts import Config, Shift, Youth
from tests.law.jobs import (
    CHILD,
    CHILD_FINISHED,
    PUPIL,
    YOUTH,
    ask,
    broken,
    free,
    shop,
    warned,
    week,
)


# ── evening and night ──────────────────────────────────────────────────────────
@pytest.mark.parametrize("youth", [CHILD, CHILD_FINISHED, PUPIL])
@pytest.mark.parametrize(
    ("start", "end", "ok"),
    [("06:00", "08:00", True), ("05:59", "07:59", False), ("18:00", "20:00", True), ("18:01", "20:01", False)],
)
def test_children_and_pupils_have_the_evening_and_night_off(youth: Youth, start: str, end: str, ok: bool) -> None:
    assert broken(youth, shop(free("sat", start, end))) == (() if ok else ("N-CHILD-20-06",))


def test_not_even_the_switch_opens_the_night_to_pupils() -> None:
    early = shop(free("sat", "05:00", "07:00"), sector_night="newspaper_delivery")
    assert broken(PUPIL, early, config=Config(use_sector_night_extensions=True)) == ("N-CHILD-20-06",)


@pytest.mark.parametrize(
    ("first", "second", "ok"),
    [
        (("06:00", "08:00"), ("16:00", "18:00"), True),
        (("07:00", "09:00"), ("17:00", "19:00"), True),
        (("21:00", "23:00"), None, True),
        (("21:01", "23:01"), None, False),
        (("06:00", "09:00"), None, True),
        (("05:59", "09:00"), None, False),
        (("04:00", "05:00"), None, False),
        (("06:59", "08:00"), ("22:00", "22:01"), False),
    ],
)
def test_a_youth_is_early_or_late_on_one_day_but_not_both(
    first: tuple[str, str], second: tuple[str, str] | None, ok: bool
) -> None:
    shifts = [free("sat", *times) for times in (first, second) if times]
    assert ("N-YOUTH-WINDOW" not in broken(YOUTH, shop(*shifts))) is ok


def test_early_on_one_day_and_late_on_another_is_fine() -> None:
    assert broken(YOUTH, shop(free("mon", "06:00", "08:00"), free("wed", "21:00", "23:00"))) == ()


def test_after_midnight_nothing_opens_and_the_window_is_not_named_as_well() -> None:
    switch = Config(use_sector_night_extensions=True)
    assert broken(YOUTH, shop(free("sat", "03:59", "06:00"), sector_night="bakery"), config=switch) == ("N-ABS-24-04",)
    assert broken(YOUTH, shop(free("sat", "00:00", "01:00"))) == ("N-ABS-24-04",)
    apart = shop(free("mon", "03:00", "05:00"), free("wed", "22:00", "24:00"))
    assert broken(YOUTH, apart) == ("N-ABS-24-04", "N-YOUTH-WINDOW")


@pytest.mark.parametrize(
    ("trade", "start", "end"),
    [
        ("hotel_restaurant_culture", "20:00", "24:00"),
        ("bakery", "04:00", "07:00"),
        ("stable", "04:00", "07:00"),
        ("newspaper_delivery", "05:00", "07:00"),
    ],
)
def test_a_trade_of_the_night_opens_its_own_hours_with_the_switch(trade: str, start: str, end: str) -> None:
    job = shop(free("sat", start, end), sector_night=trade)
    switch = Config(use_sector_night_extensions=True)
    assert broken(YOUTH, job, config=switch) == ()
    assert broken(YOUTH, job) == ("N-YOUTH-WINDOW",)
    assert broken(YOUTH, replace(job, sector_night=None), config=switch) == ("N-YOUTH-WINDOW",)


def test_a_newspaper_round_does_not_start_at_four() -> None:
    job = shop(free("sat", "04:59", "07:00"), sector_night="newspaper_delivery")
    assert broken(YOUTH, job, config=Config(use_sector_night_extensions=True)) == ("N-YOUTH-WINDOW",)


# ── rest ───────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("youth", "start", "end", "rule"),
    [
        (CHILD, "08:00", "18:00", "R-REST-14"),
        (CHILD_FINISHED, "08:00", "18:00", "R-REST-14"),
        (PUPIL, "08:00", "18:00", "R-REST-14"),
        (YOUTH, "08:00", "20:00", "R-REST-12"),
    ],
)
def test_the_span_of_a_day_leaves_its_rest(youth: Youth, start: str, end: str, rule: str) -> None:
    early = free("sat", start, "09:00")
    late = Shift(5, Shift.at("sat", "00:00", end).end - 60, Shift.at("sat", "00:00", end).end, 0, "non_school")
    assert broken(youth, shop(early, late)) == ()
    later = replace(late, end=late.end + 1)
    assert broken(youth, shop(early, later)) == (rule,)


@pytest.mark.parametrize(
    ("youth", "end", "start", "rule"),
    [
        (CHILD, "20:00", "10:00", "R-REST-14"),
        (PUPIL, "20:00", "10:00", "R-REST-14"),
        (YOUTH, "22:00", "10:00", "R-REST-12"),
    ],
)
def test_the_night_between_two_days_leaves_its_rest(youth: Youth, end: str, start: str, rule: str) -> None:
    late, early = free("fri", "18:00", end), free("sat", start, "12:00")
    job = shop(late, early, week_type="schoolfree")
    assert broken(youth, job) == ()
    assert broken(youth, shop(late, replace(early, start=early.start - 1), week_type="schoolfree")) == (rule,)
    finding = next(iter(ask(youth, shop(late, replace(early, start=early.start - 60), week_type="schoolfree"))))
    assert (finding.figure, finding.limit, finding.params["day"]) == (float(rule[-2:]) - 1, float(rule[-2:]), "fredag")


def test_only_a_week_that_repeats_runs_from_sunday_into_monday() -> None:
    shifts = [free("sun", "18:00", "22:00"), free("mon", "08:00", "09:00")]
    assert broken(YOUTH, shop(*shifts)) == ()
    assert broken(YOUTH, shop(*shifts, repeats=True)) == ("R-REST-12",)
    assert broken(YOUTH, shop(shifts[0], repeats=True)) == ()


def test_the_longest_of_overlapping_shifts_ends_the_day() -> None:
    shifts = [free("fri", "16:00", "22:00", 30), free("fri", "17:00", "18:00"), free("sat", "09:00", "10:00")]
    assert broken(YOUTH, shop(*shifts)) == ("R-REST-12", "T-BREAK-30")


def test_five_days_leave_two_off_and_six_do_not() -> None:
    assert broken(YOUTH, shop(*week("10:00", "11:00"))) == ()
    assert broken(YOUTH, shop(*week("10:00", "11:00", "mon tue wed thu fri sat"))) == ("R-DAYSOFF-2",)


@pytest.mark.parametrize(
    ("days", "alone", "repeating"),
    [
        ("mon tue wed thu fri", (), ()),
        ("mon tue thu fri sat", ("R-DAYSOFF-CONSEC",), ("R-DAYSOFF-CONSEC",)),
        ("tue wed thu fri sat", ("R-DAYSOFF-CONSEC",), ()),
        ("mon tue wed thu sat", ("R-DAYSOFF-CONSEC",), ("R-DAYSOFF-CONSEC",)),
        ("wed thu fri sat sun", ("R-SUNDAY",), ("R-SUNDAY",)),
        ("mon tue wed thu fri sat", (), ()),
    ],
)
def test_the_days_off_should_be_together(days: str, alone: tuple[str, ...], repeating: tuple[str, ...]) -> None:
    job = shop(*week("10:00", "11:00", days))
    assert warned(YOUTH, job) == alone
    assert warned(YOUTH, replace(job, repeats=True)) == repeating
