from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from jobplaneten.accounts.models import Role, Step
from jobplaneten.families.views import guardian
from jobplaneten.home.counts import CoordinatorCounts, EmployerCounts, MentorCounts
from jobplaneten.home.next_steps.coordinator import for_coordinator
from jobplaneten.home.next_steps.employer import for_employer
from jobplaneten.home.next_steps.mentor import for_mentor
from jobplaneten.home.next_steps.step import NextStep
from jobplaneten.home.next_steps.youth import for_youth
from jobplaneten.messaging.models import Message
from matching.models import Run, RunStatus
from youth.models import Youth

Context = dict[str, Any]
NEWS_SHOWN = 3


@login_not_required
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return render(request, "home/welcome.html", {"steps": Step.objects.upwards()})
    context_of, template = FRONTS[Role(request.user.role)]
    context = context_of(request.user)
    news = Message.objects.visible_to(request.user).unread().newest_first()[:NEWS_SHOWN]
    return render(request, template, {**context, "news": news})


def youth_front(user: Any) -> Context:
    youth = Youth.objects.visible_to(user).select_related("area", "mentor").first()
    if youth is None:
        return {"next": NextStep(_("Sig det til din mentor"), _("Vi kan ikke finde din side."))}
    return {
        "next": for_youth(youth, timezone.localdate()),
        "name": youth.first_name,
        "youth": youth,
        "steps": Step.objects.upwards(),
    }


def mentor_front(user: Any) -> Context:
    counts = MentorCounts.of(user, timezone.localdate())
    tiles = [
        tile(counts.waiting, _("venter på at komme med"), "youth:queue", "wait"),
        tile(counts.proposals, _("forslag at læse"), "matching:morning", "wait"),
        tile(counts.papers, _("job med papirer i gang"), "placements:list", "wait"),
        tile(counts.started, _("i job"), "placements:list", "good"),
    ]
    return {**in_turn(for_mentor(counts)), "name": first_name(user), "tiles": tiles}


def employer_front(user: Any) -> Context:
    counts = EmployerCounts.of(user)
    tiles = [
        tile(counts.candidates, _("venter på svar"), "matching:candidates", "wait"),
        tile(counts.papers, _("med papirer i gang"), "placements:list", "wait"),
        tile(counts.started, _("i job hos jer"), "placements:list", "good"),
        tile(counts.open, _("åbne opslag"), "employers:posts", "neutral"),
    ]
    return {**in_turn(for_employer(user, counts)), "name": first_name(user), "tiles": tiles}


def coordinator_front(user: Any) -> Context:
    now = timezone.now()
    counts = CoordinatorCounts.of(user, now)
    night = Run.objects.visible_to(user).nights().newest_first().first()
    tiles = [
        tile(counts.employers, _("arbejdspladser at godkende"), "employers:to_review", "wait"),
        tile(counts.posts, _("opslag at læse"), "employers:to_review", "wait"),
        tile(counts.waiting, _("unge i kø"), "youth:queue", "wait"),
        tile(counts.running, _("unge med job"), "placements:list", "good"),
    ]
    context = {**in_turn(for_coordinator(counts, night, now)), "name": first_name(user), "tiles": tiles}
    return {**context, "night": night, "night_tiles": night_tiles(night)}


def in_turn(steps: list[NextStep]) -> Context:
    """One thing at a time, and what comes after it."""
    return {"next": steps[0], "then": steps[1:]}


def first_name(user: Any) -> str:
    return str(user.name).split(" ")[0]


def night_tiles(night: Run | None) -> list[Context]:
    if night is None or night.status != RunStatus.DONE:
        return []
    counts = night.counts
    return [
        {"count": counts.get("seen", 0), "label": _("unge set på")},
        {"count": counts.get("proposed", 0), "label": _("forslag til mentorerne"), "tone": "good"},
    ]


def tile(count: int, label: str, page: str, tone: str) -> Context:
    """Nothing waits in an empty tile, so it is not coloured."""
    return {"count": count, "label": label, "url": reverse(page), "tone": tone if count else "neutral"}


FRONTS = {
    Role.YOUTH: (youth_front, "home/front_youth.html"),
    Role.GUARDIAN: (guardian.front, "families/front.html"),
    Role.MENTOR: (mentor_front, "home/front_mentor.html"),
    Role.EMPLOYER: (employer_front, "home/front_employer.html"),
    Role.COORDINATOR: (coordinator_front, "home/front_coordinator.html"),
}
