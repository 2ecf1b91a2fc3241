import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.engine.cards import Span
from matching.engine.timetable import OUTSIDE, Shifts, in_weeks, openings, slack, slacks_of_weeks
from tests.engine.town import care_home


def span_on(day: int) -> st.SearchStrategy[Span]:
    ends = st.lists(st.integers(0, 48), min_size=2, max_size=2, unique=True).map(sorted)
    return ends.map(lambda pair: (day, pair[0] * 30, pair[1] * 30))


SPANS = st.lists(st.integers(0, 1).flatmap(span_on), max_size=4)


def minutes_of(spans: list[Span]) -> set[int]:
    return {day * 1440 + minute for day, start, end in spans for minute in range(start, end)}


@given(SPANS, SPANS, SPANS)
def test_a_shift_fits_when_every_minute_of_it_is_free(
    free: list[Span], blocked: list[Span], shifts: list[Span]
) -> None:
    open_minutes = minutes_of(free) - minutes_of(blocked)
    found = [slack(openings(free, blocked), shift) for shift in shifts]
    assert [value >= 0 for value in found] == [minutes_of([shift]) <= open_minutes for shift in shifts]


@given(st.lists(st.tuples(SPANS, SPANS), max_size=3), SPANS)
def test_many_weeks_at_once_are_as_each_of_them(weeks: list[tuple[list[Span], list[Span]]], shifts: list[Span]) -> None:
    times = [openings(*week) for week in weeks]
    found = slacks_of_weeks(times, in_weeks(shifts))
    assert found.tolist() == [[slack(week, shift) for shift in shifts] for week in times]


def test_blocked_time_cuts_a_free_afternoon_in_two() -> None:
    assert openings([(0, 840, 1200)], [(0, 900, 960)]) == [(840, 900), (960, 1200)]


def test_free_times_that_touch_or_overlap_are_one() -> None:
    assert openings([(0, 900, 1000), (0, 840, 900), (0, 950, 980)], []) == [(840, 1000)]


@pytest.mark.parametrize(("shift", "minutes"), [((0, 900, 1000), 60), ((0, 840, 1200), 0), ((1, 900, 1000), OUTSIDE)])
def test_slack_is_the_smaller_margin_around_a_shift(shift: Span, minutes: int) -> None:
    assert slack(openings([(0, 840, 1200)], []), shift) == minutes


def test_who_is_never_free_has_room_for_no_shift() -> None:
    assert slack([], (0, 900, 1000)) == OUTSIDE


def test_each_different_shift_has_one_column() -> None:
    jobs = [care_home(shifts=((1, 930, 1050),)), care_home(shifts=((3, 930, 1050), (1, 930, 1050)))]
    shifts = Shifts(jobs)
    assert len(shifts.times) == 2
    assert shifts.of_each.tolist() == [[0, 0], [0, 1]]
    assert Shifts([]).of_each.shape == (0, 1)
