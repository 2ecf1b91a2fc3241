"""What an employer has written about a job → the tasks, kind and circumstances it is like, asked first."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.utils.translation import gettext as _

from employers.forms.posts import PostForm
from employers.importing.words import CHORES
from jobplaneten.suggesting import LONGEST_TEXT, Suggester, categories, circumstances, trouble_with

MOST_CHORES = 6
MOST_CIRCUMSTANCES = 4


@cache
def chores() -> Suggester:
    return Suggester(CHORES)


def meanings(text: str) -> dict[str, list[str]]:
    """For each field that can be guessed at the codes that the text is like; what it says no to is left out."""
    return {
        "chores": chores().suggest(text, MOST_CHORES),
        "category": categories().suggest(text),
        "circumstances": circumstances().suggest(text, MOST_CIRCUMSTANCES),
    }


def put_first(form: PostForm) -> None:
    """Regroups the choices of a form that nobody has judged yet, and tells what was found."""
    text = "\n".join(str(form.initial.get(name) or "") for name in ("title", "text"))
    told = trouble_with(text, LONGEST_TEXT)
    found: dict[str, list[str]] = {}
    if not told:
        found = meanings(text)
        told = _("Forslagene står øverst, hvor I vælger. Sæt selv kryds ved det, der passer.")
    if not any(found.values()):
        told = trouble_with(text, LONGEST_TEXT) or _("Vi fandt ikke noget, der ligner – vælg selv herunder.")
    for name, codes in found.items():
        if codes:
            regroup(form.fields[name], codes)
    vars(form)["told"] = told


def regroup(field: Any, codes: list[str]) -> None:
    label = {str(code): label for code, label in flat(field.choices)}
    rest = [one for one in (without(choice, codes) for choice in field.choices) if one]
    is_grouped = any(isinstance(inside, list | tuple) for _code, inside in rest)
    blank = [one for one in rest if one[0] == ""]
    others = rest if is_grouped else [(_("Resten"), [one for one in rest if one[0] != ""])]
    field.choices = [*blank, (_("Forslag ud fra jeres tekst"), [(code, label[code]) for code in codes]), *others]
    if hasattr(field.widget, "opens_first"):
        field.widget.opens_first = True


def flat(choices: Iterable[Any]) -> Iterable[tuple[Any, Any]]:
    for code, inside in choices:
        if isinstance(inside, list | tuple):
            yield from inside
        else:
            yield code, inside


def without(choice: tuple[Any, Any], codes: list[str]) -> tuple[Any, Any] | None:
    code, inside = choice
    if isinstance(inside, list | tuple):
        left = [one for one in inside if one[0] not in codes]
        return (code, left) if left else None
    return None if code in codes else choice
