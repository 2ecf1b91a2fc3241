from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jobplaneten.accounts.doors import SignedIn
from jobplaneten.placements import actions
from jobplaneten.placements.forms import StartForm, TakeBackForm, TickForm
from jobplaneten.placements.gates import points_of
from jobplaneten.placements.models import Paper, Placement
from jobplaneten.placements.permissions import may_make, may_take_back, may_tick
from jobplaneten.placements.views.pages import show, visible


def to_move(request: SignedIn, pk: int, move: str) -> Placement:
    row = visible(request, pk)
    if not may_make(request.user, move):
        raise PermissionDenied
    return row


def named(request: SignedIn) -> dict[str, Any]:
    """Which paper, and which point of the risk, is meant."""
    paper, point = request.POST.get("paper", ""), request.POST.get("point", "")
    if paper not in Paper.values or point not in points_of(Paper(paper)):
        raise Http404
    return {"paper": paper, "point": point}


def back_to(row: Placement, paper: str) -> HttpResponse:
    """Where the person was: on a phone the list is long."""
    return redirect(reverse("placements:placement", args=[row.pk]) + f"#{paper}")


@require_POST
def tick(request: SignedIn, pk: int) -> HttpResponse:
    row, meant = to_move(request, pk, "tick"), named(request)
    if not may_tick(request.user, meant["paper"]):
        raise PermissionDenied
    form = TickForm(request.POST, **meant, today=timezone.localdate())
    if not form.is_valid():
        return show(request, row, {"tick": form})
    actions.tick(row, **meant, **form.cleaned_data, by=request.user, now=timezone.now())
    messages.success(request, _("Fluebenet er sat."))
    return back_to(row, meant["paper"])


@require_POST
def take_back(request: SignedIn, pk: int) -> HttpResponse:
    row, meant = to_move(request, pk, "take_back"), named(request)
    if not may_take_back(request.user, meant["paper"]):
        raise PermissionDenied
    form = TakeBackForm(request.POST, **meant)
    if not form.is_valid():
        return show(request, row, {"take_back": form})
    actions.take_back(row, **meant, **form.cleaned_data, by=request.user, now=timezone.now())
    messages.success(request, _("Fluebenet er taget tilbage."))
    return back_to(row, meant["paper"])


@require_POST
def remind(request: SignedIn, pk: int) -> HttpResponse:
    row = to_move(request, pk, "remind")
    actions.remind(row, by=request.user, now=timezone.now())
    messages.success(request, _("Arbejdspladsen har fået en venlig påmindelse."))
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
