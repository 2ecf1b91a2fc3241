from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme

from jobplaneten.accounts.models import User

View = Callable[..., HttpResponse]


class SignedIn(HttpRequest):
    """A request as every view gets it that is not open to strangers: the log-in middleware has seen to that."""

    user: User


def only(may: Callable[[User], bool]) -> Callable[[View], View]:
    """A page that is not for this person does not exist for them."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not (request.user.is_authenticated and may(request.user)):
                raise Http404
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def address_of(request: HttpRequest) -> str:
    """Where the request comes from: past as many proxies as we run ourselves, and not one more."""
    hops = [hop.strip() for hop in request.headers.get("x-forwarded-for", "").split(",") if hop.strip()]
    if settings.OWN_PROXIES and len(hops) >= settings.OWN_PROXIES:
        return hops[-settings.OWN_PROXIES]
    return str(request.META.get("REMOTE_ADDR", ""))


def next_page(request: HttpRequest) -> str:
    """Where a person was heading before the log-in, when that is one of our own pages; else the front page."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    is_ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None, require_https=request.is_secure())
    return wanted if is_ours and wanted.startswith("/") else resolve_url(settings.LOGIN_REDIRECT_URL)
