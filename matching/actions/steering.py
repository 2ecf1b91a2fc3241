"""How the nights to come deal, whether there are any, and trials on a copy of the last one."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused
from matching.engine.change import PLAIN, Change
from matching.models import MatchStop, MentorPace, NightRecord, NightSetting, Run, RunKind, RunStatus

MOST_TRIALS_AT_ONCE = 5


def stop_matching(*, reason: str, by: Any, now: datetime) -> MatchStop:
    """No night from now on; one that is under way ends after its chunk. Pressed twice it is one stop."""
    try:
        with transaction.atomic():
            stop = MatchStop.objects.create(reason=reason, began_at=now, begun_by=by)
            record("stop_matching", stop, by=by, now=now)
    except IntegrityError:
        return MatchStop.objects.on().get()
    return stop


@transaction.atomic
def resume_matching(*, by: Any, now: datetime) -> bool:
    """Matching is on again from the next night; tonight's can be begun by hand. False when it was not off."""
    stop = MatchStop.objects.on().select_for_update(of=("self",)).first()
    if stop is None:
        return False
    stop.ended_at, stop.ended_by = now, by
    stop.save(update_fields=["ended_at", "ended_by"])
    record("resume_matching", stop, by=by, now=now)
    return True


@transaction.atomic
def set_mentor_pace(*, most_waiting: int | None, by: Any, now: datetime) -> None:
    """How many proposals a mentor wants to have waiting at once; None for no limit."""
    if most_waiting is None:
        pace = MentorPace.objects.filter(mentor=by).first()
        if pace:
            record("lift_pace", pace, by=by, now=now)
            pace.delete()
        return
    pace, _made = MentorPace.objects.update_or_create(mentor=by, defaults={"most_waiting": most_waiting})
    record("set_pace", pace, by=by, now=now)


@transaction.atomic
def try_out(change: Change, *, by: Any, now: datetime) -> Run:
    """Asks a worker for the last recorded night with a change upon a copy of it."""
    last = NightRecord.objects.latest_first().select_related("run").defer("page").first()
    if last is None:
        raise MoveRefused(_("Der er ingen nat at prøve på endnu. Vent, til den første er kørt."))
    if Run.objects.trials().under_way().count() >= MOST_TRIALS_AT_ONCE:
        raise MoveRefused(_("Der er allerede flere prøver i gang. Vent lidt, til de er færdige."))
    trial = Run.objects.create(
        kind=RunKind.WHAT_IF,
        day=last.run.day,
        seed=last.run.seed,
        change=change.to_json(),
        requested_at=now,
        requested_by=by,
    )
    record("try_out", trial, by=by, now=now)
    return trial


@transaction.atomic
def use_from_next_night(trial: Run, *, by: Any, now: datetime) -> NightSetting:
    """The lasting part of a trial becomes how the nights deal, on top of what was decided before."""
    wanted = Change.from_json(trial.change).lasting()
    if trial.kind != RunKind.WHAT_IF or trial.status != RunStatus.DONE or wanted == PLAIN:
        raise MoveRefused(_("Der er ikke noget i prøven, som kan gælde for de næste nætter."))
    return settle(wanted.over(current_change()), by=by, now=now, trial=trial.pk)


@transaction.atomic
def use_plain_nights(*, by: Any, now: datetime) -> NightSetting:
    """Back to how the house was built."""
    return settle(PLAIN, by=by, now=now)


def settle(change: Change, *, by: Any, now: datetime, **detail: Any) -> NightSetting:
    setting = NightSetting.objects.create(change=change.to_json(), by=by, at=now)
    record("settle", setting, by=by, now=now, change=setting.change, **detail)
    return setting


def current_change() -> Change:
    """What the next night changes against a plain one."""
    newest = NightSetting.objects.newest_first().first()
    return Change.from_json(newest.change) if newest else PLAIN
