"""How often free text finds the right occupation: ESCO's Danish synonyms, each tried while it is not in the index."""

from collections.abc import Callable, Iterable, Sequence
from random import Random
from statistics import fmean, median
from time import perf_counter
from typing import Any

from jobplaneten.occupations import Occupation, occupations
from jobplaneten.similar import Nearest, best_of, folded

LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"
WORTH_A_MISTAKE = 4
FIRST = 5
MEASURED = ("hit_at_1", "hit_at_5", "median_ms")
JUST_ABOVE_NOTHING = 0.05
Query = tuple[frozenset[str], str]
"""The occupations that a phrase names, any of which is right, and the phrase."""


def held_out(known: Iterable[Occupation], seed: int) -> tuple[list[tuple[str, str]], list[Query]]:
    """Phrases to index as (occupation, phrase), and phrases to try: one synonym of each occupation that has one.

    No phrase tried is in the index in any spelling, under any occupation.
    """
    toss = Random(seed)  # noqa: S311 — a fair draw, nothing secret
    named = {one.code: [folded(one.title), *map(folded, one.also_called)] for one in known}
    titles = {names[0] for names in named.values()}
    free = [sorted(set(names) - titles) for names in named.values()]
    tried = {toss.choice(synonyms) for synonyms in free if synonyms}
    indexed = [(code, name) for code, names in named.items() for name in dict.fromkeys(names) if name not in tried]
    right: dict[str, set[str]] = {phrase: set() for phrase in sorted(tried)}
    for code, names in named.items():
        for name in tried.intersection(names):
            right[name].add(code)
    return indexed, [(frozenset(codes), phrase) for phrase, codes in right.items()]


def every_word_mistyped(phrase: str, toss: Random) -> str:
    """One slip of the finger in each longer word: a letter lost, doubled, swapped or hit beside."""
    return " ".join(slipped(word, toss) if len(word) >= WORTH_A_MISTAKE else word for word in phrase.split())


def one_slip(phrase: str, toss: Random) -> str:
    """The same, in one of the longer words only."""
    words = phrase.split()
    long = [place for place, word in enumerate(words) if len(word) >= WORTH_A_MISTAKE]
    if long:
        place = toss.choice(long)
        words[place] = slipped(words[place], toss)
    return " ".join(words)


def slipped(word: str, toss: Random) -> str:
    at = toss.randrange(1, len(word) - 1)
    head, letter, tail = word[:at], word[at], word[at + 1 :]
    return toss.choice(
        [head + tail, head + letter * 2 + tail, head + tail[0] + letter + tail[1:], head + toss.choice(LETTERS) + tail]
    )


def hits(
    queries: Sequence[Query], index: Nearest, codes: Sequence[str], spelt: Callable[[str], str]
) -> dict[str, float]:
    found, seconds = [], []
    for right, phrase in queries:
        text = spelt(phrase)
        began = perf_counter()
        first = list(best_of(codes, index.cosines(text), JUST_ABOVE_NOTHING))[:FIRST]
        seconds.append(perf_counter() - began)
        found.append(next((place for place, code in enumerate(first) if code in right), None))
    return {
        "hit_at_1": round(sum(place == 0 for place in found) / len(found), 4),
        "hit_at_5": round(sum(place is not None for place in found) / len(found), 4),
        "median_ms": round(1000 * median(seconds), 3),
    }


def tried_once(known: Sequence[Occupation], seed: int) -> dict[str, Any]:
    indexed, queries = held_out(known, seed)
    codes = [code for code, _ in indexed]
    began = perf_counter()
    index = Nearest([phrase for _, phrase in indexed])
    built = perf_counter() - began
    toss = Random(seed)  # noqa: S311 — a fair draw, nothing secret
    return {
        "indexed_titles": len(indexed),
        "held_out_synonyms": len(queries),
        "build_seconds": round(built, 3),
        "clean": hits(queries, index, codes, str),
        "one_slip": hits(queries, index, codes, lambda phrase: folded(one_slip(phrase, toss))),
        "every_word_mistyped": hits(queries, index, codes, lambda phrase: folded(every_word_mistyped(phrase, toss))),
    }


def evaluate_text(seeds: Sequence[int] = (1, 2, 3, 4, 5), known: Sequence[Occupation] | None = None) -> dict[str, Any]:
    """Mean hit rates over the draws, clean and mistyped, with each draw beside them: plain numbers for JSON."""
    draws = {seed: tried_once(occupations() if known is None else known, seed) for seed in seeds}
    means = {
        spelling: {what: round(fmean(draw[spelling][what] for draw in draws.values()), 4) for what in MEASURED}
        for spelling in ("clean", "one_slip", "every_word_mistyped")
    }
    return {**means, "draws": [{"seed": seed, **draw} for seed, draw in draws.items()]}
