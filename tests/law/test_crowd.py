"""A crowd walked through from Monday to Monday sees each life as that life sees itself."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from jobplaneten.law.calendar import age_on, birthday
from jobplaneten.law.crowd import weeks_of
from jobplaneten.law.life import Life
from tests.law.test_many import LIVES

MONDAYS = st.integers(0, 130).map(lambda week: date(2025, 5, 5) + timedelta(weeks=week))


@given(st.lists(LIVES, min_size=1, max_size=6), st.sets(MONDAYS, min_size=1, max_size=12))
def test_each_has_the_week_that_the_life_itself_tells(lives: list[Life], mondays: set[date]) -> None:
    alone = [life.blurred.without_other_work for life in lives]
    crowd: dict[Life, int] = {}
    for place, life in enumerate(alone):
        crowd[life] = crowd.get(life, 0) | 1 << place
    found = weeks_of(crowd, mondays)
    assert set(found) == mondays
    for monday, weeks in found.items():
        assert sum(weeks.values()) == (1 << len(lives)) - 1
        for place, life in enumerate(alone):
            assert [week for week, whose in weeks.items() if whose >> place & 1] == [life.week(monday)]


@given(LIVES)
def test_the_turns_of_a_life_are_the_days_on_which_it_changes(life: Life) -> None:
    days = [date(2025, 1, 1) + timedelta(days=number) for number in range(1200)]
    changed = {later for earlier, later in pairwise(days) if life.blurred.at(earlier) != life.blurred.at(later)}
    assert changed == set(life.blurred.turns) & set(days[1:])


@given(st.dates(date(1990, 1, 1), date(2016, 12, 31)) | st.just(date(2012, 2, 29)), st.integers(0, 20))
def test_on_a_birthday_one_is_that_old_and_the_day_before_one_is_not(born_on: date, age: int) -> None:
    day = birthday(born_on, age)
    assert age_on(born_on, day) == age
    assert age_on(born_on, day - timedelta(days=1)) == age - 1


def test_nobody_asked_about_no_week_has_none() -> None:
    assert weeks_of({Life(date(2012, 1, 1), None): 1}, []) == {}
