"""The pages of a guardian. Nothing is found here but through the guardian's own, standing guardianship."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.families import actions
from jobplaneten.families.models import Guardianship, View
from jobplaneten.families.permissions import is_guardian, may_hear_of_jobs
from jobplaneten.families.views import faces
from jobplaneten.placements.contract import current_terms
from jobplaneten.placements.models import Paper, Placement
from jobplaneten.placements.permissions import moves_for
from jobplaneten.placements.views.terms import handed_out
from jobplaneten.shifts.models import RosterShift
from jobplaneten.trail.actions import record_reads
from youth.models import Scope, Word
from youth.permissions import parents_stop


def own(user: Any) -> list[Guardianship]:
    found = Guardianship.objects.visible_to(user).of_minors(timezone.localdate())
    return list(found.select_related("youth__mentor", "guardian").oldest_first())


def own_child(request: SignedIn, **key: Any) -> Guardianship:
    """A child whom the guardian may hear of today; anything else is not there."""
    found = Guardianship.objects.visible_to(request.user).of_minors(timezone.localdate())
    guardianship = get_object_or_404(found.select_related("youth__mentor", "guardian"), **key)
    if guardianship.view_on(timezone.localdate()) == View.NOTHING:
        raise Http404
    return guardianship


def jobs_of(guardianship: Guardianship) -> list[Placement]:
    if not may_hear_of_jobs(guardianship):
        return []
    rows = Placement.objects.running().filter(youth=guardianship.youth_id).select_related("youth", "post__employer")
    return list(rows.prefetch_related("ticks__by", "post__shifts", "youth__guardian_words").newest_first())


def front(user: Any) -> dict[str, Any]:
    """For the front page: each child, and the first thing that waits for an answer."""
    today = timezone.localdate()
    found = own(user)
    record_reads("guardianship", [(row.pk, row.youth_id) for row in found], by=user, now=timezone.now())
    children = [child_card(guardianship) for guardianship in found]
    return {"children": children, "name": str(user.name).split(" ")[0], "today": today}


def child_card(guardianship: Guardianship) -> dict[str, Any]:
    today = timezone.localdate()
    if guardianship.view_on(today) == View.NOTHING:
        return {"name": guardianship.youth.first_name, "is_known": False}
    waits = any(ask.tone == "wait" for ask in faces.asks(guardianship, today))
    jobs = [faces.job_card(placement, today) for placement in jobs_of(guardianship)]
    is_waiting = waits or any(job["tone"] == "wait" for job in jobs)
    return {
        "name": guardianship.youth.first_name,
        "is_known": True,
        "pk": guardianship.pk,
        "badge": _("Mangler dit svar") if is_waiting else _("I orden"),
        "tone": "wait" if is_waiting else "good",
    }


MOST_SHIFTS = 6


@only(is_guardian)
@require_safe
def child(request: SignedIn, pk: int) -> HttpResponse:
    guardianship, today = own_child(request, pk=pk), timezone.localdate()
    jobs = jobs_of(guardianship)
    youth = guardianship.youth
    has_job = Placement.objects.running().filter(youth=youth).exists()
    is_whole = guardianship.view_on(today) == View.WHOLE
    record_reads("guardianship", [(pk, youth.pk)], by=request.user, now=timezone.now())
    context = {
        "guardianship": guardianship,
        "youth": youth,
        "is_whole": is_whole,
        "mentor": youth.mentor if may_hear_of_jobs(guardianship) else None,
        "now_words": faces.right_now(youth, today, has_job) if is_whole else "",
        "jobs": [faces.job_card(placement, today) for placement in jobs],
        "asks": faces.asks(guardianship, today),
        "history": faces.history(guardianship),
        "changes": faces.changes_on(guardianship, today),
    }
    return render(request, "families/child.html", context)


@only(is_guardian)
@require_POST
def say(request: SignedIn, pk: int) -> HttpResponse:
    guardianship = own_child(request, pk=pk)
    word, scope = request.POST.get("word", ""), request.POST.get("scope", "")
    if word not in Word.values or scope not in Scope.values:
        raise Http404
    actions.say(guardianship, word=word, scope=scope, by=request.user, now=timezone.now())
    messages.success(request, _("Tak. Dit svar er gemt."))
    return redirect("families:child", pk)


def own_job(request: SignedIn, pk: int) -> tuple[Guardianship, Placement]:
    rows = Placement.objects.running().select_related("youth", "post__employer")
    found = rows.prefetch_related("ticks__by", "pauses__by", "post__shifts", "youth__guardian_words")
    placement = get_object_or_404(found, pk=pk)
    guardianship = own_child(request, youth=placement.youth_id)
    if not may_hear_of_jobs(guardianship):
        raise Http404
    return guardianship, placement


@only(is_guardian)
@require_safe
def job(request: SignedIn, pk: int) -> HttpResponse:
    guardianship, placement = own_job(request, pk)
    today = timezone.localdate()
    record_reads("placement", [(pk, placement.youth_id)], by=request.user, now=timezone.now())
    context = {
        "guardianship": guardianship,
        "youth": guardianship.youth,
        "placement": placement,
        "facts": faces.job_facts(placement),
        "week": faces.job_week(placement),
        "coming": RosterShift.objects.filter(placement=placement).coming(today).in_order()[:MOST_SHIFTS],
        "signatures": faces.signatures(placement, request.user, today),
        "stop": parents_stop(placement.youth, today),
        "terms": current_terms(placement),
        "days": faces.days_that_stop(placement, today),
        "may_stop": bool(moves_for(request.user, placement, today) & {"pause", "end", "cancel"}),
    }
    return render(request, "families/job.html", context)


@only(is_guardian)
@require_safe
def terms_pdf(request: SignedIn, pk: int) -> Any:
    _guardianship, placement = own_job(request, pk)
    found = current_terms(placement)
    if found is None:
        raise Http404
    return handed_out(request, found, placement)


@only(is_guardian)
@require_POST
def sign(request: SignedIn, pk: int) -> HttpResponse:
    guardianship, placement = own_job(request, pk)
    paper, now = request.POST.get("paper", ""), timezone.now()
    if paper in {Paper.GUARDIAN, Paper.COSIGN}:
        read = request.POST.get("digest", "")
        actions.sign(guardianship, placement, paper=paper, digest=read, by=request.user, now=now)
    elif paper == "take_back":
        actions.take_signature_back(guardianship, placement, by=request.user, now=now)
    else:
        raise Http404
    messages.success(request, _("Tak. Dit svar er gemt."))
    return redirect("families:job", pk)
