from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from employers import actions, permissions
from employers.filters import PostFilter
from employers.forms import ReasonForm
from employers.lawfulness import lawful_groups, lies_in_holidays, missing_fields
from employers.mending import advice
from employers.models import Post
from employers.views import SignedIn
from employers.views.faces import cards, chores_of, facts, guesses_of, next_step, raw_facts, tone_of, week
from employers.wages import told, why_underpaid
from jobplaneten.accounts.doors import only

PAGE_SIZE = 30


@only(permissions.may_read_posts)
def posts(request: SignedIn) -> HttpResponse:
    user = request.user
    seen = Post.objects.visible_to(user).select_related("employer")
    found = PostFilter(request.GET, queryset=seen.newest_first())
    page = Paginator(found.qs, PAGE_SIZE).get_page(request.GET.get("page"))
    mine = permissions.employer_of(user)
    context = {
        "page": page,
        "cards": cards(page, user),
        "filter": found,
        "employer": mine,
        "paused": mine is not None and mine.is_paused(timezone.localdate()),
        "has_any": seen.exists(),
        "shows_filter": bool(request.GET) or page.has_other_pages() or mine is None,
        "next": next_step(mine, seen),
        "may_write": permissions.may_write_posts(user),
        "new_url": reverse("employers:post_start"),
    }
    return render(request, "employers/posts.html", context)


def post(request: SignedIn, pk: int) -> HttpResponse:
    user = request.user
    row = visible_post(request, pk)
    today = timezone.localdate()
    missing, underpaid = missing_fields(row), why_underpaid(row, today)
    context = {
        "post": row,
        "tone": tone_of(row.status),
        "chores": chores_of(row),
        "facts": facts(row),
        "week": week(row),
        "verdicts": advice(row, today),
        "in_holidays": lies_in_holidays(row),
        "pay": told(row, today),
        "underpaid": underpaid,
        "missing": missing,
        "is_ready": not missing and not underpaid and bool(lawful_groups(row, today)),
        "moves": permissions.moves_of(user, row),
        "may_edit": permissions.may_edit(user, row),
        "reason_form": ReasonForm(auto_id="refuse_%s"),
        "raw": raw_facts(row),
        "guesses": guesses_of(row),
    }
    return render(request, "employers/post.html", context)


@only(permissions.may_write_posts)
@require_POST
def post_submit(request: SignedIn, pk: int) -> HttpResponse:
    row = visible_post(request, pk)
    if missing_fields(row):
        return redirect(reverse("employers:post_edit", args=[pk]) + "?mangler=1")
    actions.submit(row, by=request.user, now=timezone.now())
    messages.success(request, _("Opslaget er sendt. Du får besked, når det er set."))
    return redirect("employers:post", pk)


@only(permissions.may_write_posts)
@require_POST
def post_rework(request: SignedIn, pk: int) -> HttpResponse:
    row = visible_post(request, pk)
    actions.rework(row, by=request.user, now=timezone.now())
    messages.success(request, _("Opslaget er en kladde igen."))
    return redirect("employers:post_edit", pk)


@only(permissions.may_write_posts)
@require_POST
def post_close(request: SignedIn, pk: int) -> HttpResponse:
    row = visible_post(request, pk)
    actions.close(row, by=request.user, now=timezone.now())
    messages.success(request, _("Opslaget er lukket."))
    return redirect("employers:post", pk)


def visible_post(request: SignedIn, pk: int) -> Post:
    return get_object_or_404(Post.objects.visible_to(request.user).select_related("employer"), pk=pk)
