"""Who looks after a youth while the mentor is away."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.workflow import MoveRefused
from youth import actions
from youth.disclosure import name_of
from youth.forms.moves import StandInForm
from youth.models import StandIn, Youth
from youth.permissions import is_staff, may_hand_over
from youth.views.staff import remember, visible


def to_leave(request: SignedIn, pk: int) -> Youth:
    youth = visible(request, pk)
    if not may_hand_over(request.user, youth):
        raise PermissionDenied
    return youth


@only(is_staff)
@require_http_methods(["GET", "POST"])
def stand_in(request: SignedIn, pk: int) -> HttpResponse:
    youth, today = to_leave(request, pk), timezone.localdate()
    remember(request, [youth])
    form = StandInForm(request.POST or None, youth=youth, initial={"from_on": today})
    if form.is_valid():
        try:
            actions.stand_in(youth, **form.cleaned_data, by=request.user, now=timezone.now())
        except MoveRefused as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, _("Gemt. Den unge og vikaren har fået besked."))
            return redirect("youth:stand_in", youth.pk)
    rows = StandIn.objects.filter(youth=youth).standing(today).select_related("mentor").in_order()
    context = {"youth": youth, "name": name_of(youth), "form": form, "rows": rows}
    return render(request, "youth/stand_in.html", context)


@only(is_staff)
@require_POST
def end(request: SignedIn, pk: int) -> HttpResponse:
    row = get_object_or_404(StandIn.objects.filter(youth__in=Youth.objects.visible_to(request.user)), pk=pk)
    youth = to_leave(request, row.youth_id)
    actions.end_stand_in(row, by=request.user, now=timezone.now())
    messages.success(request, _("Vikaren kan ikke se den unge længere."))
    return redirect("youth:stand_in", youth.pk)
