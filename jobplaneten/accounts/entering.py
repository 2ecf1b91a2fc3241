"""How a session begins, how long it lasts, and who is only half in: password given, second factor not yet."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.contrib.auth import login, logout
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django_htmx.http import HttpResponseClientRedirect

from jobplaneten.accounts.doors import View
from jobplaneten.accounts.models import Role, User
from jobplaneten.accounts.permissions import needs_second_factor
from jobplaneten.accounts.terms import must_read

HALF_IN = "half_in"
PROVEN = "proven_at"
SEEN = "seen_at"
OWN_PHONE = "own_phone"

HALF_IN_FOR = timedelta(minutes=10)
OWN_PHONE_FOR = timedelta(days=14)
IDLE_FOR = {
    Role.YOUTH: timedelta(minutes=30),
    Role.GUARDIAN: timedelta(minutes=30),
    Role.EMPLOYER: timedelta(hours=2),
    Role.MENTOR: timedelta(hours=1),
    Role.COORDINATOR: timedelta(hours=1),
}
FRESH_FOR = timedelta(minutes=15)
A_MINUTE = 60


def half_way(request: HttpRequest, user: User, then: str, *, now: datetime) -> None:
    """Nobody is signed in yet: a session of its own remembers whose password was right."""
    request.session.flush()
    request.session[HALF_IN] = [user.pk, now.timestamp(), user.get_session_auth_hash(), then]


def person_half_way(request: HttpRequest, *, now: datetime) -> tuple[User | None, str]:
    """Who it is and where they were going. A changed password or ten minutes end it."""
    key, since, hashed, then = request.session.get(HALF_IN) or (None, 0, "", "")
    user = User.objects.active().filter(pk=key).first()
    is_late = now.timestamp() - since > HALF_IN_FOR.total_seconds()
    if user is None or is_late or not constant_time_compare(hashed, user.get_session_auth_hash()):
        return None, ""
    return user, then


def enter(request: HttpRequest, user: User, *, own_phone: bool = False, now: datetime) -> None:
    """Everything that was asked for has been given. The session gets a new key, and nothing of the old one."""
    request.session.flush()
    login(request, user)
    request.session[PROVEN] = request.session[SEEN] = now.timestamp()
    if own_phone and not needs_second_factor(user):
        request.session[OWN_PHONE] = True
    else:
        request.session.set_expiry(0)


def idle_limit(request: HttpRequest, user: User) -> timedelta:
    return OWN_PHONE_FOR if request.session.get(OWN_PHONE) else IDLE_FOR[Role(user.role)]


def is_fresh(request: HttpRequest, *, now: datetime) -> bool:
    return bool(now.timestamp() - request.session.get(PROVEN, 0) <= FRESH_FOR.total_seconds())


def asking_again(whom: Callable[[User], bool]) -> Callable[[View], View]:
    """Somebody else may sit at a screen that was left open. The person comes back to the page with the button."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            user: Any = request.user
            if not whom(user) or is_fresh(request, now=timezone.now()):
                return view(request, *args, **kwargs)
            there = f"{reverse('accounts:again')}?{urlencode({'next': where_from(request)})}"
            is_part = getattr(request, "htmx", False)
            return HttpResponseClientRedirect(there) if is_part else redirect(there)

        return guarded

    return decorate


def where_from(request: HttpRequest) -> str:
    if request.method == "GET" and not getattr(request, "htmx", False):
        return request.get_full_path()
    came_from = urlsplit(request.headers.get("referer", ""))
    return came_from.path if came_from.netloc == request.get_host() else "/"


class AskWhoItIs(LoginRequiredMiddleware):
    """Whoever sat too long comes back to the page with the button, not to what the button does; and a part of a page
    that was asked for becomes the door as a whole page, not a door inside a page.
    """

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> Any:
        if request.method in {"GET", "HEAD"} and not getattr(request, "htmx", False):
            return super().handle_no_permission(request, view_func)
        there = f"{resolve_url(self.get_login_url(view_func))}?{urlencode({'next': where_from(request)})}"
        return HttpResponseClientRedirect(there) if getattr(request, "htmx", False) else redirect(there)


ask_again = asking_again(needs_second_factor)
"""Of the programme's people, before what opens somebody's access or lets a youth be known to more people."""
ask_anybody_again = asking_again(lambda user: True)
"""Of everybody, before what opens or closes a way into their own account, or takes it all home."""


def own_password_first(request: HttpRequest) -> HttpResponse | None:
    """What another has seen opens this one door only, until it is no longer what opens."""
    user: Any = request.user
    doors = {reverse(f"accounts:{name}") for name in ("change_password", "log_out", "log_out_everywhere")}
    if not user.is_authenticated or not user.has_temporary_password or request.path in doors:
        return None
    return redirect("accounts:change_password")


def keep_the_door(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Ends a session that has been left alone, and any of the programme's people that no second factor opened."""

    def middleware(request: HttpRequest) -> HttpResponse:
        user: Any = request.user
        if user.is_authenticated:
            now = timezone.now().timestamp()
            idle = now - request.session.get(SEEN, now)
            half = needs_second_factor(user) and PROVEN not in request.session
            if half or idle > idle_limit(request, user).total_seconds():
                logout(request)
            elif SEEN not in request.session or idle > A_MINUTE:
                request.session[SEEN] = now
        return own_password_first(request) or get_response(request)

    return middleware


class ask_for_the_terms:  # noqa: N801 - reads as the verb it is in the list of middleware
    """Whoever has not said yes to the terms of today reads them before anything that is not for everybody."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        user: Any = request.user
        is_open = not getattr(view, "login_required", True) or getattr(view, "before_terms", False)
        if is_open or request.path.startswith("/api/") or not user.is_authenticated:
            return None
        if not must_read(user, timezone.localdate()):
            return None
        return redirect(f"{reverse('accounts:terms')}?{urlencode({'next': request.path})}")


def before_terms(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Pages that somebody needs who does not say yes: to go, or to read in another language."""
    view.before_terms = True  # type: ignore[attr-defined]
    return view
