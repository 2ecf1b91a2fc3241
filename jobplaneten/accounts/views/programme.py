"""The frame of the programme, edited by coordinators: the four steps and the areas."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from jobplaneten.accounts import actions
from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.accounts.forms import AreaForm, StepForm
from jobplaneten.accounts.models import Area, Step
from jobplaneten.accounts.permissions import may_run_programme
from jobplaneten.workflow import MoveRefused


@only(may_run_programme)
def steps(request: SignedIn) -> HttpResponse:
    return render(request, "accounts/steps.html", {"steps": Step.objects.upwards()})


@only(may_run_programme)
def step(request: SignedIn, number: int) -> HttpResponse:
    step = get_object_or_404(Step, number=number)
    form = StepForm(request.POST or None, instance=step)
    if form.is_valid():
        version = form.cleaned_data["version"]
        try:
            actions.save_step(step, form.values(), version=version, by=request.user, now=timezone.now())
        except MoveRefused as overtaken:
            form.add_error(None, overtaken.message)
        else:
            messages.success(request, _("Trinnet er gemt."))
            return redirect("accounts:steps")
    return render(request, "accounts/step.html", {"form": form, "number": number})


@only(may_run_programme)
def areas(request: SignedIn) -> HttpResponse:
    return render(request, "accounts/areas.html", {"areas": Area.objects.by_name()})


@only(may_run_programme)
def area_new(request: SignedIn) -> HttpResponse:
    form = AreaForm(request.POST or None, initial={"version": 1})
    if form.is_valid():
        actions.add_area(form.values(), by=request.user, now=timezone.now())
        messages.success(request, _("Området er oprettet. Du står for det."))
        return redirect("accounts:areas")
    return render(request, "accounts/area.html", {"form": form})


@only(may_run_programme)
def area(request: SignedIn, pk: int) -> HttpResponse:
    area = get_object_or_404(Area, pk=pk)
    form = AreaForm(request.POST or None, instance=area)
    if form.is_valid():
        version = form.cleaned_data["version"]
        try:
            actions.save_area(area, form.values(), version=version, by=request.user, now=timezone.now())
        except MoveRefused as overtaken:
            form.add_error(None, overtaken.message)
        else:
            messages.success(request, _("Området er gemt."))
            return redirect("accounts:areas")
    return render(request, "accounts/area.html", {"form": form})
