from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.accounts.models import Role
from jobplaneten.placements.models import Placement
from jobplaneten.placements.views import employer, staff, youth
from jobplaneten.placements.views.faces import Bound, page

FACES: dict[str, Any] = {
    Role.YOUTH: youth,
    Role.EMPLOYER: employer,
    Role.MENTOR: staff,
    Role.COORDINATOR: staff,
}
PER_PAGE = 20


def has_face(user: Any) -> bool:
    """Guardians have pages of their own, in `families`."""
    return user.role in FACES


@only(has_face)
@require_safe
def placements(request: SignedIn) -> HttpResponse:
    face = FACES[request.user.role]
    rows = Placement.objects.visible_to(request.user).select_related("youth", "post__employer").running_first()
    found = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    shown = list(found)
    face.seen(request, shown)
    return render(request, "placements/list.html", {"cards": [face.of(row) for row in shown], "page": found})


@require_safe
def placement(request: SignedIn, pk: int) -> HttpResponse:
    return show(request, visible(request, pk), {})


def visible(request: SignedIn, pk: int) -> Placement:
    rows = Placement.objects.visible_to(request.user).select_related("youth__mentor", "youth__school", "post__employer")
    return get_object_or_404(
        rows.prefetch_related("ticks__by", "ticks__undone_by", "pauses__by", "post__shifts", "youth__guardian_words"),
        pk=pk,
    )


def show(request: SignedIn, row: Placement, bound: Bound) -> HttpResponse:
    """The page of one placement; `bound` are forms that came back with something to correct."""
    face = FACES[request.user.role]
    face.seen(request, [row])
    return render(request, face.template, page(row, request.user, timezone.localdate(), bound) | face.words(row))
