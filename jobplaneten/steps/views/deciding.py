"""A step up is decided here, read by a second pair of eyes where the area asks for it, and nobody is forgotten."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.db.models import Max, OuterRef, Subquery
from django.db.models.functions import Coalesce, Greatest, TruncDate
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.steps import actions
from jobplaneten.steps.evidence import gather, rule_of
from jobplaneten.steps.forms import DecideForm, SendBackForm
from jobplaneten.steps.models import StepProposal, StepTalk
from jobplaneten.steps.permissions import may_be_second
from jobplaneten.steps.views.faces import criterion
from jobplaneten.steps.views.staff import to_move
from jobplaneten.trail.actions import record_reads
from jobplaneten.workflow import MoveRefused
from youth.disclosure import name_of
from youth.models import StepChange, StepMove, Youth
from youth.permissions import is_staff

MOST_SHOWN = 50


@only(is_staff)
@require_http_methods(["GET", "POST"])
def decide(request: SignedIn, pk: int) -> HttpResponse:
    youth = to_move(request, pk)
    goal = goal_of(request, youth)
    known = gather(youth, timezone.localdate())
    move = StepMove.UP if goal == youth.step + 1 else StepMove.SKIP
    form = DecideForm(
        request.POST or None, move=move, is_missing=bool(known.missing), initial={"from_step": youth.step}
    )
    if form.is_valid() and done(request, form, youth, goal):
        return redirect("steps:youth", youth.pk)
    context = {"youth": youth, "form": form, "goal": goal, "criteria": [criterion(each) for each in known.criteria]}
    return render(request, "steps/decide.html", context)


def goal_of(request: SignedIn, youth: Youth) -> int:
    asked = request.GET.get("til", "")
    return int(asked) if asked in {"2", "3", "4"} and int(asked) > youth.step else min(youth.step + 1, 4)


def done(request: SignedIn, form: DecideForm, youth: Youth, goal: int) -> bool:
    seen = form.cleaned_data["from_step"]
    try:
        row = actions.decide(youth, to_step=goal, from_step=seen, **form.said(), by=request.user, now=timezone.now())
    except MoveRefused as refusal:
        form.add_error(None, refusal.message)
        return False
    if row:
        messages.success(request, _("Nu ser en kollega på det. %(name)s får først besked bagefter.") % names(youth))
    else:
        messages.success(request, _("Det er gjort, og %(name)s har fået besked.") % names(youth))
    return True


def names(youth: Youth) -> dict[str, str]:
    return {"name": youth.first_name}


@only(is_staff)
@require_safe
def quiet(request: SignedIn) -> HttpResponse:
    """Steps that wait for a second pair of eyes, and youths of whom nobody has talked for long."""
    user, today = request.user, timezone.localdate()
    rows = StepProposal.objects.visible_to(user).waiting().select_related("youth__area", "by").order_by("at")
    waiting = list(rows[:MOST_SHOWN])
    found = too_quiet(Youth.objects.visible_to(user), today)[:MOST_SHOWN]
    read = [(youth.pk, youth.pk) for youth in [*(row.youth for row in waiting), *found]]
    record_reads("youth", read, by=user, now=timezone.now())
    context = {"waiting": [proposal(row, user) for row in waiting], "cards": [card(youth, today) for youth in found]}
    return render(request, "steps/quiet.html", context)


def too_quiet(youths: Any, today: date) -> list[Any]:
    """Those for whom neither a talk nor a move has come for as many weeks as their step's rule says."""
    moved = StepChange.objects.filter(youth=OuterRef("pk")).order_by().values("youth").annotate(last=Max("at"))
    talked = StepTalk.objects.filter(youth=OuterRef("pk")).order_by().values("youth").annotate(last=Max("held_on"))
    came = TruncDate(Coalesce(Subquery(moved.values("last")), "asked_at"))
    last = Greatest(came, Coalesce(Subquery(talked.values("last")), came))
    weeks = {step: rule_of(step).quiet_weeks for step in (1, 2, 3, 4)}
    rows = youths.active().annotate(last_on=last).order_by("last_on", "pk")
    oldest = today - timedelta(weeks=min(weeks.values()))
    return [youth for youth in rows.filter(last_on__lte=oldest) if days(youth, today) >= 7 * weeks[youth.step]]


def days(youth: Any, today: date) -> int:
    return int((today - youth.last_on).days)


def card(youth: Any, today: date) -> dict[str, Any]:
    weeks = days(youth, today) // 7
    said = ngettext("%(n)s uge uden snak eller skridt", "%(n)s uger uden snak eller skridt", weeks) % {"n": weeks}
    url = reverse("steps:youth", args=[youth.pk])
    return {"title": name_of(youth), "url": url, "meta": [_("Trin %(n)s") % {"n": youth.step}, said], "icon": "clock"}


def proposal(row: StepProposal, user: Any) -> dict[str, Any]:
    return {
        "row": row,
        "name": name_of(row.youth),
        "form": SendBackForm(auto_id=f"p{row.pk}_%s") if may_be_second(user, row) else None,
    }


def waiting_row(request: SignedIn, pk: int) -> StepProposal:
    return get_object_or_404(StepProposal.objects.visible_to(request.user), pk=pk)


@only(is_staff)
@require_POST
def confirm(request: SignedIn, pk: int) -> HttpResponse:
    actions.confirm(waiting_row(request, pk), by=request.user, now=timezone.now())
    messages.success(request, _("Det er gjort, og den unge har fået besked."))
    return redirect("steps:quiet")


@only(is_staff)
@require_POST
def send_back(request: SignedIn, pk: int) -> HttpResponse:
    row, form = waiting_row(request, pk), SendBackForm(request.POST)
    if form.is_valid():
        actions.send_back(row, **form.cleaned_data, by=request.user, now=timezone.now())
        messages.success(request, _("Mentor har fået besked. Den unge får ikke besked om det."))
    for error in form.errors.get("why_not", []):
        messages.error(request, str(error))
    return redirect("steps:quiet")
