"""Which language is spoken to whom."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.utils import translation

from jobplaneten.families.models import Guardian

P = ParamSpec("P")
R = TypeVar("R")

COOKIE = "language"


def language_of(person: Any) -> str:
    """Guardians read in the language they chose; everybody else reads Danish."""
    chosen = Guardian.objects.filter(user=person).values_list("language", flat=True).first()
    return chosen or "da"


def in_danish(deed: Callable[P, R]) -> Callable[P, R]:
    """What a guardian does is told to mentors and youths, and kept, in Danish; the guardian may read another."""

    @wraps(deed)
    def done(*args: P.args, **kwargs: P.kwargs) -> R:
        with translation.override("da"):
            return deed(*args, **kwargs)

    return done
