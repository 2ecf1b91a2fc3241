from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import add_never_cache_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import HttpResponseClientRedirect

from jobplaneten.workflow import MoveRefused

Answer = Callable[[HttpRequest], HttpResponse]


def never_cache_signed_in_pages(get_response: Answer) -> Answer:
    """No page of a signed-in person may lie in a shared cache or come back after log-out."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if getattr(request, "user", None) is not None and request.user.is_authenticated:
            add_never_cache_headers(response)
        return response

    return middleware


class tell_refused_moves:  # noqa: N801 - reads as the verb it is in the list of middleware
    """A move that came too late becomes a sentence on the page the person came from, never an error page."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, MoveRefused) or request.path.startswith("/api/"):
            return None
        messages.warning(request, error.message)
        back = request.headers.get("referer", "")
        if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
            back = "/"
        return HttpResponseClientRedirect(back) if request.htmx else HttpResponseRedirect(back)  # type: ignore[attr-defined]
