from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jobplaneten.shifts.models.roster import RosterShift


class HoursState(models.TextChoices):
    PUT_IN = "put_in", _("Venter på den anden")
    AGREED = "agreed", _("I er enige")
    DISPUTED = "disputed", _("I er ikke enige – mentor hjælper")


class WorkedHours(models.Model):
    """What was really worked in a shift, as one side put it in and the other agreed or not.

    `law` is what the law says about it, for the programme's people alone: it may count other jobs too.
    """

    shift = models.OneToOneField(RosterShift, models.CASCADE, related_name="worked")
    starts = models.PositiveSmallIntegerField(_("fra"))
    ends = models.PositiveSmallIntegerField(_("til"))
    break_minutes = models.PositiveSmallIntegerField(_("pause"), default=0)
    state = models.CharField(max_length=10, choices=HoursState.choices, default=HoursState.PUT_IN)
    put_in_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    put_in_at = models.DateTimeField()
    is_from_youth = models.BooleanField(default=False)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    words = models.CharField(_("hvad er forkert"), max_length=300, blank=True)
    law = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(starts__lt=F("ends"), ends__lte=1440, break_minutes__lt=F("ends") - F("starts")),
                name="worked_hours_in_order",
            )
        ]

    def __str__(self) -> str:
        return f"worked hours {self.pk}"

    @property
    def minutes(self) -> int:
        return self.ends - self.starts - self.break_minutes
