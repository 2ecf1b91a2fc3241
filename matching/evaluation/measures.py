"""What a night is measured by."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import sparse, stats
from scipy.sparse.csgraph import maximum_flow

from matching.engine.columns import Town
from matching.engine.search import Pairs

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


class Interval(NamedTuple):
    """The mean of many worlds, and where it lies with 95 % certainty (Student's t)."""

    mean: float
    low: float
    high: float
    worlds: int

    @classmethod
    def of(cls, values: list[float]) -> "Interval":
        mean = float(np.mean(values))
        if len(values) < 2:
            return cls(mean, mean, mean, len(values))
        half = float(stats.sem(values) * stats.t.ppf(0.975, len(values) - 1))
        return cls(round(mean, 5), round(mean - half, 5), round(mean + half, 5), len(values))


def most_reached(town: Town, eligible: Pairs, per_seat: int, each: int = 1) -> int:
    """A maximum flow: how many proposals there can be at all when each youth takes up to `each` and each seat has
    `per_seat` candidates. With `each` 1: how many youths can be reached."""
    youths, jobs = len(town.youths.id), len(town.jobs.id)
    source, sink = youths + jobs, youths + jobs + 1
    tail = np.r_[np.full(youths, source), eligible.youth, np.arange(jobs) + youths]
    head = np.r_[np.arange(youths), eligible.job + youths, np.full(jobs, sink)]
    room = np.r_[np.full(youths, each), np.ones(len(eligible.youth)), per_seat * town.jobs.seats - town.jobs.open]
    graph = sparse.csr_matrix((np.maximum(room, 0).astype(np.int32), (tail, head)), shape=(sink + 1, sink + 1))
    return int(maximum_flow(graph, source, sink).flow_value)


def evenness(jobs: Ints, seats: Ints) -> float:
    """The entropy of the proposals over all seats that could have some, 1 when each has as many as the next."""
    share = np.bincount(jobs, minlength=len(seats)) / max(1, len(jobs))
    used = share > 0
    entropy = -(share[used] * np.log(share[used] / np.maximum(seats[used], 1))).sum()
    return float(entropy / np.log(max(2, seats.sum())))


def per_seat(jobs: Ints, seats: Ints) -> float:
    """The most candidates that a job got for each of its seats."""
    return float((np.bincount(jobs, minlength=len(seats)) / np.maximum(seats, 1)).max(initial=0.0))


def quiet(eligible: Ints, chosen: Ints, seats: Ints) -> float:
    """The share of jobs that somebody could have and nobody was proposed for."""
    could = (np.bincount(eligible, minlength=len(seats)) > 0) & (seats > 0)
    got = np.bincount(chosen, minlength=len(seats)) > 0
    return float((could & ~got).sum() / max(1, could.sum()))


def calibration_error(chance: Floats, came: Floats, bins: int = 10) -> float:
    """Expected calibration error: the gap between what was promised and what came, in bins of equal size."""
    order = np.argsort(chance, kind="stable")
    parts = [part for part in np.array_split(order, bins) if len(part)]
    return float(sum(len(part) * abs(chance[part].mean() - came[part].mean()) for part in parts) / len(chance))


def log_loss(chance: Floats, came: Floats) -> float:
    inside = np.clip(chance, 1e-9, 1 - 1e-9)
    return float(-(came * np.log(inside) + (1 - came) * np.log(1 - inside)).mean())
