"""A scorer as whole numbers, so that a sum of points is the same in whatever order and by whatever machine."""

from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

from matching.engine.features import TOPS
from matching.engine.weights import Scorer, Side

Ints = npt.NDArray[np.int64]
Short = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float64]

UNIT = 2.0**-20
"""A point of 1 in these units: no table is off by more than half of it."""
STEP_BITS = 12
STEPS = np.arange(-32 << 8, (32 << 8) + 2) / 2.0**8
CHANCE = 1 / (1 + np.exp(-STEPS))
"""The chance at each step of the logit; between two steps it runs straight, off by less than 2e-7."""
SLOPE = np.diff(CHANCE)
FARTHEST = 32 << 20


@dataclass(frozen=True, slots=True, eq=False)
class Compiled:
    """`tables` (sides want and take, features, codes) and `intercepts` (sides) in UNITs of the logit."""

    tables: Short
    intercepts: Ints

    @classmethod
    def of(cls, scorer: Scorer) -> Self:
        width = int(TOPS.max()) + 1
        tables = np.zeros((2, len(TOPS), width), dtype=np.int32)
        for side, model in enumerate((scorer.want, scorer.take)):
            for feature, table in enumerate(model.tables):
                tables[side, feature, : len(table)] = np.rint(np.array(table) / UNIT)
        return cls(tables, np.array([_whole(scorer.want), _whole(scorer.take)], dtype=np.int64))

    def points(self, codes: Ints) -> Ints:
        """What each code adds to each logit, shape (2, n, features), in UNITs."""
        each = [self.tables[:, feature, codes[:, feature]] for feature in range(codes.shape[1])]
        return np.stack(each, axis=2).astype(np.int64)

    def chances(self, codes: Ints) -> tuple[Floats, Floats]:
        """That the youth wants the job, and that the job takes the youth."""
        want = np.full(len(codes), self.intercepts[0])
        take = np.full(len(codes), self.intercepts[1])
        for feature in range(codes.shape[1]):
            want += self.tables[0, feature][codes[:, feature]]
            take += self.tables[1, feature][codes[:, feature]]
        return chance(want), chance(take)


def chance(logit: Ints) -> Floats:
    """Of a logit in UNITs."""
    inside = np.clip(logit, -FARTHEST, FARTHEST) + FARTHEST
    step, rest = inside >> STEP_BITS, inside & (1 << STEP_BITS) - 1
    found: Floats = CHANCE[step] + SLOPE[step] * (rest * 2.0**-STEP_BITS)
    return found


def _whole(side: Side) -> int:
    return round(side.intercept / UNIT)
