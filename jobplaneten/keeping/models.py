from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jobplaneten.accounts.models import Area


class UnusualReadingQuerySet(models.QuerySet["UnusualReading"]):
    def visible_to(self, user: Any) -> "UnusualReadingQuerySet":
        """Coordinators of an area from which youths were read, and those who run the service; never the reader."""
        others = self.exclude(reader=user.pk)
        if user.is_superuser:
            return others
        own = user.areas.all() if user.is_coordinator else Area.objects.none()
        return others.filter(Q(pk__in=self.model.areas.through.objects.filter(area__in=own).values("unusualreading")))

    def open(self) -> "UnusualReadingQuerySet":
        return self.filter(settled_at=None)


class UnusualReading(models.Model):
    """Somebody has read about far more youths than their work explains. `usual` is what that person reads on a day."""

    reader = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    areas = models.ManyToManyField(Area, related_name="+")
    hours = models.PositiveSmallIntegerField()
    youths = models.PositiveIntegerField()
    usual = models.PositiveIntegerField()
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    note = models.CharField(_("hvad var det"), max_length=500, blank=True)

    objects = UnusualReadingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(settled_at=None, settled_by=None, note="")
                | (Q(settled_at__isnull=False, settled_by__isnull=False) & ~Q(note="")),
                name="settled_reading_says_by_whom_and_what",
            )
        ]

    def __str__(self) -> str:
        return f"unusual reading {self.pk}"
