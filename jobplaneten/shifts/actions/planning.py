"""Shifts come from the job's weekly pattern, four weeks ahead; people add, move and call off single ones."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from employers.models import PostStatus
from jobplaneten.law.clock import danish
from jobplaneten.placements.models import Placement, PlacementStatus
from jobplaneten.shifts import letters
from jobplaneten.shifts.judging import Times, Verdict, is_on, judge_shift, latest_lawful_end
from jobplaneten.shifts.models import OffReason, RosterShift, ShiftStatus
from jobplaneten.shifts.permissions import may_plan
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused
from youth.models import Youth

AHEAD = timedelta(days=28)
BEING_WRITTEN = {PostStatus.DRAFT, PostStatus.SUBMITTED, PostStatus.REFUSED}
"""Nobody works by an advert that nobody has read: what is planned stays until it is open again."""


def plan_ahead(now: datetime) -> int:
    """Every started job has its shifts of the next four weeks. Each job in a transaction of its own."""
    today = timezone.localdate(now)
    running = Placement.objects.filter(status=PlacementStatus.STARTED, first_day_on__lte=today + AHEAD)
    return sum(plan_job(pk, now=now) for pk in running.order_by("pk").values_list("pk", flat=True))


@transaction.atomic
def plan_job(pk: int, *, now: datetime) -> int:
    """How many shifts came. One that the law forbids that week is written as stopped, and the mentor hears of it.

    When the job has got other days, the shifts that nobody has touched follow, and the youth is told once.
    """
    placement = locked(pk)
    if placement.post.status in BEING_WRITTEN:
        return 0
    today = timezone.localdate(now)
    wanted = pattern(placement, today)
    rows = list(RosterShift.objects.filter(placement=pk, day__gte=today))
    fallen = [row for row in rows if has_fallen(row, placement, wanted, today)]
    RosterShift.objects.filter(pk__in=[row.pk for row in fallen]).delete()
    if fallen:
        record("replan", placement, by=None, now=now, youth=placement.youth_id)
        letters.replanned(placement, now=now)
    return place(placement, wanted, [row for row in rows if row not in fallen], now=now)


def has_fallen(row: RosterShift, placement: Placement, wanted: list[Times], today: date) -> bool:
    """Its place in the week is no more, and nobody has moved it or called it off. Today's stays as it is."""
    places = {(times.day, times.starts, times.ends) for times in wanted}
    is_open = row.status in {ShiftStatus.PLANNED, ShiftStatus.STOPPED} and row.day > today
    is_own = row.is_where_it_was_planned and runs_on(placement, row.day)
    return is_open and is_own and (row.day, row.starts, row.ends) not in places


def place(placement: Placement, wanted: list[Times], rows: list[RosterShift], *, now: datetime) -> int:
    known = {(row.slot_on, row.slot_starts) for row in rows}
    taken = [row for row in rows if row.status == ShiftStatus.PLANNED]
    today, made = timezone.localdate(now), 0
    for times in wanted:
        if (times.day, times.starts) in known or any(overlaps(row, times) for row in taken):
            continue
        verdict = judge_shift(placement, times, today)
        row = RosterShift.objects.create(
            placement=placement,
            **times._asdict(),
            slot_on=times.day,
            slot_starts=times.starts,
            slot_ends=times.ends,
            status=ShiftStatus.PLANNED if verdict.is_legal else ShiftStatus.STOPPED,
        )
        made += 1
        if not verdict.is_legal:
            letters.stopped(row, verdict, now=now)
    return made


def overlaps(row: RosterShift, times: Times) -> bool:
    return row.day == times.day and row.starts < times.ends and row.ends > times.starts


def pattern(placement: Placement, today: date) -> list[Times]:
    """The weekly pattern on its dates, from today for four weeks, where the job runs."""
    first = max(today, placement.first_day_on or today)
    days = [first + timedelta(days=number) for number in range((today + AHEAD - first).days + 1)]
    weekly = sorted(placement.post.shifts.all(), key=lambda shift: (shift.weekday, shift.starts))
    return [
        Times(day, shift.starts, shift.ends, shift.break_minutes)
        for day in days
        for shift in weekly
        if shift.weekday == day.weekday() and runs_on(placement, day)
    ]


def runs_on(placement: Placement, day: date) -> bool:
    """A pause that is lifted early leaves its shifts in place, so pauses are not asked here."""
    lasts = [last for last in (placement.last_day_on, placement.lasts_until) if last]
    return placement.has_begun(day) and all(day <= last for last in lasts)


def locked(pk: int) -> Placement:
    """Whoever plans for a youth holds the youth: two jobs of one youth are never planned past each other."""
    youth = Placement.objects.values_list("youth", flat=True).get(pk=pk)
    Youth.objects.select_for_update(of=("self",), no_key=True).get(pk=youth)
    rows = Placement.objects.select_related("youth__user", "youth__mentor", "youth__school", "post__employer")
    return rows.prefetch_related("pauses", "ticks", "post__shifts").get(pk=pk)


@transaction.atomic
def add_shift(placement: Placement, times: Times, *, by: Any, now: datetime) -> RosterShift:
    placement = locked(placement.pk)
    check(placement, times, by=by, now=now)
    row = RosterShift.objects.create(placement=placement, **times._asdict())
    record("add_shift", row, by=by, now=now, youth=placement.youth_id)
    letters.added(row, by=by, now=now)
    return row


@transaction.atomic
def move_shift(shift: RosterShift, times: Times, *, by: Any, now: datetime) -> None:
    """To another time. A shift that the law had stopped is planned again when it lies where it may."""
    row = locked_shift(shift)
    if row.status not in {ShiftStatus.PLANNED, ShiftStatus.STOPPED} or row.taps.exists():
        raise MoveRefused(_("Vagten kan ikke flyttes mere."))
    check(row.placement, times, by=by, now=now, instead_of=row)
    was = (row.day, row.starts)
    row.day, row.starts, row.ends, row.break_minutes = times
    row.status, row.reminded_at = ShiftStatus.PLANNED, None
    row.save(update_fields=["day", "starts", "ends", "break_minutes", "status", "reminded_at"])
    record("move_shift", row, by=by, now=now, youth=row.placement.youth_id)
    letters.moved(row, was, by=by, now=now)


@transaction.atomic
def call_off(shift: RosterShift, *, reason: str, by: Any, now: datetime) -> None:
    row = locked_shift(shift)
    if not may_plan(by):
        raise MoveRefused(_("Det er arbejdspladsen eller mentoren, der aflyser. Kan du ikke, så tryk på det her."))
    if row.status not in {ShiftStatus.PLANNED, ShiftStatus.STOPPED} or row.ends_at <= now:
        raise MoveRefused(_("Vagten er forbi eller allerede aflyst."))
    take_off(row, reason=reason, by=by, now=now)
    letters.called_off(row, by=by, now=now)


def take_off(row: RosterShift, *, reason: str, by: Any, now: datetime) -> None:
    row.status, row.off_reason, row.off_by, row.off_at = ShiftStatus.CALLED_OFF, OffReason(reason), by, now
    row.save(update_fields=["status", "off_reason", "off_by", "off_at"])
    record("call_off_shift", row, by=by, now=now, youth=row.placement.youth_id)


@transaction.atomic
def say_missed(shift: RosterShift, *, by: Any, now: datetime) -> None:
    """The youth did not come. The mentor hears it at once, for a call in the same hour helps most."""
    row = locked_shift(shift)
    if not may_plan(by) or not is_on(row) or row.begins_at > now or row.taps.filter(kind="here").exists():
        raise MoveRefused(_("Det kan kun siges om en vagt, der er begyndt, og hvor den unge ikke er kommet."))
    row.status = ShiftStatus.MISSED
    row.save(update_fields=["status"])
    record("say_missed", row, by=by, now=now, youth=row.placement.youth_id)
    letters.missed(row, by=by, now=now)


def locked_shift(shift: RosterShift) -> RosterShift:
    placement = locked(shift.placement_id)
    row = RosterShift.objects.select_for_update(of=("self",)).get(pk=shift.pk)
    row.placement = placement
    return row


def check(placement: Placement, times: Times, *, by: Any, now: datetime, instead_of: RosterShift | None = None) -> None:
    """MoveRefused with what stands in the way, in words that this person may read, and the nearest way out."""
    today = timezone.localdate(now)
    if not may_plan(by):
        raise MoveRefused(_("Det er arbejdspladsen eller mentoren, der lægger vagter."))
    if not today <= times.day <= today + AHEAD:
        raise MoveRefused(_("Vælg en dag fra i dag og fire uger frem."))
    if not placement.works_on(times.day):
        raise MoveRefused(_("Jobbet er ikke i gang den dag."))
    clash = RosterShift.objects.planned().filter(
        placement=placement, day=times.day, starts__lt=times.ends, ends__gt=times.starts
    )
    if clash.exclude(pk=instead_of.pk if instead_of else 0).exists():
        raise MoveRefused(_("Der er allerede en vagt på den tid."))
    verdict = judge_shift(placement, times, today, instead_of=instead_of)
    if not verdict.is_legal:
        ends = latest_lawful_end(placement, times, today, instead_of=instead_of)
        raise MoveRefused(why_not(verdict, ends, by))


def why_not(verdict: Verdict, ends: int | None, by: Any) -> str:
    """An employer never learns that there is another job."""
    reasons = verdict.whole if by.is_staff else verdict.own
    said = [_("Det må ikke ligge sådan: %(why)s") % {"why": " ".join(reasons)}] if reasons else []
    said = said or [_("Det kan ikke lade sig gøre lige dér. Spørg mentoren.")]
    if ends is not None:
        said.append(_("Slutter vagten kl. %(ends)s, er det lovligt.") % {"ends": danish(ends)})
    return " ".join(said)
