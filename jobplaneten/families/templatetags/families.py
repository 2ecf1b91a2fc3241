from typing import Any

from django import template
from django.utils.translation import get_language

from jobplaneten.languages import LANGUAGES, is_reviewed

register = template.Library()


@register.inclusion_tag("families/_languages.html", takes_context=True)
def language_bar(context: Any) -> dict[str, Any]:
    """A form and no script: each language under its own name, and whether a person has read it through."""
    spoken = get_language() or "da"
    return {
        "request": context["request"],
        "csrf_token": context["csrf_token"],
        "languages": LANGUAGES.items(),
        "spoken": spoken,
        "is_reviewed": is_reviewed(spoken),
    }
