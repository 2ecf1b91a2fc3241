"""ESCO's Danish occupations: a title, what else it is called, and its ISCO-08 group."""

from dataclasses import dataclass
from functools import cache

from jobplaneten.places import rows


@dataclass(frozen=True, slots=True)
class Occupation:
    code: str
    isco: str
    title: str
    also_called: tuple[str, ...]


@cache
def occupations() -> tuple[Occupation, ...]:
    return tuple(
        Occupation(row["code"], row["isco"], row["title"], tuple(filter(None, row["also_called"].split("|"))))
        for row in rows("esco_occupations_da.csv")
    )
