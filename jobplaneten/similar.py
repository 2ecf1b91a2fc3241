"""From free text to the phrases most like it, by character n-grams: Danish compounds and misspellings
share pieces even where they share no word. A person confirms every suggestion.

The pieces are those of scikit-learn's `TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4))`, and so is
the order found; written out here because no web request may load scikit-learn.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import log

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
FLOOR = 0.25
"""Below this cosine the pieces in common are mostly chance."""
SHORTEST, LONGEST = 2, 4
SPELT_OUT = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ü": "u", "ö": "oe", "ä": "ae"})
BETWEEN_WORDS = re.compile(r"[^\w]+|_+")


def folded(text: str) -> str:
    """One spelling for all: small letters, æ ø å as ae oe aa, and nothing but a blank between words."""
    return BETWEEN_WORDS.sub(" ", text.lower().translate(SPELT_OUT)).strip()


@lru_cache(maxsize=20_000)
def pieces_of(word: str) -> tuple[str, ...]:
    """Each run of 2 to 4 characters of a word with a blank on both sides, a short word once as a whole."""
    padded = f" {word} "
    longest = min(LONGEST, len(padded))
    return tuple(
        padded[start : start + size] for size in range(SHORTEST, longest + 1) for start in range(len(padded) - size + 1)
    )


class Nearest:
    """An index of phrases. `sublinear` lets a piece that is there twice weigh less than twice as much."""

    def __init__(self, phrases: Sequence[str], *, sublinear: bool = False) -> None:
        self._sublinear = sublinear
        self._size = len(phrases)
        self._number: dict[str, int] = {}
        rows, pieces, counts = self._table(phrases)
        weights = self._dampened(counts)
        df = np.bincount(pieces, minlength=len(self._number))
        self._idf: Floats = np.log((1 + self._size) / (1 + df)) + 1
        weights *= self._idf[pieces]
        norms = np.sqrt(np.bincount(rows, weights**2, minlength=self._size))
        order = np.argsort(pieces, kind="stable")
        self._rows = rows[order]
        self._weights = (weights / norms[rows])[order]
        self._ends = np.concatenate([[0], np.cumsum(df)])

    def _table(self, phrases: Sequence[str]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], Floats]:
        """Row, piece and how often, once for each pair."""
        number, of_word = self._number, {}
        found: list[int] = []
        lengths: list[int] = []
        for phrase in phrases:
            before = len(found)
            for word in phrase.split():
                if word not in of_word:
                    of_word[word] = [number.setdefault(piece, len(number)) for piece in pieces_of(word)]
                found += of_word[word]
            lengths.append(len(found) - before)
        rows = np.repeat(np.arange(len(phrases)), lengths)
        width = max(len(number), 1)
        pairs, counts = np.unique(rows * width + np.array(found, dtype=np.int64), return_counts=True)
        return pairs // width, pairs % width, counts.astype(np.float64)

    def _dampened(self, counts: Floats) -> Floats:
        return 1 + np.log(counts) if self._sublinear else counts

    def cosines(self, text: str) -> Floats:
        """How near each phrase is, 0 to 1. Pieces that no phrase has count for nothing."""
        counts = Counter(piece for word in text.split() for piece in pieces_of(word) if piece in self._number)
        numbers = [self._number[piece] for piece in counts]
        weights = [
            (1 + log(n) if self._sublinear else n) * self._idf[i] for i, n in zip(numbers, counts.values(), strict=True)
        ]
        norm = np.sqrt(np.dot(weights, weights)) if weights else 1.0
        spans = [slice(self._ends[i], self._ends[i + 1]) for i in numbers]
        if not spans:
            return np.zeros(self._size)
        near = np.concatenate([self._weights[span] * weight for span, weight in zip(spans, weights, strict=True)])
        rows = np.concatenate([self._rows[span] for span in spans])
        return np.bincount(rows, near, minlength=self._size) / norm


def best_of(codes: Sequence[str], near: Floats, floor: float) -> dict[str, float]:
    """For each code the cosine of its nearest phrase, the nearest first; equally near ones as they stand."""
    best: dict[str, float] = {}
    wanted = np.flatnonzero(near >= floor)
    for position in wanted[np.argsort(-near[wanted], kind="stable")]:
        best.setdefault(codes[position], round(float(near[position]), 6))
    return best


class TagFinder:
    """`vocabulary` holds for each code the phrases that mean it; raises ValueError if empty."""

    def __init__(self, vocabulary: Mapping[str, Iterable[str]], *, sublinear: bool = True) -> None:
        known = [(code, folded(phrase)) for code in sorted(vocabulary) for phrase in vocabulary[code]]
        if not any(phrase for _, phrase in known):
            raise ValueError("A tag finder needs at least one phrase.")
        self._codes = [code for code, _ in known]
        self._phrases = Nearest([phrase for _, phrase in known], sublinear=sublinear)

    def suggest(self, text: str, top: int = 3, floor: float = FLOOR) -> list[tuple[str, float]]:
        """Up to `top` codes with the cosine (0-1) of their nearest phrase, the nearest first."""
        return list(best_of(self._codes, self._phrases.cosines(folded(text)), floor).items())[:top]
