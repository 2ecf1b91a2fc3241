"""The pages on which a job pauses or ends, and the words that say what happens next, before and after."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobplaneten.accounts.doors import SignedIn
from jobplaneten.placements import actions
from jobplaneten.placements.forms import CancelForm, PauseForm, end_form
from jobplaneten.placements.models import Placement
from jobplaneten.placements.notice import Notice
from jobplaneten.placements.permissions import may_find_new, may_make, moves_for
from jobplaneten.placements.views.endings_words import heading, notice_words, what_happens
from jobplaneten.placements.views.pages import FACES, has_face, visible


def to_move(request: SignedIn, pk: int, move: str) -> Placement:
    row = visible(request, pk)
    if not (has_face(request.user) and may_make(request.user, move)):
        raise PermissionDenied
    FACES[request.user.role].seen(request, [row])
    return row


def is_open(request: SignedIn, row: Placement, move: str) -> bool:
    """A page for a move that is not there any more leads back to the job."""
    return request.method == "POST" or move in moves_for(request.user, row, timezone.localdate())


def page(request: SignedIn, row: Placement, move: str, form: forms.Form, notice: Notice | None = None) -> HttpResponse:
    context = {
        "placement": row,
        "form": form,
        "notice": notice_words(notice, request.user) if notice else "",
        "next": what_happens(move, request.user, row),
        "has_pause": move == "end",
    } | heading(move, request.user, row)
    return render(request, "placements/ending.html", context)


@require_http_methods(["GET", "POST"])
def end(request: SignedIn, pk: int) -> HttpResponse:
    row, today = to_move(request, pk, "end"), timezone.localdate()
    if not is_open(request, row, "end"):
        return redirect("placements:placement", pk)
    form = end_form(request.POST or None, row, request.user, today)
    if not form.is_valid():
        return page(request, row, "end", form, form.notice)
    actions.end(row, **form.cleaned_data, by=request.user, now=timezone.now())
    messages.success(request, _("Den sidste dag er sat, og de andre har fået besked."))
    return redirect("placements:placement", pk)


@require_http_methods(["GET", "POST"])
def cancel(request: SignedIn, pk: int) -> HttpResponse:
    row = to_move(request, pk, "cancel")
    if not is_open(request, row, "cancel"):
        return redirect("placements:placement", pk)
    form = CancelForm(request.POST or None, role=request.user.role, may_find_new=may_find_new(request.user))
    if not form.is_valid():
        return page(request, row, "cancel", form)
    actions.cancel(row, **form.cleaned_data, by=request.user, now=timezone.now())
    messages.success(request, _("Det er skrevet, og de andre har fået besked."))
    return redirect("placements:placement", pk)


@require_http_methods(["GET", "POST"])
def pause(request: SignedIn, pk: int) -> HttpResponse:
    row, today = to_move(request, pk, "pause"), timezone.localdate()
    if not is_open(request, row, "pause"):
        return redirect("placements:placement", pk)
    form = PauseForm(request.POST or None, role=request.user.role, today=today, initial={"begins_on": today})
    if not form.is_valid():
        return page(request, row, "pause", form)
    made = actions.pause(row, **form.cleaned_data, by=request.user, now=timezone.now())
    until = formats.date_format(made.until_on, "j. F") if made.until_on else ""
    messages.success(request, _("Jobbet holder pause til og med %(day)s. De andre har fået besked.") % {"day": until})
    return redirect("placements:placement", pk)


@require_POST
def resume(request: SignedIn, pk: int) -> HttpResponse:
    row = to_move(request, pk, "resume")
    actions.resume(row, by=request.user, now=timezone.now())
    messages.success(request, _("Pausen er slut, og de andre har fået besked."))
    return redirect("placements:placement", pk)


@require_POST
def find_new(request: SignedIn, pk: int) -> HttpResponse:
    row = visible(request, pk)
    if not may_find_new(request.user):
        raise PermissionDenied
    actions.find_new(row, by=request.user, now=timezone.now())
    messages.success(request, _("Pladsen er ledig igen, og jobbet er med i nat."))
    return redirect("placements:placement", pk)
