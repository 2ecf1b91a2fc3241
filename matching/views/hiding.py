"""From whom a youth is hidden: the youth's own page, and the mentor's."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.trail.actions import record_reads
from matching import actions
from matching.forms import HideForm
from matching.models import Hiding
from matching.permissions import may_show_again
from youth.models import Youth
from youth.permissions import is_staff, is_youth


@only(is_youth)
@require_http_methods(["GET", "POST"])
def own(request: SignedIn) -> HttpResponse:
    return page(request, get_object_or_404(Youth.objects.visible_to(request.user)))


@only(is_staff)
@require_http_methods(["GET", "POST"])
def of_youth(request: SignedIn, pk: int) -> HttpResponse:
    return page(request, get_object_or_404(Youth.objects.visible_to(request.user), pk=pk))


def page(request: SignedIn, youth: Youth) -> HttpResponse:
    form, now = HideForm(request.POST or None), timezone.now()
    if form.is_valid():
        actions.hide_from(youth, form.cleaned_data["employer"], by=request.user, now=now)
        messages.success(request, _("Gemt. De får intet at vide, og der kommer ingen forslag derfra."))
        return back(request, youth.pk)
    record_reads("youth", [(youth.pk, youth.pk)] if request.user.is_staff else [], by=request.user, now=now)
    return render(request, "matching/hiding.html", {"youth": youth, **standing(request.user, youth, form)})


def standing(user: Any, youth: Youth, form: forms.Form) -> dict[str, Any]:
    rows = Hiding.objects.standing().visible_to(user).filter(youth=youth).select_related("employer", "by").by_name()
    return {"rows": [(row, may_show_again(user, row)) for row in rows], "form": form, "is_own": user.is_youth}


@require_POST
def end(request: SignedIn, pk: int) -> HttpResponse:
    row = get_object_or_404(Hiding.objects.standing().visible_to(request.user), pk=pk)
    actions.show_again(row, by=request.user, now=timezone.now())
    messages.success(request, _("Gemt. Der kan komme forslag derfra igen."))
    return back(request, row.youth_id)


def back(request: SignedIn, youth: int) -> HttpResponse:
    return redirect("matching:hiding") if request.user.is_youth else redirect("matching:hiding_of", youth)
