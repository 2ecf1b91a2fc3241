from django.contrib import messages as flash
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from jobplaneten.messaging import actions
from jobplaneten.messaging.models import Message

PER_PAGE = 20


def page_of(request: HttpRequest, rows: object) -> object:
    return Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))  # type: ignore[arg-type]


def coordinators_only(request: HttpRequest) -> None:
    if not getattr(request.user, "is_coordinator", False):
        raise Http404


@require_safe
def box(request: HttpRequest) -> HttpResponse:
    own = Message.objects.visible_to(request.user)
    context = {"page": page_of(request, own.newest_first()), "unread": own.unread().count()}
    return render(request, "messaging/box.html", context)


@require_POST
def open_notice(request: HttpRequest, pk: int) -> HttpResponse:
    """Reading is a POST, so that a link in a mail or a preview never reads on somebody's behalf."""
    own = Message.objects.visible_to(request.user)
    message = get_object_or_404(own, pk=pk)
    actions.mark_read(own.filter(pk=pk), now=timezone.now())
    return redirect(message.path)


@require_POST
def all_read(request: HttpRequest) -> HttpResponse:
    actions.mark_read(Message.objects.visible_to(request.user), now=timezone.now())
    return redirect("messaging:box")


@require_safe
def given_up(request: HttpRequest) -> HttpResponse:
    coordinators_only(request)
    rows = Message.objects.given_up().select_related("to").newest_first()
    return render(request, "messaging/given_up.html", {"page": page_of(request, rows)})


@require_POST
def try_again(request: HttpRequest, pk: int) -> HttpResponse:
    coordinators_only(request)
    message = get_object_or_404(Message.objects.given_up(), pk=pk)
    actions.try_again(message, by=request.user, now=timezone.now())
    flash.success(request, _("Vi prøver at sende den igen."))
    return redirect("messaging:given_up")
