"""What people do with shifts: tap, plan, call off, write hours."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.placements.models import Placement
from jobplaneten.shifts import actions
from jobplaneten.shifts.forms import HoursForm, OffForm, TimesForm
from jobplaneten.shifts.models import HoursState, RosterShift, TapKind
from jobplaneten.shifts.permissions import has_shifts, is_youth, may_plan
from jobplaneten.shifts.views.pages import rows_for, show, show_job
from jobplaneten.workflow import MoveRefused

DONE = {
    TapKind.ON_MY_WAY: gettext_lazy("Godt. De ved, at du er på vej."),
    TapKind.HERE: gettext_lazy("Velkommen på arbejde!"),
    TapKind.LEAVING: gettext_lazy("Tak for i dag. Timerne er skrevet, og din arbejdsplads ser dem igennem."),
    TapKind.SICK: gettext_lazy(
        "God bedring. Din arbejdsplads og din mentor ved det nu. Du skal ikke finde en afløser."
    ),
    TapKind.CANNOT: gettext_lazy("Tak, fordi du sagde til. De ved det nu. Du skal ikke finde en afløser."),
}


def said_on_the_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """What is refused is said where the person was; a script that replays gets it as words to show."""

    @wraps(view)
    def answer(request: SignedIn, pk: int) -> HttpResponse:
        try:
            return view(request, pk)
        except MoveRefused as refused:
            if wants_json(request):
                return JsonResponse({"said": refused.message}, status=409)
            messages.warning(request, refused.message)
            return redirect("shifts:shift", pk)

    return answer


def wants_json(request: SignedIn) -> bool:
    return request.headers.get("accept") == "application/json"


def visible(request: SignedIn, pk: int) -> RosterShift:
    return get_object_or_404(rows_for(request.user), pk=pk)


@require_POST
@only(is_youth)
@said_on_the_page
def tap(request: SignedIn, pk: int) -> HttpResponse:
    row, kind, now = visible(request, pk), request.POST.get("kind", ""), timezone.now()
    if kind not in TapKind:
        raise MoveRefused(_("Tryk på en af knapperne."))
    is_new = actions.tap(row, kind, tapped_at=moment_of(request.POST.get("at", ""), now), by=request.user, now=now)
    if is_new or not wants_json(request):
        messages.success(request, DONE[TapKind(kind)])
    return JsonResponse({}) if wants_json(request) else redirect("shifts:shift", pk)


def moment_of(text: str, now: datetime) -> datetime:
    """When the phone says that the thumb was there. A page without script says nothing, and it is now."""
    try:
        at = parse_datetime(text) if text else None
    except ValueError:
        at = None
    return at if at and timezone.is_aware(at) else now


@require_POST
@only(may_plan)
@said_on_the_page
def move(request: SignedIn, pk: int) -> HttpResponse:
    row, now = visible(request, pk), timezone.now()
    form = TimesForm(request.POST, today=timezone.localdate(now))
    if not form.is_valid():
        return show(request, row, {"times": form})
    actions.move_shift(row, form.times, by=request.user, now=now)
    messages.success(request, _("Vagten er flyttet, og alle har fået besked."))
    return redirect("shifts:shift", pk)


@require_POST
@only(may_plan)
@said_on_the_page
def call_off(request: SignedIn, pk: int) -> HttpResponse:
    row, form = visible(request, pk), OffForm(request.POST)
    if not form.is_valid():
        return show(request, row, {"off": form})
    actions.call_off(row, reason=form.cleaned_data["reason"], by=request.user, now=timezone.now())
    messages.success(request, _("Vagten er aflyst, og alle har fået besked."))
    return redirect("shifts:shift", pk)


@require_POST
@only(may_plan)
@said_on_the_page
def missed(request: SignedIn, pk: int) -> HttpResponse:
    actions.say_missed(visible(request, pk), by=request.user, now=timezone.now())
    messages.success(request, _("Tak. Mentoren har fået besked og ringer."))
    return redirect("shifts:shift", pk)


@require_POST
@only(has_shifts)
@said_on_the_page
def hours(request: SignedIn, pk: int) -> HttpResponse:
    row = visible(request, pk)
    form = HoursForm(request.POST, asks_for_words=True)
    if not form.is_valid():
        return show(request, row, {"hours": form})
    worked = actions.put_in_hours(row, **form.cleaned_data, by=request.user, now=timezone.now())
    messages.success(request, said_about(worked.state))
    return redirect("shifts:shift", pk)


def said_about(state: str) -> str:
    return {
        HoursState.PUT_IN: _("Gemt. Nu ser den anden det igennem."),
        HoursState.AGREED: _("Gemt. Timerne gælder."),
        HoursState.DISPUTED: _("Gemt. I er ikke enige, så mentoren hjælper."),
    }[HoursState(state)]


@require_POST
@only(may_plan)
def add(request: SignedIn, pk: int) -> HttpResponse:
    placement = get_object_or_404(
        Placement.objects.visible_to(request.user).select_related("post__employer", "youth"), pk=pk
    )
    now = timezone.now()
    form = TimesForm(request.POST, today=timezone.localdate(now))
    if form.is_valid():
        try:
            row = actions.add_shift(placement, form.times, by=request.user, now=now)
        except MoveRefused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, _("Vagten er lagt ind, og alle har fået besked."))
            return redirect("shifts:shift", row.pk)
    return show_job(request, placement, form)
