"""What a mentor sees and writes about a youth on a step, and the sheet for the talk."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.accounts.models import Step
from jobplaneten.following.actions import assess as say_how_ready
from jobplaneten.following.models import JournalEntry, Voice
from jobplaneten.following.views.faces import entry
from jobplaneten.steps import actions
from jobplaneten.steps.evidence import gather
from jobplaneten.steps.forms import MentorsReadinessForm, TalkForm
from jobplaneten.steps.models import PaperKind, StepProposal, StepTalk
from jobplaneten.steps.views.faces import criterion, history, papers, side_by_side, visible_levels
from jobplaneten.trail.actions import record_reads
from youth.disclosure import name_of
from youth.models import Youth, YouthStatus
from youth.permissions import is_staff, is_youth, may_move_step


def visible(request: SignedIn, pk: int) -> Youth:
    rows = Youth.objects.visible_to(request.user).let_in().select_related("mentor", "area", "user")
    youth = get_object_or_404(rows, pk=pk)
    if not request.user.is_youth:
        record_reads("youth", [(youth.pk, youth.pk)], by=request.user, now=timezone.now())
    return youth


def on_the_table(youth: Youth, user: Any) -> dict[str, Any]:
    known = gather(youth, timezone.localdate())
    talks = StepTalk.objects.filter(youth=youth).select_related("by").order_by("-held_on", "-pk")[:5]
    return {
        "youth": youth,
        "name": name_of(youth),
        "step": Step.objects.filter(number=youth.step).first(),
        "known": known,
        "criteria": [criterion(each) for each in known.criteria],
        "papers": papers(known),
        "lines": side_by_side(visible_levels(youth, user)),
        "talks": talks,
    }


@only(is_staff)
@require_safe
def of_youth(request: SignedIn, pk: int) -> HttpResponse:
    youth = visible(request, pk)
    may_move = may_move_step(request.user, youth) and youth.status == YouthStatus.ACTIVE
    context = {
        **on_the_table(youth, request.user),
        "entries": history(youth, request.user),
        "waiting": StepProposal.objects.waiting().filter(youth=youth).select_related("by").first(),
        "next_step": youth.step + 1 if youth.step < 4 and may_move else 0,
    }
    return render(request, "steps/youth.html", context)


@only(lambda user: is_staff(user) or is_youth(user))
@require_safe
def sheet(request: SignedIn, pk: int) -> HttpResponse:
    """One page on paper for the talk: for both to look at, so it holds only what both may read."""
    youth = visible(request, pk)
    table = on_the_table(youth, youth.user)
    table["criteria"] = [criterion(each) for each in table["known"].criteria if each.key != "axes"]
    shared = JournalEntry.objects.visible_to(youth.user).filter(youth=youth).select_related("by").newest_first()[:3]
    context = {**table, "entries": [entry(row, for_staff=False) for row in shared], "today": timezone.localdate()}
    return render(request, "steps/sheet.html", context)


@only(is_staff)
@require_http_methods(["GET", "POST"])
def assess(request: SignedIn, pk: int) -> HttpResponse:
    youth = visible(request, pk)
    form = MentorsReadinessForm(request.POST or None)
    if form.is_valid():
        words = form.cleaned_data["words"]
        say_how_ready(youth, form.levels(), voice=Voice.MENTOR, words=words, by=request.user, now=timezone.now())
        messages.success(request, _("Gemt. Den unge kan læse det."))
        return redirect("steps:youth", youth.pk)
    title = _("Hvor langt er %(name)s?") % {"name": youth.first_name}
    return write(request, youth, form, title, _("Det er ikke en karakter. Lad en linje stå, hvis du ikke ved det."))


@only(is_staff)
@require_http_methods(["GET", "POST"])
def talk(request: SignedIn, pk: int) -> HttpResponse:
    youth = visible(request, pk)
    form = TalkForm(request.POST or None, today=timezone.localdate())
    if form.is_valid():
        actions.hold_talk(youth, **form.cleaned_data, by=request.user, now=timezone.now())
        messages.success(request, _("Snakken er skrevet ned."))
        return redirect("steps:youth", youth.pk)
    return write(request, youth, form, _("En snak om trinnet"), _("Skriv kort, hvad I blev enige om."))


def write(request: SignedIn, youth: Youth, form: forms.Form, title: str, lead: str) -> HttpResponse:
    return render(request, "steps/write.html", {"youth": youth, "form": form, "title": title, "lead": lead})


@only(is_staff)
@require_POST
def confirm_learnt(request: SignedIn, pk: int) -> HttpResponse:
    youth, kind = visible(request, pk), request.POST.get("kind", "")
    if kind not in PaperKind.values:
        raise Http404
    actions.confirm_learnt(youth, PaperKind(kind), by=request.user, now=timezone.now())
    messages.success(request, _("Gemt."))
    return redirect("steps:youth", youth.pk)


def to_move(request: SignedIn, pk: int) -> Youth:
    youth = visible(request, pk)
    if not may_move_step(request.user, youth):
        raise PermissionDenied
    return youth
