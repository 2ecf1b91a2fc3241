from typing import Any

from django.http import HttpRequest

from jobplaneten.placements.models import Placement
from jobplaneten.placements.views.faces import card

template = "placements/youth.html"


def of(placement: Placement) -> dict[str, Any]:
    employer = placement.post.employer
    return card(placement, placement.post.title, employer.name if employer else "")


def words(placement: Placement) -> dict[str, str]:
    return {}


def seen(request: HttpRequest, placements: list[Placement]) -> None:
    """One's own job leaves no trace of reading."""
