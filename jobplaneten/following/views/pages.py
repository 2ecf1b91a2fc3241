"""The page of one point: the youth's smileys, the workplace's taps, or what the mentor reads and writes."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.following import actions
from jobplaneten.following.forms import CheckInForm, ClosingForm, LineForm, StillWorkingForm, WorkplaceForm
from jobplaneten.following.models import FollowUp, Mood, StillWorking, Voice
from jobplaneten.following.permissions import employer_may_answer, is_youth, may_follow, youth_may_answer
from jobplaneten.following.views.faces import levels_in_words, seen, taps_in_words
from jobplaneten.following.views.staff import of_staff


def visible(request: SignedIn, pk: int) -> FollowUp:
    rows = FollowUp.objects.visible_to(request.user).select_related(
        "placement__youth__mentor", "placement__youth__user", "placement__post__employer", "point", "employer_by"
    )
    return get_object_or_404(rows, pk=pk)


@only(may_follow)
@require_http_methods(["GET", "POST"])
def follow_up(request: SignedIn, pk: int) -> HttpResponse:
    row = visible(request, pk)
    seen(request, [row])
    if request.user.is_youth:
        return of_youth(request, row)
    return of_employer(request, row) if request.user.is_employer else of_staff(request, row)


def of_youth(request: SignedIn, row: FollowUp) -> HttpResponse:
    form = (StillWorkingForm if row.asks_for_work else CheckInForm)(request.POST or None)
    if form.is_valid():
        row = actions.check_in(row, **form.cleaned_data, by=request.user, now=timezone.now())
        return redirect("following:follow_up", row.pk)
    context = {
        "row": row,
        "form": form,
        "may_answer": youth_may_answer(row),
        "choices": StillWorking.choices if row.asks_for_work else Mood.choices,
        "line_form": LineForm(initial={"line": row.youth_line}),
        "workplace": taps_in_words(row) if row.shown_at else [],
        "levels": levels_in_words(row, request.user) if row.shown_at else [],
    }
    return render(request, "following/check_in.html", context)


def of_employer(request: SignedIn, row: FollowUp) -> HttpResponse:
    form: Any = (ClosingForm if row.point.is_closing else WorkplaceForm)(request.POST or None)
    may_answer = employer_may_answer(row) and not row.employer_at
    if may_answer and form.is_valid():
        workplace_says(request, row, form)
        messages.success(request, _("Tak. Mentoren læser det i dag."))
        return redirect("following:job", row.placement_id)
    context = {
        "row": row,
        "form": form if may_answer else None,
        "taps": taps_in_words(row),
        "levels": levels_in_words(row, request.user),
    }
    return render(request, "following/workplace.html", context)


def workplace_says(request: SignedIn, row: FollowUp, form: Any) -> None:
    who: dict[str, Any] = {"by": request.user, "now": timezone.now()}
    line = form.cleaned_data["line"]
    if row.point.is_closing:
        job = row.placement
        actions.assess(job.youth, form.levels(), voice=Voice.WORKPLACE, words=line, placement=job, row=row, **who)
    else:
        actions.workplace_answers(row, form.taps(), line=line, **who)


@only(is_youth)
@require_POST
def line(request: SignedIn, pk: int) -> HttpResponse:
    row = visible(request, pk)
    form = LineForm(request.POST)
    if form.is_valid():
        actions.add_line(row, line=form.cleaned_data["line"], by=request.user, now=timezone.now())
        messages.success(request, _("Gemt. Din mentor kan læse det."))
    for error in form.errors.get("line", []):
        messages.error(request, str(error))
    return redirect("following:follow_up", row.pk)
