"""A youth's own rights: to have it all, and to be forgotten, without asking anybody. And who has read too much."""

import json
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.accounts.entering import ask_anybody_again, before_terms
from jobplaneten.keeping.actions import GRACE, leave, stay
from jobplaneten.keeping.everything import as_text, everything
from jobplaneten.keeping.forms import LeaveForm, SettleForm
from jobplaneten.keeping.models import UnusualReading
from jobplaneten.keeping.watching import settle_reading
from jobplaneten.placements.models import Placement
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused
from matching.when import local_day
from youth.models import WhyLeaving, Youth, YouthStatus
from youth.permissions import is_youth

FILE = "jobplaneten-mine-oplysninger"
PER_PAGE = 20


def own(request: SignedIn) -> Youth:
    return get_object_or_404(Youth.objects.visible_to(request.user).select_related("user", "area", "mentor", "school"))


@before_terms
@only(is_youth)
@require_safe
def mine(request: SignedIn) -> HttpResponse:
    youth = own(request)
    return render(request, "keeping/mine.html", {"youth": youth, "is_leaving": youth.status == YouthStatus.LEAVING})


@before_terms
@only(is_youth)
@require_safe
@ask_anybody_again
def page(request: SignedIn) -> HttpResponse:
    youth, now = own(request), timezone.now()
    record("export", youth, by=request.user, now=now, youth=youth.pk)
    context = {"sections": as_text(everything(youth)), "day": local_day(now)}
    answer = render(request, "keeping/everything.html", context)
    answer["Content-Disposition"] = f'attachment; filename="{FILE}.html"'
    return answer


@before_terms
@only(is_youth)
@require_safe
@ask_anybody_again
def machine(request: SignedIn) -> HttpResponse:
    youth, now = own(request), timezone.now()
    record("export", youth, by=request.user, now=now, youth=youth.pk)
    sections = [{**each, "rows": [dict(row) for row in each["rows"]]} for each in everything(youth)]
    told = json.dumps({"day": local_day(now).isoformat(), "sections": sections}, ensure_ascii=False, indent=2)
    disposition = f'attachment; filename="{FILE}.json"'
    return HttpResponse(told, content_type="application/json", headers={"Content-Disposition": disposition})


@before_terms
@only(is_youth)
def leaving(request: SignedIn) -> HttpResponse:
    youth, form = own(request), LeaveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        try:
            leave(youth, why=WhyLeaving.ASKED, on=local_day(now) + GRACE, by=request.user, now=now)
        except MoveRefused as refusal:
            messages.warning(request, refusal.message)
            return redirect("keeping:mine")
        messages.success(request, _("Det er noteret. Du kan fortryde her, indtil dagen kommer."))
        return redirect("keeping:mine")
    works = Placement.objects.running().filter(youth=youth).exists()
    return render(request, "keeping/leave.html", {"form": form, "days": GRACE.days, "works": works})


@before_terms
@only(is_youth)
@require_POST
def staying(request: SignedIn) -> HttpResponse:
    try:
        stay(own(request), by=request.user, now=timezone.now())
    except MoveRefused as refusal:
        messages.warning(request, refusal.message)
    else:
        messages.success(request, _("Godt, at du bliver. Intet er slettet."))
    return redirect("keeping:mine")


def may_watch(user: Any) -> bool:
    return bool(user.is_coordinator or user.is_superuser)


@only(may_watch)
@require_safe
def readings(request: SignedIn) -> HttpResponse:
    """What nobody has looked into yet stands first."""
    seen = UnusualReading.objects.visible_to(request.user).select_related("reader", "settled_by")
    waiting = [(row, SettleForm(auto_id=f"l{row.pk}_%s")) for row in seen.open().order_by("at")]
    page = Paginator(seen.exclude(settled_at=None).order_by("-at", "-pk"), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "keeping/readings.html", {"waiting": waiting, "page": page})


@only(may_watch)
@require_POST
def reading_settled(request: SignedIn, pk: int) -> HttpResponse:
    row = get_object_or_404(UnusualReading.objects.visible_to(request.user), pk=pk)
    form = SettleForm(request.POST)
    if form.is_valid():
        settle_reading(row, note=form.cleaned_data["note"], by=request.user, now=timezone.now())
        messages.success(request, _("Det er skrevet ned."))
    for error in form.errors.get("note", []):
        messages.error(request, str(error))
    return redirect("keeping:readings")
