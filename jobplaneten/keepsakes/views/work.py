"""What a workplace writes about a youth, read by the mentor first; and the diploma for a step."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jobplaneten import printing
from jobplaneten.accounts.doors import SignedIn
from jobplaneten.keepsakes import actions, papers
from jobplaneten.keepsakes.forms import BackForm, RecommendationForm
from jobplaneten.keepsakes.models import Recommendation, RecommendationStatus
from jobplaneten.keepsakes.permissions import has_worked, may_read_first, may_recommend
from jobplaneten.placements.models import Placement
from jobplaneten.trail.actions import record, record_reads
from youth.models import StepChange, StepMove, Youth


def job_of(request: SignedIn, pk: int) -> Placement:
    rows = Placement.objects.visible_to(request.user).select_related("youth", "post__employer")
    job = get_object_or_404(rows, pk=pk)
    if request.user.is_youth or not has_worked(job, timezone.localdate()):
        raise Http404
    record_reads("placement", [(pk, job.youth_id)], by=request.user, now=timezone.now())
    return job


@require_http_methods(["GET", "POST"])
def recommendation(request: SignedIn, pk: int) -> HttpResponse:
    job = job_of(request, pk)
    row = Recommendation.objects.filter(placement=job).select_related("by").first()
    return page(request, job, row, RecommendationForm(request.POST or None, instance=row), BackForm())


def page(
    request: SignedIn, job: Placement, row: Recommendation | None, form: RecommendationForm, back_form: BackForm
) -> HttpResponse:
    is_open = may_recommend(request.user) and not (row and row.status == RecommendationStatus.READ)
    if request.method == "POST" and not may_recommend(request.user) and not back_form.is_bound:
        raise PermissionDenied
    if is_open and form.is_valid():
        actions.recommend(job, **form.cleaned_data, by=request.user, now=timezone.now())
        messages.success(request, _("Tak. Mentoren læser det først, og så får den unge det."))
        return redirect("keepsakes:recommendation", job.pk)
    waits = may_read_first(request.user) and bool(row and row.status == RecommendationStatus.WRITTEN)
    context = {"job": job, "row": row, "form": form if is_open else None, "waits": waits, "back_form": back_form}
    return render(request, "keepsakes/recommendation.html", context)


@require_POST
def read_first(request: SignedIn, pk: int) -> HttpResponse:
    job = job_of(request, pk)
    if not may_read_first(request.user):
        raise PermissionDenied
    is_back, form = request.POST.get("deed") == "back", BackForm(request.POST)
    if is_back and not form.is_valid():
        row = Recommendation.objects.filter(placement=job).select_related("by").first()
        return page(request, job, row, RecommendationForm(instance=row), form)
    why = form.cleaned_data["back_why"] if is_back else ""
    actions.read_first(job, back_why=why, by=request.user, now=timezone.now())
    messages.success(request, _("Sendt tilbage til arbejdspladsen.") if why else _("Den unge har fået udtalelsen."))
    return redirect("keepsakes:recommendation", pk)


@require_safe
def diploma(request: SignedIn, pk: int) -> Any:
    """For the youth, and for the mentor who hands it over on paper."""
    user = request.user
    if not (user.is_youth or user.is_staff):
        raise Http404
    rows = StepChange.objects.filter(youth__in=Youth.objects.visible_to(user), move__in=[StepMove.UP, StepMove.SKIP])
    change = get_object_or_404(rows.select_related("youth", "by"), pk=pk)
    now = timezone.now()
    record("take_pdf", change, by=user, now=now, youth=change.youth_id, paper="diploma")
    if user.is_staff:
        record_reads("stepchange", [(pk, change.youth_id)], by=user, now=now)
    return printing.attachment(papers.diploma_paper(change), "diplom")
