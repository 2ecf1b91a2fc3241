"""The one switch that stops all matching, and the one that starts it again."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jobplaneten.accounts.doors import SignedIn, only
from matching import actions
from matching.forms import StopForm
from matching.models import MatchStop
from matching.permissions import may_stop_matching


@only(may_stop_matching)
def match_stop(request: SignedIn) -> HttpResponse:
    form = StopForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.stop_matching(reason=form.cleaned_data["reason"], by=request.user, now=timezone.now())
        messages.success(request, _("Al matchning er standset. Der kører ingen nat, før den bliver slået til igen."))
        return redirect("matching:runs")
    stop = MatchStop.objects.visible_to(request.user).on().select_related("begun_by").first()
    return render(request, "matching/stop.html", {"form": form, "stop": stop})


@only(may_stop_matching)
@require_POST
def match_resume(request: SignedIn) -> HttpResponse:
    if actions.resume_matching(by=request.user, now=timezone.now()):
        messages.success(request, _("Matchningen er slået til igen. Den næste nat kører som den plejer."))
    return redirect("matching:runs")
