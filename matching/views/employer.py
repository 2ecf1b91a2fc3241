"""The only pages on which an employer meets a youth: candidate cards, and nothing but cards."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from employers.models import Employer
from jobplaneten.accounts.doors import only
from jobplaneten.trail.actions import record_reads
from jobplaneten.workflow import MoveRefused
from matching import actions
from matching.forms import EmployersNoForm
from matching.letters import answer_day
from matching.models import CandidateCard
from matching.permissions import is_employer
from matching.promises import days_left, room_for, slow_answers
from matching.views.faces import icon, week_days
from matching.when import local_day


def visible_card(request: HttpRequest, pk: int) -> CandidateCard:
    rows = CandidateCard.objects.visible_to(request.user).select_related("post", "match")
    return get_object_or_404(rows, pk=pk)


@only(is_employer)
def candidates(request: HttpRequest) -> HttpResponse:
    rows = list(CandidateCard.objects.visible_to(request.user).select_related("post", "match").oldest_first())
    read = [(card.pk, card.match.youth_id) for card in rows]
    now = timezone.now()
    record_reads("candidatecard", read, by=request.user, now=now)
    cards = [
        {
            "title": card.first_name,
            "url": reverse("matching:candidate", args=[card.pk]),
            "meta": [card.age_group, card.post.title],
            "text": card.line,
            "badge": _("Svar senest %(day)s") % {"day": answer_day(card.match)},
            "tone": "stop" if days_left(card.match, local_day(now)) <= 1 else "wait",
            "icon": icon(card.post),
        }
        for card in rows
    ]
    return render(request, "matching/candidates.html", {"cards": cards, "room": room(request.user, now)})


def room(user: Any, now: datetime) -> dict[str, int] | None:
    """When answers have been missing: how many youths may wait here for now, and what raises it again."""
    employer = Employer.objects.visible_to(user).first()
    slow = slow_answers([employer.pk], now).get(employer.pk) if employer else None
    return {"slow": slow, "most": room_for(employer.most_candidates, slow)} if employer and slow else None


@only(is_employer)
def candidate(request: HttpRequest, pk: int, no_form: EmployersNoForm | None = None) -> HttpResponse:
    card, now = visible_card(request, pk), timezone.now()
    record_reads("candidatecard", [(card.pk, card.match.youth_id)], by=request.user, now=now)
    actions.mark_seen(card, now=now)
    context = {"card": card, "free": week_days(card.free), "no_form": no_form or EmployersNoForm()}
    return render(request, "matching/candidate.html", {**context, "answer_day": answer_day(card.match)})


def card_to_answer(request: HttpRequest, pk: int) -> CandidateCard:
    """Whoever answers a card that was theirs to read a moment ago is told; for everybody else it does not exist."""
    if CandidateCard.objects.gone_from(request.user).filter(pk=pk).exists():
        raise MoveRefused(_("Kortet er lukket. Den unge er ikke med længere, eller pladsen er besat."))
    return visible_card(request, pk)


def told_at_the_list(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """An answer that comes too late is explained on the list: the card's own page may be gone."""

    @wraps(view)
    def answer(request: HttpRequest, pk: int) -> HttpResponse:
        try:
            return view(request, pk)
        except MoveRefused as late:
            messages.warning(request, late.message)
            return redirect("matching:candidates")

    return answer


@require_POST
@only(is_employer)
@told_at_the_list
def take(request: HttpRequest, pk: int) -> HttpResponse:
    placement = actions.take(card_to_answer(request, pk), by=request.user, now=timezone.now())
    messages.success(request, _("Tak! I har sagt ja til %(name)s.") % {"name": placement.first_name})
    return redirect("placements:placement", placement.pk)


@require_POST
@only(is_employer)
@told_at_the_list
def refuse(request: HttpRequest, pk: int) -> HttpResponse:
    card, form = card_to_answer(request, pk), EmployersNoForm(request.POST)
    if not form.is_valid():
        return candidate(request, pk, form)
    actions.refuse(card, reason=form.cleaned_data["reason"], by=request.user, now=timezone.now())
    messages.success(request, _("Tak for svaret. Vi siger det pænt videre, og kortet er lukket."))
    return redirect("matching:candidates")
