from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from jobplaneten.families.languages import COOKIE, language_of
from jobplaneten.languages import LANGUAGES

OPEN_PAGES = ("/foraelder/", "/log-ind/")


def speak_their_language(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Guardians read in the language they chose; everybody else reads Danish, whatever their browser says."""

    def middleware(request: HttpRequest) -> HttpResponse:
        with translation.override(language_for(request)):
            return get_response(request)

    return middleware


def language_for(request: HttpRequest) -> str:
    user = request.user
    if user.is_authenticated and user.is_guardian:
        return language_of(user)
    if not user.is_authenticated and request.path.startswith(OPEN_PAGES):
        chosen = request.COOKIES.get(COOKIE, "")
        return chosen if chosen in LANGUAGES else "da"
    return "da"
