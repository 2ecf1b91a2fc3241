"""Worried about a youth: the way to the municipality, and nothing more than that it was taken."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.trail.actions import record_reads
from youth.actions import note_worry
from youth.models import Worry, Youth
from youth.permissions import is_staff


@only(is_staff)
@require_http_methods(["GET", "POST"])
def worry(request: SignedIn, pk: int) -> HttpResponse:
    youth, now = get_object_or_404(Youth.objects.visible_to(request.user), pk=pk), timezone.now()
    if request.method == "POST":
        note_worry(youth, by=request.user, now=now)
        messages.success(request, _("Datoen er skrevet ned."))
        return redirect("youth:worry", pk)
    record_reads("youth", [(pk, pk)], by=request.user, now=now)
    done = Worry.objects.visible_to(request.user).filter(youth=youth).select_related("by").order_by("-on", "-pk")
    return render(request, "youth/worry.html", {"youth": youth, "done": done, "page_of": settings.WORRY_PAGE})
