from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobplaneten.accounts.doors import only
from jobplaneten.accounts.models import Step
from jobplaneten.ladder import StepNumber
from jobplaneten.trail.actions import record_reads
from jobplaneten.workflow import MoveRefused
from youth import actions
from youth.forms.moves import MoveForm, StepForm
from youth.models import StepMove, Youth
from youth.permissions import is_staff, may_move_step
from youth.views.folder import climb_words


def to_move(request: HttpRequest, pk: int) -> Youth:
    youth = get_object_or_404(Youth.objects.visible_to(request.user).select_related("area"), pk=pk)
    if not may_move_step(request.user, youth):
        raise PermissionDenied
    record_reads("youth", [(youth.pk, youth.pk)], by=request.user, now=timezone.now())
    return youth


@only(is_staff)
@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, pk: int) -> HttpResponse:
    """A new start further down. Up is decided on what has gathered, on the page of the step."""
    youth = to_move(request, pk)
    goal = get_object_or_404(Step, number=number_in(request.GET, "til", 0))
    seen = number_in(request.POST, "from_step", youth.step)
    if goal.number > seen:
        return redirect(f"{reverse('steps:decide', args=[youth.pk])}?til={goal.number}")
    if request.method == "GET" and goal.number == seen:
        return redirect("youth:person", youth.pk)
    form = StepForm(request.POST or None, move=StepMove.BACK, initial={"from_step": seen})
    if form.is_valid() and done(request, form, actions.move_back, youth, to_step=goal.number, from_step=seen):
        return redirect("youth:person", youth.pk)
    title = climb_words(youth, goal.number)
    return render(request, "youth/move.html", {"youth": youth, "form": form, "goal": goal, "title": title})


def number_in(asked: QueryDict, name: str, otherwise: int) -> int:
    typed = asked.get(name, "")
    return int(typed) if typed in {str(number) for number in StepNumber.values} else otherwise


def done(request: HttpRequest, form: MoveForm, act: Callable[..., Youth], youth: Youth, **more: int) -> bool:
    """Whoever comes too late is told above the form, with what was typed still in it."""
    try:
        act(youth, **more, **form.said(), by=request.user, now=timezone.now())
    except MoveRefused as refusal:
        form.add_error(None, refusal.message)
        return False
    messages.success(request, _("Det er gjort, og %(name)s har fået besked.") % {"name": youth.first_name})
    return True


@only(is_staff)
@require_http_methods(["GET", "POST"])
def pause(request: HttpRequest, pk: int) -> HttpResponse:
    return stop_or_go(request, to_move(request, pk), StepMove.PAUSE, actions.pause)


@only(is_staff)
@require_http_methods(["GET", "POST"])
def resume(request: HttpRequest, pk: int) -> HttpResponse:
    return stop_or_go(request, to_move(request, pk), StepMove.RESUME, actions.resume)


def stop_or_go(request: HttpRequest, youth: Youth, move: StepMove, act: Callable[..., Youth]) -> HttpResponse:
    form = MoveForm(request.POST or None, move=move)
    if form.is_valid() and done(request, form, act, youth):
        return redirect("youth:person", youth.pk)
    titles = {StepMove.PAUSE: _("Sæt på pause"), StepMove.RESUME: _("Start igen efter pausen")}
    return render(request, "youth/move.html", {"youth": youth, "form": form, "title": titles[move]})


@only(is_staff)
@require_POST
def allow_next(request: HttpRequest, pk: int) -> HttpResponse:
    youth = to_move(request, pk)
    allowed = request.POST.get("allowed") == "yes"
    actions.allow_next_step(youth, allowed=allowed, by=request.user, now=timezone.now())
    messages.success(request, _("Gemt."))
    return redirect("youth:person", youth.pk)
