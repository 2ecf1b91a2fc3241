from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from employers.models.posts import Post


class Wrong(models.TextChoices):
    TASKS = "tasks", _("Opgaverne er ikke dem, der stod")
    HOURS = "hours", _("Tiderne passer ikke, eller der er for mange timer")
    PAY = "pay", _("Lønnen kommer ikke, eller den er forkert")
    UNSAFE = "unsafe", _("Det er farligt, eller jeg er alene")
    UNKIND = "unkind", _("Nogen taler eller opfører sig forkert")
    OTHER = "other", _("Noget andet")


class BadJobReportQuerySet(models.QuerySet["BadJobReport"]):
    def visible_to(self, user: Any) -> "BadJobReportQuerySet":
        """Coordinators only. Never the workplace, and so no way back to whoever spoke up."""
        return self.all() if user.is_coordinator else self.none()

    def open(self) -> "BadJobReportQuerySet":
        return self.filter(handled_at=None)

    def newest_first(self) -> "BadJobReportQuerySet":
        return self.order_by("-at", "-pk")


class BadJobReport(models.Model):
    """Somebody says that something is wrong with a job. Who they are is known only if they were signed in."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="reports")
    wrong = models.CharField(_("hvad er galt"), max_length=10, choices=Wrong.choices)
    words = models.CharField(_("med dine ord"), max_length=1000, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()
    handled_at = models.DateTimeField(null=True)
    handled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    done = models.CharField(_("hvad er der gjort"), max_length=500, blank=True)

    objects = BadJobReportQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(handled_at=None, handled_by=None, done="")
                | (Q(handled_at__isnull=False, handled_by__isnull=False) & ~Q(done="")),
                name="handled_report_says_by_whom_and_how",
            )
        ]

    def __str__(self) -> str:
        return f"report {self.pk}"
