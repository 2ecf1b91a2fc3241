from datetime import datetime
from typing import Any

from django.db import transaction

from jobplaneten.trail.actions import record
from youth.actions.locks import locked
from youth.models import Youth


@transaction.atomic
def got_a_job(youth: Youth, *, by: Any, now: datetime) -> Youth:
    """Those who have a job stand no longer in the line for the next one."""
    return wait_since(youth, None, verb="got_a_job", by=by, now=now)


@transaction.atomic
def lost_the_job(youth: Youth, *, by: Any, now: datetime) -> Youth:
    return wait_since(youth, now, verb="lost_the_job", by=by, now=now)


def wait_since(youth: Youth, moment: datetime | None, *, verb: str, by: Any, now: datetime) -> Youth:
    youth = locked(youth)
    youth.waiting_since = moment
    youth.save(update_fields=["waiting_since"])
    record(verb, youth, by=by, now=now, youth=youth.pk)
    return youth
