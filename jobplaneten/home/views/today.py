from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.home.today import RULES, Needing, board, who_needs
from jobplaneten.trail.actions import record_reads
from youth.capacity import loads
from youth.disclosure import name_of
from youth.permissions import is_staff

PER_PAGE = 12


@only(is_staff)
@require_safe
def today(request: SignedIn) -> HttpResponse:
    """The mentor's day on one page: whom to turn to, why, and where to press."""
    now = timezone.now()
    page = Paginator(who_needs(request.user, timezone.localdate(now)), PER_PAGE).get_page(request.GET.get("page"))
    read = [(each.youth.pk, each.youth.pk) for each in page]
    record_reads("youth", read, by=request.user, now=now)
    people = [person(each) for each in page]
    context: dict[str, Any] = {"people": people, "page": page, "rules": RULES, "board": board(request.user)}
    if request.user.is_mentor:
        context["load"] = loads([request.user], timezone.localdate(now))[request.user.pk]
    return render(request, "home/today.html", context)


def person(each: Needing) -> dict[str, Any]:
    return {
        "name": name_of(each.youth),
        "url": reverse("youth:person", args=[each.youth.pk]),
        "step": each.youth.step,
        "phone": each.youth.user.phone,
        "reasons": each.reasons,
    }
