"""The codes say what they claim, and nothing about who somebody is."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.engine.bits import Bits, count
from matching.engine.cards import JobCard, WishCard
from matching.engine.columns import Town
from matching.engine.features import FEATURES, NAMES, TOPS, codes
from tests.engine.town import amina, care_home, town


def coded(wish: WishCard, job: JobCard) -> dict[str, int]:
    zero = np.zeros(1, dtype=np.int64)
    return dict(zip(NAMES, codes(Town.of([wish], [job]), zero, zero)[0].tolist(), strict=True))


def test_aminas_codes_for_the_care_home() -> None:
    assert coded(amina(), care_home()) == {
        "skills_met": 1,
        "skills_above": 0,
        "skills_short": 1,
        "skills_missing": 1,
        "tasks_liked": 1,
        "circumstances_liked": 1,
        "rather_nots": 0,
        "dream_field": 1,
        "slack": 1,
        "travel": 0,
        "next_step": 0,
        "help": 2,
        "help_short": 0,
        "more_shifts": 0,
        "regular": 1,
    }


@pytest.mark.parametrize(
    ("wish", "job", "name", "code"),
    [
        (amina(skills={"skill1": 3}), care_home(), "skills_above", 1),
        (amina(likes=frozenset({"care", "task1", "task2"})), care_home(), "tasks_liked", 3),
        (amina(rather_not=frozenset({"task2", "around2", "task9"})), care_home(), "rather_nots", 2),
        (amina(dream=""), care_home(), "dream_field", 0),
        (amina(free=((1, 0, 1440),)), care_home(), "slack", 4),
        (amina(place=(55.49, 12.19)), care_home(), "travel", 1),
        (amina(place=(56.4, 12.19)), care_home(), "travel", 6),
        (amina(step=1), care_home(), "next_step", 1),
        (amina(step=1), care_home(), "help_short", 1),
        (amina(), care_home(shifts=((1, 930, 1000), (3, 900, 960))), "regular", 0),
        (amina(), care_home(shifts=((1, 930, 1000), (3, 900, 960))), "more_shifts", 1),
        (amina(), care_home(needs={}), "skills_missing", 0),
    ],
)
def test_a_code_follows_the_cards(wish: WishCard, job: JobCard, name: str, code: int) -> None:
    assert coded(wish, job)[name] == code


def test_many_codes_need_more_than_one_word_of_bits() -> None:
    many = frozenset(f"task{n}" for n in range(150))
    assert coded(amina(likes=many), care_home(tasks=many))["tasks_liked"] == TOPS[NAMES.index("tasks_liked")]
    bits = Bits(many)
    assert count(bits.rows([many, {"task7", "no such"}])).tolist() == [150, 1]


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**6))
def test_codes_stay_within_their_tops_and_ids_do_not_enter(seed: int) -> None:
    wishes, jobs = town(6, 6, seed)
    wish, job = np.divmod(np.arange(36), 6)
    found = codes(Town.of(wishes, jobs), wish, job)
    assert found.min() >= 0
    assert (found <= TOPS).all()
    others = [replace(w, youth=w.youth + 99, waiting_days=5, open_proposals=2, age=16) for w in wishes]
    posts = [replace(j, post=j.post + 99, employer=7, open_candidates=3, seats=9) for j in jobs]
    assert np.array_equal(found, codes(Town.of(others, posts), wish, job))
    assert codes(Town.of(wishes, jobs), wish[:0], job[:0]).shape == (0, len(FEATURES))
