from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jobplaneten.placements.models import Placement
from youth.models import Youth


class NearMissQuerySet(models.QuerySet["NearMiss"]):
    def visible_to(self, user: Any) -> "NearMissQuerySet":
        """The youth who says it, and those who answer for the youth. The workplace hears of it from a person."""
        if user.is_staff:
            return self.filter(placement__youth__in=Youth.objects.visible_to(user))
        return self.filter(placement__youth__user=user) if user.is_youth else self.none()

    def open(self) -> "NearMissQuerySet":
        return self.filter(handled_at=None)

    def newest_first(self) -> "NearMissQuerySet":
        return self.order_by("-at", "-pk")


class NearMiss(models.Model):
    """It nearly went wrong at work. Each one is answered with what was done."""

    placement = models.ForeignKey(Placement, models.CASCADE, verbose_name=_("job"), related_name="+")
    what = models.CharField(_("hvad der skete"), max_length=500)
    at = models.DateTimeField(_("hvornår"))
    done = models.CharField(_("hvad der er gjort"), max_length=500, blank=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("af"), null=True, related_name="+"
    )
    handled_at = models.DateTimeField(_("svaret"), null=True)

    objects = NearMissQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(handled_at=None) | (Q(handled_by__isnull=False) & ~Q(done="")),
                name="near_miss_is_answered_with_what_was_done",
            )
        ]

    def __str__(self) -> str:
        return f"near miss {self.pk}"
