"""The terms of one job: read, written anew, said yes to, and taken home as PDF."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import model_to_dict
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jobplaneten import printing
from jobplaneten.accounts.doors import SignedIn
from jobplaneten.placements import actions
from jobplaneten.placements.contract import (
    current_terms,
    first_terms,
    missing_sides,
    read_aloud,
    sides_of,
    with_signatures,
    yes_words,
)
from jobplaneten.placements.forms import AgreeForm, TermsForm
from jobplaneten.placements.models import Placement, Terms
from jobplaneten.placements.permissions import may_agree_for, may_make
from jobplaneten.placements.views.pages import FACES, visible
from jobplaneten.trail.actions import record


def seen(request: SignedIn, pk: int) -> Placement:
    row = visible(request, pk)
    FACES[request.user.role].seen(request, [row])
    return row


@require_safe
def terms(request: SignedIn, pk: int) -> HttpResponse:
    row = seen(request, pk)
    return render(request, "placements/terms.html", page(row, request.user))


def page(row: Placement, user: Any) -> dict[str, Any]:
    found, today = current_terms(row), timezone.localdate()
    is_running = row.status in {"papers", "started"}
    context = {"placement": row, "terms": found, "may_write": is_running and may_make(user, "write_terms")}
    if found is None:
        return context
    missing = missing_sides(row, found, today)
    mine = [side for side in missing if user.is_staff or may_agree_for(user, side, "")]
    return context | {
        "sections": read_aloud(found.paper["blocks"]),
        "yeses": [(side.label, found.yes_of(side), yes_words(found.yes_of(side))) for side in sides_of(row, today)],
        "is_agreed": not missing,
        "form": AgreeForm(user=user, initial={"digest": found.digest}) if mine and is_running else None,
    }


@require_http_methods(["GET", "POST"])
def edit(request: SignedIn, pk: int) -> HttpResponse:
    row = seen(request, pk)
    if not may_make(request.user, "write_terms"):
        raise PermissionDenied
    found = current_terms(row)
    known = model_to_dict(found) if found else first_terms(row, timezone.localdate())
    form = TermsForm(request.POST or None, initial=known)
    if not form.is_valid():
        return render(request, "placements/terms_edit.html", {"placement": row, "form": form, "is_new": found is None})
    actions.write_terms(row, said=form.cleaned_data, by=request.user, now=timezone.now())
    messages.success(request, _("Vilkårene er skrevet, og alle er bedt om at læse dem."))
    return redirect("placements:terms", pk)


@require_POST
def agree(request: SignedIn, pk: int) -> HttpResponse:
    row = visible(request, pk)
    form = AgreeForm(request.POST, user=request.user)
    if not form.is_valid():
        messages.error(request, _("Skriv, for hvem og hvorfor."))
        return redirect("placements:terms", pk)
    actions.agree(row, **form.said(), by=request.user, now=timezone.now())
    messages.success(request, _("Tak. Dit ja er skrevet ned."))
    return redirect("placements:terms", pk)


@require_safe
def pdf(request: SignedIn, pk: int) -> FileResponse:
    row = visible(request, pk)
    found = current_terms(row)
    if found is None:
        raise Http404
    return handed_out(request, found, row)


def handed_out(request: SignedIn, found: Terms, row: Placement) -> FileResponse:
    """Who takes a paper about a youth home stands in the trail."""
    now = timezone.now()
    record("take_pdf", found, by=request.user, now=now, youth=row.youth_id)
    if not request.user.is_youth:
        record("read", row, by=request.user, now=now, youth=row.youth_id)
    return printing.attachment(with_signatures(found, row, timezone.localdate()), "ansaettelsesbevis")
