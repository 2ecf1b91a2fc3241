from datetime import date, datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jobplaneten.placements.models import Placement, PlacementStatus


class ShiftStatus(models.TextChoices):
    PLANNED = "planned", _("Planlagt")
    CALLED_OFF = "called_off", _("Aflyst")
    STOPPED = "stopped", _("Må ikke ligge der")
    MISSED = "missed", _("Kom ikke")


class OffReason(models.TextChoices):
    """Why a shift is off. What ails a youth is nobody's to write down."""

    SICK = "sick", _("Syg")
    CANNOT = "cannot", _("Kan ikke komme")
    NO_WORK = "no_work", _("Der er ikke arbejde den dag")
    CLOSED = "closed", _("Der er lukket")
    SCHOOL = "school", _("Skolen har brug for dagen")
    OTHER = "other", _("Noget andet")


class RosterShiftQuerySet(models.QuerySet["RosterShift"]):
    def visible_to(self, user: Any) -> "RosterShiftQuerySet":
        return self.filter(placement__in=Placement.objects.visible_to(user))

    def planned(self) -> "RosterShiftQuerySet":
        return self.filter(status=ShiftStatus.PLANNED)

    def of_jobs_that_run(self) -> "RosterShiftQuerySet":
        """As `Placement.works_on` says it of one: started, and the day lies neither after the last day, nor after what
        is agreed or advertised, nor in a pause.
        """
        running = self.filter(placement__status=PlacementStatus.STARTED)
        advertised = Q(placement__post__ends_on=None) | Q(placement__post__ends_on__gte=F("day"))
        ending = running.filter(
            Q(placement__until_on__gte=F("day")) | (Q(placement__until_on=None) & advertised),
            Q(placement__last_day_on=None) | Q(placement__last_day_on__gte=F("day")),
        )
        paused = RosterShift.objects.filter(
            Q(placement__pauses__until_on=None) | Q(placement__pauses__until_on__gte=F("day")),
            Q(placement__pauses__lifted_at=None) | Q(placement__pauses__lifted_at__date__gt=F("day")),
            placement__pauses__begins_on__lte=F("day"),
        ).values("pk")
        return ending.exclude(pk__in=paused)

    def coming(self, today: date) -> "RosterShiftQuerySet":
        return self.planned().of_jobs_that_run().filter(day__gte=today)

    def ahead(self, today: date) -> "RosterShiftQuerySet":
        """What comes, and what of it is off: nobody has to wonder where a shift has gone."""
        return self.exclude(status=ShiftStatus.STOPPED).of_jobs_that_run().filter(day__gte=today)

    def in_order(self) -> "RosterShiftQuerySet":
        return self.order_by("day", "starts", "pk")


class RosterShift(models.Model):
    """One shift on one date, in minutes after midnight.

    `slot_on`, `slot_starts` and `slot_ends` are the place in the job's weekly pattern that it came from, also when it
    has been moved: so the clock never plans the same place twice, and sees which places are no more.
    """

    placement = models.ForeignKey(Placement, models.CASCADE, related_name="+")
    day = models.DateField(_("dag"))
    starts = models.PositiveSmallIntegerField(_("fra"))
    ends = models.PositiveSmallIntegerField(_("til"))
    break_minutes = models.PositiveSmallIntegerField(_("pause"), default=0)
    slot_on = models.DateField(null=True)
    slot_starts = models.PositiveSmallIntegerField(null=True)
    slot_ends = models.PositiveSmallIntegerField(null=True)
    status = models.CharField(max_length=10, choices=ShiftStatus.choices, default=ShiftStatus.PLANNED)
    off_reason = models.CharField(_("hvorfor"), max_length=10, choices=OffReason.choices, blank=True)
    off_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    off_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)

    objects = RosterShiftQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["placement", "slot_on", "slot_starts"], name="slot_is_planned_once"),
            models.CheckConstraint(
                condition=Q(starts__lt=F("ends"), ends__lte=1440, break_minutes__lt=F("ends") - F("starts")),
                name="roster_shift_in_order",
            ),
            models.CheckConstraint(
                condition=~Q(status=ShiftStatus.CALLED_OFF) | ~Q(off_reason=""), name="called_off_shift_says_why"
            ),
        ]
        indexes = [models.Index(fields=["placement", "day"], name="roster_of_placement")]

    def __str__(self) -> str:
        return f"shift {self.pk}"

    @property
    def is_where_it_was_planned(self) -> bool:
        return (self.day, self.starts, self.ends) == (self.slot_on, self.slot_starts, self.slot_ends)

    @property
    def minutes(self) -> int:
        return self.ends - self.starts - self.break_minutes

    @property
    def begins_at(self) -> datetime:
        return moment(self.day, self.starts)

    @property
    def ends_at(self) -> datetime:
        return moment(self.day, self.ends)


def moment(day: date, minutes: int) -> datetime:
    """That minute of that day by the clock in Copenhagen, also when the clock has been moved in the night."""
    on = day + timedelta(days=minutes // 1440)
    return timezone.make_aware(datetime.combine(on, time(minutes % 1440 // 60, minutes % 60)))
