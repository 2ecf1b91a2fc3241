"""Log in with a phone or computer that knows its owner. A script asks the phone; the answer comes as any other form."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from jobplaneten.accounts import passkeys as keys
from jobplaneten.accounts import patience
from jobplaneten.accounts.doors import SignedIn, address_of, next_page
from jobplaneten.accounts.entering import PROVEN, ask_anybody_again, enter, person_half_way
from jobplaneten.accounts.forms import PasskeyForm

TO_OPEN, TO_ADD = "passkey_to_open", "passkey_to_add"


def taken(request: HttpRequest, place: str) -> Any:
    """What was asked, once: whatever the answer is, it is not taken twice."""
    asked = request.session.pop(place, None)
    request.session.save()
    return asked


@login_not_required
@never_cache
@require_POST
def ask(request: HttpRequest) -> HttpResponse:
    """The same question for everybody, so nothing is told about who has a key."""
    now = timezone.now()
    if wait := patience.knock_at(patience.PASSKEY, address_of(request), now=now):
        return JsonResponse({"wait": patience.please_wait(wait)}, status=429)
    question, request.session[TO_OPEN] = keys.question_to_open(now=now)
    return JsonResponse(question)


@login_not_required
@never_cache
@sensitive_post_parameters("answer")
@require_POST
def open_with(request: HttpRequest) -> HttpResponse:
    """Opens the door, gives the second factor after a password, or shows that it is still the same person."""
    now = timezone.now()
    half, then = person_half_way(request, now=now)
    expected = request.user if request.user.is_authenticated else half
    user = keys.open_with(request.POST.get("answer", ""), taken(request, TO_OPEN), now=now)
    if user is None or expected not in (None, user):
        messages.error(request, _("Det lykkedes ikke. Prøv igen, eller vælg en anden måde."))
        back = "accounts:again" if request.user.is_authenticated else "accounts:second" if half else "accounts:log_in"
        return redirect(f"{reverse(back)}?{urlencode({'next': next_page(request)})}")
    if request.user.is_authenticated:
        request.session[PROVEN] = now.timestamp()
    else:
        enter(request, user, own_phone=request.POST.get("own_phone") == "on", now=now)
    return redirect(then or next_page(request))


@ask_anybody_again
@never_cache
@sensitive_post_parameters("answer")
@require_http_methods(["GET", "POST"])
def passkeys(request: SignedIn) -> HttpResponse:
    form = PasskeyForm(request.POST or None)
    if form.is_valid():
        key = keys.add(request.user, **form.cleaned_data, asked=taken(request, TO_ADD), now=timezone.now())
        if key:
            messages.success(request, _("Færdig. Næste gang kan du logge ind med »%(name)s«.") % {"name": key.name})
        else:
            messages.error(request, _("Det lykkedes ikke. Intet er ændret. Prøv igen."))
        return redirect("accounts:passkeys")
    return render(request, "accounts/passkeys.html", {"form": form, "keys": request.user.passkeys.by_age()})


@never_cache
@require_POST
@ask_anybody_again
def ask_new(request: SignedIn) -> HttpResponse:
    question, request.session[TO_ADD] = keys.question_to_add(request.user, now=timezone.now())
    return JsonResponse(question)


@require_POST
@ask_anybody_again
def remove(request: SignedIn, pk: int) -> HttpResponse:
    key = get_object_or_404(request.user.passkeys, pk=pk)
    keys.remove(request.user, key.pk, now=timezone.now())
    messages.success(request, _("»%(name)s« kan ikke logge ind her længere.") % {"name": key.name})
    return redirect("accounts:passkeys")
