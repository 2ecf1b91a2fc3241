"""The languages of what guardians read, and which of them a person has read through."""

from django.conf import settings

LANGUAGES = {
    "da": "Dansk",
    "en": "English",
    "ar": "العربية",
    "tr": "Türkçe",
    "so": "Soomaali",
    "ur": "اردو",
}
"""Each in its own words: whoever looks for a language reads no other."""


def is_reviewed(language: str) -> bool:
    """Danish is what the pages are written in. The others are a machine's draft until somebody is named for them."""
    return language == "da" or language in settings.REVIEWED_LANGUAGES
