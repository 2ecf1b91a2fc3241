"""Placements in the words and shapes that the templates show. Nothing here asks about a youth."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _

from employers.models import Post
from employers.views.faces import chores_of, pay, period, week
from jobplaneten.placements.first_day import asker, first_lawful_day, shift_days
from jobplaneten.placements.forms import StartForm
from jobplaneten.placements.models import Placement, PlacementStatus
from jobplaneten.placements.permissions import moves_for
from jobplaneten.placements.views.checklist import checklist
from jobplaneten.placements.views.endings_words import ending_of, pause_of

TONES = {
    PlacementStatus.PAPERS: "wait",
    PlacementStatus.STARTED: "good",
    PlacementStatus.ENDED: "neutral",
    PlacementStatus.CANCELLED: "neutral",
}
Bound = dict[str, forms.Form]


def tone_of(placement: Placement) -> str:
    return TONES[PlacementStatus(placement.status)]


def when(placement: Placement) -> str:
    first, last = placement.first_day_on, placement.last_day_on
    if first and last and placement.is_ending:
        return _("Sidste dag %(day)s") % {"day": formats.date_format(last, "j. F")}
    if first and last:
        return f"{formats.date_format(first, 'j. b')} – {formats.date_format(last, 'j. b Y')}"
    if first and placement.status == PlacementStatus.STARTED:
        return _("Første dag %(day)s") % {"day": formats.date_format(first, "j. F")}
    return ""


def card(placement: Placement, title: str, *meta: str) -> dict[str, Any]:
    return {
        "title": title,
        "url": reverse("placements:placement", args=[placement.pk]),
        "meta": [line for line in (*meta, when(placement)) if line],
        "badge": placement.get_status_display(),
        "tone": tone_of(placement),
        "icon": f"kind-{placement.post.category}" if placement.post.category else "job",
    }


def job_facts(post: Post) -> list[tuple[str, Any]]:
    """What anybody on either side of the job may know about it."""
    said = [
        (_("Arbejdsplads"), post.employer.name if post.employer else ""),
        (_("Sted"), " ".join(filter(None, [post.place, post.postcode]))),
        (_("Opgaver"), ", ".join(chores_of(post))),
        (_("Periode"), period(post)),
        (_("Løn"), pay(post)),
        (_("Voksen på stedet"), post.adult_on_site),
    ]
    return [(term, value) for term, value in said if value]


def page(placement: Placement, user: Any, today: date, bound: Bound) -> dict[str, Any]:
    """What every role's page shows: the job, the papers, and the moves that are open to this person."""
    moves = moves_for(user, placement, today)
    papers = checklist(placement, user, today, bound)
    return {
        "placement": placement,
        "badge_tone": tone_of(placement),
        "when": when(placement),
        "job": job_facts(placement.post),
        "week": week(placement.post),
        **papers,
        "moves": moves,
        "has_begun": placement.has_begun(today),
        "start_form": bound.get("start")
        or StartForm(today=today, initial={"first_day_on": first_guess(placement, today, bool(papers["missing"]))}),
        "ending": ending_of(placement, user),
        "pause": pause_of(placement, user, today) if placement.status == PlacementStatus.STARTED else None,
    }


def first_guess(placement: Placement, today: date, is_missing_papers: bool) -> date:
    """The next day with a shift, and from which the law allows the job once all is ticked; people may change it."""
    soonest = max(today + timedelta(days=1), placement.post.starts_on or today)
    shift_day = next(shift_days(placement.post, soonest, soonest + timedelta(days=6)), soonest)
    if is_missing_papers:
        return shift_day
    return first_lawful_day(placement.post, shift_day, asker(placement, today)) or shift_day
