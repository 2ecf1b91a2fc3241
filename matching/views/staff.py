"""The mentor's morning: what the night proposes, youth by youth, and each proposal in full."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jobplaneten.accounts.doors import only
from jobplaneten.accounts.entering import ask_again
from jobplaneten.trail.actions import record_reads
from jobplaneten.workflow import MoveRefused
from matching import actions
from matching.forms import MENTORS_NO, ApproveForm, MentorsNoForm, choices
from matching.models import Match
from matching.permissions import may_set_pace
from matching.views.morning import by_who_waits, morning_of
from matching.views.proposals import proposal_in_full
from youth.models import Youth
from youth.permissions import is_staff

YOUTHS_ON_A_PAGE = 8
"""Few, so that the page stays light on a phone even when every youth has many proposals."""


def visible_match(request: HttpRequest, pk: int) -> Match:
    rows = Match.objects.visible_to(request.user).select_related("youth__area", "youth__user", "post__employer", "run")
    return get_object_or_404(rows, pk=pk)


@only(is_staff)
def morning(request: HttpRequest) -> HttpResponse:
    youths = by_who_waits(Youth.objects.visible_to(request.user).active())
    page = Paginator(youths, YOUTHS_ON_A_PAGE).get_page(request.GET.get("page"))
    mornings = morning_of(list(page), timezone.now())
    record_reads("youth", [(youth.pk, youth.pk) for youth in page], by=request.user, now=timezone.now())
    context = {
        "page": page,
        "with_proposals": [each for each in mornings if each["proposals"]],
        "without": [each for each in mornings if not each["proposals"]],
        "reasons": choices(MENTORS_NO),
        "here": here(request),
        "may_set_pace": may_set_pace(request.user),
    }
    return render(request, "matching/morning.html", context)


@only(is_staff)
def proposal(request: HttpRequest, pk: int, **answered_forms: Any) -> HttpResponse:
    match, now = visible_match(request, pk), timezone.now()
    record_reads("match", [(match.pk, match.youth_id)], by=request.user, now=now)
    context = proposal_in_full(match, request.user, now)
    context["approve_form"] = ApproveForm(initial={"line": match.line or match.youth.line})
    context["no_form"] = MentorsNoForm()
    context |= answered_forms
    return render(request, "matching/proposal.html", context)


@require_POST
@only(is_staff)
@ask_again
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    match, form = visible_match(request, pk), ApproveForm(request.POST)
    if not form.is_valid():
        return proposal(request, pk, approve_form=form)
    told = attempt(actions.approve, match, line=form.cleaned_data["line"], by=request.user)
    return answered(
        request, match, told or _("%(name)s kan nu se jobbet.") % {"name": match.youth.first_name}, not told
    )


@require_POST
@only(is_staff)
@ask_again
def vouch(request: HttpRequest, pk: int) -> HttpResponse:
    told = attempt(actions.vouch, match := visible_match(request, pk), by=request.user)
    (messages.warning if told else messages.success)(request, told or _("Tak. Nu mangler en voksen mere at sige ja."))
    return redirect("matching:proposal", match.pk)


@require_POST
@only(is_staff)
def hold(request: HttpRequest, pk: int) -> HttpResponse:
    match = visible_match(request, pk)
    told = attempt(actions.hold, match, by=request.user)
    return answered(request, match, told or _("Gemt til senere."), not told)


@require_POST
@only(is_staff)
def reject(request: HttpRequest, pk: int) -> HttpResponse:
    match, form = visible_match(request, pk), MentorsNoForm(request.POST)
    if not form.is_valid():
        return proposal(request, pk, no_form=form)
    told = attempt(actions.reject, match, reason=form.cleaned_data["reason"], by=request.user)
    return answered(request, match, told or _("Valgt fra. Det bliver ikke foreslået igen."), not told)


@require_POST
@only(is_staff)
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    match, form = visible_match(request, pk), MentorsNoForm(request.POST)
    if not form.is_valid():
        return proposal(request, pk, no_form=form)
    told = attempt(actions.take_back, match, reason=form.cleaned_data["reason"], by=request.user)
    return answered(request, match, told or _("Taget tilbage. Den unge har fået besked."), not told)


def attempt(act: Any, match: Match, **said: Any) -> str:
    """The sentence of a refused move, or ""."""
    try:
        act(match, now=timezone.now(), **said)
    except MoveRefused as refused:
        return refused.message
    return ""


def here(request: HttpRequest) -> str:
    """Which page of the morning it is, as the end of an address."""
    number = request.GET.get("page", "")
    return f"?page={int(number)}" if number.isascii() and number.isdecimal() and len(number) < 6 else ""


def answered(request: HttpRequest, match: Match, told: str, is_done: bool) -> HttpResponse:
    """Back to where the mentor was: the youth's part of the morning alone, or the page at that youth."""
    if request.htmx:  # type: ignore[attr-defined]
        each = morning_of([match.youth], timezone.now())[0]
        context = {"each": each, "reasons": choices(MENTORS_NO), "told": told, "is_done": is_done, "is_fresh": True}
        return render(request, "matching/_morning_youth.html", context | {"here": here(request)})
    (messages.success if is_done else messages.warning)(request, told)
    return redirect(f"{reverse('matching:morning')}{here(request)}#ung-{match.youth_id}")
