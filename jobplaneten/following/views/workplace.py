"""What a workplace says on the eight axes while the job runs, and the mentor who lets it through to the youth."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.following import actions
from jobplaneten.following.forms import ClosingForm
from jobplaneten.following.models import Assessment, Voice
from jobplaneten.following.permissions import is_employer, is_staff
from jobplaneten.placements.models import Placement
from jobplaneten.trail.actions import record_reads


@only(is_employer)
@require_http_methods(["GET", "POST"])
def can_now(request: SignedIn, pk: int) -> HttpResponse:
    rows = Placement.objects.visible_to(request.user).select_related("youth__mentor", "youth__user", "post")
    job = get_object_or_404(rows, pk=pk)
    if not job.has_begun(timezone.localdate()):
        raise Http404
    record_reads("placement", [(job.pk, job.youth_id)], by=request.user, now=timezone.now())
    form = ClosingForm(request.POST or None)
    if form.is_valid():
        words, by, now = form.cleaned_data["line"], request.user, timezone.now()
        voice = Voice.WORKPLACE
        actions.assess(job.youth, form.levels(), voice=voice, words=words, placement=job, by=by, now=now)
        messages.success(request, _("Tak. Mentoren læser det først."))
        return redirect("following:job", job.pk)
    return render(request, "following/can_now.html", {"placement": job, "form": form})


@only(is_staff)
@require_POST
def show(request: SignedIn, pk: int) -> HttpResponse:
    rows = Assessment.objects.visible_to(request.user).filter(voice=Voice.WORKPLACE)
    found = get_object_or_404(rows.select_related("youth__user"), pk=pk)
    actions.show_assessment(found, by=request.user, now=timezone.now())
    messages.success(request, _("Nu kan den unge læse det."))
    return redirect("following:list")
