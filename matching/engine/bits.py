"""Sets of codes as bits, so that what two sets share is counted in one step."""

from collections.abc import Collection, Iterable, Mapping
from itertools import chain

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Words = npt.NDArray[np.uint64]


class Bits:
    """A vocabulary: each code has a place in a row of 64-bit words."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self.position = {code: index for index, code in enumerate(sorted(set(vocabulary)))}
        self.words = max(1, -(-len(self.position) // 64))

    def rows(self, sets: Iterable[Collection[str]]) -> Words:
        """One row for each set; codes outside the vocabulary are nobody else's and drop out."""
        known = [[self.position[code] for code in codes if code in self.position] for codes in sets]
        owner = np.repeat(np.arange(len(known)), list(map(len, known)))
        place = np.fromiter(chain.from_iterable(known), dtype=np.int64, count=len(owner))
        rows = np.zeros((len(known), self.words), dtype=np.uint64)
        np.bitwise_or.at(rows, (owner, place // 64), np.uint64(1) << (place % 64).astype(np.uint64))
        return rows


def count(bits: Words) -> Ints:
    """How many bits stand in each row."""
    if bits.shape[1] == 1:
        return np.bitwise_count(bits[:, 0]).astype(np.int64)
    total: Ints = np.bitwise_count(bits).sum(axis=1, dtype=np.int64)
    return total


def at_least(level: int, skills: Mapping[str, int]) -> list[str]:
    return [code for code, own in skills.items() if own >= level]


def exactly(level: int, skills: Mapping[str, int]) -> list[str]:
    return [code for code, own in skills.items() if own == level]
