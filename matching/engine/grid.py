"""Jobs in the order of where they lie, once for each kind of youth (age and steps), so that all jobs that are right for
a youth and lie in one row of cells are side by side. What the compiled search walks over."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from matching.engine import travel
from matching.engine.columns import Town
from matching.engine.search import Kinds

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

CELL = 2.0 / travel.EARTH_KM
"""Radii of the earth: two kilometres."""


class Grid(NamedTuple):
    """`job` are the jobs of all kinds, kind after kind; `start` (kinds, rows * columns + 1) where each cell's begin.

    A place lies in row (z - low) / CELL, z its way towards the north pole, and in the column of its longitude
    (radians): `low`, `step` and `shape` are of (z, longitude).
    """

    job: npt.NDArray[np.uint32]
    start: npt.NDArray[np.int32]
    low: Floats
    step: Floats
    shape: Ints


def lay(town: Town, kinds: Kinds) -> Grid:
    at = spots(town.jobs.place)
    low, high = at.min(axis=0), at.max(axis=0)
    step = np.array([CELL, CELL / widest(town.jobs.place)])
    shape = np.floor((high - low) / step).astype(np.int64) + 1
    cell = cells(at, low, step, shape)
    order = np.argsort(cell, kind="stable")
    job, start, before = [], [], 0
    for open_ in kinds.open:
        own = order[open_[order]]
        job.append(own)
        start.append(before + np.searchsorted(cell[own], np.arange(int(shape.prod()) + 1)))
        before += len(own)
    return Grid(np.concatenate(job).astype(np.uint32), np.array(start, dtype=np.int32), low, step, shape)


def spots(place: Floats) -> Floats:
    """z and longitude of unit vectors."""
    return np.column_stack([place[:, 2], np.arctan2(place[:, 1], place[:, 0])])


def widest(place: Floats) -> float:
    """How far from the axis of the earth the farthest of them is."""
    return max(1e-3, float(np.sqrt(place[:, 0] ** 2 + place[:, 1] ** 2).max()))


def cells(at: Floats, low: Floats, step: Floats, shape: Ints) -> Ints:
    """The number of each spot's cell, the nearest one for a spot outside."""
    row, column = np.clip(np.floor((at - low) / step).astype(np.int64), 0, shape - 1).T
    found: Ints = row * shape[1] + column
    return found


def reach_in_cells(town: Town, reach: Floats, grid: Grid) -> npt.NDArray[np.int32]:
    """For each youth the first and last row, the first and last column that can hold a job within reach, shape (n, 4).

    A chord's ends differ no more in z than its length. Their difference in longitude is at most that of the
    chord's length seen from the axis, at the latitude nearer to the pole that the chord can come to.
    """
    at = spots(town.youths.place)
    beside = 1 - np.minimum(1, np.abs(at[:, 0]) + reach) ** 2
    nearest = np.sqrt(np.maximum(beside, 0))
    wide = np.where(nearest > reach, 2 * np.arcsin(np.minimum(1, reach / np.maximum(2 * nearest, 1e-9))), 4 * np.pi)
    spread = np.column_stack([reach, wide]) + 1e-9
    first = np.clip(np.floor((at - spread - grid.low) / grid.step), 0, grid.shape - 1)
    last = np.clip(np.floor((at + spread - grid.low) / grid.step), 0, grid.shape - 1)
    round_the_back = np.abs(at[:, 1]) + wide > np.pi
    first[round_the_back, 1], last[round_the_back, 1] = 0, grid.shape[1] - 1
    return np.column_stack([first[:, 0], last[:, 0], first[:, 1], last[:, 1]]).astype(np.int32)
