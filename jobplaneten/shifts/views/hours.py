"""The hours of a month, and the same as a file for the payroll."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.shifts import ledger
from jobplaneten.shifts.permissions import has_shifts, may_fetch_hours
from jobplaneten.shifts.views import faces
from jobplaneten.shifts.words import hours as in_words

PARAMETER = "maaned"
MOST_SHOWN = 80
ONE_DAY = timedelta(days=1)
EARLIEST, LATEST = 2020, 2100


def month_asked(request: SignedIn) -> ledger.Month:
    return ledger.month_of(request.user, ledger.month_at(request.GET.get(PARAMETER, ""), timezone.localdate()))


@only(has_shifts)
@require_safe
def month(request: SignedIn) -> HttpResponse:
    found = month_asked(request)
    shown = found.rows[:MOST_SHOWN]
    faces.seen(request, shown)
    context = {
        "month": found,
        "rows": [faces.card(row, request.user) for row in shown],
        "is_cut": len(found.rows) > MOST_SHOWN,
        "total": in_words(found.minutes),
        "agreed": in_words(found.agreed),
        "earlier": f"{found.first - ONE_DAY:%Y-%m}" if found.first.year > EARLIEST else "",
        "later": f"{ledger.next_month(found.first):%Y-%m}" if found.first.year < LATEST else "",
        "may_fetch": may_fetch_hours(request.user),
    }
    return render(request, "shifts/month.html", context)


@only(may_fetch_hours)
@require_safe
def as_file(request: SignedIn) -> HttpResponse:
    found = month_asked(request)
    faces.seen(request, found.rows)
    answer = HttpResponse(ledger.as_csv(found), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="timer-{found.first:%Y-%m}.csv"'
    return answer
