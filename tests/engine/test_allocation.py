"""Seats are scarce: who gets what when not everybody can."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from matching.engine import flow
from matching.engine.allocation import OPEN_CHANCE, Allocation, Limits, Seats, allocate
from matching.engine.cards import JobCard, WishCard
from matching.engine.columns import Town
from matching.engine.search import Lists
from tests.engine.town import amina, care_home

EVERYBODY = [amina(youth=n) for n in range(1, 7)]


def deal(
    wishes: list[WishCard], jobs: list[JobCard], score: list[list[float]], limits: Limits | None = None
) -> tuple[list[tuple[int, int]], Allocation]:
    """All pairs are eligible; the scores stand by youth, then job. Gives (youth, post) as chosen."""
    youth, job = np.divmod(np.arange(len(wishes) * len(jobs)), max(1, len(jobs)))
    chances, nothing = np.array(score).ravel(), np.zeros((len(wishes), 0), dtype=np.int64)
    lists = Lists(youth, job, chances, np.ones_like(chances), np.zeros_like(youth), nothing, nothing, nothing)
    found = allocate(Town.of(wishes, jobs), lists, limits or Limits(), flow.solve)
    pairs = [(wishes[youth[pair]].youth, jobs[job[pair]].post) for pair in found.chosen.tolist()]
    return pairs, found


def jobs(*seats: int) -> list[JobCard]:
    return [care_home(post=post, employer=post % 2, seats=n) for post, n in enumerate(seats, start=1)]


def test_a_job_gets_three_candidates_for_each_seat_and_no_more() -> None:
    pairs, found = deal(EVERYBODY, jobs(1), [[0.5], [0.6], [0.1], [0.7], [0.2], [0.3]])
    assert sorted(pairs) == [(1, 1), (2, 1), (4, 1)]
    assert found.prices[0] > 0


def test_candidates_from_earlier_nights_take_their_places() -> None:
    pairs, _ = deal(EVERYBODY, [care_home(open_candidates=2)], [[0.5]] * 6)
    assert len(pairs) == 1
    pairs, _ = deal(EVERYBODY, [care_home(open_candidates=5)], [[0.5]] * 6)
    assert pairs == []


def test_a_youth_gets_three_proposals_less_those_still_open() -> None:
    wishes = [amina(youth=1), amina(youth=2, open_proposals=2), amina(youth=3, open_proposals=4)]
    pairs, _ = deal(wishes, jobs(2, 2, 2, 2, 2), [[0.4] * 5] * 3)
    assert Counter(youth for youth, _ in pairs) == {1: 3, 2: 1}


def test_no_pair_is_dealt_twice() -> None:
    pairs, _ = deal([amina()], jobs(3), [[0.5]])
    assert pairs == [(1, 1)]


def test_the_caps_can_be_set() -> None:
    pairs, _ = deal(EVERYBODY, jobs(1, 1), [[0.5, 0.4]] * 6, Limits(per_seat=1, per_youth=1))
    assert Counter(post for _, post in pairs) == {1: 1, 2: 1}
    assert len({youth for youth, _ in pairs}) == 2


def test_a_first_proposal_comes_before_anothers_second() -> None:
    wishes = [amina(youth=1, open_proposals=1), amina(youth=2)]
    strong_first = [[0.5], [0.4]]
    assert deal(wishes, jobs(1), strong_first, Limits(per_seat=1))[0] == [(2, 1)]
    assert deal(wishes, jobs(1), strong_first, Limits(per_seat=1, first_bonus=0.0))[0] == [(2, 1)]
    strong_second = [[0.8], [0.4]]
    assert deal(wishes, jobs(1), strong_second, Limits(per_seat=1))[0] == [(2, 1)]
    assert deal(wishes, jobs(1), strong_second, Limits(per_seat=1, first_bonus=0.0))[0] == [(1, 1)]


def test_candidates_spread_over_empty_seats_before_they_queue() -> None:
    pairs, _ = deal(EVERYBODY[:3], jobs(1, 1, 1), [[0.5, 0.45, 0.4]] * 3, Limits(per_youth=1))
    assert Counter(post for _, post in pairs) == {1: 1, 2: 1, 3: 1}


def test_equal_scores_go_to_the_one_who_waited_longest() -> None:
    wishes = [replace(wish, waiting_days=wish.youth % 4) for wish in EVERYBODY]
    pairs, _ = deal(wishes, jobs(1), [[0.5]] * 6, Limits(per_seat=1))
    assert pairs == [(3, 1)]


@pytest.mark.parametrize("room", [0, 1, 4])
def test_an_employer_gets_no_more_than_there_is_room_for(room: int) -> None:
    pairs, _ = deal(EVERYBODY, jobs(1, 1, 1), [[0.5, 0.4, 0.3]] * 6, Limits(employer_room={1: room}))
    assert Counter(post % 2 for _, post in pairs) == Counter({0: 3, 1: room}) - Counter()


def test_a_mentor_gets_no_more_than_there_is_time_for() -> None:
    limits = Limits(mentors={1: 10, 2: 10, 3: 20}, mentor_room={10: 1})
    pairs, _ = deal(EVERYBODY, jobs(6, 6), [[0.5, 0.4]] * 6, limits)
    assert len([youth for youth, _ in pairs if youth in {1, 2}]) == 1
    assert Counter(youth for youth, _ in pairs if youth > 2) == {3: 2, 4: 2, 5: 2, 6: 2}


def test_nobody_and_nothing_is_dealt_in_peace() -> None:
    assert deal([], [], [])[0] == []
    assert deal([], jobs(1), [])[0] == []


def seats(number: int, *rivals: float) -> Seats:
    found = Seats.with_rivals(np.array([number]), np.array([0]))
    return found.asked_by(np.zeros(len(rivals), dtype=np.int64), np.array(rivals))


@pytest.mark.parametrize(
    ("number", "rivals", "chance"),
    [(1, [], 1), (1, [0.5], 0.5), (1, [0.5, 0.5], 0.25), (2, [0.5, 0.5], 0.75), (3, [0.9, 0.9], 1), (0, [], 0)],
)
def test_a_seat_is_open_while_fewer_rivals_than_seats_take_one(number: int, rivals: list[float], chance: float) -> None:
    assert seats(number, *rivals).open.tolist() == pytest.approx([chance])


def test_unanswered_proposals_and_a_crowd_of_equals_are_rivals_too() -> None:
    waiting = Seats.with_rivals(np.array([1, 2]), np.array([2, 0]))
    assert waiting.open.tolist() == pytest.approx([(1 - OPEN_CHANCE) ** 2, 1])
    assert waiting.crowded_by(np.array([0.5, 0.5]), np.array([1, 2])).open.tolist() == pytest.approx(
        [(1 - OPEN_CHANCE) ** 2 / 2, 0.75]
    )
