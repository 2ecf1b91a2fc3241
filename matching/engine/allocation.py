"""Who is proposed for what, so that the town as a whole gets most out of its seats.

Sending everybody to their own best jobs crowds the same few. So proposals are dealt out in
rounds, each an exact flow in which a youth gets at most one more. A pair is worth its score
times the chance that the youth is still free and that a seat is still open after the rounds
before; places behind a job's seats (`per_seat` candidates for each) cost what the rivals in
front make them worth less; and a youth without any proposal counts `first_bonus` more. Where
seats are left then, a last flow deals everything out once more, so that as many as can be get as
many as they may (`fill_bonus` for each proposal) and no job goes without a candidate.
Among equal worth the one who has waited longer comes first, then the seed decides.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from matching.engine.columns import Town
from matching.engine.flow import ONE, Queues, Round, gains, tolls
from matching.engine.prices import prices
from matching.engine.search import Lists

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Solver = Callable[[Round], Ints]

OPEN_CHANCE = 0.25
"""How likely a proposal of an earlier night, still unanswered, is taken to become a job."""
CROWDED = 1e-6


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps beside the seats. `employer_room` and `mentor_room` are how many proposals each may
    still get tonight (who is not named has no cap); `mentors` says whose a youth is.

    A higher `first_bonus` reaches more youths for fewer expected placements: 0 weighs chances
    alone, 1 puts almost every first proposal before anybody's second. `fill_bonus` is for each proposal of
    the last flow; 0 leaves that out.
    """

    per_seat: int = 3
    per_youth: int = 3
    first_bonus: float = 0.4
    fill_bonus: float = 0.5
    employer_room: Mapping[int, int] = field(default_factory=dict)
    mentor_room: Mapping[int, int] = field(default_factory=dict)
    mentors: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Allocation:
    """`chosen` are positions in the given lists, round by round.

    `prices` are the crowded jobs (places): what one more place at each would add, in worth (a score, and
    the bonus if it would be somebody's first), the highest of the rounds. `rounds` are the questions and
    answers themselves, for whoever wants to solve them again.
    """

    chosen: Ints
    prices: Mapping[int, float]
    rounds: tuple[tuple[Round, Ints], ...] = ()


def allocate(town: Town, lists: Lists, limits: Limits, solve: Solver) -> Allocation:
    """Deals out the listed pairs within all caps."""
    deal = _Deal(town, lists, limits)
    chosen = np.concatenate([np.empty(0, np.int64), *(deal.play(solve) for _ in range(limits.per_youth))])
    if limits.fill_bonus:
        chosen = deal.fill(solve, chosen)
    worth = {job: round(price / ONE, 6) for job, price in enumerate(deal.prices.tolist()) if price > CROWDED * ONE}
    return Allocation(chosen, worth, tuple(deal.rounds))


class _Deal:
    """The state between rounds."""

    def __init__(self, town: Town, lists: Lists, limits: Limits) -> None:
        self.town, self.lists, self.limits = town, lists, limits
        youths, jobs = town.youths, town.jobs
        self.score = lists.score
        self.left = np.ones(len(lists.youth), dtype=np.bool_)
        self.youth_room = np.maximum(limits.per_youth - youths.open, 0)
        self.job_room = np.maximum(limits.per_seat * jobs.seats - jobs.open, 0)
        self.mentor, self.mentor_room = _groups([limits.mentors.get(n) for n in youths.id.tolist()], limits.mentor_room)
        self.employer, self.employer_room = _groups(jobs.employer.tolist(), limits.employer_room)
        self.fresh = youths.open < 1
        self.free = (1 - OPEN_CHANCE) ** youths.open.astype(np.float64)
        self.seats = Seats.with_rivals(jobs.seats, jobs.open)
        self.prices = np.zeros(len(jobs.id), dtype=np.int64)
        self.dealt = np.zeros(len(lists.youth), dtype=np.int64)
        self.whole = (self.youth_room.copy(), self.job_room.copy(), self.mentor_room.copy(), self.employer_room.copy())
        self.rounds: list[tuple[Round, Ints]] = []

    def play(self, solve: Solver) -> Ints:
        """One round: solves it, and remembers what it took."""
        index = np.flatnonzero(self.left & self._has_room())
        youth, job = self.lists.youth[index], self.lists.job[index]
        worth = self.score[index] * self.free[youth] * self.seats.open[job]
        bonus = self.limits.first_bonus * self.fresh[youth]
        round_ = Round(
            youth,
            job,
            gains(worth + bonus, self.town.youths.waiting[youth], self.lists.tie[index]),
            len(self.youth_room),
            len(self.job_room),
            self._queues(job, worth),
            self.mentor,
            self.mentor_room.copy(),
            self.employer,
            self.employer_room.copy(),
        )
        self.dealt[index] = gains(worth, self.town.youths.waiting[youth], self.lists.tie[index])
        taken = solve(round_)
        self.prices = np.maximum(self.prices, prices(round_, taken))
        self.rounds.append((round_, taken))
        self._remember(index[taken], worth[taken])
        return index[taken]

    def fill(self, solve: Solver, chosen: Ints) -> Ints:
        """All rounds once more as one: what was dealt keeps its worth, and every proposal counts."""
        youth_room, job_room, mentor_room, employer_room = self.whole
        index = self._near_what_is_left(chosen)
        if not len(index):
            return chosen
        youth, job, waiting = self.lists.youth[index], self.lists.job[index], self.town.youths.waiting
        worth = self.score[index] * self.free[youth] * self.seats.open[job]
        gain = gains(worth, waiting[youth], self.lists.tie[index])
        is_dealt = np.isin(index, chosen)
        gain[is_dealt] = self.dealt[index[is_dealt]]
        bonus = self.limits.first_bonus
        round_ = Round(
            youth,
            job,
            gain + round(self.limits.fill_bonus * ONE),
            len(youth_room),
            len(job_room),
            _first_counts(job_room, self.town.jobs.open < 1, bonus),
            self.mentor,
            mentor_room,
            self.employer,
            employer_room,
            _first_counts(youth_room, self.town.youths.open < 1, bonus),
        )
        taken = solve(round_)
        self.rounds.append((round_, taken))
        return index[taken]

    def _near_what_is_left(self, chosen: Ints) -> Ints:
        """What was dealt, and the pairs by which a place that is left could be reached: at the job itself, or at one
        from which somebody could move there. Nothing where no place is left that anybody could take."""
        youth, job = self.lists.youth, self.lists.job
        left = self.job_room > 0
        first = _marked(youth[left[job]], len(self.youth_room))
        near = left | _marked(job[chosen[first[youth[chosen]]]], len(left))
        second = first | (_marked(youth[near[job]], len(first)) & (self.youth_room > 0))
        pairs = near[job] & second[youth]
        if not pairs.any():
            return np.empty(0, dtype=np.int64)
        pairs[chosen] = True
        return np.flatnonzero(pairs)

    def _has_room(self) -> npt.NDArray[np.bool_]:
        youth, job = self.lists.youth, self.lists.job
        free: npt.NDArray[np.bool_] = (self.youth_room > 0)[youth] & (self.job_room > 0)[job]
        for of_each, room, place in ((self.mentor, self.mentor_room, youth), (self.employer, self.employer_room, job)):
            free &= np.append(room > 0, True)[of_each][place]
        return free

    def _queues(self, job: Ints, worth: Floats) -> Queues:
        """First the seats; behind them as many again and again, ever less worth the more are in front."""
        pairs = np.bincount(job, minlength=len(self.job_room))
        usual = np.bincount(job, worth, len(self.job_room)) / np.maximum(pairs, 1)
        asked = np.flatnonzero(pairs)
        seats, room = self.town.jobs.seats, self.job_room
        tiers = [(asked, np.minimum(room, seats)[asked], np.zeros(len(asked)))]
        behind = self.seats
        for tier in range(1, self.limits.per_seat):
            asked = asked[room[asked] > tier * seats[asked]]
            behind = behind.crowded_by(usual, seats)
            lost = usual * (1 - behind.open / np.where(self.seats.open > 0, self.seats.open, 1))
            tiers.append((asked, np.minimum(room - tier * seats, seats)[asked], lost[asked]))
        jobs, sizes, lost = map(np.concatenate, zip(*tiers, strict=True))
        return Queues(jobs, sizes, tolls(lost))

    def _remember(self, pairs: Ints, worth: Floats) -> None:
        youth, job = self.lists.youth[pairs], self.lists.job[pairs]
        self.left[pairs] = False
        self.youth_room[youth] -= 1
        self.job_room -= np.bincount(job, minlength=len(self.job_room))
        for of_each, room, place in ((self.mentor, self.mentor_room, youth), (self.employer, self.employer_room, job)):
            capped = of_each[place]
            room -= np.bincount(capped[capped >= 0], minlength=len(room))
        self.fresh[youth] = False
        self.free[youth] *= 1 - worth
        self.seats = self.seats.asked_by(job, worth)


@dataclass(frozen=True, slots=True, eq=False)
class Seats:
    """`taken` (jobs, k) is the chance that exactly k seats of a job go to those before, for k below its seats."""

    taken: Floats
    inside: npt.NDArray[np.bool_]

    @classmethod
    def with_rivals(cls, seats: Ints, rivals: Ints) -> "Seats":
        """With so many unanswered proposals of earlier nights at each job."""
        inside = np.arange(max(1, int(seats.max(initial=1)))) < seats[:, None]
        taken = np.zeros(inside.shape)
        taken[:, :1] = inside[:, :1]
        return cls(taken, inside).crowded_by(np.full(len(seats), OPEN_CHANCE), rivals)

    @property
    def open(self) -> Floats:
        """The chance that each job has a seat left."""
        found: Floats = self.taken.sum(axis=1)
        return found

    def crowded_by(self, chance: Floats, rivals: Ints) -> "Seats":
        """After so many more rivals at each job, all with that chance."""
        taken = self.taken
        for number in range(int(rivals.max(initial=0))):
            taken = self._after(taken, np.where(rivals > number, chance, 0.0))
        return Seats(taken, self.inside)

    def asked_by(self, job: Ints, chance: Floats) -> "Seats":
        """After these rivals, each with a chance of their own."""
        order = np.argsort(job, kind="stable")
        job, chance, taken = job[order], chance[order], self.taken
        place = np.arange(len(job)) - np.searchsorted(job, job)
        for number in range(int(place.max(initial=-1)) + 1):
            one = np.zeros(len(taken))
            one[job[place == number]] = chance[place == number]
            taken = self._after(taken, one)
        return Seats(taken, self.inside)

    def _after(self, taken: Floats, chance: Floats) -> Floats:
        more = taken * (1 - chance[:, None])
        more[:, 1:] += taken[:, :-1] * chance[:, None]
        found: Floats = more * self.inside
        return found


def _marked(places: Ints, size: int) -> npt.NDArray[np.bool_]:
    found = np.zeros(size, dtype=np.bool_)
    found[places] = True
    return found


def _first_counts(room: Ints, fresh: npt.NDArray[np.bool_], bonus: float) -> Queues:
    """Places of youths or jobs, of which the first counts more for those who have none yet."""
    first, more = np.flatnonzero(fresh & (room > 0)), np.flatnonzero(room - fresh > 0)
    toll = np.full(len(first), -round(bonus * ONE))
    return Queues(
        np.r_[first, more],
        np.r_[np.ones(len(first), dtype=np.int64), (room - fresh)[more]],
        np.r_[toll, np.zeros(len(more), dtype=np.int64)],
    )


def _groups(ids: list[int | None] | list[int], room: Mapping[int, int]) -> tuple[Ints, Ints]:
    """Each one's group as a row of the rooms, -1 for all without a cap."""
    row = {group: place for place, group in enumerate(sorted(room))}
    rows = [row.get(group, -1) if group is not None else -1 for group in ids]
    rooms = [max(0, room[group]) for group in row]
    return np.array(rows, dtype=np.int64), np.array(rooms, dtype=np.int64)
