from email.utils import parseaddr

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from jobplaneten.accounts.doors import only
from jobplaneten.accounts.models import Area, User
from jobplaneten.home.styleguide import samples
from jobplaneten.messaging.models import Message
from matching.models import MatchStop, Run
from matching.promises import answer_rate, days_now


@login_not_required
@require_safe
def about(request: HttpRequest) -> HttpResponse:
    contact = settings.CONTACT_EMAIL or parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    context = {"areas": Area.objects.open().by_name(), "contact_email": contact}
    promise = {"days": days_now(), "rate": answer_rate(timezone.now())}
    return render(request, "home/about.html", context | promise)


@login_not_required
@require_safe
def how_we_match(request: HttpRequest) -> HttpResponse:
    return render(request, "home/how_we_match.html", {"stop": MatchStop.objects.on().exists()})


def may_see_styleguide(user: User) -> bool:
    return user.is_staff


@only(may_see_styleguide)
@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    return render(request, "home/styleguide.html", samples())


@login_not_required
@never_cache
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """Strangers and machines hear only whether it works; a coordinator also hears how the night went."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        details = night_and_mail() if request.user.is_authenticated and request.user.is_coordinator else {}
    except DatabaseError:
        return JsonResponse({"ok": False}, status=503)
    return JsonResponse({"ok": True, **details})


def night_and_mail() -> dict[str, object]:
    night = Run.objects.nights().newest_first().first()
    return {
        "night": night and {"day": night.day, "status": night.status, "finished_at": night.finished_at},
        "mails_given_up": Message.objects.given_up().count(),
    }
