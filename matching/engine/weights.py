"""The score as tables: for each side an intercept, and points for each code of each feature.

The tables are the score and the explanation alike. Written weights (the expert's) are always at
hand; `scoring` fits better ones with scikit-learn, which this module does not need.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from matching.engine.features import FEATURES, INTERCEPTS, NAMES

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
WRITTEN = "written"
LARGEST = 50.0


@dataclass(frozen=True, slots=True)
class Side:
    """One model: the logit is `intercept` plus one entry out of each feature's table."""

    intercept: float
    tables: tuple[tuple[float, ...], ...]

    @classmethod
    def linear(cls, intercept: float, slopes: Iterable[float]) -> Self:
        tables = tuple(
            tuple(float(slope) * code for code in range(feature.top + 1))
            for feature, slope in zip(FEATURES, slopes, strict=True)
        )
        return cls(float(intercept), tables)

    def points(self, codes: Ints) -> Floats:
        """What each code adds to the logit, in the shape of `codes`."""
        columns = [np.array(table)[codes[:, n]] for n, table in enumerate(self.tables)]
        return np.column_stack(columns)

    def logit(self, codes: Ints) -> Floats:
        total: Floats = self.intercept + self.points(codes).sum(axis=1)
        return total

    def chance(self, codes: Ints) -> Floats:
        found: Floats = 1 / (1 + np.exp(-self.logit(codes)))
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """`score` is the chance that the youth wants the job and the job takes the youth."""

    want: Floats
    take: Floats

    @property
    def score(self) -> Floats:
        return self.want * self.take


@dataclass(frozen=True, slots=True)
class Scorer:
    """`origin` is written, prior or outcomes; `made_with` the library that fitted the tables."""

    want: Side
    take: Side
    origin: str = WRITTEN
    outcomes: int = 0
    made_with: str = ""

    @classmethod
    def written(cls) -> Self:
        """The expert's weights as they stand in `features`."""
        return cls(expert("want"), expert("take"))

    def score(self, codes: Ints) -> Scores:
        return Scores(self.want.chance(codes), self.take.chance(codes))

    def to_json(self) -> dict[str, Any]:
        sides = {
            name: {"intercept": side.intercept, "tables": dict(zip(NAMES, side.tables, strict=True))}
            for name, side in (("want", self.want), ("take", self.take))
        }
        about = {"origin": self.origin, "outcomes": self.outcomes, "made_with": self.made_with}
        return {**about, **sides}

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Self:
        """Raises ValueError, KeyError or TypeError for tables that do not fit today's features."""
        want, take = _side(value["want"]), _side(value["take"])
        return cls(want, take, value["origin"], value["outcomes"], value["made_with"])


def slopes(side: str) -> tuple[float, ...]:
    """The expert's points for each step of each code."""
    return tuple(getattr(feature, side) for feature in FEATURES)


def expert(side: str) -> Side:
    return Side.linear(INTERCEPTS[side], slopes(side))


def _side(value: Mapping[str, Any]) -> Side:
    if list(value["tables"]) != list(NAMES):
        raise ValueError("other features")
    tables = tuple(tuple(map(_point, value["tables"][name])) for name in NAMES)
    if [len(table) for table in tables] != [feature.top + 1 for feature in FEATURES]:
        raise ValueError("other codes")
    return Side(_point(value["intercept"]), tables)


def _point(value: float) -> float:
    if not (math.isfinite(value) and abs(value) <= LARGEST):
        raise ValueError("not a weight")
    return float(value)
