from hypothesis import given
from hypothesis import strategies as st

from matching.engine.cards import Span
from matching.engine.timetable import OUTSIDE, Shifts, in_weeks, openings, slacks
from tests.engine.town import amina, care_home


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
    found = slacks(openings(free, blocked), in_weeks(shifts))
    assert [value >= 0 for value in found] == [minutes_of([shift]) <= open_minutes for shift in shifts]


def test_blocked_time_cuts_a_free_afternoon_in_two() -> None:
    assert openings([(0, 840, 1200)], [(0, 900, 960)]) == [(840, 900), (960, 1200)]


def test_free_times_that_touch_or_overlap_are_one() -> None:
    assert openings([(0, 900, 1000), (0, 840, 900), (0, 950, 980)], []) == [(840, 1000)]


def test_slack_is_the_smaller_margin_around_a_shift() -> None:
    found = slacks(openings([(0, 840, 1200)], []), in_weeks([(0, 900, 1000), (0, 840, 1200), (1, 900, 1000)]))
    assert found.tolist() == [60, 0, OUTSIDE]


def test_who_is_never_free_has_room_for_no_shift() -> None:
    assert slacks([], in_weeks([(0, 900, 1000)])).tolist() == [OUTSIDE]


def test_each_different_shift_is_looked_up_once() -> None:
    jobs = [care_home(shifts=((1, 930, 1050),)), care_home(shifts=((3, 930, 1050), (1, 930, 1050)))]
    shifts = Shifts(jobs)
    assert shifts.slacks([amina()]).tolist() == [[30, 30]]
    assert shifts.of_each(jobs).tolist() == [[0, 0], [0, 1]]
    assert Shifts([]).of_each([]).shape == (0, 1)
