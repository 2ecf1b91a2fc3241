"""How a job ends: before its first day, on a last day that somebody has said, and what becomes of the seat."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from employers.actions import give_seat_back
from jobplaneten.placements import letters
from jobplaneten.placements.actions.locks import hold_all_of, lock_for, save
from jobplaneten.placements.contract import deal_of
from jobplaneten.placements.endings import end_kinds
from jobplaneten.placements.models import EndKind, Placement, PlacementStatus
from jobplaneten.placements.notice import notice_of
from jobplaneten.placements.permissions import may_find_new, wants_somebody_new
from jobplaneten.placements.workflow import PLACEMENT
from jobplaneten.workflow import MoveRefused
from youth.actions import lost_the_job

FARTHEST = timedelta(days=366)
TOLD_BEFORE, A_DAY = timedelta(days=14), timedelta(days=1)
ENDING = ("status", "ended_at", "ended_by", "end_kind", "end_reason")


@transaction.atomic
def cancel(placement: Placement, *, kind: str, words: str = "", wants_new: bool = True, by: Any, now: datetime) -> None:
    """Before the first day. The workplace still wants somebody, unless it says otherwise."""
    hold_all_of(placement)
    placement, target = lock_for(placement, "cancel", by)
    if placement.has_begun(timezone.localdate(now)):
        raise MoveRefused(_("Jobbet er begyndt. Skriv i stedet, at det er slut."))
    write_end(placement, target, kind, words, by=by, now=now)
    save(placement, "cancel", *ENDING, by=by, now=now, reason=kind)
    if wants_new:
        free_seat(placement, by=by, now=now)
    free_youth(placement, by=by, now=now)
    letters.cancelled(placement, by=by, now=now)


@transaction.atomic
def end(
    placement: Placement,
    *,
    last_day_on: date,
    kind: str,
    words: str = "",
    is_agreed: bool = False,
    wants_new: bool = False,
    by: Any,
    now: datetime,
) -> None:
    """Say when the last day is: one that has been, today, or one ahead, until which the job runs on."""
    today = timezone.localdate(now)
    hold_all_of(placement)
    placement, target = lock_for(placement, "end" if last_day_on <= today else "give_notice", by)
    if stop := why_not_end(placement, last_day_on, today, is_agreed=is_agreed, by=by):
        raise MoveRefused(stop)
    placement.last_day_on = last_day_on
    write_end(placement, target, kind, words, by=by, now=now)
    save(placement, "end", *ENDING, "last_day_on", by=by, now=now, reason=kind)
    if wants_new and may_find_new(by):
        free_seat(placement, by=by, now=now)
    free_youth(placement, by=by, now=now)
    letters.ended(placement, by=by, now=now)


def why_not_end(placement: Placement, day: date, today: date, *, is_agreed: bool, by: Any) -> str:
    """In Danish; "" when the way is free. A youth, or who speaks for one, is told of the notice and never held."""
    if placement.last_day_on:
        words = {"day": formats.date_format(placement.last_day_on, "l j. F")}
        return _("Der er allerede sat en sidste dag: %(day)s.") % words
    if not placement.has_begun(today) or not (placement.first_day_on or today) <= day <= today + FARTHEST:
        return _("Den sidste dag skal ligge efter den første dag, og højst et år ude i fremtiden.")
    notice = notice_of(placement, by.role, today, deal_of(placement))
    if day < notice.earliest_on and not is_agreed and not (by.is_youth or by.is_guardian):
        words = {"notice": notice.words, "day": formats.date_format(notice.earliest_on, "l j. F")}
        said = _("Opsigelsen er %(notice)s, så den sidste dag er tidligst %(day)s. Er I enige om før, så sæt flueben.")
        return said % words
    return ""


def write_end(placement: Placement, target: str, kind: str, words: str, *, by: Any, now: datetime) -> None:
    if kind not in end_kinds(by.role):
        raise MoveRefused(_("Vælg en af grundene."))
    placement.status, placement.ended_at, placement.ended_by = target, now, by
    placement.end_kind, placement.end_reason = kind, words


@transaction.atomic
def find_new(placement: Placement, *, by: Any, now: datetime) -> None:
    """Somebody of the workplace or the programme wants a new youth in the job: the seat is free, once."""
    hold_all_of(placement)
    placement = Placement.objects.select_for_update(of=("self",)).select_related("post").get(pk=placement.pk)
    if not (may_find_new(by) and wants_somebody_new(placement)):
        raise MoveRefused(PLACEMENT.too_late)
    free_seat(placement, by=by, now=now)


def free_seat(placement: Placement, *, by: Any, now: datetime) -> None:
    placement.seat_back_at = now
    save(placement, "find_new", "seat_back_at", by=by, now=now)
    give_seat_back(placement.post, by=by, now=now)


def free_youth(placement: Placement, *, by: Any, now: datetime) -> None:
    """A youth without another job that goes on is back in tonight's run, also while this one runs out."""
    if not Placement.objects.going_on().filter(youth=placement.youth_id).exists():
        lost_the_job(placement.youth, by=by, now=now)


def close_what_is_over(now: datetime) -> int:
    """Jobs whose last day has gone by, said by somebody or agreed on from the beginning. Now comes a thank-you."""
    today = timezone.localdate(now)
    tell_before_the_end(today, now)
    over = Placement.objects.filter(status=PlacementStatus.STARTED).that_end(date.min, today - A_DAY)
    return sum(close(pk, now=now) for pk in over.order_by("pk").values_list("pk", flat=True))


def tell_before_the_end(today: date, now: datetime) -> None:
    """Nobody has said a last day, but the agreed one is near: it may go on by new terms, or it ends by itself."""
    soon = Placement.objects.filter(status=PlacementStatus.STARTED, last_day_on=None, end_told_at=None)
    soon = soon.that_end(today, today + TOLD_BEFORE).filter(first_day_on__lte=today)
    for pk in list(soon.order_by("pk").values_list("pk", flat=True)):
        with transaction.atomic():
            placement = one_that_runs(pk)
            if placement and not (placement.end_told_at or placement.last_day_on):
                placement.end_told_at = now
                save(placement, "tell_end", "end_told_at", by=None, now=now)
                letters.runs_out(placement, now=now)


def one_that_runs(pk: int) -> Placement | None:
    rows = Placement.objects.select_for_update(of=("self",)).select_related("youth__user", "youth__mentor")
    return rows.select_related("post__employer").filter(pk=pk, status=PlacementStatus.STARTED).first()


@transaction.atomic
def close(pk: int, *, now: datetime) -> bool:
    hold_all_of(Placement.objects.get(pk=pk))
    placement = one_that_runs(pk)
    if placement is None:
        return False
    changed = ["status"]
    if placement.last_day_on is None:
        placement.last_day_on, placement.end_kind, placement.ended_at = placement.lasts_until, EndKind.PERIOD, now
        changed += ["last_day_on", "end_kind", "ended_at"]
    placement.status = PLACEMENT.take("end", placement.status)
    save(placement, "close", *changed, by=None, now=now)
    free_youth(placement, by=None, now=now)
    letters.over(placement, now=now)
    return True
