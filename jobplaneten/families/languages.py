"""The languages of the guardians' pages, and which of them a person has read through."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.conf import settings
from django.utils import translation

P = ParamSpec("P")
R = TypeVar("R")

LANGUAGES = {
    "da": "Dansk",
    "en": "English",
    "ar": "العربية",
    "tr": "Türkçe",
    "so": "Soomaali",
    "ur": "اردو",
}
"""Each in its own words: whoever looks for a language reads no other."""

COOKIE = "language"


def is_reviewed(language: str) -> bool:
    """Danish is what the pages are written in. The others are a machine's draft until somebody is named for them."""
    return language == "da" or language in settings.REVIEWED_LANGUAGES


def in_danish(deed: Callable[P, R]) -> Callable[P, R]:
    """What a guardian does is told to mentors and youths, and kept, in Danish; the guardian may read another."""

    @wraps(deed)
    def done(*args: P.args, **kwargs: P.kwargs) -> R:
        with translation.override("da"):
            return deed(*args, **kwargs)

    return done
