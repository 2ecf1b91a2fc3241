from datetime import date
from typing import Any

from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from jobplaneten.accounts import patience
from jobplaneten.accounts.doors import address_of
from jobplaneten.law.calendar import age_on, platform_age_ok
from jobplaneten.law.groups import CHILD_FROM
from jobplaneten.workflow import MoveRefused
from youth import actions
from youth.forms.joining import JoinForm


@login_not_required
@require_http_methods(["GET", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        return redirect("home:front")
    form = JoinForm(request.POST or None)
    if not form.is_valid():
        return render(request, "youth/join.html", {"form": form})
    if not platform_age_ok(form.cleaned_data["born_on"], timezone.localdate()):
        return render(request, "youth/not_for_you.html", outside(form.cleaned_data["born_on"], timezone.localdate()))
    return come_in(request, form)


def come_in(request: HttpRequest, form: JoinForm) -> HttpResponse:
    now = timezone.now()
    if wait := patience.knock_as_newcomer(address_of(request), now=now):
        form.add_error(None, patience.please_wait(wait))
        return render(request, "youth/join.html", {"form": form})
    try:
        youth = actions.join(**form.cleaned_data, now=now)
    except MoveRefused as refusal:
        form.add_error("login", refusal.message)
        return render(request, "youth/join.html", {"form": form})
    login(request, youth.user)
    return redirect("youth:profile")


def outside(born_on: date, day: date) -> dict[str, Any]:
    """Nothing is kept of those who are too young or too old."""
    if born_on > day or age_on(born_on, day) >= CHILD_FROM:
        return {"is_too_young": False}
    return {"is_too_young": True, "welcome_in": str(born_on.year + CHILD_FROM)}
