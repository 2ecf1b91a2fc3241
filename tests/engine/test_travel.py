import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.engine import travel
from matching.engine.reading import CardError
from tests.engine.town import amina, care_home

DANISH = st.tuples(st.floats(54.5, 57.8), st.floats(8.0, 15.2))


def haversine(here: tuple[float, float], there: tuple[float, float]) -> float:
    phi, theta = (math.radians(b - a) for a, b in zip(here, there, strict=True))
    flat = math.cos(math.radians(here[0])) * math.cos(math.radians(there[0]))
    return 2 * 6371.0 * math.asin(math.sqrt(math.sin(phi / 2) ** 2 + flat * math.sin(theta / 2) ** 2))


@given(DANISH, DANISH)
def test_the_distance_is_the_haversine_with_a_detour(here: tuple[float, float], there: tuple[float, float]) -> None:
    _, _, km = travel.way(amina(place=here), care_home(place=there))
    assert km == pytest.approx(1.3 * haversine(here, there), abs=0.06)


def test_the_other_side_of_the_earth_is_out_of_reach() -> None:
    _, _, km = travel.way(amina(place=(55.0, 12.0)), care_home(place=(-55.0, -168.0)))
    assert km > 10_000


@pytest.mark.parametrize(
    ("modes", "minutes", "mode"),
    [({"walk"}, 18, "walk"), ({"walk", "bike"}, 7, "bike"), ({"walk", "bus"}, 13, "bus"), ({"bike", "bus"}, 7, "bike")],
)
def test_the_quickest_of_her_own_means_counts(modes: set[str], minutes: int, mode: str) -> None:
    # 1.112 km as the crow flies, 1.45 km with the detour.
    way = travel.way(amina(place=(55.0, 12.0), modes=frozenset(modes)), care_home(place=(55.01, 12.0)))
    assert way == (minutes, mode, 1.4)


def test_far_away_the_bus_beats_the_bicycle() -> None:
    there = care_home(place=(55.2, 12.0))
    assert travel.way(amina(place=(55.0, 12.0), modes=frozenset({"bike", "bus"})), there)[1] == "bus"


def test_no_way_takes_no_time() -> None:
    assert travel.way(amina(place=(55.0, 12.0)), care_home(place=(55.0, 12.0)))[0] == 0


def test_a_card_without_a_place_is_refused() -> None:
    with pytest.raises(CardError):
        travel.directions([amina(place=None)])


@given(st.lists(DANISH, min_size=1, max_size=9), st.lists(DANISH, min_size=1, max_size=9))
def test_one_pair_and_a_block_give_the_same_minutes(
    here: list[tuple[float, float]], there: list[tuple[float, float]]
) -> None:
    wishes, jobs = [amina(place=place) for place in here], [care_home(place=place) for place in there]
    km = travel.kilometres(travel.directions(wishes)[:, None], travel.directions(jobs))
    block = travel.minutes(travel.paces(wishes)[:, None], km)
    assert np.array_equal(block, [[travel.way(wish, job)[0] for job in jobs] for wish in wishes])
