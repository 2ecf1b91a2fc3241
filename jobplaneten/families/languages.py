"""Which language is spoken to whom."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.utils import translation

P = ParamSpec("P")
R = TypeVar("R")

COOKIE = "language"


def in_danish(deed: Callable[P, R]) -> Callable[P, R]:
    """What a guardian does is told to mentors and youths, and kept, in Danish; the guardian may read another."""

    @wraps(deed)
    def done(*args: P.args, **kwargs: P.kwargs) -> R:
        with translation.override("da"):
            return deed(*args, **kwargs)

    return done
