"""What one more place would add to a round, and with it the proof that the round is the best there is."""

import numpy as np
import numpy.typing as npt

from matching.engine.flow import Round, filled

Ints = npt.NDArray[np.int64]

NEVER = -(1 << 60)
"""Less than any sum of gains."""


class NotTheBest(RuntimeError):
    """The chosen pairs can be bettered: an answer that no exact solver gives."""


def prices(round_: Round, chosen: Ints) -> Ints:
    """What one more place at each job (and under its employer's cap) would add: 0 where one is free of toll.

    Worked out by passing the best chain of moves along until nothing changes, which it does only
    when the chosen pairs are the best: so this is also the proof of them. Raises NotTheBest.
    """
    chain = _Chain(round_, chosen)
    for _ in range(round_.youths + round_.jobs + 2):
        if not chain.pass_on():
            break
    else:
        raise NotTheBest
    if chain.has_a_better_place():
        raise NotTheBest
    return chain.room


class _Chain:
    """`enter` is the best gain of a move into each job; `room` what a place that comes free at it is good for."""

    def __init__(self, round_: Round, chosen: Ints) -> None:
        self.round = round_
        self.at = np.full(round_.youths, -1)
        self.at[round_.youth[chosen]] = round_.job[chosen]
        self.loss = np.zeros(round_.youths, dtype=np.int64)
        self.loss[round_.youth[chosen]] = round_.gain[chosen]
        self.moves = np.setdiff1d(np.arange(len(round_.gain)), chosen, assume_unique=True)
        self._places(np.bincount(round_.job[chosen], minlength=round_.jobs))
        inside = self.at >= 0
        self.full_mentor = _full(round_.mentor[inside], round_.mentor_room)
        self.full_employer = _full(round_.employer[self.at[inside]], round_.employer_room)
        self.enter = np.full(round_.jobs, NEVER)
        self.room = self.refund.copy()

    def _places(self, taken: Ints) -> None:
        """The toll that the last place in use gives back, and that of the next."""
        queues, used = self.round.queues, filled(self.round.queues, taken)
        self.refund = np.zeros(self.round.jobs, dtype=np.int64)
        np.maximum.at(self.refund, queues.job[used > 0], queues.toll[used > 0])
        self.next = np.full(self.round.jobs, -NEVER)
        left = used < queues.size
        np.minimum.at(self.next, queues.job[left], queues.toll[left])

    def pass_on(self) -> bool:
        """One step of all chains; whether anything became better."""
        moves = self.moves
        youth, job = self.round.youth[moves], self.round.job[moves]
        enter = np.full(self.round.jobs, NEVER)
        np.maximum.at(enter, job, self.round.gain[moves] + self._leave()[youth])
        room = np.maximum(self.refund, np.maximum(enter, self.refund + self._elsewhere(enter)))
        changed = bool((enter > self.enter).any() or (room > self.room).any())
        self.enter, self.room = np.maximum(self.enter, enter), np.maximum(self.room, room)
        return changed

    def has_a_better_place(self) -> bool:
        """Whether a place that is free now would have gained, or one that is taken by being left."""
        free = (self.next < -NEVER) & (self.enter > NEVER // 2)
        capped = free & (self.round.employer >= 0)
        free[capped] = ~self.full_employer[self.round.employer[capped]]
        left = self.room[self.at[self.at >= 0]] > self.loss[self.at >= 0]
        return bool((self.enter[free] > self.next[free]).any() or left.any())

    def _leave(self) -> Ints:
        """What it costs each youth to come away from where they are, or to get in under their mentor's cap."""
        inside = self.at >= 0
        leave = np.zeros(self.round.youths, dtype=np.int64)
        leave[inside] = self.room[self.at[inside]] - self.loss[inside]
        mentor = self.round.mentor
        if len(self.full_mentor):
            best = np.full(len(self.full_mentor), NEVER)
            capped = inside & (mentor >= 0)
            np.maximum.at(best, mentor[capped], leave[capped])
            stuck = ~inside & (mentor >= 0)
            stuck[stuck] = self.full_mentor[mentor[stuck]]
            leave[stuck] = best[mentor[stuck]]
        return leave

    def _elsewhere(self, enter: Ints) -> Ints:
        """What a place that comes free under a full employer is good for at the employer's other jobs."""
        employer = self.round.employer
        found = np.full(self.round.jobs, NEVER)
        if len(self.full_employer):
            best = np.full(len(self.full_employer), NEVER)
            has = (employer >= 0) & (enter > NEVER // 2) & (self.next < -NEVER)
            np.maximum.at(best, employer[has], enter[has] - self.next[has])
            under = employer >= 0
            under[under] = self.full_employer[employer[under]]
            found[under] = best[employer[under]]
        return found


def _full(rows: Ints, room: Ints) -> npt.NDArray[np.bool_]:
    found: npt.NDArray[np.bool_] = np.bincount(rows[rows >= 0], minlength=len(room)) >= room
    return found
