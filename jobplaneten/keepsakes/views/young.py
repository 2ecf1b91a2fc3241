"""What a youth keeps and takes along: a CV, an application, and a paper for each job."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jobplaneten import printing
from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.keepsakes import actions, papers
from jobplaneten.keepsakes.forms import CertificateForm, LetterForm, ResumeForm
from jobplaneten.keepsakes.models import Certificate, Recommendation, Resume
from jobplaneten.keepsakes.permissions import has_worked
from jobplaneten.placements.models import Placement
from jobplaneten.trail.actions import record
from youth.disclosure import is_hidden
from youth.models import StepChange, StepMove, Youth
from youth.permissions import is_youth


def me(request: SignedIn) -> tuple[Youth, Resume | None]:
    youth = get_object_or_404(Youth.objects.visible_to(request.user).prefetch_related("skills"))
    return youth, Resume.objects.filter(youth=youth).first()


@only(is_youth)
@require_safe
def mine(request: SignedIn) -> HttpResponse:
    youth, resume = me(request)
    jobs = papers.jobs_of(youth, timezone.localdate())
    said = set(Recommendation.objects.visible_to(request.user).values_list("placement", flat=True))
    steps = StepChange.objects.filter(youth=youth, move__in=[StepMove.UP, StepMove.SKIP]).as_travelled()
    context = {
        "resume": resume,
        "jobs": [(job, papers.period(job), job.pk in said) for job in jobs],
        "steps": list(steps),
    }
    return render(request, "keepsakes/mine.html", context)


@only(is_youth)
@require_http_methods(["GET", "POST"])
def resume(request: SignedIn) -> HttpResponse:
    youth, row = me(request)
    jobs = papers.jobs_of(youth, timezone.localdate())
    choices = [(job.pk, f"{job.post.title}, {papers.period(job)}") for job in jobs]
    form = ResumeForm(request.POST or None, instance=row, jobs=choices)
    if form.is_valid():
        actions.save_resume(youth, form.cleaned_data, by=request.user, now=timezone.now())
        messages.success(request, _("Dit CV er gemt."))
        return redirect("keepsakes:resume")
    paper = papers.resume_paper(youth, row, jobs, timezone.localdate())
    return render(request, "keepsakes/resume.html", {"form": form, "paper": paper, "youth": youth})


@only(is_youth)
@require_safe
def resume_pdf(request: SignedIn) -> Any:
    youth, row = me(request)
    record("take_pdf", youth, by=request.user, now=timezone.now(), youth=youth.pk, paper="cv")
    today = timezone.localdate()
    return printing.attachment(papers.resume_paper(youth, row, papers.jobs_of(youth, today), today), "cv")


@only(is_youth)
@require_http_methods(["GET", "POST"])
def letter(request: SignedIn) -> HttpResponse:
    youth, row = me(request)
    form = LetterForm(request.POST or None, instance=row)
    if form.is_valid():
        actions.save_resume(youth, form.cleaned_data, by=request.user, now=timezone.now())
        messages.success(request, _("Din ansøgning er gemt."))
        return redirect("keepsakes:letter")
    return render(request, "keepsakes/letter.html", {"form": form, "is_written": bool(row and row.letter_why)})


@only(is_youth)
@require_safe
def letter_pdf(request: SignedIn) -> Any:
    youth, row = me(request)
    if row is None or not row.letter_why:
        raise Http404
    record("take_pdf", youth, by=request.user, now=timezone.now(), youth=youth.pk, paper="letter")
    return printing.attachment(papers.letter_paper(youth, row), "ansoegning")


def own_job(request: SignedIn, pk: int) -> Placement:
    rows = Placement.objects.visible_to(request.user).select_related("youth", "post__employer")
    job = get_object_or_404(rows.prefetch_related("post__shifts"), pk=pk)
    if not has_worked(job, timezone.localdate()):
        raise Http404
    return job


@only(is_youth)
@require_http_methods(["GET", "POST"])
def certificate(request: SignedIn, pk: int) -> HttpResponse:
    job = own_job(request, pk)
    row = Certificate.objects.standing().filter(placement=job).first()
    # Where somebody works is where they can be found: who is protected has to choose to show it.
    offered = {} if row or not is_hidden(job.youth) else {"shows_place": False}
    form = CertificateForm(request.POST if request.method == "POST" else None, instance=row, initial=offered)
    if request.method == "POST" and form.is_valid():
        actions.show(job, form.cleaned_data, by=request.user, now=timezone.now())
        messages.success(request, _("Koden er klar. Den viser kun det, du har valgt."))
        return redirect("keepsakes:certificate", pk)
    said = Recommendation.objects.visible_to(request.user).filter(placement=job).select_related("by").first()
    told = papers.told(row) if row else []
    code = papers.in_fours(row.code) if row else ""
    context = {"job": job, "form": form, "certificate": row, "said": said, "told": told, "code": code}
    return render(request, "keepsakes/certificate.html", context)


@only(is_youth)
@require_POST
def revoke(request: SignedIn, pk: int) -> HttpResponse:
    actions.revoke(own_job(request, pk), by=request.user, now=timezone.now())
    messages.success(request, _("Koden virker ikke mere."))
    return redirect("keepsakes:certificate", pk)


@only(is_youth)
@require_safe
def certificate_pdf(request: SignedIn, pk: int) -> Any:
    job = own_job(request, pk)
    said = Recommendation.objects.visible_to(request.user).filter(placement=job).select_related("by").first()
    row = Certificate.objects.standing().filter(placement=job).first()
    record("take_pdf", job, by=request.user, now=timezone.now(), youth=job.youth_id, paper="certificate")
    return printing.attachment(papers.certificate_paper(job.youth, job, said, row), "bevis")
