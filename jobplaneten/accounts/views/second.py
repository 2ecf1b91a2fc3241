"""The second factor: asked for after the password, set up the first time, and changed with a new phone."""

from collections.abc import Sequence

import segno
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from jobplaneten.accounts import actions, factors, totp
from jobplaneten.accounts.doors import SignedIn, address_of, only
from jobplaneten.accounts.entering import ask_again, enter, person_half_way
from jobplaneten.accounts.forms import SecondFactorForm
from jobplaneten.accounts.models import User
from jobplaneten.accounts.permissions import may_run_programme, needs_second_factor
from jobplaneten.accounts.sealing import seal, unseal

SECRET = "new_secret"  # noqa: S105 - the name of a place in the session


@login_not_required
@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    user, then = person_half_way(request, now=timezone.now())
    if user is None:
        return redirect("accounts:log_in")
    if not factors.has_second_factor(user):
        return redirect("accounts:set_up_second")
    form = SecondFactorForm(request.POST or None, user=user, address=address_of(request))
    if form.is_valid():
        enter(request, user, now=timezone.now())
        return redirect(then)
    return render(request, "accounts/second.html", {"form": form, "is_demo": settings.IS_DEMO})


@login_not_required
@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
def set_up(request: HttpRequest) -> HttpResponse:
    """The secret waits, sealed, in the session until the first code shows that the app has it."""
    user, then = person_half_way(request, now=timezone.now())
    if user is None or factors.has_second_factor(user):
        return redirect("accounts:log_in")
    secret = unseal(request.session.setdefault(SECRET, seal(totp.new_secret())))
    codes: Sequence[str] = ()
    if request.method == "POST":
        codes = factors.enrol(user, secret, request.POST.get("code", ""), now=timezone.now())
    if codes:
        enter(request, user, now=timezone.now())
        return show_codes(request, codes, then)
    return render(request, "accounts/second_set_up.html", seen_by_app(user, secret, is_wrong=request.method == "POST"))


def seen_by_app(user: User, secret: str, *, is_wrong: bool) -> dict[str, object]:
    address = totp.address_for_app(secret, user.login)
    qr = segno.make(address, error="m").svg_data_uri(scale=5, border=2)
    error = _("Koden passer ikke. Vent, til appen viser en ny, og prøv igen.") if is_wrong else ""
    in_fours = " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
    return {"qr": qr, "address": address, "secret": in_fours, "error": error}


def show_codes(request: HttpRequest, codes: Sequence[str], then: str) -> HttpResponse:
    """The only time that they are seen."""
    return render(request, "accounts/recovery_codes.html", {"codes": codes, "then": then})


@only(needs_second_factor)
@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
def change(request: SignedIn) -> HttpResponse:
    """A code first, whatever it is that shall be changed: somebody may have left the screen open."""
    form = SecondFactorForm(request.POST or None, user=request.user, address=address_of(request))
    if not form.is_valid():
        return render(request, "accounts/second_change.html", {"form": form})
    now = timezone.now()
    if "paper" in request.POST:
        codes = factors.renew_recovery_codes(request.user, now=now)
        return show_codes(request, codes, "/konto/")
    actions.log_out_everywhere(request.user, by=request.user, now=now)
    factors.forget(request.user, by=request.user, now=now)
    return redirect("accounts:log_in")


@only(may_run_programme)
@require_POST
@ask_again
def forget(request: SignedIn, pk: int) -> HttpResponse:
    """For a mentor whose phone is lost, recovery codes too."""
    mentor = get_object_or_404(User.objects.visible_to(request.user), pk=pk)
    now = timezone.now()
    actions.log_out_everywhere(mentor, by=request.user, now=now)
    factors.forget(mentor, by=request.user, now=now)
    messages.success(request, _("%(name)s skal sætte en ny kode-app op ved næste log ind.") % {"name": mentor.name})
    return redirect("accounts:person", pk)
