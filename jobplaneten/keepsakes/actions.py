"""What a youth keeps: written by the youth, vouched for by workplace and mentor, shown to whom the youth chooses."""

from collections.abc import Mapping
from datetime import datetime
from secrets import choice
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from jobplaneten.keepsakes.models import Certificate, Recommendation, RecommendationStatus, Resume
from jobplaneten.keepsakes.permissions import has_worked, may_read_first, may_recommend, may_show
from jobplaneten.messaging.actions import tell
from jobplaneten.placements.models import Placement
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused
from youth.models import Youth

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
CODE_LENGTH = 20
"""31 letters, 20 of them: nobody guesses one in the life of the universe."""


@transaction.atomic
def save_resume(youth: Youth, said: Mapping[str, Any], *, by: Any, now: datetime) -> Resume:
    if by.pk != youth.user_id:
        raise MoveRefused(_("Det skriver den unge selv."))
    row, _new = Resume.objects.update_or_create(youth=youth, defaults=dict(said) | {"changed_at": now})
    record("save_resume", row, by=by, now=now, youth=youth.pk)
    return row


def locked(placement: Placement) -> Placement:
    rows = Placement.objects.select_for_update(of=("self",)).select_related("youth__mentor", "youth__user")
    return rows.select_related("post__employer").get(pk=placement.pk)


@transaction.atomic
def recommend(placement: Placement, *, did: str, good: str, wish: str, by: Any, now: datetime) -> Recommendation:
    """Written, or written anew after the mentor asked for it. What has been read stands."""
    placement = locked(placement)
    if not (may_recommend(by) and has_worked(placement, timezone.localdate(now))):
        raise MoveRefused(_("En udtalelse kan skrives af arbejdspladsen, når jobbet er begyndt."))
    known = Recommendation.objects.filter(placement=placement).first()
    if known and known.status == RecommendationStatus.READ:
        raise MoveRefused(_("Udtalelsen er læst og givet. Den kan ikke ændres."))
    said = {"did": did, "good": good, "wish": wish, "by": by, "at": now, "status": RecommendationStatus.WRITTEN}
    row, _new = Recommendation.objects.update_or_create(placement=placement, defaults=said | {"back_why": ""})
    record("recommend", row, by=by, now=now, youth=placement.youth_id)
    if placement.youth.mentor:
        title = _("Læs en udtalelse om %(name)s") % {"name": placement.first_name}
        path = reverse("keepsakes:recommendation", args=[placement.pk])
        tell(placement.youth.mentor, title, _("Den unge ser den først, når du har læst den."), path=path, now=now)
    return row


@transaction.atomic
def read_first(placement: Placement, *, back_why: str, by: Any, now: datetime) -> None:
    """The mentor lets it through, or asks the workplace to write it again."""
    placement = locked(placement)
    row = Recommendation.objects.filter(placement=placement, status=RecommendationStatus.WRITTEN).first()
    if row is None or not may_read_first(by):
        raise MoveRefused(_("Der er ingen udtalelse, der venter på dig."))
    row.status = RecommendationStatus.BACK if back_why else RecommendationStatus.READ
    row.back_why, row.read_by, row.read_at = back_why, by, now
    row.save(update_fields=["status", "back_why", "read_by", "read_at"])
    record(
        "send_recommendation_back" if back_why else "read_recommendation", row, by=by, now=now, youth=placement.youth_id
    )
    if back_why:
        path = reverse("keepsakes:recommendation", args=[placement.pk])
        tell(row.by, _("Ret gerne udtalelsen"), _("Mentoren har skrevet, hvad der skal rettes."), path=path, now=now)
        return
    body = _("En arbejdsplads har skrevet pænt om dig. Du kan tage det med til dit næste job.")
    tell(placement.youth.user, _("Du har fået en udtalelse"), body, path=reverse("keepsakes:mine"), now=now)


@transaction.atomic
def show(placement: Placement, shown: Mapping[str, bool], *, by: Any, now: datetime) -> Certificate:
    """A code for this job. Another choice of what it tells keeps the code; after a revocation there is a new one."""
    placement = locked(placement)
    if not (may_show(by, placement) and has_worked(placement, timezone.localdate(now))):
        raise MoveRefused(_("Det kan kun den unge selv, når jobbet er begyndt."))
    made = {"code": new_code(), "made_at": now}
    row, is_new = Certificate.objects.standing().get_or_create(placement=placement, revoked_at=None, defaults=made)
    for name, value in shown.items():
        setattr(row, name, value)
    row.save(update_fields=[*shown])
    record("make_certificate" if is_new else "change_certificate", row, by=by, now=now, youth=placement.youth_id)
    return row


def new_code() -> str:
    return "".join(choice(ALPHABET) for _letter in range(CODE_LENGTH))


@transaction.atomic
def revoke(placement: Placement, *, by: Any, now: datetime) -> None:
    """From this moment the code is as one that never was."""
    row = Certificate.objects.standing().select_for_update(of=("self",)).filter(placement=placement).first()
    if row is None or not may_show(by, placement):
        raise MoveRefused(_("Der er ingen kode at trække tilbage."))
    row.revoked_at = now
    row.save(update_fields=["revoked_at"])
    record("revoke_certificate", row, by=by, now=now, youth=placement.youth_id)
