"""What would really happen in an invented world: who says yes, and how many are placed."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matching.engine import features
from matching.engine.columns import Town
from matching.engine.features import FEATURES
from matching.engine.search import Pairs
from matching.engine.weights import Side, expert

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

NIGHTS = 200
"""Times that a set of proposals is lived through."""


@dataclass(frozen=True, slots=True, eq=False)
class Truth:
    """How youths and jobs of a world really choose: as the experts think, but with other weights, with two things
    that count together, and with jobs that are better or worse liked than their features say."""

    want: Side
    take: Side
    together: tuple[tuple[int, int, float], ...]
    liked: Floats
    choosy: Floats

    @classmethod
    def of(cls, town: Town, seed: int) -> "Truth":
        dice = np.random.default_rng([seed, 7])
        jobs = len(town.jobs.id)
        together = tuple(
            (int(a), int(b), float(x))
            for a, b, x in zip(
                dice.integers(0, len(FEATURES), 3),
                dice.integers(0, len(FEATURES), 3),
                dice.normal(0, 0.15, 3),
                strict=True,
            )
        )
        return cls(
            _moved("want", dice), _moved("take", dice), together, dice.normal(0, 0.25, jobs), dice.normal(0, 0.25, jobs)
        )

    def chances(self, town: Town, pairs: Pairs) -> tuple[Floats, Floats]:
        """That each youth wants the job, and that the job takes the youth who does."""
        codes = features.codes(town, *pairs)
        extra = sum(weight * np.minimum(codes[:, a], 1) * np.minimum(codes[:, b], 1) for a, b, weight in self.together)
        want = self.want.logit(codes) + extra + self.liked[pairs.job]
        take = self.take.logit(codes) + self.choosy[pairs.job]
        return 1 / (1 + np.exp(-want)), 1 / (1 + np.exp(-take))


def _moved(side: str, dice: np.random.Generator) -> Side:
    written = expert(side)
    slopes = [getattr(feature, side) for feature in FEATURES]
    moved = [slope * float(np.exp(dice.normal(-0.1, 0.5))) + float(dice.normal(0, 0.03)) for slope in slopes]
    return Side.linear(written.intercept + float(dice.normal(0, 0.1)), moved)


def placements(pairs: Pairs, chance: Floats, seats: Ints, youths: int, seed: int) -> float:
    """How many youths find a job on average when each proposal becomes a yes of both with its chance. Answers come
    in any order; who has a job takes no other, and a job whose seats are taken takes nobody."""
    dice = np.random.default_rng([seed, 11])
    order = dice.permutation(len(chance))
    yes = dice.random((len(chance), NIGHTS)) < chance[:, None]
    free = np.ones((youths, NIGHTS), dtype=np.bool_)
    left = np.repeat(seats[:, None], NIGHTS, axis=1)
    for pair in order.tolist():
        youth, job = pairs.youth[pair], pairs.job[pair]
        placed = yes[pair] & free[youth] & (left[job] > 0)
        free[youth] &= ~placed
        left[job] -= placed
    return float((~free).sum()) / NIGHTS


def answers(truth: Truth, town: Town, pairs: Pairs, seed: int) -> list[tuple[tuple[int, ...], bool, bool | None]]:
    """What these youths and jobs would say: the codes, did the youth want it, did the job take who did."""
    dice = np.random.default_rng([seed, 13])
    want, take = truth.chances(town, pairs)
    wanted, taken = dice.random(len(want)) < want, dice.random(len(take)) < take
    codes = features.codes(town, *pairs)
    rows = zip(codes.tolist(), wanted.tolist(), taken.tolist(), strict=True)
    return [(tuple(row), yes, both if yes else None) for row, yes, both in rows]
