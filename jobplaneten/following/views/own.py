"""The youth's own page: what waits for an answer, and what the mentor has shared."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.following.models import FollowUp, JournalEntry
from jobplaneten.following.permissions import is_youth
from jobplaneten.following.signs import RULES, jobs_to_look_at, with_signs
from jobplaneten.following.views.faces import card_for_youth, entry
from jobplaneten.placements.models import Placement
from youth.models import Youth

MOST_SHOWN = 30


@only(is_youth)
@require_safe
def mine(request: SignedIn) -> HttpResponse:
    user = request.user
    youth = get_object_or_404(Youth.objects.visible_to(user).select_related("mentor"))
    rows = FollowUp.objects.visible_to(user).filter(asks_youth=True).select_related("placement__post", "point")
    waiting = list(rows.for_the_youth().oldest_first()[:MOST_SHOWN])
    known = {row.pk for row in waiting}
    before = [row for row in rows.newest_first()[:MOST_SHOWN] if row.pk not in known]
    entries = JournalEntry.objects.visible_to(user).select_related("by").newest_first()[:MOST_SHOWN]
    today = timezone.localdate()
    found = with_signs(jobs_to_look_at(Placement.objects.visible_to(user), today), today)
    context = {
        "signs": [sign.to_youth() for _row, signs in found for sign in signs],
        "rules": RULES,
        "youth": youth,
        "waiting": [card_for_youth(row) for row in waiting],
        "before": [card_for_youth(row) for row in before],
        "entries": [entry(row, for_staff=False) for row in entries],
    }
    return render(request, "following/mine.html", context)
