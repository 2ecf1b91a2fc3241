"""The form for a post, its law panel and its rows."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from employers import actions, permissions
from employers.forms import PostForm, Rows, need_rows, one_row_more, shift_rows
from employers.lawfulness import missing_fields, verdicts
from employers.models import Post, PostStatus, Shift
from employers.views import SignedIn
from employers.views.posts import visible_post
from jobplaneten.accounts.doors import only
from jobplaneten.workflow import MoveRefused


@only(permissions.may_write_posts)
def post_new(request: SignedIn) -> HttpResponse:
    return written(request, None)


@only(permissions.may_write_posts)
def post_edit(request: SignedIn, pk: int) -> HttpResponse:
    row = visible_post(request, pk)
    if not permissions.may_edit(request.user, row):
        raise MoveRefused(_("Opslaget kan ikke rettes, når det er besat eller lukket."))
    return written(request, row)


def written(request: SignedIn, row: Post | None) -> HttpResponse:
    posted = request.POST if request.method == "POST" else None
    form = PostForm(posted, instance=row, user=request.user)
    shifts, needs = shift_rows(row, posted), need_rows(row, posted)
    valid = [form.is_valid(), shifts.is_valid(), needs.is_valid()]
    saved = saved_post(request, row, form, shifts, needs) if posted is not None and all(valid) else None
    if saved is not None:
        return after_saving(request, saved)
    if posted is None and row is not None and "mangler" in request.GET:
        form.mark(missing_fields(row))
    context = {"form": form, "shifts": shifts, "needs": needs, "post": row, "was_open": is_shown(row)}
    shown = verdicts(typed_post(form), timezone.localdate(), typed_shifts(shifts, row))
    return render(request, "employers/post_edit.html", context | {"verdicts": shown})


def saved_post(request: SignedIn, row: Post | None, form: PostForm, shifts: Rows, needs: Rows) -> Post | None:
    """None when somebody else was quicker: the form then says so and keeps what was typed."""
    user = request.user
    try:
        return actions.save_post(
            row,
            values=form.values(),
            shifts=shifts.rows(),
            needs=[(need["skill"], need["level"]) for need in needs.rows()],
            employer=form.cleaned_data["employer"] if user.is_coordinator else permissions.employer_of(user),
            by=user,
            now=timezone.now(),
            version=form.cleaned_data["version"] or 0,
        )
    except MoveRefused as refusal:
        form.refuse(refusal.message)
        return None


def after_saving(request: SignedIn, row: Post) -> HttpResponse:
    if "send" not in request.POST:
        messages.success(request, _("Gemt som kladde."))
        return redirect("employers:post", row.pk)
    if missing_fields(row):
        messages.info(request, _("Kladden er gemt, men ikke sendt endnu."))
        return redirect(reverse("employers:post_edit", args=[row.pk]) + "?mangler=1")
    try:
        actions.submit(row, by=request.user, now=timezone.now())
    except MoveRefused as refusal:
        messages.warning(request, refusal.message)
    else:
        messages.success(request, _("Opslaget er sendt. Du får besked, når det er set."))
    return redirect("employers:post", row.pk)


@only(permissions.may_write_posts)
@require_POST
def law(request: SignedIn) -> HttpResponse:
    """The panel while somebody types: judged from what can be read so far; nothing is saved."""
    form = PostForm(request.POST, user=request.user)
    shifts = shift_rows(None, request.POST)
    shown = verdicts(typed_post(form), timezone.localdate(), typed_shifts(shifts, None))
    return render(request, "employers/_law.html", {"verdicts": shown})


@only(permissions.may_write_posts)
@require_POST
def row_more(request: SignedIn, prefix: str) -> HttpResponse:
    if prefix not in {"shifts", "needs"}:
        raise Http404
    return render(request, f"employers/_{prefix}.html", {"rows": one_row_more(request.POST, prefix)})


def typed_post(form: PostForm) -> Post:
    """The post as it would be with the fields that are right so far."""
    if not form.is_bound:
        return form.instance
    form.is_valid()
    names = set(form.Meta.fields)
    values = {name: value for name, value in form.cleaned_data.items() if name in names and value is not None}
    employer = form.cleaned_data.get("employer") or permissions.employer_of(form.user)
    return Post(**values, employer=employer)


def typed_shifts(shifts: Rows, row: Post | None) -> list[Shift]:
    if not shifts.is_bound:
        return list(row.shifts.all()) if row else []
    shifts.is_valid()
    return [Shift(**typed) for typed in shifts.rows()]


def is_shown(row: Post | None) -> bool:
    return row is not None and row.status in {PostStatus.OPEN, PostStatus.SUBMITTED}
