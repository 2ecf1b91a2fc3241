"""Is it still you? Asked before what somebody at a screen that was left open must not be able to do."""

from django.conf import settings
from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from jobplaneten.accounts import codes
from jobplaneten.accounts.doors import SignedIn, address_of, next_page
from jobplaneten.accounts.entering import PROVEN, before_terms
from jobplaneten.accounts.forms import PasswordAgainForm, SecondFactorForm, TextedCodeForm
from jobplaneten.accounts.permissions import may_get_codes, needs_second_factor

TEXTED = "texted_again"


@before_terms
@never_cache
@sensitive_post_parameters("code", "password")
@require_http_methods(["GET", "POST"])
def again(request: SignedIn) -> HttpResponse:
    if "send" in request.POST and may_get_codes(request.user):
        request.session[TEXTED] = codes.send_code(request.user.login, now=timezone.now()).pk
    form = form_for(request)
    if form and form.is_valid():
        request.session[PROVEN] = timezone.now().timestamp()
        request.session.pop(TEXTED, None)
        messages.success(request, _("Tak. Nu kan du gå videre."))
        return redirect(next_page(request))
    context = {"form": form, "next": next_page(request), "may_get_codes": may_get_codes(request.user)}
    return render(request, "accounts/again.html", context | {"is_demo": settings.IS_DEMO})


def form_for(request: SignedIn) -> Form | None:
    """What this person knows or has: the app, a password, or the phone that a code was sent to."""
    sent = request.POST if request.POST and "send" not in request.POST else None
    if needs_second_factor(request.user):
        return SecondFactorForm(sent, user=request.user, address=address_of(request))
    if request.user.has_usable_password():
        return PasswordAgainForm(sent, user=request.user, address=address_of(request))
    if TEXTED in request.session:
        return TextedCodeForm(sent, key=request.session[TEXTED], address=address_of(request))
    return None
