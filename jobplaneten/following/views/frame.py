"""When it is asked how a job goes: data that coordinators edit."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.following import actions
from jobplaneten.following.forms import PointForm
from jobplaneten.following.models import FollowPoint
from jobplaneten.following.permissions import may_set_points
from jobplaneten.workflow import MoveRefused


@only(may_set_points)
def points(request: SignedIn) -> HttpResponse:
    return render(request, "following/points.html", {"points": FollowPoint.objects.in_order()})


@only(may_set_points)
def point(request: SignedIn, pk: int) -> HttpResponse:
    found = get_object_or_404(FollowPoint, pk=pk)
    form = PointForm(request.POST or None, instance=found)
    if form.is_valid():
        version = form.cleaned_data["version"]
        try:
            actions.save_point(found, form.values(), version=version, by=request.user, now=timezone.now())
        except MoveRefused as overtaken:
            form.add_error(None, overtaken.message)
        else:
            messages.success(request, _("Gemt. Det gælder for dem, der bliver spurgt fra nu af."))
            return redirect("following:points")
    return render(request, "following/point.html", {"form": form, "point": found})
