"""From free text to suggested tags, by character n-grams: Danish compounds and misspellings
share pieces even where they share no word. A person confirms every suggestion."""

from collections.abc import Mapping, Sequence

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

FLOOR = 0.25
"""Below this cosine the pieces in common are mostly chance."""


class TagFinder:
    """`vocabulary` holds for each code the phrases that mean it; raises ValueError if empty."""

    def __init__(self, vocabulary: Mapping[str, Sequence[str]]) -> None:
        known = [(code, phrase) for code in sorted(vocabulary) for phrase in vocabulary[code]]
        if not any(phrase.strip() for _, phrase in known):
            raise ValueError("A tag finder needs at least one phrase.")
        self._codes = [code for code, _ in known]
        self._pieces = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True)
        self._phrases = self._pieces.fit_transform(phrase for _, phrase in known)

    def suggest(self, text: str, top: int = 3, floor: float = FLOOR) -> list[tuple[str, float]]:
        """Up to `top` codes with the cosine (0-1) of their nearest phrase, the nearest first."""
        found = (self._phrases @ self._pieces.transform([text]).T).toarray().ravel()
        best: dict[str, float] = {}
        for position in np.argsort(-found, kind="stable"):
            best.setdefault(self._codes[position], round(float(found[position]), 6))
        return [(code, near) for code, near in best.items() if near >= floor][:top]
