"""A page where a youth may write freely and see which of its choices that is like. Nothing of it is kept."""

from collections.abc import Callable
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _

from jobplaneten.suggesting import Suggester, trouble_with

LONGEST = 300


class OwnWords(forms.Form):
    suggester: ClassVar[Callable[[], Suggester]]
    words_in = "words"
    """The name under which the words are posted; only a field of the form is ever kept."""
    most = 3
    asks_what_not: ClassVar[bool] = False
    """Whether the page has a place for what somebody would rather not; elsewhere a no is only left out."""

    words = told = ""
    suggestions: tuple[str, ...] = ()
    rather_nots: tuple[str, ...] = ()

    @classmethod
    def heard(cls, post: Any) -> Any:
        """All that was typed in a fresh form, not judged yet, with what the words seem to mean."""
        form = cls(
            initial={name: field.widget.value_from_datadict(post, {}, name) for name, field in cls.base_fields.items()}
        )
        text = post.get(cls.words_in, "")
        form.words, form.told = text[:LONGEST], trouble_with(text, LONGEST)
        if not form.told:
            form.suggestions, form.rather_nots = cls.meanings(text)
            form.told = (
                _("Det ligner det her. Tryk på det, der passer.")
                if form.suggestions or form.rather_nots
                else _("Vi fandt ikke noget, der ligner – vælg selv her.")
            )
        return form

    @classmethod
    def meanings(cls, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What the words seem to wish, and what they seem to say no to. What they say of both ways is a wish."""
        finder = cls.suggester()
        wished = tuple(finder.suggest(text, cls.most))
        against = finder.suggest_against(text, cls.most) if cls.asks_what_not else []
        return wished, tuple(code for code in against if code not in wished)

    def suggested(self) -> list[forms.BoundField]:
        return [self[f"how_{code}"] for code in self.suggestions]

    def suggested_against(self) -> list[forms.BoundField]:
        return [self[f"how_{code}"] for code in self.rather_nots]

    def others(self) -> list[forms.BoundField]:
        first = {field.name for field in [*self.suggested(), *self.suggested_against()]}
        return [field for field in self.visible_fields() if field.name not in first]

    def chips(self) -> list[Any]:
        """The choices themselves, so that a tap on a suggestion ticks the choice below."""
        by_code = {choice.data["value"]: choice for choice in self["dream_field"]}
        return [by_code[code] for code in self.suggestions]
