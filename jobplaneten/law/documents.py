"""A text with cases in it: one case, a list of them, or an object that keeps cases and posts apart."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from jobplaneten.law.reading import Case, FormError, Problem, at, read_all, read_case, wrong

LISTS = ("cases", "post_matrix")
KNOWN = frozenset({*LISTS, "meta"})


@dataclass(frozen=True, slots=True)
class Document:
    """`is_one` when a single case was sent, and a single answer is expected."""

    cases: tuple[Case, ...]
    is_one: bool = False


def read_document(text: str, most: int | None = None) -> Document:
    """Raises FormError with the problems of all cases, or when there are more than `most`."""
    form = read_json(text)
    if isinstance(form, Mapping) and not KNOWN.isdisjoint(form):
        return Document(tuple(read_all(_reads_of_object(form, most))))
    if isinstance(form, list):
        return Document(tuple(read_all(_reads_of_list(form, "", _case, most))))
    return Document((_case(form, ""),), is_one=True)


def read_json(text: str) -> Any:
    """As JSON reads it, but a name that stands twice in an object is an error instead of a choice."""
    try:
        return json.loads(text, object_pairs_hook=_once)
    except FormError:
        raise
    except RecursionError:
        raise wrong("case", "is nested too deeply") from None
    except ValueError as error:
        raise wrong("case", f"is not JSON: {error}") from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _value in pairs]
        twice = sorted({name for name in names if names.count(name) > 1})
        raise FormError(*(Problem(at("", name), "stands twice in one object") for name in twice))
    return found


Reads = list[Callable[[], Case]]


def _reads_of_object(form: Mapping[str, Any], most: int | None) -> Reads:
    unknown = [Problem(at("", name), "is not a field of the form") for name in form if name not in KNOWN]
    if unknown:
        raise FormError(*unknown)
    cases = _reads_of_list(form.get("cases", []), "cases", _case_with_youth, most)
    return cases + _reads_of_list(form.get("post_matrix", []), "post_matrix", _post, most and most - len(cases))


def _reads_of_list(forms: Any, path: str, read: Callable[[Any, str], Case], most: int | None) -> Reads:
    if not isinstance(forms, list):
        raise wrong(path, "is not a list")
    if most is not None and len(forms) > most:
        raise wrong(path or "case", f"{len(forms)} cases are too many at once")
    return [partial(read, form, f"{path}[{place}]") for place, form in enumerate(forms)]


def _case(form: Any, path: str) -> Case:
    """Names the case by its id, for whoever looks for it by that."""
    try:
        return read_case(form, path)
    except FormError as error:
        name = form.get("id") if isinstance(form, Mapping) else None
        problems = (Problem(one.field, one.text, name if isinstance(name, str) else "") for one in error.problems)
        raise FormError(*problems) from None


def _case_with_youth(form: Any, path: str) -> Case:
    case = _case(form, path)
    if case.youth is None:
        raise FormError(Problem(at(path, "youth"), "is missing", case.id))
    return case


def _post(form: Any, path: str) -> Case:
    case = _case(form, path)
    if case.youth is not None:
        raise FormError(Problem(at(path, "youth"), "is not a field of a post", case.id))
    return case
