"""A town in parts, put together again, is the town as a whole."""

import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.engine import parts
from matching.engine.backend import Name, backend, has_scale
from matching.engine.columns import Lawfulness, Town
from matching.engine.compiled import Compiled
from matching.engine.search import Lists
from matching.engine.weights import Scorer
from tests.engine.town import town

WEIGHTS = Compiled.of(Scorer.written())
WAYS: tuple[Name, ...] = ("plain", "scale") if has_scale() else ("plain",)


def law_of(table: np.ndarray) -> Lawfulness:
    """As a lawyer gives it: classes in the order of their bits."""
    pressed, of_youth = np.unique(np.packbits(table, axis=1), axis=0, return_inverse=True)
    width = table.shape[1]
    return Lawfulness(of_youth.reshape(-1), np.unpackbits(pressed, axis=1, count=width).astype(np.bool_))


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 25), st.integers(0, 20), st.sampled_from((1, 2, 7)))
def test_law_and_lists_of_any_town_are_the_same_in_however_many_parts(
    seed: int, youths: int, posts: int, count: int
) -> None:
    wishes, jobs = town(youths, posts, seed)
    table = np.random.default_rng(seed).random((youths, posts)) < 0.8
    slices = [parts.law_of(parts.law_page(law_of(table[:, share]))) for share in parts.slices(posts, count)]
    law, whole = parts.law_together(slices), law_of(table)
    assert np.array_equal(law.of_youth, whole.of_youth)
    assert np.array_equal(law.table, whole.table)
    columns = Town.of(wishes, jobs, law)
    groups = parts.area_groups(columns.youths.place, count)
    for name in WAYS:
        search = backend(name).search
        found = [search(columns.only_youths(rows), WEIGHTS, length=5, seed=seed) for rows in groups]
        together = parts.lists_together(groups, [parts.lists_of(parts.lists_page(each)) for each in found])
        alone = search(columns, WEIGHTS, length=5, seed=seed)
        for column in Lists.__slots__:
            assert np.array_equal(getattr(together, column), getattr(alone, column)), column


def test_neighbours_stay_together_and_no_group_is_much_greater_than_another() -> None:
    places = np.repeat(np.eye(3)[[0, 1, 2, 0]], [5, 4, 3, 1], axis=0)
    groups = parts.area_groups(places, 2)
    assert [len(rows) for rows in groups] == [6, 7]
    assert sorted(np.concatenate(groups).tolist()) == list(range(13))
    for rows in groups:
        outside = np.delete(places, rows, axis=0)
        assert not (places[rows][:, None] == outside).all(axis=2).any()


@pytest.mark.parametrize("page", [b"", b"PK", zlib.compress(b""), parts.law_page(Lawfulness.all_lawful(2, 2))])
def test_what_is_no_answer_is_not_read_as_one(page: bytes) -> None:
    with pytest.raises(parts.UnreadableError):
        parts.lists_of(page)


def test_a_damaged_answer_is_noticed() -> None:
    page = bytearray(parts.law_page(Lawfulness.all_lawful(40, 40)))
    page[len(page) // 2] ^= 1
    with pytest.raises(parts.UnreadableError):
        parts.law_of(bytes(page))
