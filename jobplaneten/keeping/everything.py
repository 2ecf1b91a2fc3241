"""All that is written about a youth, in words for the youth: the whole book, page by page."""

from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.db.models import Field, Model
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from employers.models import Post
from jobplaneten.accounts.models import User
from jobplaneten.keeping.book import written_about
from jobplaneten.trail.models import Entry
from matching.models import Run
from youth.models import Youth

SECRETS = {"password", "digest", "token_key", "token", "code_digest", "credential_id", "handle", "public_key"}
"""Never leave the house: with them somebody could sign in."""
DULL = {"id", "version", "youth", "to", "match", "placement", "user", "is_demo", "is_superuser"}
"""Numbers of rows, and the youth again on every line."""

Line = tuple[str, Any]


def everything(youth: Youth) -> list[dict[str, Any]]:
    """Sections with a title and rows of (name, value); values are fit for JSON."""
    sections = [
        {"title": _("Det, du logger ind med"), "rows": [lines(youth.user, youth)]},
        {"title": _("Om mig"), "rows": [lines(youth, youth)]},
    ]
    for page, rows in written_about(youth):
        if page.is_told:
            sections.append({"title": str(page.title), "rows": [lines(row, youth) for row in rows]})
    sections.append({"title": _("Hvem har gjort eller set hvad"), "rows": trail_of(youth)})
    return sections


def lines(row: Model, youth: Youth) -> list[Line]:
    fields = [each for each in row._meta.concrete_fields if each.name not in SECRETS | DULL]
    return [(name_of(each), value_of(row, each, youth)) for each in fields]


def name_of(column: "Field[Any, Any]") -> str:
    return str(column.verbose_name).capitalize()


def value_of(row: Model, column: "Field[Any, Any]", youth: Youth) -> Any:
    value = getattr(row, column.name)
    if column.choices:
        return str(getattr(row, f"get_{column.name}_display")())
    if isinstance(value, Model):
        return thing_in_words(value, youth)
    return in_json(value)


def thing_in_words(thing: Model, youth: Youth) -> str:
    if isinstance(thing, User):
        return person_in_words(thing, youth)
    if isinstance(thing, Post):
        return thing.title
    if isinstance(thing, Run):
        return date_format(thing.day, "j. F Y")
    return str(thing)


def person_in_words(person: User, youth: Youth) -> str:
    """Adults of the programme by name; others by what they are to the youth."""
    if person.pk == youth.user_id:
        return _("dig selv")
    role = str(person.get_role_display())
    return f"{person.name} ({role.lower()})" if person.is_staff else role


def in_json(value: Any) -> Any:
    if isinstance(value, datetime):
        return timezone.localtime(value).isoformat(timespec="minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    return value


def trail_of(youth: Youth) -> list[list[Line]]:
    entries = Entry.objects.about_youth(youth.pk).select_related("by").order_by("at", "pk")
    return [
        [
            (_("Hvornår"), in_json(entry.at)),
            (_("Hvem"), person_in_words(entry.by, youth) if entry.by else "Jobplaneten"),
            (_("Handling"), entry.verb),
            (_("Om hvad"), entry.kind),
        ]
        for entry in entries
    ]


def as_text(sections: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """For the readable page: lists and tables as one line of text, and empty fields left out."""
    return [
        {
            "title": each["title"],
            "rows": [[(name, flat(value)) for name, value in row if filled(value)] for row in each["rows"]],
        }
        for each in sections
    ]


def filled(value: Any) -> bool:
    return value not in (None, "", [], {})


def flat(value: Any) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{key}: {flat(each)}" for key, each in value.items() if filled(each))
    if isinstance(value, list | tuple):
        return ", ".join(flat(each) for each in value)
    if isinstance(value, bool):
        return _("ja") if value else _("nej")
    return str(value)
