"""A post as it was sent, judged by the page's own form and rows."""

from typing import Any

from django.forms import Form
from rest_framework.exceptions import ValidationError

from employers.beginnings import Beginning, kept
from employers.forms import PostForm, Rows, need_rows, shift_rows
from employers.forms.rows import clock
from employers.models import Post
from employers.permissions import employer_of
from jobplaneten.accounts.api_doors import judged
from jobplaneten.accounts.models import User

Sent = dict[str, Any]
Row = dict[str, Any]
SOMEWHERE = {"postcode", "place"}


def judged_post(post: Post | None, sent: Sent, user: User) -> dict[str, Any]:
    """What `save_post` is told. Fields that were not sent stay as they are, or empty in a new post."""
    opened = kept(post) if post else Beginning(Post())
    shifts: list[Row] = [dict(row) for row in shift_rows(opened.shifts, None).initial or []]
    needs: list[Row] = list(sent.pop("needs", need_rows(opened.needs, None).initial or []))
    if "shifts" in sent:
        shifts = [row | {"starts": clock(row["starts"]), "ends": clock(row["ends"])} for row in sent.pop("shifts")]
    form = PostForm(saved(post, sent, user) | sent, instance=post, user=user)
    judged(form)
    return {
        "values": form.values(),
        "shifts": judged_rows("shifts", shift_rows((), as_posted("shifts", shifts))),
        "needs": [
            (row["skill"], row["level"]) for row in judged_rows("needs", need_rows((), as_posted("needs", needs)))
        ],
        "employer": form.cleaned_data["employer"] if user.is_coordinator else employer_of(user),
    }


def saved(post: Post | None, sent: Sent, user: User) -> Sent:
    """The form as a page would open it. A new place is no longer the known spot."""
    opened = dict(PostForm(instance=post or Post(), user=user).initial)
    return opened | {"spot": ""} if SOMEWHERE & set(sent) else opened


def as_posted(prefix: str, rows: list[Row]) -> Any:
    named = {f"{prefix}-{number}-{name}": value for number, row in enumerate(rows) for name, value in row.items()}
    return named | {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": 0}


def judged_rows(name: str, rows: Rows) -> list[Row]:
    if rows.is_valid():
        return rows.rows()
    together = [str(error) for error in rows.non_form_errors()]
    raise ValidationError({name: together or [wrong_in(form) for form in rows.forms]})


def wrong_in(row: Form) -> dict[str, list[str]]:
    return {field: [str(error) for error in errors] for field, errors in row.errors.items()}
