"""How one job goes, point by point, for each who has part in it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.following.models import FollowUp, NearMiss
from jobplaneten.following.permissions import may_follow
from jobplaneten.following.views.faces import card_for_employer, card_for_staff, card_for_youth
from jobplaneten.placements.models import Placement
from jobplaneten.trail.actions import record_reads
from youth.disclosure import name_of


@only(may_follow)
@require_safe
def of_job(request: SignedIn, pk: int) -> HttpResponse:
    user = request.user
    rows = Placement.objects.visible_to(user).select_related("youth", "post__employer")
    placement = get_object_or_404(rows, pk=pk)
    if not user.is_youth:
        record_reads("placement", [(placement.pk, placement.youth_id)], by=user, now=timezone.now())
    found = FollowUp.objects.visible_to(user).filter(placement=placement).select_related("placement", "point")
    if user.is_youth:
        found = found.filter(asks_youth=True)
    misses = NearMiss.objects.visible_to(user).filter(placement=placement).select_related("handled_by")
    context = {
        "placement": placement,
        "name": name_for(user, placement),
        "cards": [face_for(user)(row) for row in found.newest_first()],
        "misses": misses.newest_first(),
        "may_assess": user.is_employer and placement.has_begun(timezone.localdate()),
        "may_tell": user.is_youth and placement.has_begun(timezone.localdate()),
    }
    return render(request, "following/job.html", context)


def name_for(user: Any, placement: Placement) -> str:
    if user.is_youth:
        return placement.post.title
    return placement.first_name if user.is_employer else name_of(placement.youth)


def face_for(user: Any) -> Any:
    if user.is_youth:
        return card_for_youth
    return card_for_employer if user.is_employer else card_for_staff
