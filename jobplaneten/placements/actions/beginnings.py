from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from employers.actions import take_seat
from employers.models import Post
from jobplaneten.placements import letters
from jobplaneten.placements.actions.locks import lock_for, save
from jobplaneten.placements.first_day import why_not_start
from jobplaneten.placements.models import Placement
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused
from youth.actions import got_a_job
from youth.models import Youth


@transaction.atomic
def begin(youth: Youth, post: Post, *, first_name: str, by: Any, now: datetime) -> Placement:
    """Two have said yes. The seat is taken first: whoever comes second for it gets a sentence, not a job."""
    take_seat(post, by=by, now=now)
    got_a_job(youth, by=by, now=now)
    try:
        with transaction.atomic():
            placement = Placement.objects.create(youth=youth, post=post, first_name=first_name, agreed_at=now)
    except IntegrityError as twice:
        raise MoveRefused(_("Den unge har allerede det job.")) from twice
    record("begin", placement, by=by, now=now, youth=youth.pk)
    letters.begun(placement, by=by, now=now)
    return placement


@transaction.atomic
def start(placement: Placement, *, first_day_on: date, by: Any, now: datetime) -> None:
    """Set the first day. The law is asked once more, for the days that are really meant."""
    placement, target = lock_for(placement, "start", by)
    today = timezone.localdate(now)
    if first_day_on < today:
        raise MoveRefused(_("Den første dag kan ikke ligge før i dag."))
    if why_not := why_not_start(placement, first_day_on, today):
        raise MoveRefused(why_not)
    placement.status, placement.first_day_on, placement.started_at = target, first_day_on, now
    save(placement, "start", "status", "first_day_on", "started_at", by=by, now=now)
    letters.started(placement, by=by, now=now)
