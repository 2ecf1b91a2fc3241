"""Each round is the best there is, in whole numbers."""

import itertools
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment

from matching.engine import flow
from matching.engine.flow import Queues, Round, assigned, gains, holds_caps, programmed, solve, total
from matching.engine.prices import NotTheBest, prices
from matching.engine.toss import BITS, toss

Ints = npt.NDArray[np.int64]


def a_round(
    youths: int, seats: list[int], seed: int, queues: bool = False, room: tuple[int, int] | None = None
) -> Round:
    """All pairs, with many ties in worth and in waiting. `room` is that of mentors and of employers, by twos."""
    dice = np.random.default_rng(seed)
    youth, job = np.divmod(np.arange(youths * len(seats)), len(seats))
    worth = dice.integers(1, 5, len(youth)) / 8
    places = [(column, seat, 0.0) for column, seat in enumerate(seats)]
    places += [(column, seat, 0.05 + column / 64) for column, seat in enumerate(seats) if queues]
    mentors, employers = (youths + 1) // 2, (len(seats) + 1) // 2
    return Round(
        youth,
        job,
        gains(worth, dice.integers(0, 3, youths)[youth], toss(seed, youth, job)),
        youths,
        len(seats),
        Queues.of(places),
        np.arange(youths) // 2 if room else np.full(youths, -1),
        np.full(mentors, room[0]) if room else np.empty(0, dtype=np.int64),
        np.arange(len(seats)) // 2 if room else np.full(len(seats), -1),
        np.full(employers, room[1]) if room else np.empty(0, dtype=np.int64),
    )


SEATS = st.lists(st.integers(1, 3), min_size=1, max_size=6)
ROOMS = st.none() | st.tuples(st.integers(0, 3), st.integers(0, 4))


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 12), SEATS)
def test_a_second_exact_solver_finds_the_same_pairs(seed: int, youths: int, seats: list[int]) -> None:
    round_ = a_round(youths, seats, seed, queues=True)
    taken = solve(round_)
    slots = [
        (int(column), int(toll))
        for column, size, toll in zip(round_.queues.job, round_.queues.size, round_.queues.toll, strict=True)
        for _ in range(size)
    ]
    jobs = len(seats)
    table = np.array([[round_.gain[y * jobs + column] - toll for column, toll in slots] for y in range(youths)])
    table = np.hstack([table, np.zeros((youths, youths), dtype=np.int64)])
    left, right = linear_sum_assignment(-table)
    rival = {(int(y), slots[s][0]) for y, s in zip(left, right, strict=True) if s < len(slots)}
    assert set(zip(round_.youth[taken].tolist(), round_.job[taken].tolist(), strict=True)) == rival
    best = table[left, right].sum()
    assert total(round_, taken) == best


def every_answer(round_: Round) -> dict[tuple[int, ...], int]:
    """All sets of pairs that hold every room, with their totals."""
    found = {}
    size = round_.queues.size
    for number in range(round_.youths + 1):
        for pairs in itertools.combinations(range(len(round_.gain)), number):
            chosen = np.array(pairs, dtype=np.int64)
            youth, job = round_.youth[chosen], round_.job[chosen]
            rooms = (
                (youth, np.ones(round_.youths)),
                (job, np.bincount(round_.queues.job, size, round_.jobs)),
                (round_.mentor[youth], round_.mentor_room),
                (round_.employer[job], round_.employer_room),
            )
            if all((np.bincount(row[row >= 0], minlength=len(room)) <= room).all() for row, room in rooms):
                found[pairs] = total(round_, chosen)
    return found


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6), st.booleans(), ROOMS)
def test_nothing_that_the_rooms_allow_is_better(seed: int, queues: bool, room: tuple[int, int] | None) -> None:
    round_ = a_round(4, [1, 2, 1], seed, queues, room)
    taken, answers = solve(round_), every_answer(round_)
    assert tuple(taken.tolist()) == max(answers, key=lambda pairs: answers[pairs])


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.booleans(), ROOMS, st.integers(0, 2))
def test_a_price_is_what_one_more_place_adds(
    seed: int, queues: bool, room: tuple[int, int] | None, column: int
) -> None:
    round_ = a_round(6, [1, 2, 1], seed, queues, room)
    taken = solve(round_)
    first = round_.queues.size + ((round_.queues.job == column) & (round_.queues.toll == 0))
    more_room = round_.employer_room + (np.arange(len(round_.employer_room)) == round_.employer[column])
    wider = replace(round_, queues=replace(round_.queues, size=first), employer_room=more_room)
    assert prices(round_, taken)[column] == total(wider, solve(wider)) - total(round_, taken)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.booleans(), ROOMS, st.data())
def test_what_can_be_bettered_is_found_out(
    seed: int, queues: bool, room: tuple[int, int] | None, data: st.DataObject
) -> None:
    round_ = a_round(4, [1, 2, 1], seed, queues, room)
    answers = every_answer(round_)
    pairs = data.draw(st.sampled_from(sorted(answers)))
    if answers[pairs] == max(answers.values()):
        prices(round_, np.array(pairs, dtype=np.int64))
    else:
        with pytest.raises(NotTheBest):
            prices(round_, np.array(pairs, dtype=np.int64))


def test_among_equal_worth_the_one_who_waited_longer_comes_first() -> None:
    worth, tie = np.array([0.5, 0.5, 0.5]), np.array([9, 9, 60_000])
    early, late, tossed = gains(worth, np.array([10, 200, 10]), tie).tolist()
    assert early < tossed < late
    assert gains(worth[:1] + 1e-4, np.array([0]), tie[:1])[0] > late


def test_a_toss_depends_on_seed_and_ids_alone() -> None:
    youths, posts = np.array([1, 2, 3]), np.array([7, 8, 9])
    assert np.array_equal(toss(5, youths, posts)[::-1], toss(5, youths[::-1], posts[::-1]))
    assert not np.array_equal(toss(5, youths, posts), toss(6, youths, posts))
    many = toss(-1, np.arange(5000), np.arange(5000))
    assert many.min() >= 0
    assert many.max() < 2**BITS
    assert abs(many.mean() / 2**BITS - 0.5) < 0.02


def test_nothing_to_deal_takes_no_solver() -> None:
    round_ = a_round(0, [1, 1], 1)
    assert not len(solve(round_))
    assert prices(round_, solve(round_)).tolist() == [0, 0]


def test_a_solver_that_gives_up_is_loud(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flow, "linprog", lambda *_, **__: SimpleNamespace(success=False, message="no time"))
    with pytest.raises(RuntimeError, match="no time"):
        programmed(a_round(2, [1, 1], 1))


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6), st.booleans(), ROOMS)
def test_where_the_quick_way_holds_the_caps_it_finds_what_the_long_way_finds(
    seed: int, queues: bool, room: tuple[int, int] | None
) -> None:
    round_ = a_round(9, [1, 2, 1, 3], seed, queues, room)
    quick = assigned(round_)
    if holds_caps(round_, quick):
        assert quick.tolist() == programmed(round_).tolist()
    assert solve(round_).tolist() == programmed(round_).tolist()
