"""Each round is the best there is, in whole numbers."""

import itertools
from types import SimpleNamespace

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment

from matching.engine import flow
from matching.engine.flow import Queues, gains, solve, toss

Ints = npt.NDArray[np.int64]
NOBODY = np.zeros(0, dtype=np.int64)
NO_QUEUES = Queues.of([])


def all_gains(youths: int, jobs: int, seed: int) -> tuple[Ints, Ints, Ints]:
    """Gains of all pairs, with many ties in worth and in waiting."""
    dice = np.random.default_rng(seed)
    wish, job = np.divmod(np.arange(youths * jobs), jobs)
    worth = dice.integers(1, 5, len(wish)) / 8
    return gains(worth, dice.integers(0, 3, youths)[wish], toss(seed, wish, job)), wish, job


def ungrouped(wish: Ints, job: Ints, rooms: tuple[Ints, Ints]) -> tuple[list[Ints], list[Ints]]:
    zeros, endless = np.zeros_like(wish), np.array([10**6])
    return [wish, job, zeros, zeros], [*rooms, endless, endless]


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 12), st.integers(1, 6))
def test_a_second_exact_solver_finds_the_same_pairs(seed: int, youths: int, jobs: int) -> None:
    gain, wish, job = all_gains(youths, jobs, seed)
    seats = np.random.default_rng(seed + 1).integers(1, 4, jobs)
    places = [(column, int(seats[column]), 0.05 + column / 64) for column in range(jobs)]
    queues = Queues.of(places)
    rows, rooms = ungrouped(wish, job, (np.ones(youths, dtype=np.int64), seats))
    taken, _ = solve(gain, rows, rooms, queues)

    slots = [(column, 0) for column in range(jobs) for _ in range(seats[column])]
    slots += [(column, int(queues.toll[column])) for column in range(jobs) for _ in range(seats[column])]
    table = np.array([[gain[y * jobs + column] - toll for column, toll in slots] for y in range(youths)])
    table = np.hstack([table, np.zeros((youths, youths), dtype=np.int64)])
    left, right = linear_sum_assignment(-table)
    rival = {(int(y), slots[s][0]) for y, s in zip(left, right, strict=True) if s < len(slots)}
    assert set(zip(wish[taken].tolist(), job[taken].tolist(), strict=True)) == rival


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 3), st.integers(1, 3))
def test_mentors_and_employers_have_only_so_much_room(seed: int, mentor_room: int, employer_room: int) -> None:
    gain, wish, job = all_gains(4, 3, seed)
    rows = [wish, job, wish // 2, job // 2]
    rooms = [np.ones(4, dtype=np.int64), np.array([1, 2, 1]), np.full(2, mentor_room), np.full(2, employer_room)]
    taken, _ = solve(gain, rows, rooms, NO_QUEUES)

    def is_allowed(pairs: tuple[int, ...]) -> bool:
        kept = [row[list(pairs)] for row in rows]
        return all((np.bincount(row, minlength=len(room)) <= room).all() for row, room in zip(kept, rooms, strict=True))

    every = (pairs for n in range(1, 5) for pairs in itertools.combinations(range(12), n) if is_allowed(pairs))
    best = max(every, key=lambda pairs: int(gain[list(pairs)].sum()))
    assert taken.tolist() == list(best)


def test_a_crowded_room_has_a_price_and_an_empty_one_has_none() -> None:
    wish, job = np.array([0, 1, 2]), np.array([0, 0, 1])
    gain = gains(np.array([0.5, 0.25, 0.5]), np.zeros(3, dtype=np.int64), np.zeros(3, dtype=np.int64))
    rows, rooms = ungrouped(wish, job, (np.ones(3, dtype=np.int64), np.array([1, 2])))
    taken, prices = solve(gain, rows, rooms, NO_QUEUES)
    assert taken.tolist() == [0, 2]
    assert 0.25 <= prices[1][0] <= 0.5
    assert prices[1][1] == 0


def test_among_equal_worth_the_one_who_waited_longer_comes_first() -> None:
    worth, tie = np.array([0.5, 0.5, 0.5]), np.array([9, 9, 60_000])
    early, late, tossed = gains(worth, np.array([10, 900, 10]), tie).tolist()
    assert early < tossed < late
    assert gains(worth[:1] + 1e-4, np.array([0]), tie[:1])[0] > late


def test_a_toss_depends_on_seed_and_ids_alone() -> None:
    youths, posts = np.array([1, 2, 3]), np.array([7, 8, 9])
    assert np.array_equal(toss(5, youths, posts)[::-1], toss(5, youths[::-1], posts[::-1]))
    assert not np.array_equal(toss(5, youths, posts), toss(6, youths, posts))
    many = toss(-1, np.arange(5000), np.arange(5000))
    assert many.min() >= 0
    assert many.max() < 2**flow.SEED_BITS
    assert abs(many.mean() / 2**flow.SEED_BITS - 0.5) < 0.02


def test_nothing_to_deal_takes_no_solver() -> None:
    taken, prices = solve(NOBODY, [NOBODY] * 4, [np.ones(2, dtype=np.int64)] * 4, NO_QUEUES)
    assert not len(taken)
    assert prices[1].tolist() == [0, 0]


def test_a_solver_that_gives_up_is_loud(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flow, "linprog", lambda *_, **__: SimpleNamespace(success=False, message="no time"))
    gain, wish, job = all_gains(2, 2, 1)
    rows, rooms = ungrouped(wish, job, (np.ones(2, dtype=np.int64), np.ones(2, dtype=np.int64)))
    with pytest.raises(RuntimeError, match="no time"):
        solve(gain, rows, rooms, NO_QUEUES)
