"""What a youth sees: the jobs that the mentor has approved, one page each, with a big yes and a kind no."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jobplaneten.accounts.doors import only
from matching import actions
from matching.forms import YouthsNoForm
from matching.lawful import age_group_words
from matching.letters import answer_day
from matching.models import Match, MatchStatus, RunKind, RunStatus, WaitingPlace, YouthNight
from matching.views import faces
from matching.when import free_times, local_day
from matching.wording import blocked_in_text, kind_words, ways, why_for_youths
from youth.models import YouthStatus
from youth.permissions import is_youth

WAITING = (MatchStatus.OFFERED, MatchStatus.RELEASED)


def visible_offer(request: HttpRequest, pk: int) -> Match:
    rows = Match.objects.visible_to(request.user).select_related("youth__mentor", "youth__user", "post__employer")
    return get_object_or_404(rows, pk=pk)


@only(is_youth)
def offers(request: HttpRequest) -> HttpResponse:
    rows = Match.objects.visible_to(request.user).select_related("post__employer").prefetch_related("post__shifts")
    found = list(rows.newest_first())
    context = {
        "waiting": faces.offer_cards(match for match in found if match.status == MatchStatus.OFFERED),
        "said_yes": faces.offer_cards(match for match in found if match.status == MatchStatus.RELEASED),
        "earlier": faces.offer_cards(match for match in found if match.status not in WAITING),
        **last_night(request.user),
    }
    return render(request, "matching/offers.html", context)


def last_night(user: Any) -> dict[str, Any]:
    """Why it came to nothing, if it did: what would have opened most, and whether there was only no room."""
    nights = YouthNight.objects.filter(youth__user=user, run__kind=RunKind.NIGHT, run__status=RunStatus.DONE)
    last = nights.select_related("youth").latest_first().first()
    if last is None or last.youth.status != YouthStatus.ACTIVE:
        return {}
    own_blocked = blocked_in_text(last.youth.blocked_times.all())
    return {"ways": ways(last.openings, own_blocked), "no_room": last.found_no_room}


@only(is_youth)
def offer(request: HttpRequest, pk: int, no_form: YouthsNoForm | None = None) -> HttpResponse:
    match, now = visible_offer(request, pk), timezone.now()
    actions.mark_opened(match, now=now)
    context = {
        "match": match,
        "post": match.post,
        "facts": faces.job_facts(match.post),
        "reasons": why_for_youths(match),
        "employer": faces.employer_name(match.post),
        "no_form": no_form or YouthsNoForm(),
        "age_group": age_group_words(match.youth, local_day(now)),
        "free": faces.in_words(free_times(match.youth)),
        "skills": match.youth.skills.order_by("-level", "skill"),
        "answer_day": answer_day(match),
        "kind": kind_words(match),
        "place": WaitingPlace.objects.visible_to(request.user).in_line().filter(post=match.post_id).first(),
        "may_wait": actions.may_stand_in_line(match),
    }
    return render(request, "matching/offer.html", context)


@require_POST
@only(is_youth)
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    match = visible_offer(request, pk)
    actions.accept(match, by=request.user, now=timezone.now())
    messages.success(request, _("Sejt! Nu spørger vi arbejdspladsen. Du får besked, så snart de har svaret."))
    return redirect("matching:offer", pk)


@require_POST
@only(is_youth)
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    match, form = visible_offer(request, pk), YouthsNoForm(request.POST)
    if not form.is_valid():
        return offer(request, pk, form)
    actions.decline(match, reason=form.cleaned_data["reason"], by=request.user, now=timezone.now())
    messages.success(request, _("Tak, fordi du sagde til. Det hjælper os med at finde noget bedre."))
    return redirect("matching:offers")


@require_POST
@only(is_youth)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    match, form = visible_offer(request, pk), YouthsNoForm(request.POST)
    if not form.is_valid():
        return offer(request, pk, form)
    actions.withdraw(match, reason=form.cleaned_data["reason"], by=request.user, now=timezone.now())
    messages.success(request, _("Dit ja er taget tilbage. Arbejdspladsen kan ikke se dig længere."))
    return redirect("matching:offers")
