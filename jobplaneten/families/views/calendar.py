"""A guardian's own calendar address: the shifts of the children whose jobs they may hear of today."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.families.forms import CalendarForm
from jobplaneten.families.languages import language_of
from jobplaneten.families.models import View
from jobplaneten.families.permissions import is_guardian, may_hear_of_jobs
from jobplaneten.families.views.guardian import own
from jobplaneten.shifts import feeds
from jobplaneten.shifts.actions import link_at
from jobplaneten.shifts.models import CalendarLink, RosterShift
from jobplaneten.shifts.views.calendars import handed_out, page_of_links
from youth.disclosure import is_hidden


@never_cache
@only(is_guardian)
@require_http_methods(["GET", "POST"])
def calendar(request: SignedIn) -> HttpResponse:
    return page_of_links(request, CalendarForm, template="families/calendar.html", feed="families:feed")


@login_not_required
@never_cache
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    link, now = link_at(token), timezone.now()
    if link is None or not is_guardian(link.person):
        raise Http404
    with translation.override(language_of(link.person)):
        return handed_out(link, children_s_shifts(link.person), now, titled=title_for(link), found_at=job_of)


def children_s_shifts(guardian: Any) -> list[RosterShift]:
    today = timezone.localdate()
    children = [
        each.youth_id for each in own(guardian) if each.view_on(today) != View.NOTHING and may_hear_of_jobs(each)
    ]
    return feeds.in_a_calendar(RosterShift.objects.filter(placement__youth__in=children), today)


def title_for(link: CalendarLink) -> feeds.Titled:
    """With two children one must know whose shift it is; of a protected child a calendar tells nothing."""

    def title(shift: RosterShift) -> str:
        youth = shift.placement.youth
        if not link.tells_where or is_hidden(youth):
            return _("Vagt")
        return _("%(name)s på vagt: %(where)s") % {"name": youth.first_name, "where": feeds.workplace_of(shift)}

    return title


def job_of(shift: RosterShift) -> str:
    return reverse("families:job", args=[shift.placement_id])
