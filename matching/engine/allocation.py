"""Who is proposed for what, so that the town as a whole gets most out of its seats.

Sending everybody to their own best jobs crowds the same few; so proposals are dealt out in
rounds of an exact flow. In each round a youth gets at most one more proposal and a job at most
as many as it has seats. A pair is worth its score times the chance that the youth is still free
and that a seat is still open after what went before, and FIRST_BONUS more while the youth has
none. Among equal worth the one who has waited longer comes first, then the seed decides: costs
are whole numbers that hold all three, so that there is one best answer whatever solver finds it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.optimize import linprog

from matching.engine.cards import JobCard, WishCard

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

FIRST_BONUS = 1.0
OPEN_CHANCE = 0.25
"""What a proposal from an earlier night, still unanswered, is taken to be worth."""
WORTH_BITS, WAIT_BITS, SEED_BITS = 18, 10, 16
ONE = 2.0 ** (WORTH_BITS + WAIT_BITS + SEED_BITS)
UNIT = 2.0**-28
"""Whole costs times this are what the solver sees: small enough for its tolerances."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps beside the seats. `employer_room` and `mentor_room` are what each may still take on
    tonight (an employer or mentor that is not named has no cap); `mentors` says whose a youth is.
    """

    per_seat: int = 3
    per_youth: int = 3
    first_bonus: float = FIRST_BONUS
    employer_room: Mapping[int, int] = field(default_factory=dict)
    mentor_room: Mapping[int, int] = field(default_factory=dict)
    mentors: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Allocation:
    """`chosen` are positions in the given pairs, round by round.

    `prices` says for each post with rivals what one more place on its list would be worth (in
    scores, the highest of the rounds): the crowded jobs. Posts without rivals are left out.
    """

    chosen: Ints
    prices: Mapping[int, float]


def allocate(
    wishes: Sequence[WishCard],
    jobs: Sequence[JobCard],
    pairs: tuple[Ints, Ints],
    score: Floats,
    *,
    tie: Ints,
    limits: Limits,
) -> Allocation:
    """Deals out the pairs (positions of youths, of jobs) within all caps; exact in each round.

    `tie` is the pairs' toss. The order of wishes, jobs and pairs makes no difference.
    """
    deal = _Deal(wishes, jobs, pairs, score, tie, limits)
    rounds = range(max(limits.per_seat, limits.per_youth))
    chosen = [deal.play() for _ in rounds]
    return Allocation(np.concatenate([np.empty(0, np.int64), *chosen]), deal.prices)


class _Deal:
    """The state between rounds. Youths, jobs, employers and mentors are the four kinds of rows."""

    def __init__(
        self,
        wishes: Sequence[WishCard],
        jobs: Sequence[JobCard],
        pairs: tuple[Ints, Ints],
        score: Floats,
        tie: Ints,
        limits: Limits,
    ) -> None:
        self.wish, self.job = pairs
        self.score, self.tie = score, tie
        self.bonus = limits.first_bonus
        self.left = np.ones(len(score), dtype=np.bool_)
        self.posts = [job.post for job in jobs]
        self.prices: dict[int, float] = {}
        self.seats = np.array([job.seats for job in jobs], dtype=np.int64)
        self.waiting = np.array([wish.waiting_days for wish in wishes], dtype=np.int64)
        self._rooms(wishes, jobs, limits)
        self._chances(wishes, jobs)

    def _rooms(self, wishes: Sequence[WishCard], jobs: Sequence[JobCard], limits: Limits) -> None:
        youth = [limits.per_youth - wish.open_proposals for wish in wishes]
        post = [limits.per_seat * job.seats - job.open_candidates for job in jobs]
        mentors = [limits.mentors.get(wish.youth, -1) for wish in wishes]
        mentor, mentor_room = _groups(mentors, limits.mentor_room)
        employer, employer_room = _groups([job.employer for job in jobs], limits.employer_room)
        self.rows = (self.wish, self.job, mentor[self.wish], employer[self.job])
        rooms = (youth, post, mentor_room, employer_room)
        self.room = [np.maximum(np.array(room, dtype=np.int64), 0) for room in rooms]

    def _chances(self, wishes: Sequence[WishCard], jobs: Sequence[JobCard]) -> None:
        """How likely each youth is still free, and who may take the seats of each job."""
        self.fresh = np.array([wish.open_proposals < 1 for wish in wishes], dtype=np.bool_)
        self.free = np.array([(1 - OPEN_CHANCE) ** wish.open_proposals for wish in wishes])
        self.rivals = [[OPEN_CHANCE] * job.open_candidates for job in jobs]
        self.open = np.array([open_chance(*each) for each in zip(self.rivals, self.seats, strict=True)])

    def play(self) -> Ints:
        """One round: solves it, and remembers what it took."""
        index = np.flatnonzero(self.left & self._has_room())
        worth = self.score[index] * self.free[self.wish[index]] * self.open[self.job[index]]
        bonus = self.bonus * self.fresh[self.wish[index]]
        gain = gains(worth + bonus, self.waiting[self.wish[index]], self.tie[index])
        rooms = (np.minimum(self.room[0], 1), np.minimum(self.room[1], self.seats), *self.room[2:])
        taken, prices = solve(gain, [rows[index] for rows in self.rows], rooms)
        self._raise_prices(prices[1])
        self._remember(index[taken], worth[taken])
        return index[taken]

    def _has_room(self) -> npt.NDArray[np.bool_]:
        each = [room[rows] > 0 for room, rows in zip(self.room, self.rows, strict=True)]
        found: npt.NDArray[np.bool_] = np.logical_and.reduce(each)
        return found

    def _raise_prices(self, prices: Floats) -> None:
        for column in np.flatnonzero(prices > UNIT):
            post, price = self.posts[column], round(float(prices[column]), 6)
            self.prices[post] = max(price, self.prices.get(post, 0.0))

    def _remember(self, pairs: Ints, worth: Floats) -> None:
        self.left[pairs] = False
        for room, rows in zip(self.room, self.rows, strict=True):
            room -= np.bincount(rows[pairs], minlength=len(room))
        self.fresh[self.wish[pairs]] = False
        self.free[self.wish[pairs]] *= 1 - worth
        for column, chance in zip(self.job[pairs].tolist(), worth.tolist(), strict=True):
            self.rivals[column].append(chance)
            self.open[column] = open_chance(self.rivals[column], self.seats[column])


def open_chance(rivals: Sequence[float], seats: int) -> float:
    """The chance that fewer than `seats` of independent rivals take one."""
    taken = np.zeros(int(seats))
    taken[:1] = 1.0
    for chance in rivals:
        taken[1:] = taken[1:] * (1 - chance) + taken[:-1] * chance
        taken[:1] *= 1 - chance
    return float(taken.sum())


def gains(worth: Floats, waiting: Ints, tie: Ints) -> Ints:
    """One whole number for each pair: its worth, then the days of waiting, then the toss."""
    fine = np.rint(worth * 2**WORTH_BITS).astype(np.int64)
    days = np.minimum(waiting, 2**WAIT_BITS - 1)
    total: Ints = (fine << WAIT_BITS + SEED_BITS) + (days << SEED_BITS) + tie
    return total


def toss(seed: int, youths: Ints, posts: Ints) -> Ints:
    """SEED_BITS of chance for each pair, out of its ids and the seed alone (splitmix64)."""
    mixed = _mix(_mix(np.full(len(youths), seed, np.uint64)) ^ youths.astype(np.uint64))
    mixed = _mix(mixed ^ _mix(posts.astype(np.uint64)))
    return (mixed >> np.uint64(64 - SEED_BITS)).astype(np.int64)


def _mix(state: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    state = state + np.uint64(0x9E3779B97F4A7C15)
    state = (state ^ (state >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    state = (state ^ (state >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return state ^ (state >> np.uint64(31))


def solve(gain: Ints, rows: Sequence[Ints], rooms: Sequence[Ints]) -> tuple[Ints, list[Floats]]:
    """The pairs with the largest sum of gains within all rooms, and the prices of the rooms.

    Each pair lies in one row of each kind (youth, job, mentor, employer). Mentors hold whole
    youths and employers whole jobs, so the programme is a flow: its best corner is whole.
    """
    if not len(gain):
        return np.empty(0, np.int64), [np.zeros(len(room)) for room in rooms]
    starts = np.cumsum([0, *map(len, rooms)])
    inside = np.concatenate([row + start for row, start in zip(rows, starts, strict=False)])
    pair = np.tile(np.arange(len(gain)), len(rows))
    matrix = sparse.csr_array((np.ones(len(pair)), (inside, pair)), shape=(starts[-1], len(gain)))
    found = linprog(
        -gain * UNIT,
        A_ub=matrix,
        b_ub=np.concatenate(list(rooms)),
        bounds=(0, 1),
        method="highs-ds",
        options={"dual_feasibility_tolerance": 1e-10},
    )
    if not found.success:
        raise RuntimeError(f"The allocation has no answer: {found.message}")
    prices = np.split(-found.ineqlin.marginals, starts[1:-1])
    return np.flatnonzero(found.x > 0.5), [price / UNIT / ONE for price in prices]


def _groups(ids: Sequence[int], room: Mapping[int, int]) -> tuple[Ints, list[int]]:
    """Each one's group as a row, and the rooms of the rows; who is in no capped group is in
    row 0, which has room for all."""
    capped = {group: row for row, group in enumerate(sorted(set(ids) & room.keys()), start=1)}
    rows = np.array([capped.get(group, 0) for group in ids], dtype=np.int64)
    return rows, [np.iinfo(np.int32).max, *(room[group] for group in capped)]
