from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from jobplaneten.placements.models import Placement
from jobplaneten.placements.views.faces import card
from jobplaneten.trail.actions import record_reads

template = "placements/staff.html"


def of(placement: Placement) -> dict[str, Any]:
    employer = placement.post.employer
    return card(placement, placement.youth.full_name, placement.post.title, employer.name if employer else "")


def seen(request: HttpRequest, placements: list[Placement]) -> None:
    record_reads("placement", [(row.pk, row.youth_id) for row in placements], by=request.user, now=timezone.now())
