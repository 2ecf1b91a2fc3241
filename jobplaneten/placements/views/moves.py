from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jobplaneten.accounts.doors import SignedIn
from jobplaneten.placements import actions
from jobplaneten.placements.forms import CancelForm, StartForm
from jobplaneten.placements.models import Paper, Placement
from jobplaneten.placements.permissions import may_make, may_tick
from jobplaneten.placements.views.faces import end_form
from jobplaneten.placements.views.pages import show, visible


def to_move(request: SignedIn, pk: int, move: str) -> Placement:
    row = visible(request, pk)
    if not may_make(request.user, move):
        raise PermissionDenied
    return row


@require_POST
def tick(request: SignedIn, pk: int) -> HttpResponse:
    row, paper = to_move(request, pk, "tick"), request.POST.get("paper", "")
    if paper not in Paper.values:
        raise Http404
    if not may_tick(request.user, paper):
        raise PermissionDenied
    actions.tick(row, paper, by=request.user, now=timezone.now())
    messages.success(request, _("Fluebenet er sat."))
    return redirect("placements:placement", row.pk)


@require_POST
def start(request: SignedIn, pk: int) -> HttpResponse:
    row = to_move(request, pk, "start")
    form = StartForm(request.POST, today=timezone.localdate())
    if not form.is_valid():
        return show(request, row, {"start": form})
    actions.start(row, **form.cleaned_data, by=request.user, now=timezone.now())
    messages.success(request, _("Den første dag er sat, og alle har fået besked."))
    return redirect("placements:placement", row.pk)


@require_POST
def cancel(request: SignedIn, pk: int) -> HttpResponse:
    row = to_move(request, pk, "cancel")
    form = CancelForm(request.POST, auto_id="cancel_%s")
    if not form.is_valid():
        return show(request, row, {"cancel": form})
    actions.cancel(row, **form.cleaned_data, by=request.user, now=timezone.now())
    messages.success(request, _("Det er skrevet, og de andre har fået besked."))
    return redirect("placements:placement", row.pk)


@require_POST
def end(request: SignedIn, pk: int) -> HttpResponse:
    row = to_move(request, pk, "end")
    form = end_form(request.POST, row, timezone.localdate())
    if not form.is_valid():
        return show(request, row, {"end": form})
    actions.end(row, **form.cleaned_data, by=request.user, now=timezone.now())
    messages.success(request, _("Jobbet er afsluttet, og de andre har fået besked."))
    return redirect("placements:placement", row.pk)
