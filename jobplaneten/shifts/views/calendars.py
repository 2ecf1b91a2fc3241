"""The person's own calendar address and what is found there, and the script that keeps a page at hand."""

from datetime import datetime

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.shifts import actions, feeds
from jobplaneten.shifts.forms import LinkForm
from jobplaneten.shifts.models import CalendarLink, RosterShift
from jobplaneten.shifts.permissions import has_shifts
from jobplaneten.trail.actions import record_reads


@never_cache
@only(has_shifts)
@require_http_methods(["GET", "POST"])
def calendar(request: SignedIn) -> HttpResponse:
    return page_of_links(request, LinkForm, template="shifts/calendar.html", feed="shifts:feed")


def page_of_links(request: SignedIn, form_of: type[Form], *, template: str, feed: str) -> HttpResponse:
    """The secret address is shown once, when it has been made."""
    form, now, token = form_of(request.POST), timezone.now(), ""
    if request.method == "POST" and request.POST.get("move") == "end":
        actions.end_link(request.user, now=now)
    elif request.method == "POST" and form.is_valid():
        token = actions.renew_link(request.user, tells_where=form.cleaned_data["tells_where"], now=now)
    link = CalendarLink.objects.filter(person=request.user, ended_at=None).first()
    address = settings.SITE_URL + reverse(feed, args=[token]) if token else ""
    return render(request, template, {"link": link, "address": address, "form": form_of()})


@login_not_required
@never_cache
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """Whoever holds the address reads it, so it says little; it is empty when the person may see no shift any more."""
    link, now = actions.link_at(token), timezone.now()
    if link is None or not has_shifts(link.person):
        raise Http404
    shifts = feeds.shifts_for(link.person, timezone.localdate(now))
    return handed_out(link, shifts, now, titled=feeds.title_for(link), found_at=feeds.own_page)


def handed_out(
    link: CalendarLink, shifts: list[RosterShift], now: datetime, *, titled: feeds.Titled, found_at: feeds.FoundAt
) -> HttpResponse:
    if not link.person.is_youth:
        read = [(shift.pk, shift.placement.youth_id) for shift in shifts]
        record_reads("rostershift", read, by=link.person, now=now)
    found = feeds.as_ics(shifts, now, titled=titled, found_at=found_at)
    return HttpResponse(found, content_type="text/calendar; charset=utf-8")


@login_not_required
@require_safe
def worker_script(request: HttpRequest) -> HttpResponse:
    """From an address of its own, because a script may only keep pages below the folder that it comes from."""
    return render(request, "shifts/worker.js", content_type="text/javascript")
