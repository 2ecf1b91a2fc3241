"""The person's own calendar address and what is found there, and the script that keeps a page at hand."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.shifts import actions, feeds
from jobplaneten.shifts.forms import LinkForm
from jobplaneten.shifts.models import CalendarLink
from jobplaneten.shifts.permissions import has_shifts
from jobplaneten.trail.actions import record_reads


@never_cache
@only(has_shifts)
@require_http_methods(["GET", "POST"])
def calendar(request: SignedIn) -> HttpResponse:
    """The secret address is shown once, when it has been made."""
    form, now, token = LinkForm(request.POST), timezone.now(), ""
    if request.method == "POST" and request.POST.get("move") == "end":
        actions.end_link(request.user, now=now)
    elif request.method == "POST" and form.is_valid():
        token = actions.renew_link(request.user, tells_where=form.cleaned_data["tells_where"], now=now)
    link = CalendarLink.objects.filter(person=request.user, ended_at=None).first()
    address = settings.SITE_URL + reverse("shifts:feed", args=[token]) if token else ""
    return render(request, "shifts/calendar.html", {"link": link, "address": address, "form": LinkForm()})


@login_not_required
@never_cache
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """Whoever holds the address reads it, so it says little; it is empty when the person may see no shift any more."""
    link, now = actions.link_at(token), timezone.now()
    if link is None or not has_shifts(link.person):
        raise Http404
    shifts = feeds.shifts_for(link.person, timezone.localdate(now))
    if not link.person.is_youth:
        read = [(shift.pk, shift.placement.youth_id) for shift in shifts]
        record_reads("rostershift", read, by=link.person, now=now)
    return HttpResponse(feeds.as_ics(link, shifts, now), content_type="text/calendar; charset=utf-8")


@login_not_required
@require_safe
def worker_script(request: HttpRequest) -> HttpResponse:
    """From an address of its own, because a script may only keep pages below the folder that it comes from."""
    return render(request, "shifts/worker.js", content_type="text/javascript")
