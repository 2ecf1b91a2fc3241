from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from employers import actions, permissions
from employers.filters import EmployerFilter
from employers.forms import ReasonForm
from employers.models import REMIND_BEFORE, Employer, EmployerContact, Post
from employers.views import SignedIn
from employers.views.check_faces import checks_of
from employers.views.colleagues import people_of
from employers.views.faces import cards, employer_cards, employer_facts, employer_tone
from employers.views.posts import PAGE_SIZE, visible_post
from jobplaneten.accounts.actions import give_temporary_password
from jobplaneten.accounts.doors import only
from jobplaneten.accounts.views.people import show_password


@only(permissions.may_vet)
def to_review(request: SignedIn) -> HttpResponse:
    """Everything that waits for a coordinator: the oldest first, nothing hidden behind a page."""
    user = request.user
    visible = Employer.objects.visible_to(user)
    waiting = visible.to_confirm()
    renew = visible.to_renew(timezone.localdate() + REMIND_BEFORE).exclude(pk__in=waiting)
    seen = Post.objects.visible_to(user).select_related("employer")
    imported = Paginator(seen.imported_drafts().newest_first(), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "waiting": employer_cards(waiting.order_by("asked_at")),
        "employers": employer_cards(visible.to_vet().exclude(pk__in=waiting).order_by("asked_at")),
        "renew": employer_cards(renew.order_by("vetted_until")),
        "posts": cards(seen.to_review().order_by("changed_at"), user),
        "imported": cards(imported, user),
        "page": imported,
    }
    return render(request, "employers/to_review.html", context)


@only(permissions.may_vet)
def employers(request: SignedIn) -> HttpResponse:
    found = EmployerFilter(request.GET, queryset=Employer.objects.visible_to(request.user).by_name())
    page = Paginator(found.qs, PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "employers/employers.html", {"page": page, "cards": employer_cards(page), "filter": found})


@only(permissions.may_vet)
def employer(request: SignedIn, pk: int) -> HttpResponse:
    user = request.user
    row = visible_employer(request, pk)
    context = {
        "employer": row,
        "tone": employer_tone(row.status),
        "facts": employer_facts(row),
        "checks": checks_of(row),
        "people": people_of(user, EmployerContact.objects.visible_to(user).filter(employer=row)),
        "waiting": row.checks.pending().first(),
        "posts": cards(Post.objects.visible_to(user).filter(employer=row).newest_first(), user),
        "moves": permissions.employer_moves_of(user, row),
        "refuse_form": ReasonForm(auto_id="refuse_%s"),
        "suspend_form": ReasonForm(auto_id="suspend_%s"),
    }
    return render(request, "employers/employer.html", context)


@only(permissions.may_vet)
@require_POST
def employer_refuse(request: SignedIn, pk: int) -> HttpResponse:
    row = visible_employer(request, pk)
    form = ReasonForm(request.POST)
    if form.is_valid():
        actions.refuse_employer(row, reason=form.cleaned_data["reason"], by=request.user, now=timezone.now())
        messages.success(request, _("Svaret er sendt."))
    return answered(request, form, "employers:employer", pk)


@only(permissions.may_vet)
@require_POST
def post_open(request: SignedIn, pk: int) -> HttpResponse:
    row = visible_post(request, pk)
    read = request.POST.get("version", "")
    actions.open_post(row, by=request.user, now=timezone.now(), version=int(read) if read.isdecimal() else row.version)
    messages.success(request, _("Opslaget er åbent. I nat leder vi efter unge til det."))
    return redirect("employers:to_review")


@only(permissions.may_vet)
@require_POST
def post_refuse(request: SignedIn, pk: int) -> HttpResponse:
    row = visible_post(request, pk)
    form = ReasonForm(request.POST)
    if form.is_valid():
        actions.refuse_post(row, reason=form.cleaned_data["reason"], by=request.user, now=timezone.now())
        messages.success(request, _("Opslaget er sendt retur med din begrundelse."))
    return answered(request, form, "employers:post", pk)


def answered(request: SignedIn, form: ReasonForm, page: str, pk: int) -> HttpResponse:
    """Back to the page; an answer without a reason is told so there."""
    for error in form.errors.get("reason", []):
        messages.error(request, str(error))
    return redirect(page, pk)


@only(permissions.may_vet)
@require_POST
def employer_password(request: SignedIn, pk: int) -> HttpResponse:
    """For the contact who has forgotten the password, after a call to the workplace's own number."""
    contact = visible_employer(request, pk).contacts.administrators().select_related("user").earliest("pk").user
    password = give_temporary_password(contact, by=request.user, now=timezone.now())
    return show_password(request, contact, password, back=reverse("employers:employer", args=[pk]))


def visible_employer(request: SignedIn, pk: int) -> Employer:
    return get_object_or_404(Employer.objects.visible_to(request.user), pk=pk)
