from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from jobplaneten.messaging.actions import tell
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused
from youth.actions.locks import locked
from youth.models import Youth
from youth.permissions import may_want_another_job


@transaction.atomic
def got_a_job(youth: Youth, *, by: Any, now: datetime) -> Youth:
    """Those who have a job stand no longer in the line for the next one."""
    return wait_since(locked(youth), None, verb="got_a_job", by=by, now=now)


@transaction.atomic
def lost_the_job(youth: Youth, *, by: Any, now: datetime) -> Youth:
    return wait_since(locked(youth), now, verb="lost_the_job", by=by, now=now)


@transaction.atomic
def want_another_job(youth: Youth, *, wanted: bool, by: Any, now: datetime) -> Youth:
    """Into the line once more, beside the job that one has; or out of it again."""
    youth = locked(youth)
    if not may_want_another_job(by, youth):
        raise MoveRefused(_("Det kan du sige, når du er i job."))
    if youth.wants_another_job == wanted:
        return youth
    if wanted and youth.mentor:
        title = _("%(name)s vil gerne have et job mere") % {"name": youth.first_name}
        body = _("Natten leder igen. Timer og hvile bliver talt sammen med det job, %(name)s har.")
        path = reverse("youth:person", args=[youth.pk])
        tell(youth.mentor, title, body % {"name": youth.first_name}, path=path, now=now)
    verb = "want_another_job" if wanted else "want_no_other_job"
    return wait_since(youth, now if wanted else None, verb=verb, by=by, now=now, wants_another=wanted)


def wait_since(
    youth: Youth, moment: datetime | None, *, verb: str, by: Any, now: datetime, wants_another: bool = False
) -> Youth:
    youth.waiting_since, youth.wants_another_job = moment, wants_another
    youth.save(update_fields=["waiting_since", "wants_another_job"])
    record(verb, youth, by=by, now=now, youth=youth.pk)
    return youth
