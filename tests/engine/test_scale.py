"""The compiled way gives the same answers as the plain one, entry by entry."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.engine import flow, search
from matching.engine.allocation import Limits, allocate
from matching.engine.backend import Name, backend
from matching.engine.columns import Lawfulness, Town
from matching.engine.compiled import Compiled
from matching.engine.night import Options, match
from matching.engine.search import Lists
from matching.engine.weights import Scorer
from matching.evaluation.inventing import SIZES, Size, invent
from tests.engine.test_flow import ROOMS, a_round
from tests.engine.town import town

pytest.importorskip("numba")
pytest.importorskip("ortools")
WAYS: tuple[Name, Name] = ("plain", "scale")
PLAIN, SCALE = map(backend, WAYS)
WEIGHTS = Compiled.of(Scorer.written())


def assert_same(one: Lists, other: Lists) -> None:
    for name in Lists.__slots__:
        assert np.array_equal(getattr(one, name), getattr(other, name)), name


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 25), st.integers(0, 20), st.sampled_from((0.01, 0.05, 0.4)))
def test_the_lists_of_any_town_are_the_same(seed: int, youths: int, posts: int, width: float) -> None:
    wishes, jobs = town(youths, posts, seed, width=width)
    dice = np.random.default_rng(seed)
    law = Lawfulness(dice.integers(0, 3, youths), dice.random((3, posts)) < 0.8)
    columns = Town.of(wishes, jobs, law)
    found = [way.search(columns, WEIGHTS, length=5, seed=seed) for way in (PLAIN, SCALE)]
    assert_same(*found)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6), st.booleans(), ROOMS)
def test_both_solvers_find_the_same_pairs(seed: int, queues: bool, room: tuple[int, int] | None) -> None:
    round_ = a_round(9, [1, 2, 1, 3], seed, queues, room)
    assert PLAIN.solve(round_).tolist() == SCALE.solve(round_).tolist()


@pytest.mark.parametrize("size", ["town", "municipality"])
def test_a_whole_night_is_the_same(size: str) -> None:
    world = invent(SIZES[size], 3)
    columns = world.town(world.lawfulness())
    nights = [match(columns, WEIGHTS, 3, Options(backend=way)) for way in WAYS]
    assert_same(nights[0][0], nights[1][0])
    assert nights[0][1].chosen.tolist() == nights[1][1].chosen.tolist()
    assert nights[0][1].prices == nights[1][1].prices


def test_the_lists_are_the_same_for_a_sample_of_the_country() -> None:
    some = invent(Size(500, 20_000, 1000), 2).town(Lawfulness.all_lawful(500, 20_000))
    assert_same(*(way.search(some, WEIGHTS, length=20, seed=2) for way in (PLAIN, SCALE)))


def test_mentors_and_employers_bound_what_both_deal_out() -> None:
    world = invent(SIZES["town"], 5)
    columns = world.town(world.lawfulness())
    limits = Limits(
        mentors={int(youth): int(youth) % 9 for youth in columns.youths.id},
        mentor_room=dict.fromkeys(range(9), 12),
        employer_room=dict.fromkeys(range(1, 40), 2),
    )
    lists = search.search(columns, WEIGHTS, length=20, seed=5)
    dealt = [allocate(columns, lists, limits, way.solve) for way in (PLAIN, SCALE)]
    assert dealt[0].chosen.tolist() == dealt[1].chosen.tolist()
    assert len(dealt[0].chosen) <= 9 * 12
    for round_, taken in dealt[0].rounds:
        assert flow.holds_caps(round_, taken)
