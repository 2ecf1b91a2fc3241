"""The terms: asked for when they are new, open for everybody to read, and who has said yes."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db.models import Count, F, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from jobplaneten.accounts import terms
from jobplaneten.accounts.doors import SignedIn, next_page, only
from jobplaneten.accounts.entering import before_terms
from jobplaneten.accounts.models import Role, TermsAcceptance, User
from jobplaneten.accounts.permissions import may_run_programme

PER_PAGE = 30
PAGES = {
    "unge": (Role.YOUTH, gettext_lazy("Det aftaler vi med dig")),
    "foraeldre": (Role.GUARDIAN, gettext_lazy("Det aftaler vi med forældre")),
    "arbejdspladser": (Role.EMPLOYER, gettext_lazy("Det aftaler vi med arbejdspladser")),
}


@before_terms
@require_http_methods(["GET", "POST"])
def own(request: SignedIn) -> HttpResponse:
    """Read by whoever has not said yes yet, and by everybody else who wants to know what they said yes to."""
    now = timezone.now()
    found = terms.current(request.user.role, timezone.localdate(now))
    if found is None:
        raise Http404
    if request.method == "POST":
        terms.accept_terms(request.user, now=now)
        messages.success(request, _("Tak. Det er skrevet ned, hvad du har sagt ja til og hvornår."))
        return redirect(next_page(request))
    title = next(title for role, title in PAGES.values() if role == request.user.role)
    is_new = terms.must_read(request.user, timezone.localdate(now))
    return render(request, "accounts/terms.html", {"terms": found, "title": title, "is_asked": is_new})


@login_not_required
@require_safe
def of_role(request: HttpRequest, whose: str) -> HttpResponse:
    if whose not in PAGES:
        raise Http404
    role, title = PAGES[whose]
    context = {"terms": terms.current(role, timezone.localdate()), "title": title}
    return render(request, "accounts/terms.html", context)


@only(may_run_programme)
@require_safe
def who(request: SignedIn) -> HttpResponse:
    """People of workplaces one by one; youths and guardians only as numbers."""
    rows = TermsAcceptance.objects.visible_to(request.user).select_related("user").newest_first()
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "counts": [counted(role, title) for role, title in PAGES.values()]}
    return render(request, "accounts/who_accepted.html", context)


def counted(role: Role, title: Any) -> dict[str, Any]:
    found = terms.current(role, timezone.localdate())
    version = found.version if found else 0
    people = User.objects.active().filter(role=role).annotate(read=F("terms_read"))
    counts = people.aggregate(all=Count("pk"), yes=Count("pk", filter=Q(read__gte=version)))
    return {"title": title, "version": version, "since": found.since if found else None, **counts}
