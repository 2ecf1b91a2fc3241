"""What mentors and coordinators read and write about how jobs go."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.following import actions
from jobplaneten.following.forms import DoneForm, JournalForm
from jobplaneten.following.models import Assessment, FollowUp, JournalEntry, NearMiss, Voice
from jobplaneten.following.permissions import is_staff
from jobplaneten.following.signs import RULES, jobs_to_look_at, with_signs
from jobplaneten.following.views.faces import (
    card_for_staff,
    entry,
    in_words,
    levels_in_words,
    named_card,
    seen,
    taps_in_words,
    youth_said,
)
from jobplaneten.placements.models import Placement, PlacementStatus
from jobplaneten.trail.actions import record_reads
from youth.disclosure import name_of
from youth.models import Youth

MOST_SHOWN = 50
PER_PAGE = 20


@only(is_staff)
@require_safe
def follow_ups(request: SignedIn) -> HttpResponse:
    """First what somebody waits for, then what is late, then what the workplaces have said, then the rest."""
    today = timezone.localdate()
    rows = FollowUp.objects.visible_to(request.user).select_related(
        "placement__youth", "placement__post__employer", "point"
    )
    worried = list(rows.worried().oldest_first()[:MOST_SHOWN])
    known = {row.pk for row in worried}
    late = [row for row in rows.late(today).oldest_first()[:MOST_SHOWN] if row.pk not in known]
    known |= {row.pk for row in late}
    to_read = [row for row in rows.to_read().oldest_first()[:MOST_SHOWN] if row.pk not in known]
    known |= {row.pk for row in to_read}
    page = Paginator(rows.exclude(pk__in=known).newest_first(), PER_PAGE).get_page(request.GET.get("page"))
    misses = near_misses_of(request)
    signs = signs_for(request, today)
    shown = [*worried, *late, *to_read, *page]
    seen(request, shown)
    sections = [
        (_("Nogen mangler at svare"), [named_card(row) for row in late]),
        (_("Arbejdspladser har svaret"), [named_card(row) for row in to_read]),
        (_("Alle opfølgninger"), [named_card(row) for row in page]),
    ]
    context = {"sections": [each for each in sections if each[1]], "misses": misses, "page": page}
    context |= {
        "worried": [named_card(row) for row in worried],
        "signs": signs,
        "rules": RULES,
        "said": said_by_workplaces(request),
    }
    return render(request, "following/list.html", context)


def signs_for(request: SignedIn, today: date) -> list[dict[str, Any]]:
    rows = jobs_to_look_at(Placement.objects.visible_to(request.user), today).select_related("youth", "post")
    found = with_signs(rows, today)[:MOST_SHOWN]
    read = [(row.pk, row.youth_id) for row, _signs in found]
    record_reads("placement", read, by=request.user, now=timezone.now())
    return [
        {
            "name": name_of(row.youth),
            "job": row.post.title,
            "url": reverse("following:job", args=[row.pk]),
            "lines": [sign.to_mentor() for sign in signs],
        }
        for row, signs in found
    ]


def said_by_workplaces(request: SignedIn) -> list[dict[str, Any]]:
    """On the way, not at the end of a job: that is read at its point."""
    rows = Assessment.objects.visible_to(request.user).filter(
        voice=Voice.WORKPLACE, shown_at=None, placement__status=PlacementStatus.STARTED
    )
    found = list(rows.select_related("youth", "placement__post").order_by("at")[:MOST_SHOWN])
    record_reads("assessment", [(row.pk, row.youth_id) for row in found], by=request.user, now=timezone.now())
    return [
        {
            "pk": row.pk,
            "name": name_of(row.youth),
            "job": row.placement.post.title if row.placement else "",
            "levels": in_words(row.levels),
            "words": row.words,
        }
        for row in found
    ]


def near_misses_of(request: SignedIn) -> list[tuple[NearMiss, str, DoneForm]]:
    rows = NearMiss.objects.visible_to(request.user).open().select_related("placement__youth", "placement__post")
    found = list(rows.order_by("at")[:MOST_SHOWN])
    read = [(row.pk, row.placement.youth_id) for row in found]
    record_reads("nearmiss", read, by=request.user, now=timezone.now())
    return [(row, name_of(row.placement.youth), DoneForm(auto_id=f"m{row.pk}_%s")) for row in found]


def of_staff(request: SignedIn, row: FollowUp) -> HttpResponse:
    """Called by the page of one point, which has fetched the row."""
    youth = row.placement.youth
    form = JournalForm(request.POST or None)
    if form.is_valid():
        actions.write_journal(youth, **form.cleaned_data, follow_up=row, by=request.user, now=timezone.now())
        messages.success(request, _("Det står i dagbogen."))
        return redirect("following:follow_up", row.pk)
    entries = JournalEntry.objects.visible_to(request.user).filter(follow_up=row).select_related("by").newest_first()
    context = {
        "row": row,
        "name": name_of(youth),
        "said": youth_said(row) if row.youth_at else "",
        "taps": taps_in_words(row),
        "levels": levels_in_words(row, request.user),
        "entries": [entry(each, for_staff=True) for each in entries],
        "form": form,
        "card": card_for_staff(row),
    }
    return render(request, "following/staff.html", context)


@only(is_staff)
@require_POST
def show(request: SignedIn, pk: int) -> HttpResponse:
    row = get_object_or_404(FollowUp.objects.visible_to(request.user), pk=pk)
    actions.show_to_youth(row, by=request.user, now=timezone.now())
    messages.success(request, _("Nu kan den unge læse det."))
    return redirect("following:follow_up", row.pk)


@only(is_staff)
@require_http_methods(["GET", "POST"])
def journal(request: SignedIn, pk: int) -> HttpResponse:
    youth = get_object_or_404(Youth.objects.visible_to(request.user).let_in(), pk=pk)
    record_reads("youth", [(youth.pk, youth.pk)], by=request.user, now=timezone.now())
    form = JournalForm(request.POST or None)
    if form.is_valid():
        actions.write_journal(youth, **form.cleaned_data, by=request.user, now=timezone.now())
        messages.success(request, _("Det står i dagbogen."))
        return redirect("following:journal", youth.pk)
    return render(request, "following/journal.html", {"youth": youth, "form": form, **written(request, youth)})


def written(request: SignedIn, youth: Youth) -> dict[str, Any]:
    rows = JournalEntry.objects.visible_to(request.user).filter(youth=youth).select_related("by").newest_first()
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    entries = [entry(row, for_staff=True) for row in page]
    return {"entries": entries, "page": page, "name": name_of(youth), "back": reverse("youth:person", args=[youth.pk])}
