"""Invented worlds: the same from the same seed, and the same as columns and as cards."""

import numpy as np

from matching.engine import search
from matching.engine.columns import Town
from matching.engine.compiled import Compiled
from matching.engine.weights import Scorer
from matching.evaluation.inventing import Size, invent
from matching.evaluation.world import World

SMALL = Size(60, 40, 15)
WEIGHTS = Compiled.of(Scorer.written())


def small(seed: int = 1) -> World:
    return invent(SMALL, seed)


def test_the_same_seed_invents_the_same_world() -> None:
    assert small().cards() == small().cards()
    assert small().cards() != small(2).cards()


def test_columns_and_cards_give_the_same_lists() -> None:
    world = small()
    law = world.lawfulness()
    found = [search.search(town, WEIGHTS, length=9, seed=1) for town in (world.town(law), Town.of(*world.cards(), law))]
    for name in search.Lists.__slots__:
        assert np.array_equal(getattr(found[0], name), getattr(found[1], name)), name


def test_every_card_can_take_part() -> None:
    wishes, jobs = small().cards()
    assert {wish.fault() for wish in wishes} == {job.fault() for job in jobs} == {None}


def test_the_law_forbids_some_jobs_to_the_young_and_fewer_to_the_old() -> None:
    table = invent(Size(10, 300, 15), 1).lawfulness().table
    youngest, _, finished, grown = table.mean(axis=1)
    assert 0.2 < youngest < finished < grown
