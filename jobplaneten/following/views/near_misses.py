from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.following import actions
from jobplaneten.following.forms import DoneForm, NearMissForm
from jobplaneten.following.models import NearMiss
from jobplaneten.following.permissions import is_staff, is_youth
from jobplaneten.placements.models import Placement


@only(is_youth)
@require_http_methods(["GET", "POST"])
def near_miss(request: SignedIn, pk: int) -> HttpResponse:
    rows = Placement.objects.visible_to(request.user).select_related("youth__mentor", "post__employer")
    placement = get_object_or_404(rows, pk=pk)
    form = NearMissForm(request.POST or None)
    if form.is_valid():
        actions.tell_near_miss(placement, **form.cleaned_data, by=request.user, now=timezone.now())
        messages.success(request, _("Tak, fordi du siger det. Din mentor har fået besked nu, og du får et svar."))
        return redirect("following:job", placement.pk)
    return render(request, "following/near_miss.html", {"placement": placement, "form": form})


@only(is_staff)
@require_POST
def answered(request: SignedIn, pk: int) -> HttpResponse:
    row = get_object_or_404(NearMiss.objects.visible_to(request.user), pk=pk)
    form = DoneForm(request.POST)
    if form.is_valid():
        actions.answer_near_miss(row, **form.cleaned_data, by=request.user, now=timezone.now())
        messages.success(request, _("Gemt. Den unge har fået besked."))
    for error in form.errors.get("done", []):
        messages.error(request, str(error))
    return redirect("following:list")
