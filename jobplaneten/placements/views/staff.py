from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from jobplaneten.placements.models import OwnKind, OwnPaper, Placement
from jobplaneten.placements.views.faces import card
from jobplaneten.trail.actions import record_reads
from youth.disclosure import name_of

template = "placements/staff.html"


def of(placement: Placement) -> dict[str, Any]:
    employer = placement.post.employer
    return card(placement, name_of(placement.youth), placement.post.title, employer.name if employer else "")


def words(placement: Placement) -> dict[str, Any]:
    done = set(OwnPaper.objects.filter(youth=placement.youth_id).values_list("kind", flat=True))
    own_papers = [(kind.label, kind in done) for kind in OwnKind]
    return {"youth_name": name_of(placement.youth), "own_papers": own_papers}


def seen(request: HttpRequest, placements: list[Placement]) -> None:
    record_reads("placement", [(row.pk, row.youth_id) for row in placements], by=request.user, now=timezone.now())
