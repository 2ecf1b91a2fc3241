"""A toss for each pair, out of its ids and the night's seed alone."""

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Unsigned = npt.NDArray[np.uint64]

BITS = 16
GOLDEN, MIX_1, MIX_2 = (np.uint64(each) for each in (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB))


def toss(seed: int, youths: Ints, posts: Ints) -> Ints:
    """BITS of chance for each pair (splitmix64)."""
    mixed = _mix(begun(seed, youths) ^ posts.astype(np.uint64))
    return (mixed >> np.uint64(64 - BITS)).astype(np.int64)


def begun(seed: int, youths: Ints) -> Unsigned:
    """What the seed and each youth make of it, before the post."""
    return _mix(_mix(np.full(1, seed % 2**64, dtype=np.uint64)) ^ youths.astype(np.uint64))


def _mix(state: Unsigned) -> Unsigned:
    state = state + GOLDEN
    state = (state ^ (state >> np.uint64(30))) * MIX_1
    state = (state ^ (state >> np.uint64(27))) * MIX_2
    return state ^ (state >> np.uint64(31))
