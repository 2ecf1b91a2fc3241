from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from jobplaneten.accounts import oidc
from jobplaneten.accounts.doors import next_page
from jobplaneten.accounts.entering import enter, half_way
from jobplaneten.accounts.forms import LogInForm
from jobplaneten.accounts.permissions import needs_second_factor


@login_not_required
@never_cache
@sensitive_post_parameters("password")
def log_in(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        return redirect(next_page(request))
    form = LogInForm(request)
    if form.is_valid() and form.user is not None:
        then = next_page(request)
        if needs_second_factor(form.user):
            half_way(request, form.user, then, now=timezone.now())
            return redirect("accounts:second")
        enter(request, form.user, own_phone=form.cleaned_data["own_phone"], now=timezone.now())
        return redirect(then)
    context = {"form": form, "next": next_page(request), "municipality": oidc.name_of_provider()}
    return render(request, "accounts/log_in.html", context)


@login_not_required
@require_POST
def log_out(request: HttpRequest) -> HttpResponse:
    """Tells the browser to forget what it has kept: the next person may sit at the same machine."""
    logout(request)
    response = redirect("home:front")
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response
