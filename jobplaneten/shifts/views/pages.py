"""The list of shifts, one shift, and the shifts of a job."""

from datetime import timedelta
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.placements.models import Placement
from jobplaneten.shifts.forms import HoursForm, OffForm, TimesForm, initial_of, next_guess
from jobplaneten.shifts.judging import is_on, was_due
from jobplaneten.shifts.models import HoursState, RosterShift, ShiftStatus
from jobplaneten.shifts.permissions import has_shifts, may_fetch_hours, may_plan, may_put_in
from jobplaneten.shifts.views import faces

BACK = timedelta(days=14)
A_WEEK = timedelta(days=7)
MOST_SHOWN = 60


def rows_for(user: Any) -> Any:
    found = RosterShift.objects.visible_to(user).select_related(
        "worked", "placement__youth__user", "placement__post__employer"
    )
    return found.prefetch_related("taps", "placement__pauses").in_order()


@only(has_shifts)
@require_safe
def shifts(request: SignedIn) -> HttpResponse:
    """What comes, what is on now, and which hours wait for a word."""
    user, now = request.user, timezone.now()
    today = timezone.localdate(now)
    ahead_rows = rows_for(user).ahead(today)
    coming = list((ahead_rows if user.is_youth else ahead_rows.filter(day__lt=today + A_WEEK))[:MOST_SHOWN])
    back = rows_for(user).filter(day__gte=today - BACK, day__lte=today).exclude(status=ShiftStatus.STOPPED)
    before = [row for row in back.order_by("-day", "-starts", "-pk")[:MOST_SHOWN] if row.ends_at <= now and was(row)]
    stopped = (
        list(rows_for(user).filter(status=ShiftStatus.STOPPED, day__gte=today)[:MOST_SHOWN]) if may_plan(user) else []
    )
    faces.seen(request, [*coming, *before, *stopped])
    ahead = [row for row in coming if row.ends_at > now]
    nearest = [row for row in [*reversed(before), *ahead] if faces.is_now_or_next(row, now)]
    first = nearest[0] if nearest and user.is_youth else None
    open_hours = [row for row in before if waits_for(row, user) and row is not first]
    context = {
        "first": first and faces.card(first, user),
        "taps": faces.taps_now(first, now) if first and first.day <= today else [],
        "coming": [faces.card(row, user) for row in ahead if row is not first],
        "open_hours": [faces.card(row, user) for row in open_hours],
        "stopped": [faces.card(row, user) for row in stopped],
        "before": [faces.card(row, user) for row in before if row not in open_hours and row is not first],
        "is_cut": MOST_SHOWN in {len(coming), len(before), len(stopped)},
        "may_fetch": may_fetch_hours(user),
    }
    return render(request, "shifts/shifts.html", context)


def was(row: RosterShift) -> bool:
    """Is there something to say of it? Of a day in a pause, only when hours were put in."""
    return row.status != ShiftStatus.PLANNED or was_due(row) or hasattr(row, "worked")


def waits_for(row: RosterShift, user: Any) -> bool:
    """Does this person owe a word about the hours? Whoever has not put them in; staff when there is a quarrel."""
    worked = getattr(row, "worked", None)
    if user.is_staff:
        return bool(worked and worked.state == HoursState.DISPUTED)
    if worked is None:
        return was_due(row)
    return bool(worked.state == HoursState.PUT_IN and worked.is_from_youth != user.is_youth)


@only(has_shifts)
@require_safe
def shift(request: SignedIn, pk: int) -> HttpResponse:
    return show(request, get_object_or_404(rows_for(request.user), pk=pk), {})


def show(request: SignedIn, row: RosterShift, bound: dict[str, forms.Form], status: int = 200) -> HttpResponse:
    user, now = request.user, timezone.now()
    faces.seen(request, [row])
    worked = getattr(row, "worked", None)
    is_ahead = row.ends_at > now and row.status in {ShiftStatus.PLANNED, ShiftStatus.STOPPED}
    may_write = (
        may_put_in(user, row)
        and row.begins_at <= now
        and (was_due(row) or (user.is_staff and row.status == ShiftStatus.PLANNED))
    )
    context = {
        "row": row,
        "card": faces.card(row, user),
        "was_due": was_due(row),
        "taps": faces.taps_now(row, now) if user.is_youth else [],
        "said": [] if user.is_youth else [(tap.get_kind_display(), tap.tapped_at) for tap in row.taps.all()],
        "worked": worked,
        "law": worked.law if worked and user.is_staff else [],
        "hours_form": hours_form(row, worked, user, bound) if may_write and not is_settled(worked, user) else None,
        "times_form": times_form(row, now, bound) if may_plan(user) and is_ahead else None,
        "off_form": (bound.get("off") or OffForm()) if may_plan(user) and is_ahead else None,
        "may_say_missed": may_plan(user) and is_on(row) and row.begins_at <= now and not worked and not row.taps.all(),
    }
    return render(request, "shifts/shift.html", context, status=status)


def is_settled(worked: Any, user: Any) -> bool:
    return bool(worked and worked.state != HoursState.PUT_IN and not user.is_staff)


def hours_form(row: RosterShift, worked: Any, user: Any, bound: dict[str, forms.Form]) -> forms.Form:
    asks = bool(worked and worked.is_from_youth != user.is_youth)
    return bound.get("hours") or HoursForm(initial=initial_of(worked or row), asks_for_words=asks)


def times_form(row: RosterShift, now: Any, bound: dict[str, forms.Form]) -> forms.Form:
    said = {"day": row.day, **initial_of(row)}
    return bound.get("times") or TimesForm(today=timezone.localdate(now), initial=said)


@only(has_shifts)
@require_safe
def of_job(request: SignedIn, pk: int) -> HttpResponse:
    rows = Placement.objects.visible_to(request.user).select_related("post__employer")
    return show_job(request, get_object_or_404(rows, pk=pk), None)


def show_job(request: SignedIn, placement: Placement, form: TimesForm | None) -> HttpResponse:
    today = timezone.localdate()
    found = list(rows_for(request.user).filter(placement=placement, day__gte=today)[:MOST_SHOWN])
    faces.seen(request, found)
    runs = placement.status == "started"
    blank = TimesForm(today=today, initial=next_guess(found, today)) if runs and may_plan(request.user) else None
    context = {
        "placement": placement,
        "rows": [faces.card(row, request.user) for row in found],
        "form": form or blank,
    }
    return render(request, "shifts/of_job.html", context)
