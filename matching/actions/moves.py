"""The one way in which a match changes: lock, ask the table, write, note who did it."""

from datetime import datetime
from typing import Any

from jobplaneten.trail.actions import record
from matching.models import Decision, Match, MatchQuerySet
from matching.promises import promise
from matching.workflow import MATCH
from youth.models import Youth


def locked_matches() -> MatchQuerySet:
    return Match.objects.select_for_update(of=("self",), no_key=True)


def locked_youth(pk: int) -> Youth:
    """Whoever changes what may happen to a youth holds this row: guardian words, moves and the night queue here."""
    return Youth.objects.select_for_update(of=("self",), no_key=True).get(pk=pk)


def lock_for(match: Match, move: str) -> None:
    """Lock the youth, then the match as it is now; MoveRefused when somebody was quicker."""
    locked_youth(match.youth_id)
    match.refresh_from_db(from_queryset=locked_matches())
    MATCH.take(move, match.status)


def make(match: Match, move: str, *, by: Any, now: datetime, reason: str = "", **changes: Any) -> None:
    """Make the move on a locked match, with a decision and a line in the trail."""
    target = MATCH.take(move, match.status)
    changes |= {"status": target, "no_reason": reason, "changed_at": now} | promise(target, now)
    changes["version"] = match.version + 1
    for field, value in changes.items():
        setattr(match, field, value)
    match.save(update_fields=list(changes))
    Decision.objects.create(match=match, move=move, reason=reason, by=by, at=now)
    record(move, match, by=by, now=now, youth=match.youth_id, reason=reason)
