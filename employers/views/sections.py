"""The form for a post as sections on a page. What is whole already folds, and what is missing is asked first."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from employers.forms import WholeForm
from employers.forms.posts import SECTIONS
from employers.lawfulness import missing_fields
from employers.models import Post
from employers.views.faces import chores_of, labels, pay, safety, shift_words, span
from jobplaneten.trades import Circumstance, Weekday

Section = dict[str, Any]


def sections(whole: WholeForm) -> list[Section]:
    """Every section open, in the order of the form."""
    return [section(whole, *words) for words in SECTIONS]


def short_sections(whole: WholeForm, lacks: list[str]) -> list[Section]:
    """First what the beginning `lacks`; the rest is folded and says what it holds."""
    form, post = whole.form, whole.post()
    first = {
        "name": "rest",
        "title": ngettext("Kun én ting mangler", "Kun %(n)s ting mangler", len(lacks)) % {"n": len(lacks)},
        "lead": _("Resten er skrevet for jer. Det står herunder, og alt kan rettes."),
        "fields": [form[name] for name in lacks],
    }
    rest = [section(whole, name, title, lead, fields, leave_out=lacks) for name, title, lead, fields in SECTIONS]
    return [
        first,
        *(one | {"is_folded": not needs_a_look(one, whole), "summary": summary(one, post, whole)} for one in rest),
    ]


def section(whole: WholeForm, name: str, title: Any, lead: Any, fields: list[str], leave_out: Any = ()) -> Section:
    form = whole.form
    return {
        "name": name,
        "title": title,
        "lead": lead,
        "told": form.steps_told if name == "who" else "",
        "lacks_shifts": "shifts" in form.lacks,
        "fields": [form[field] for field in fields if field in form.fields and field not in leave_out],
    }


def lacking(whole: WholeForm) -> list[str]:
    """The fields that the starter or old post leaves to be filled in, as the form asks for them."""
    begun = whole.beginning
    if not begun.shifts:
        return []
    return [name for name, _label in missing_fields(begun.post, begun.shifts) if name in whole.form.fields]


def needs_a_look(one: Section, whole: WholeForm) -> bool:
    """Something in it is wrong, or was changed for the writer."""
    rows = {"when": whole.shifts, "hopes": whole.needs}.get(one["name"])
    is_wrong = rows is not None and rows.is_bound and not rows.is_valid()
    inside = [*one["fields"], *(field for row in rows or () for field in row)]
    return is_wrong or any(field.errors or vars(field.field).get("is_mended") for field in inside)


def summary(one: Section, post: Post, whole: WholeForm) -> str:
    said: dict[str, list[str]] = {
        "job": [post.title, ", ".join(chores_of(post))],
        "who": [
            _("%(ages)s år") % {"ages": span(post.age_from, post.age_to)},
            _("trin %(steps)s") % {"steps": span(post.step_from, post.step_to)},
            post.get_help_display() if post.help is not None else "",
        ],
        "when": [f"{Weekday(shift.weekday).label.lower()} {shift_words(shift)}" for shift in whole.week()],
        "where": [" ".join(filter(None, [post.place, post.postcode]))],
        "pay": [pay(post) or str(post.get_payer_display())],
        "safety": [safety(post)],
        "hopes": [labels(Circumstance, post.circumstances)],
    }
    return " · ".join(filter(None, said[one["name"]]))
