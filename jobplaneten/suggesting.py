"""Free text → the tags it seems to mean. Nothing is kept of the text, and a person ticks what is right."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from django.utils.translation import gettext as _

from jobplaneten.hearing import NO_WORDS, Heard, heard
from jobplaneten.occupation_fields import meaning
from jobplaneten.occupations import occupations
from jobplaneten.similar import Nearest, folded
from jobplaneten.trades import Category, Circumstance, DreamField, Skill
from jobplaneten.vocabulary import (
    CATEGORY_PHRASES,
    CIRCUMSTANCE_PHRASES,
    DREAM_PHRASES,
    EMPTY_WORDS,
    SKILL_PHRASES,
)

LONGEST_TEXT = 1000
FLOOR = 0.5
"""Below this cosine a piece of a sentence and a phrase are alike by chance."""
SURE_OCCUPATION = 0.55
OCCUPATION_COUNTS = 0.9
"""Our own words go before a title that is as near."""
NEXT_BEST = 0.75
"""Much farther than the nearest is rather chance than a second meaning."""
MOST_WORDS = 3
MOST_PIECES = 60
SILENT = frozenset(map(folded, EMPTY_WORDS))

Phrases = Mapping[str, Iterable[str]]


def thoughts(clauses: Iterable[str]) -> list[str]:
    """The runs of words that say something, cut at empty words, and into three words at most."""
    found: dict[str, None] = {}
    for run in runs(clauses):
        for size in range(1, min(MOST_WORDS, len(run)) + 1):
            found |= dict.fromkeys(" ".join(run[at : at + size]) for at in range(len(run) - size + 1))
    return list(found)[:MOST_PIECES]


def runs(clauses: Iterable[str]) -> Iterator[list[str]]:
    for clause in clauses:
        run: list[str] = []
        for word in clause.split():
            if word not in SILENT:
                run.append(word)
            elif run:
                yield run
                run = []
        if run:
            yield run


class Suggester:
    """`phrases` says for each code what means it, `fields` which member of an occupation's meaning is the code."""

    def __init__(self, phrases: Phrases, member: int | None = None) -> None:
        known = [(code, folded(phrase)) for code, own in phrases.items() for phrase in own]
        self._codes = [code for code, _phrase in known]
        self._near = Nearest([phrase for _code, phrase in known])
        self._member = member
        self._with_a_no = {phrase: code for code, phrase in known if phrase.split()[0] in NO_WORDS}

    def suggest(self, text: str, top: int = 3) -> list[str]:
        """Up to `top` codes that the text wishes, the likeliest first; empty when nothing is near enough."""
        return self._meant(self._heard(text).wished, top)

    def suggest_against(self, text: str, top: int = 3) -> list[str]:
        """The same for what the text says no to: "ikke noget med børn"."""
        return self._meant(self._heard(text).refused, top)

    def _heard(self, text: str) -> Heard:
        return heard(text[:LONGEST_TEXT], silent=SILENT, as_they_stand=self._with_a_no)

    def _meant(self, clauses: list[str], top: int) -> list[str]:
        best = {self._with_a_no[clause]: 1.0 for clause in clauses if clause in self._with_a_no}
        clauses = [clause for clause in clauses if clause not in self._with_a_no]
        for thought in thoughts(clauses):
            near = self._near.cosines(thought)
            for position in (near >= FLOOR).nonzero()[0]:
                keep(best, self._codes[position], float(near[position]))
        for code, nearness in self._by_occupation(clauses):
            keep(best, code, nearness)
        least = NEXT_BEST * max(best.values(), default=0.0)
        near_enough = [code for code in best if best[code] >= least]
        return sorted(near_enough, key=lambda code: (-round(best[code], 6), code))[:top]

    def _by_occupation(self, clauses: list[str]) -> Iterator[tuple[str, float]]:
        if self._member is None:
            return
        index, meanings = titles()
        for run in runs(clauses):
            near = index.cosines(" ".join(run))
            for position in (near >= SURE_OCCUPATION).nonzero()[0]:
                code = meanings[position][self._member]
                if code is not None:
                    yield str(code), OCCUPATION_COUNTS * float(near[position])


def keep(best: dict[str, float], code: str, near: float) -> None:
    best[code] = max(near, best.get(code, 0.0))


@cache
def titles() -> tuple[Nearest, list[tuple[str | None, str | None]]]:
    """Every title and synonym of an occupation with what it means for us; built when first asked for."""
    known = [(folded(name), meaning(one.isco)) for one in occupations() for name in (one.title, *one.also_called)]
    return Nearest([name for name, _ in known]), [means for _, means in known]


def trouble_with(text: str, most: int) -> str:
    """Why this text cannot be looked at, for the person who wrote it; "" when it can."""
    if len(text) > most:
        return _("Skriv højst %(most)s tegn. Du har skrevet %(n)s.") % {"most": most, "n": len(text)}
    return "" if text.strip() else _("Skriv et par ord først.")


def with_labels(choices: Iterable[tuple[str, object]], phrases: Phrases) -> dict[str, list[str]]:
    return {str(code): [str(label), *phrases.get(code, [])] for code, label in choices if code != DreamField.UNKNOWN}


@cache
def categories() -> Suggester:
    return Suggester(with_labels(Category.choices, CATEGORY_PHRASES), member=0)


@cache
def dream_fields() -> Suggester:
    return Suggester(with_labels(DreamField.choices, DREAM_PHRASES), member=1)


@cache
def circumstances() -> Suggester:
    return Suggester(with_labels(Circumstance.choices, CIRCUMSTANCE_PHRASES))


@cache
def skills() -> Suggester:
    return Suggester(with_labels(Skill.choices, SKILL_PHRASES))
