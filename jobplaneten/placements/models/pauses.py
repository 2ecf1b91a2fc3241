from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jobplaneten.placements.models.placements import Placement


class PauseKind(models.TextChoices):
    EXAM = "exam", _("Prøver eller eksamen")
    HOLIDAY = "holiday", _("Ferie")
    ILL = "ill", _("Sygdom")
    HOME = "home", _("Der er meget derhjemme")
    LESS_WORK = "less_work", _("Der er ikke arbejde nok lige nu")
    OTHER = "other", _("Noget andet")
    CONSENT = "consent", _("Forældrene har sagt nej, eller taget deres ja tilbage")


ASKED_FOR = [kind for kind in PauseKind.choices if kind[0] != PauseKind.CONSENT]
"""What people can ask for; the last kind comes by itself."""


class PauseQuerySet(models.QuerySet["Pause"]):
    def standing(self, day: date) -> "PauseQuerySet":
        """Not lifted, and not gone by on that day; one that begins later stands too."""
        return self.filter(Q(until_on=None) | Q(until_on__gte=day), lifted_at=None)


class Pause(models.Model):
    """Days on which a job has no shifts: until an end date, or until somebody of the programme has settled it."""

    placement = models.ForeignKey(Placement, models.CASCADE, related_name="pauses")
    kind = models.CharField(_("grund"), max_length=12, choices=PauseKind.choices)
    begins_on = models.DateField(_("fra og med"))
    until_on = models.DateField(_("til og med"), null=True)
    words = models.CharField(_("med dine ord"), max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = PauseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=F("begins_on")), name="pause_days_are_in_order"
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=False) | Q(kind=PauseKind.CONSENT), name="pause_has_an_end_date"
            ),
        ]

    def __str__(self) -> str:
        return f"pause {self.pk}"

    @property
    def is_open_ended(self) -> bool:
        return self.until_on is None

    def covers(self, day: date) -> bool:
        """One that was lifted covers the days before that."""
        is_in_time = self.begins_on <= day and (self.until_on is None or day <= self.until_on)
        return is_in_time and (self.lifted_at is None or day < timezone.localdate(self.lifted_at))
