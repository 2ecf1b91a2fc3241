"""The page on which a guardian pauses a child's job or ends it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.families import actions
from jobplaneten.families.permissions import is_guardian
from jobplaneten.families.views.faces import day_words
from jobplaneten.families.views.guardian import own_job
from jobplaneten.placements.contract import deal_of
from jobplaneten.placements.forms import CancelForm, PauseForm, end_form
from jobplaneten.placements.models import Placement
from jobplaneten.placements.notice import notice_of
from jobplaneten.placements.permissions import moves_for
from jobplaneten.trail.actions import record_reads

Deed = Callable[..., None]


@only(is_guardian)
@require_http_methods(["GET", "POST"])
def stop(request: SignedIn, pk: int) -> HttpResponse:
    guardianship, placement = own_job(request, pk)
    record_reads("placement", [(pk, placement.youth_id)], by=request.user, now=timezone.now())
    found = deeds(placement, request.user, request.POST or None)
    if not found:
        return redirect("families:job", pk)
    if request.method == "POST":
        deed, form = found.get(request.POST.get("deed", ""), (None, None))
        if deed is None or form is None:
            raise Http404
        if form.is_valid():
            deed(guardianship, placement, **form.cleaned_data, by=request.user, now=timezone.now())
            messages.success(request, _("Mentor og arbejdsplads har fået besked."))
            return redirect("families:job", pk)
    asked = {name: form for name, (_deed, form) in found.items()}
    context = {"placement": placement, "youth": guardianship.youth, "forms": asked, "notice": notice(placement)}
    return render(request, "families/stop.html", context)


def deeds(placement: Placement, user: Any, data: Any) -> dict[str, tuple[Deed, forms.Form]]:
    """What may be done with the job today, each with its form; only the one that was sent is bound."""
    today, moves = timezone.localdate(), moves_for(user, placement, timezone.localdate())
    sent = data.get("deed", "") if data else ""
    found: dict[str, tuple[Deed, forms.Form]] = {}
    if "pause" in moves:
        form = PauseForm(
            data if sent == "pause" else None,
            role=user.role,
            today=today,
            initial={"begins_on": today},
            auto_id="pause_%s",
        )
        found["pause"] = actions.pause_job, form
    if "end" in moves:
        found["end"] = actions.end_job, end_form(data if sent == "end" else None, placement, user, today)
    elif "cancel" in moves:
        bound = data if sent == "cancel" else None
        found["cancel"] = actions.cancel_job, CancelForm(bound, role=user.role, may_find_new=False)
    return found


def notice(placement: Placement) -> str:
    today = timezone.localdate()
    earliest = notice_of(placement, "guardian", today, deal_of(placement)).earliest_on
    if earliest <= today or not placement.has_begun(today):
        return ""
    text = _(
        "Efter aftalen er den sidste dag tidligst %(day)s. Er det alvorligt, så vælg en dag før, og ring til mentor."
    )
    return text % {"day": day_words(earliest)}
