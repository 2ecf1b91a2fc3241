"""Log in with a code on SMS. What is answered never tells whether the number is known."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from jobplaneten.accounts import codes
from jobplaneten.accounts.doors import SignedIn, address_of, next_page, only
from jobplaneten.accounts.entering import enter
from jobplaneten.accounts.forms import PhoneForm, TextedCodeForm
from jobplaneten.accounts.permissions import may_take_codes

SENT = "texted_code"


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        return redirect(next_page(request))
    form = PhoneForm(request.POST or None, address=address_of(request))
    if form.is_valid():
        row = codes.send_code(form.cleaned_data["phone"], now=timezone.now())
        then = next_page(request)
        request.session.flush()
        request.session[SENT] = [row.pk, then, form.cleaned_data["own_phone"]]
        return redirect("accounts:texted_code")
    return render(request, "accounts/text_ask.html", {"form": form, "next": next_page(request)})


@login_not_required
@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
def give(request: HttpRequest) -> HttpResponse:
    if SENT not in request.session:
        return redirect("accounts:text_code")
    key, then, own_phone = request.session[SENT]
    form = TextedCodeForm(request.POST or None, key=key, address=address_of(request))
    if form.is_valid() and form.user:
        enter(request, form.user, own_phone=own_phone, now=timezone.now())
        return redirect(then)
    return render(request, "accounts/text_give.html", {"form": form})


@only(may_take_codes)
@require_POST
def choose(request: SignedIn) -> HttpResponse:
    wanted = request.POST.get("wanted") == "yes"
    codes.take_codes(request.user, wanted=wanted, now=timezone.now())
    messages.success(request, _("Du kan logge ind med sms.") if wanted else _("Nu er det kun dit kodeord, der virker."))
    return redirect("accounts:me")
