"""Fewer pairs for the allocation to weigh: each youth's best jobs and each job's best youths."""

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


def places(owner: Ints, score: Floats, tie: Ints) -> Ints:
    """The place (from 0) of each pair on its owner's list, best score first, then larger tie."""
    order = np.lexsort((-tie, -score, owner))
    ranked = owner[order]
    first = np.flatnonzero(np.r_[True, ranked[1:] != ranked[:-1]]) if len(order) else order
    lengths = np.diff(np.r_[first, len(order)])
    found = np.empty(len(order), dtype=np.int64)
    found[order] = np.arange(len(order)) - np.repeat(first, lengths)
    return found


def keep(wish: Ints, job: Ints, score: Floats, tie: Ints, length: int) -> Ints:
    """Positions of the pairs that are among the best `length` of their youth or of their job."""
    kept = (places(wish, score, tie) < length) | (places(job, score, tie) < length)
    return np.flatnonzero(kept)
