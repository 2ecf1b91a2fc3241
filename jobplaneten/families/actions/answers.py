"""What a guardian says, and what a youth says from 15. What a no pulls back is done in the same moment."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jobplaneten.families import letters
from jobplaneten.families.actions.standing import locked
from jobplaneten.families.birthdays import birthday
from jobplaneten.families.languages import in_danish
from jobplaneten.families.models import Guardianship
from jobplaneten.families.permissions import may_speak
from jobplaneten.law.groups import ADULT_FROM, YOUTH_FROM
from jobplaneten.placements import actions as placements
from jobplaneten.placements.contract import current_terms
from jobplaneten.placements.models import Paper, PaperTick, Placement, Side
from jobplaneten.workflow import MoveRefused
from matching.actions import hear_guardian, hear_youth
from youth.models import How, OwnWord, Scope, Word, Youth


def speaker(guardianship: Guardianship, by: Any, now: datetime) -> Guardianship:
    row = locked(guardianship)
    if not may_speak(by, row, timezone.localdate(now)):
        raise MoveRefused(_("Du kan ikke svare her."))
    return row


@in_danish
@transaction.atomic
def say(guardianship: Guardianship, *, word: str, scope: str, by: Any, now: datetime) -> None:
    row = speaker(guardianship, by, now)
    today = timezone.localdate(now)
    hear_guardian(
        row.youth,
        word=word,
        said_on=today,
        how=How.ONLINE,
        guardian=str(row.get_relation_display()),
        scope=Scope.ALL if word == Word.INFORMED else scope,
        until_on=until(row.youth, today) if word == Word.YES else None,
        by=by,
        now=now,
    )
    if word in {Word.NO, Word.WITHDRAWN}:
        take_all_signatures_back(row, by=by, now=now)
        letters.said_no(row, now=now)


def until(youth: Youth, today: date) -> date:
    """A yes holds until the birthday that asks anew."""
    return birthday(youth.born_on, YOUTH_FROM if youth.age_on(today) < YOUTH_FROM else ADULT_FROM)


@in_danish
@transaction.atomic
def sign(
    guardianship: Guardianship, placement: Placement, *, paper: str, digest: str = "", by: Any, now: datetime
) -> None:
    """Being told (the workplace's duty by law) and signing (the programme's own rule) are two ticks of their own.

    Where the terms are written here, signing is a yes to that very text.
    """
    row = speaker(guardianship, by, now)
    terms = current_terms(placement) if paper == Paper.COSIGN else None
    if terms and not terms.yes_of(Side.GUARDIAN):
        placements.agree(placement, side=Side.GUARDIAN, digest=digest, by=by, now=now)
        return
    who, today = row.get_relation_display(), timezone.localdate(now)
    placements.tick(placement, paper, who=who, done_on=today, how=How.ONLINE, by=by, now=now)


@in_danish
@transaction.atomic
def take_signature_back(guardianship: Guardianship, placement: Placement, *, by: Any, now: datetime) -> None:
    speaker(guardianship, by, now)
    placements.take_back(placement, Paper.COSIGN, reason=took_back(), by=by, now=now)


def take_all_signatures_back(guardianship: Guardianship, *, by: Any, now: datetime) -> None:
    """A no stops what has not begun. In a job that is under way the shifts wait (`hear_guardian`)."""
    today = timezone.localdate(now)
    for placement in Placement.objects.running().filter(youth=guardianship.youth_id).order_by("pk"):
        signed = PaperTick.objects.standing().filter(placement=placement, paper=Paper.COSIGN)
        if signed.exists() and not placement.has_begun(today):
            placements.take_back(placement, Paper.COSIGN, reason=took_back(), by=by, now=now)


def took_back() -> str:
    return _("En forælder har trukket sin underskrift tilbage.")


@in_danish
@transaction.atomic
def say_own_word(youth: Youth, *, word: str, by: Any, now: datetime) -> None:
    youth = hear_youth(youth, word=word, by=by, now=now)
    letters.youth_said(youth, is_yes=word == OwnWord.YES, now=now)
