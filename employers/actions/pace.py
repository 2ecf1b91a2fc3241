from datetime import date, datetime

from django.db import transaction

from employers.models import Employer
from jobplaneten.accounts.models import User
from jobplaneten.trail.actions import record


@transaction.atomic
def set_pace(
    employer: Employer, *, paused_until: date | None, most_candidates: int, by: User, now: datetime
) -> Employer:
    """Holds from the next night on. What has been released already can still be answered."""
    row = Employer.objects.select_for_update(of=("self",)).get(pk=employer.pk)
    row.paused_until, row.most_candidates = paused_until, most_candidates
    row.version += 1
    row.save(update_fields=["paused_until", "most_candidates", "version"])
    record("set_pace", row, by=by, now=now)
    return row
