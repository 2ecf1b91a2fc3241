"""Who waits for whom, until when, and how well the promise is kept. And the line for a seat that is taken."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from employers.models import EmployerContact
from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.trail.actions import record_reads
from matching import actions, promises
from matching.forms import AnswerDaysForm
from matching.letters import answer_day
from matching.models import Match, MatchStatus
from matching.permissions import may_set_answer_days
from matching.when import local_day
from youth.permissions import is_staff, is_youth


@only(is_staff)
@require_safe
def answers(request: SignedIn) -> HttpResponse:
    now = timezone.now()
    rows = Match.objects.visible_to(request.user).asked().select_related("youth__user", "post__employer")
    waits = list(rows.most_urgent_first())
    record_reads("match", [(match.pk, match.youth_id) for match in waits], by=request.user, now=now)
    phones = phones_of(waits)
    context = {
        "workplaces": [wait(match, now, phones) for match in waits if match.status == MatchStatus.RELEASED],
        "youths": [wait(match, now, phones) for match in waits if match.status == MatchStatus.OFFERED],
        "days": promises.days_now(),
        "rate": promises.answer_rate(now),
        "rates": promises.rates_by_employer(now),
        "may_set": may_set_answer_days(request.user),
    }
    return render(request, "matching/answers.html", context)


def phones_of(waits: list[Match]) -> dict[int, tuple[str, str]]:
    """Whom to ring at each workplace: the first who is inside and has a number."""
    employers = {match.post.employer_id for match in waits}
    rows = EmployerContact.objects.inside().filter(employer__in=employers).exclude(user__phone="").order_by("-pk")
    return {row.employer_id: (row.user.name, row.user.phone) for row in rows.select_related("user")}


def wait(match: Match, now: Any, phones: dict[int, tuple[str, str]]) -> dict[str, Any]:
    left, is_youth_asked = promises.days_left(match, local_day(now)), match.status == MatchStatus.OFFERED
    person = match.youth.user
    return {
        "match": match,
        "day": answer_day(match),
        "left": left_in_words(left),
        "tone": "stop" if left <= 1 else "wait" if match.nudges else "neutral",
        "ring": (person.name, person.phone) if is_youth_asked else phones.get(match.post.employer_id or 0, ("", "")),
    }


def left_in_words(days: int) -> str:
    if days <= 0:
        return _("i dag er sidste dag")
    return ngettext("%(n)s dag tilbage", "%(n)s dage tilbage", days) % {"n": days}


@only(may_set_answer_days)
def days(request: SignedIn) -> HttpResponse:
    current = promises.days_now()
    initial = {"employer_days": current.employer, "youth_days": current.youth}
    form = AnswerDaysForm(request.POST or None, initial=initial)
    if form.is_valid():
        actions.set_answer_days(**form.cleaned_data, by=request.user, now=timezone.now())
        messages.success(request, _("Gemt. Det gælder for det, der bliver sendt ud fra nu af."))
        return redirect("matching:answers")
    return render(request, "matching/answer_days.html", {"form": form})


@require_POST
@only(is_youth)
def line(request: HttpRequest, pk: int) -> HttpResponse:
    """On the list, or off it again."""
    match = get_object_or_404(Match.objects.visible_to(request.user).select_related("post"), pk=pk)
    if request.POST.get("move") == "leave":
        actions.leave_the_line(match, by=request.user, now=timezone.now())  # type: ignore[arg-type]
        messages.success(request, _("Du står ikke på listen længere."))
    else:
        actions.stand_in_line(match, by=request.user, now=timezone.now())  # type: ignore[arg-type]
        messages.success(request, _("Du står på listen. Bliver der en plads, hører du det."))
    return redirect(reverse("matching:offer", args=[pk]))
