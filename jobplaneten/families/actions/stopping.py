"""A guardian of a minor pauses or ends a job. Mentor and workplace read of it, so it is said in Danish."""

from datetime import datetime
from typing import Any

from django.db import transaction

from jobplaneten.families.actions.answers import speaker
from jobplaneten.families.languages import in_danish
from jobplaneten.families.models import Guardianship
from jobplaneten.placements import actions as placements
from jobplaneten.placements.models import Placement


@in_danish
@transaction.atomic
def pause_job(guardianship: Guardianship, placement: Placement, *, by: Any, now: datetime, **said: Any) -> None:
    speaker(guardianship, by, now)
    placements.pause(placement, **said, by=by, now=now)


@in_danish
@transaction.atomic
def end_job(guardianship: Guardianship, placement: Placement, *, by: Any, now: datetime, **said: Any) -> None:
    speaker(guardianship, by, now)
    placements.end(placement, **said, by=by, now=now)


@in_danish
@transaction.atomic
def cancel_job(guardianship: Guardianship, placement: Placement, *, by: Any, now: datetime, **said: Any) -> None:
    speaker(guardianship, by, now)
    placements.cancel(placement, **said, by=by, now=now)
