from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from jobplaneten.accounts.doors import only
from jobplaneten.ladder import StepNumber
from jobplaneten.trail.actions import record_reads
from jobplaneten.workflow import MoveRefused
from youth import actions
from youth.disclosure import area_of, is_hidden, name_of
from youth.filters import CaseloadFilter
from youth.forms.moves import LetInForm, TurnAwayForm
from youth.models import StepChange, Youth, YouthStatus
from youth.permissions import guardian_stop, is_staff
from youth.portrait import STATUS_TONES, work_words
from youth.views.folder import folder

PAGE_SIZE = 60


def years(youth: Youth, day: date) -> str:
    return _("%(age)s år") % {"age": youth.age_on(day)}


def place(youth: Youth) -> list[str]:
    return [] if is_hidden(youth) else [area_of(youth)]


def remember(request: HttpRequest, youths: list[Youth]) -> None:
    record_reads("youth", [(youth.pk, youth.pk) for youth in youths], by=request.user, now=timezone.now())


@only(is_staff)
def caseload(request: HttpRequest) -> HttpResponse:
    user: Any = request.user
    found = Youth.objects.visible_to(user).let_in().select_related("area", "mentor")
    chosen = CaseloadFilter(request.GET, found.prefetch_related("guardian_words").by_step(), request=request)
    page = Paginator(chosen.qs, PAGE_SIZE).get_page(request.GET.get("page"))
    remember(request, list(page))
    day = timezone.localdate()
    people = [line(youth, day, with_mentor=user.is_coordinator) for youth in page]
    context = {
        "people": people,
        "columns": by_step(people),
        "page": page,
        "form": chosen.form,
        "is_narrowed": any(request.GET.get(name) for name in chosen.filters),
        "waiting": Youth.objects.visible_to(user).waiting().count(),
    }
    return render(request, "youth/caseload.html", context)


def by_step(people: list[dict[str, Any]]) -> list[tuple[int, list[dict[str, Any]]]]:
    """The board. A page that was narrowed to one step has one column."""
    columns = [(step, [person for person in people if person["step"] == step]) for step in StepNumber.values]
    filled = [column for column in columns if column[1]]
    return filled if len(filled) == 1 else columns


def line(youth: Youth, day: date, *, with_mentor: bool) -> dict[str, Any]:
    badge, tone = what_stands_out(youth, day)
    mentor = [youth.mentor.name] if with_mentor and youth.mentor else []
    return {
        "pk": youth.pk,
        "name": name_of(youth),
        "url": reverse("youth:person", args=[youth.pk]),
        "meta": [years(youth, day), *place(youth), *mentor],
        "step": youth.step,
        "badge": badge,
        "tone": tone,
    }


def what_stands_out(youth: Youth, day: date) -> tuple[str, str]:
    """The one thing that a mentor can do something about."""
    if youth.status != YouthStatus.ACTIVE:
        return youth.get_status_display(), STATUS_TONES[YouthStatus(youth.status)]
    if not youth.profile_done_at:
        return _("Profilen er ikke færdig"), "wait"
    stop = guardian_stop(youth, day, youth.guardian_words.all())
    if stop:
        return stop.rstrip("."), "wait"
    return (work_words(youth), "good")


@only(is_staff)
def queue(request: HttpRequest) -> HttpResponse:
    waiting = list(Youth.objects.visible_to(request.user).waiting().select_related("area").order_by("asked_at", "pk"))
    remember(request, waiting)
    return render(request, "youth/queue.html", {"people": [newcomer(youth, timezone.localdate()) for youth in waiting]})


def newcomer(youth: Youth, day: date) -> dict[str, Any]:
    days = (day - timezone.localdate(youth.asked_at)).days
    waited = ngettext("har ventet %(days)s dag", "har ventet %(days)s dage", days) % {"days": days}
    return {
        "name": name_of(youth),
        "url": reverse("youth:person", args=[youth.pk]),
        "meta": [years(youth, day), *place(youth), waited if days else _("spurgte i dag")],
        "badge": _("Profilen er færdig") if youth.profile_done_at else "",
        "tone": "good",
    }


@only(is_staff)
def person(request: HttpRequest, pk: int) -> HttpResponse:
    changes = Prefetch("step_changes", StepChange.objects.select_related("by", "second_by"))
    found = Youth.objects.visible_to(request.user).select_related("area", "mentor", "user")
    found = found.prefetch_related("skills", "free_times", "blocked_times", "guardian_words__by", changes)
    return show_person(request, get_object_or_404(found, pk=pk))


def show_person(request: HttpRequest, youth: Youth, **forms: Any) -> HttpResponse:
    remember(request, [youth])
    return render(request, "youth/person.html", folder(youth, request.user, timezone.localdate()) | forms)


def asking(request: HttpRequest, pk: int) -> Youth:
    """Anyone in the user's areas, so that whoever comes second to the queue is told and not shown a 404."""
    return get_object_or_404(Youth.objects.in_areas_of(request.user).select_related("area"), pk=pk)


@only(is_staff)
@require_POST
def let_in(request: HttpRequest, pk: int) -> HttpResponse:
    youth = asking(request, pk)
    form = LetInForm(request.POST, youth=youth, by=request.user)
    if not form.is_valid():
        return show_person(request, visible(request, pk), let_in_form=form)
    try:
        actions.let_in(youth, **form.cleaned_data, by=request.user, now=timezone.now())
    except MoveRefused as refusal:
        messages.warning(request, refusal.message)
        return redirect("youth:queue")
    messages.success(request, _("%(name)s er lukket ind.") % {"name": youth.first_name})
    return redirect("youth:queue")


@only(is_staff)
@require_POST
def turn_away(request: HttpRequest, pk: int) -> HttpResponse:
    youth = asking(request, pk)
    form = TurnAwayForm(request.POST)
    if not form.is_valid():
        return show_person(request, visible(request, pk), turn_away_form=form)
    try:
        actions.turn_away(youth, reason=form.cleaned_data["reason"], by=request.user, now=timezone.now())
    except MoveRefused as refusal:
        messages.warning(request, refusal.message)
        return redirect("youth:queue")
    messages.success(request, _("Der er sendt en venlig besked om, at det ikke kan lade sig gøre nu."))
    return redirect("youth:queue")


def visible(request: HttpRequest, pk: int) -> Youth:
    return get_object_or_404(Youth.objects.visible_to(request.user).select_related("area", "mentor", "user"), pk=pk)
