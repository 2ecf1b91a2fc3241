from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.accounts.models import User
from youth.capacity import RULES, loads
from youth.permissions import is_coordinator


@only(is_coordinator)
@require_safe
def capacity(request: SignedIn) -> HttpResponse:
    """How much each mentor carries, and of what. Numbers only: no youth is named here."""
    mentors = list(User.objects.visible_to(request.user).active().by_name())
    found = loads(mentors, timezone.localdate())
    rows = sorted(((mentor, found[mentor.pk]) for mentor in mentors), key=lambda row: -row[1].left)
    return render(request, "youth/capacity.html", {"rows": rows, "rules": RULES.values()})
