from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from employers.models import Post
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused
from matching.actions.moves import lock_for, locked_youth, make
from matching.models import Match, MatchStatus, Run, RunKind, RunStatus
from matching.when import local_day
from youth.models import Youth


@transaction.atomic
def propose(youth: Youth, post: Post, *, by: Any, now: datetime) -> Match:
    """A person puts a job forward for a youth, as the night would. What speaks against it is asked when it is approved.

    One that waits already is given back; one that staff have turned down is taken up again. MoveRefused when the youth
    or the workplace has answered, or when the job is not open.
    """
    if not Post.objects.open().filter(pk=post.pk).exists():
        raise MoveRefused(_("Jobbet er ikke ledigt længere."))
    found = Match.objects.filter(youth=youth, post=post).exclude(status=MatchStatus.EXPIRED).first()
    if found is None:
        return put_forward(youth, post, by=by, now=now)
    if found.status == MatchStatus.REJECTED:
        reconsider(found, by=by, now=now)
    elif found.status not in {MatchStatus.PROPOSED, MatchStatus.HELD}:
        raise MoveRefused(_("Det job er allerede vist frem. Se det under forslag."))
    return found


@transaction.atomic
def reconsider(match: Match, *, by: Any, now: datetime) -> None:
    """Taken up again from the start: for a protected youth two adults look at it anew."""
    lock_for(match, "reconsider")
    make(match, "reconsider", by=by, now=now, vouched_by=None, vouched_at=None)


def put_forward(youth: Youth, post: Post, *, by: Any, now: datetime) -> Match:
    """Two who press at once make one: the second finds the first one's."""
    locked_youth(youth.pk)
    if found := Match.objects.filter(youth=youth, post=post).exclude(status=MatchStatus.EXPIRED).first():
        return found
    state = {"requested_at": now, "started_at": now, "finished_at": now, "status": RunStatus.DONE}
    run, _is_new = Run.objects.get_or_create(kind=RunKind.BY_HAND, day=local_day(now), defaults=state)
    match = Match.objects.create(run=run, youth=youth, post=post, rank=1, changed_at=now)
    record("propose", match, by=by, now=now, youth=youth.pk)
    return match
