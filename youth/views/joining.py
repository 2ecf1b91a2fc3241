from datetime import date
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from jobplaneten.accounts import codes, patience
from jobplaneten.accounts.doors import address_of
from jobplaneten.accounts.entering import enter
from jobplaneten.accounts.forms import NewcomersCodeForm
from jobplaneten.accounts.models import Area
from jobplaneten.law.calendar import age_on, platform_age_ok
from jobplaneten.law.groups import CHILD_FROM
from youth import actions
from youth.forms.joining import JoinForm

ASKED = "asked_to_join"
WAITS_FOR = 30 * 60


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
    """Nobody is made yet: a code shows first that the number or address is theirs. The answer is always the same."""
    now, said = timezone.now(), form.cleaned_data
    wait = patience.knock_as_newcomer(address_of(request), now=now)
    wait = wait or patience.knock(f"join:{said['login']}", address_of(request), now=now)
    if wait:
        form.add_error(None, patience.please_wait(wait))
        return render(request, "youth/join.html", {"form": form})
    row = codes.send_newcomers_code(said["login"], now=now)
    request.session.flush()
    kept = {
        "password": make_password(said["password"]),
        "born_on": said["born_on"].isoformat(),
        "area": said["area"].pk,
    }
    request.session[ASKED] = {"key": row.pk, "said": said | kept}
    request.session.set_expiry(WAITS_FOR)
    return redirect("youth:join_code")


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def join_code(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated or ASKED not in request.session:
        return redirect("youth:join")
    asked: Any = request.session[ASKED]
    form = NewcomersCodeForm(request.POST or None, key=asked["key"], address=address_of(request))
    if form.is_valid():
        said = asked["said"]
        area = get_object_or_404(Area.objects.open(), pk=said["area"])
        known = said | {"born_on": date.fromisoformat(said["born_on"]), "area": area}
        youth = actions.join(**known, is_hashed=True, now=timezone.now())
        enter(request, youth.user, now=timezone.now())
        return redirect("youth:profile")
    context = {"form": form, "login": asked["said"]["login"], "is_demo": settings.IS_DEMO}
    return render(request, "youth/join_code.html", context)


def outside(born_on: date, day: date) -> dict[str, Any]:
    """Nothing is kept of those who are too young or too old."""
    if born_on > day or age_on(born_on, day) >= CHILD_FROM:
        return {"is_too_young": False}
    return {"is_too_young": True, "welcome_in": str(born_on.year + CHILD_FROM)}
