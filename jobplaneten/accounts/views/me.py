from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST
from knox.models import AuthToken

from jobplaneten.accounts import actions, oidc
from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.accounts.entering import ask_again, before_terms
from jobplaneten.accounts.forms import ChangePasswordForm
from jobplaneten.accounts.models import MunicipalLogin
from jobplaneten.accounts.permissions import may_take_codes, may_use_api, needs_second_factor
from jobplaneten.accounts.views.door import log_out


def me(request: SignedIn) -> HttpResponse:
    keys = AuthToken.objects.filter(user=request.user, expiry__gt=timezone.now()).order_by("-created")
    faces = {
        "may_use_api": may_use_api(request.user),
        "municipality": oidc.name_of_provider(),
        "municipal_login": MunicipalLogin.objects.filter(user=request.user).first(),
        "has_app": needs_second_factor(request.user),
        "may_take_codes": may_take_codes(request.user),
    }
    return render(request, "accounts/me.html", {"keys": keys} | faces)


@sensitive_post_parameters("old", "new", "again")
def change_password(request: SignedIn) -> HttpResponse:
    then = "home:front" if request.user.has_temporary_password else "accounts:me"
    form = ChangePasswordForm(request.POST or None, user=request.user)
    if form.is_valid():
        actions.change_password(request.user, form.cleaned_data["new"], now=timezone.now())
        update_session_auth_hash(request, request.user)
        messages.success(request, _("Dit nye kodeord gælder nu."))
        return redirect(then)
    return render(request, "accounts/change_password.html", {"form": form})


@before_terms
@require_POST
def log_out_everywhere(request: SignedIn) -> HttpResponse:
    """Here too: whoever has lent a phone to somebody knows best when all shall end."""
    actions.log_out_everywhere(request.user, by=request.user, now=timezone.now())
    return log_out(request)


@only(may_use_api)
@require_POST
@ask_again
def make_key(request: SignedIn) -> HttpResponse:
    """Answers with the key at once: it is shown this one time and kept nowhere."""
    key = actions.make_key(request.user, now=timezone.now())
    return render(request, "accounts/key.html", {"key": key})


@only(may_use_api)
@require_POST
def take_key_back(request: SignedIn, token_key: str) -> HttpResponse:
    actions.take_key_back(request.user, token_key, now=timezone.now())
    messages.success(request, _("Nøglen virker ikke længere."))
    return redirect("accounts:me")
