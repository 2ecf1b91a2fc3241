"""All that a workplace sees of a youth in a job: the first name on the row, and nothing of the youth's own row."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from jobplaneten.placements.models import Placement
from jobplaneten.placements.views.faces import card
from jobplaneten.trail.actions import record_reads

template = "placements/employer.html"


def of(placement: Placement) -> dict[str, Any]:
    return card(placement, placement.first_name, placement.post.title)


def words(placement: Placement) -> dict[str, str]:
    return {}


def seen(request: HttpRequest, placements: list[Placement]) -> None:
    record_reads("placement", [(row.pk, row.youth_id) for row in placements], by=request.user, now=timezone.now())
