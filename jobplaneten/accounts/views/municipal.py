"""To the municipality's log-in and back. Without a second factor there, ours is asked for as after a password."""

import logging
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from jobplaneten.accounts import municipal, oidc, patience
from jobplaneten.accounts.doors import SignedIn, address_of, next_page
from jobplaneten.accounts.entering import ask_anybody_again, enter, half_way
from jobplaneten.accounts.models import User
from jobplaneten.accounts.permissions import needs_second_factor

log = logging.getLogger(__name__)

ASKED = "asked_at_municipality"


@login_not_required
@never_cache
@require_safe
def begin(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated or not oidc.is_offered():
        return redirect(next_page(request))
    wait = patience.knock_at(patience.OUTSIDE, address_of(request), now=timezone.now())
    if wait:
        messages.error(request, patience.please_wait(wait))
        return redirect("accounts:log_in")
    try:
        return HttpResponseRedirect(way_there(request, tie=False, then=next_page(request)))
    except oidc.NotProven as error:
        return not_proven(request, error)


def way_there(request: HttpRequest, *, tie: bool, then: str) -> str:
    back = request.build_absolute_uri(reverse("accounts:back_from_municipality"))
    address, asked = oidc.begin(back, now=timezone.now())
    request.session[ASKED] = asked | {"tie": tie, "then": then}
    return address


@login_not_required
@never_cache
@require_safe
def back(request: HttpRequest) -> HttpResponse:
    asked: Any = request.session.pop(ASKED, None)
    request.session.save()
    try:
        proven = oidc.complete(request.GET.dict(), asked, now=timezone.now())
    except oidc.NotProven as error:
        return not_proven(request, error)
    if request.user.is_authenticated:
        return tied(request, request.user, proven) if asked["tie"] else redirect(asked["then"])
    user = municipal.person_of(proven, now=timezone.now())
    if user is None or asked["tie"]:
        messages.error(request, _("Kommunen kender dig, men det gør vi ikke endnu. Sig det til en koordinator."))
        return redirect("accounts:log_in")
    if needs_second_factor(user) and not proven.has_second_factor:
        half_way(request, user, asked["then"], now=timezone.now())
        return redirect("accounts:second")
    enter(request, user, now=timezone.now())
    return redirect(asked["then"])


def tied(request: HttpRequest, user: User, proven: oidc.Proven) -> HttpResponse:
    municipal.tie(user, proven, now=timezone.now())
    messages.success(request, _("Næste gang kan du logge ind med kommunens login."))
    return redirect("accounts:me")


def not_proven(request: HttpRequest, error: oidc.NotProven) -> HttpResponse:
    log.warning("municipal log-in refused: %s", error)
    messages.error(
        request, _("Det lykkedes ikke at logge ind hos kommunen. Prøv igen, eller log ind på en anden måde.")
    )
    there = "accounts:me" if request.user.is_authenticated else "accounts:log_in"
    return redirect(there)


@never_cache
@require_POST
@ask_anybody_again
def tie(request: SignedIn) -> HttpResponse:
    """A page with a link: a form may lead nowhere but to us, and a link alone could be put in somebody's way."""
    if not oidc.is_offered():
        raise Http404
    try:
        address = way_there(request, tie=True, then=reverse("accounts:me"))
    except oidc.NotProven as error:
        return not_proven(request, error)
    return render(request, "accounts/municipal_tie.html", {"address": address})


@require_POST
@ask_anybody_again
def untie(request: SignedIn) -> HttpResponse:
    municipal.untie(request.user, now=timezone.now())
    messages.success(request, _("Kommunens login virker ikke længere her."))
    return redirect("accounts:me")
