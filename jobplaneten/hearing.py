"""What a text says yes to, and what it says no to: "dyr, men ikke noget med børn".

A no reaches to the end of its sentence, or to a word that turns it. Better too much under "no" than a wish
that nobody has: a person confirms both.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from jobplaneten.similar import folded

NO_WORDS = frozenset("ikke aldrig ingen uden undgaa hader hade noedig bange allergisk kedeligt traels".split())  # noqa: SIM905
TURNS = frozenset("men dog derimod hellere helst gerne elsker".split())  # noqa: SIM905
STARTS = TURNS | frozenset("jeg vi vil kan kun bare maaske droemmer".split())  # noqa: SIM905
"""After a comma these begin something new; any other word goes on with the list."""
NO_NO = re.compile(
    r"\b(ved ikke|ikke (kun|bare|mindst|bange|noget imod|undvaere|kedeligt|traels|allergisk)|hvorfor ikke)\b"
)
"""Sounds like a no and is none."""
STOPS = re.compile(r"[.;:!?()/\n\r–]+| - ")
COMMA = re.compile(r",+")


class Heard(NamedTuple):
    """Clauses in one spelling, as `folded` writes them."""

    wished: list[str]
    refused: list[str]


def heard(text: str, *, silent: frozenset[str] = frozenset(), as_they_stand: Iterable[str] = ()) -> Heard:
    """`silent` words say nothing; `as_they_stand` are phrases that hold a no and mean a wish ("uden kunder")."""
    found = Heard([], [])
    for sentence in STOPS.split(text):
        is_no = False
        for clause in map(folded, COMMA.split(sentence)):
            for phrase in as_they_stand:
                if re.search(rf"\b{phrase}\b", clause):
                    found.wished.append(phrase)
                    clause = re.sub(rf"\b{phrase}\b", " ", clause)
            words = NO_NO.sub(" ", clause).split()
            said = parts(words, is_no=is_no and not STARTS.intersection(words[:1]))
            is_no = said[-1][0]
            for refused, part in turned(said, silent):
                (found.refused if refused else found.wished).append(" ".join(part))
    return found


def parts(words: Sequence[str], *, is_no: bool) -> list[tuple[bool, list[str]]]:
    """A clause cut where a no begins and where a word turns it; for each part whether it is refused."""
    said: list[tuple[bool, list[str]]] = [(is_no, [])]
    before = ""
    for word in words:
        if word in NO_WORDS or (word == "end" and "hellere" in words):
            said.append((True, []))
        elif word in TURNS and before not in NO_WORDS:
            said.append((False, []))
        else:
            said[-1][1].append(word)
        before = word
    return said


def turned(said: list[tuple[bool, list[str]]], silent: frozenset[str]) -> Iterator[tuple[bool, list[str]]]:
    """The parts, but for those before a no that speaks of them: "børn er ikke noget for mig"."""
    for (no, part), (no_follows, after) in pairwise([*said, (False, ["end"])]):
        if no_follows and not no and silent.issuperset(after):
            yield True, part
        elif not (no_follows and not no and part[-1:] in (["jeg"], ["vi"]) and part[:1] != part[-1:]):
            # "Børn vil jeg ikke …": too hard to tell what the first words mean, so nothing is made of them.
            yield no, part
