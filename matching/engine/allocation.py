"""Who is proposed for what, so that the town as a whole gets most out of its seats.

Sending everybody to their own best jobs crowds the same few. So proposals are dealt out in
rounds, each an exact flow in which a youth gets at most one more. A pair is worth its score
times the chance that the youth is still free and that a seat is still open after the rounds
before; places behind a job's seats (`per_seat` candidates for each) cost what the rivals in
front make them worth less; and a youth without any proposal counts `first_bonus` more.
Among equal worth the one who has waited longer comes first, then the seed decides.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from matching.engine.cards import JobCard, WishCard
from matching.engine.flow import Queues, gains, solve

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

OPEN_CHANCE = 0.25
"""How likely a proposal of an earlier night, still unanswered, is taken to become a job."""
CROWDED = 1e-6


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps beside the seats. `employer_room` and `mentor_room` are how many proposals each may
    still get tonight (who is not named has no cap); `mentors` says whose a youth is.

    A higher `first_bonus` reaches more youths for fewer expected placements: 0 weighs chances
    alone, 1 puts almost every first proposal before anybody's second.
    """

    per_seat: int = 3
    per_youth: int = 3
    first_bonus: float = 0.3
    employer_room: Mapping[int, int] = field(default_factory=dict)
    mentor_room: Mapping[int, int] = field(default_factory=dict)
    mentors: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Allocation:
    """`chosen` are positions in the given pairs, round by round.

    `prices` are the crowded posts: what one more place at each would add, in worth (a score, and
    the bonus if it would be somebody's first), the highest of the rounds.
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
    """Deals out the pairs (positions of youths, of jobs) within all caps; `tie` is their toss."""
    deal = _Deal(wishes, jobs, pairs, score, limits)
    chosen = [deal.play(tie) for _ in range(limits.per_youth)]
    return Allocation(np.concatenate([np.empty(0, np.int64), *chosen]), deal.prices)


class _Deal:
    """The state between rounds. Rows and rooms are of youths, jobs, mentors and employers."""

    def __init__(
        self,
        wishes: Sequence[WishCard],
        jobs: Sequence[JobCard],
        pairs: tuple[Ints, Ints],
        score: Floats,
        limits: Limits,
    ) -> None:
        self.wish, self.job = pairs
        self.score, self.bonus = score, limits.first_bonus
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
        mentor, mentor_room = _groups([limits.mentors.get(wish.youth) for wish in wishes], limits.mentor_room)
        employer, employer_room = _groups([job.employer for job in jobs], limits.employer_room)
        self.rows = (self.wish, self.job, mentor[self.wish], employer[self.job])
        rooms = (youth, post, mentor_room, employer_room)
        self.room = [np.maximum(np.array(room, dtype=np.int64), 0) for room in rooms]

    def _chances(self, wishes: Sequence[WishCard], jobs: Sequence[JobCard]) -> None:
        """How likely each youth is still free, and who may take the seats of each job."""
        self.fresh = np.array([wish.open_proposals < 1 for wish in wishes], dtype=np.bool_)
        self.free = np.array([(1 - OPEN_CHANCE) ** wish.open_proposals for wish in wishes], dtype=np.float64)
        self.rivals = [[OPEN_CHANCE] * job.open_candidates for job in jobs]
        chances = [open_chance(*each) for each in zip(self.rivals, self.seats.tolist(), strict=True)]
        self.open = np.array(chances, dtype=np.float64)

    def play(self, tie: Ints) -> Ints:
        """One round: solves it, and remembers what it took."""
        index = np.flatnonzero(self.left & self._has_room())
        wish, job = self.wish[index], self.job[index]
        worth = self.score[index] * self.free[wish] * self.open[job]
        gain = gains(worth + self.bonus * self.fresh[wish], self.waiting[wish], tie[index])
        rooms = (np.minimum(self.room[0], 1), np.minimum(self.room[1], self.seats), *self.room[2:])
        taken, prices = solve(gain, [row[index] for row in self.rows], rooms, self._queues(job, worth))
        self._raise_prices(prices[1])
        self._remember(index[taken], worth[taken])
        return index[taken]

    def _has_room(self) -> npt.NDArray[np.bool_]:
        each = [room[row] > 0 for room, row in zip(self.room, self.rows, strict=True)]
        found: npt.NDArray[np.bool_] = np.logical_and.reduce(each)
        return found

    def _queues(self, job: Ints, worth: Floats) -> Queues:
        """Behind the first candidates for all seats: as many again and again, ever less worth."""
        total = np.bincount(job, worth, len(self.seats))
        places = []
        for column, pairs in zip(*np.unique(job, return_counts=True), strict=True):
            seats, room, usual = self.seats[column], self.room[1][column], total[column] / pairs
            for before in range(seats, room, seats):
                later = open_chance([*self.rivals[column], *[usual] * before], seats)
                places.append((column, min(seats, room - before), usual * (1 - later / self.open[column])))
        return Queues.of(places)

    def _raise_prices(self, prices: Floats) -> None:
        for column in np.flatnonzero(prices > CROWDED):
            post, price = self.posts[column], round(float(prices[column]), 6)
            self.prices[post] = max(price, self.prices.get(post, 0.0))

    def _remember(self, pairs: Ints, worth: Floats) -> None:
        self.left[pairs] = False
        for room, row in zip(self.room, self.rows, strict=True):
            room -= np.bincount(row[pairs], minlength=len(room))
        self.fresh[self.wish[pairs]] = False
        self.free[self.wish[pairs]] *= 1 - worth
        for column, chance in zip(self.job[pairs].tolist(), worth.tolist(), strict=True):
            self.rivals[column].append(chance)
            self.open[column] = open_chance(self.rivals[column], self.seats[column])


def open_chance(rivals: Sequence[float], seats: int) -> float:
    """The chance that fewer than `seats` of independent rivals take one."""
    taken = np.zeros(seats)
    taken[:1] = 1.0
    for chance in rivals:
        taken[1:] = taken[1:] * (1 - chance) + taken[:-1] * chance
        taken[:1] *= 1 - chance
    return float(taken.sum())


def _groups(ids: Sequence[int | None], room: Mapping[int, int]) -> tuple[Ints, list[int]]:
    """Each one's group as a row, and the rooms of the rows; row 0 is for all without a cap."""
    capped = {group: row for row, group in enumerate(sorted(room), start=1)}
    rows = np.array([capped.get(group, 0) if group is not None else 0 for group in ids], dtype=np.int64)
    return rows, [np.iinfo(np.int32).max, *(room[group] for group in capped)]
