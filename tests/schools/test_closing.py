from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobplaneten.schools.closing import Calendars, closed_for, merged, municipal_closed
from jobplaneten.schools.models import ClosedDays, School
from tests.factories import NOW

AUTUMN = (date(2026, 10, 10), date(2026, 10, 18))
CAMP = (date(2027, 3, 1), date(2027, 3, 5))


def closed(school: School | None, days: tuple[date, date]) -> None:
    ClosedDays.objects.create(school=school, first_on=days[0], last_on=days[1], name="Fri", at=NOW)


@pytest.mark.django_db
def test_without_a_calendar_no_day_is_known_to_be_closed() -> None:
    assert municipal_closed() == ()
    assert closed_for(School.objects.create(name="Strandskolen")) == ()


@pytest.mark.django_db
def test_a_school_has_the_days_of_the_municipality_and_its_own() -> None:
    school = School.objects.create(name="Strandskolen")
    closed(None, AUTUMN)
    closed(school, CAMP)
    assert closed_for(school) == (AUTUMN, CAMP)
    assert closed_for(None) == municipal_closed() == (AUTUMN,)


@pytest.mark.django_db
def test_a_school_with_its_own_calendar_does_not_get_the_municipalitys_days() -> None:
    private = School.objects.create(name="Friskolen", follows_municipality=False)
    closed(None, AUTUMN)
    assert closed_for(private) == ()
    closed(private, CAMP)
    assert closed_for(private) == (CAMP,)


@pytest.mark.django_db
def test_all_calendars_are_read_at_once(django_assert_num_queries: object) -> None:
    schools = [School.objects.create(name=f"Skole {number}") for number in range(5)]
    closed(None, AUTUMN)
    with django_assert_num_queries(2):  # type: ignore[operator]
        calendars = Calendars()
        assert {calendars.closed_for(school.pk) for school in schools} == {(AUTUMN,)}


RANGES = st.lists(
    st.tuples(st.dates(date(2026, 8, 1), date(2027, 7, 31)), st.integers(0, 30)).map(
        lambda found: (found[0], found[0] + timedelta(days=found[1]))
    ),
    max_size=8,
)


@given(RANGES, st.randoms())
def test_calendars_with_the_same_days_are_the_same_however_they_were_written(
    ranges: list[tuple[date, date]], random: object
) -> None:
    shuffled = list(ranges)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    day_by_day = [(day, day) for first, last in shuffled for day in days_of(first, last)]
    assert merged(ranges) == merged(shuffled) == merged(day_by_day)
    whole = merged(ranges)
    assert {day for one in whole for day in days_of(*one)} == {day for one in ranges for day in days_of(*one)}
    assert all(later[0] - earlier[1] > timedelta(days=1) for earlier, later in zip(whole, whole[1:], strict=False))


def days_of(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]
