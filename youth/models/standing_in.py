from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class StandInQuerySet(models.QuerySet["StandIn"]):
    def on(self, day: date) -> "StandInQuerySet":
        return self.filter(from_on__lte=day, until_on__gte=day, ended_at=None)

    def standing(self, day: date) -> "StandInQuerySet":
        """Those of today and those to come."""
        return self.filter(until_on__gte=day, ended_at=None)

    def in_order(self) -> "StandInQuerySet":
        return self.order_by("from_on", "pk")


class StandIn(models.Model):
    """Another mentor of the area looks after a youth for some days, and sees what the mentor sees. Then no more."""

    youth = models.ForeignKey("youth.Youth", models.CASCADE, related_name="stand_ins")
    mentor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("vikar"), related_name="+")
    from_on = models.DateField(_("fra og med"))
    until_on = models.DateField(_("til og med"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("valgt af"), related_name="+")
    at = models.DateTimeField(_("valgt"))
    ended_at = models.DateTimeField(_("sluttede før tid"), null=True)

    objects = StandInQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(until_on__gte=F("from_on")), name="stand_in_days_are_in_order")
        ]
        indexes = [models.Index(fields=["mentor", "until_on"], name="stand_in_of_mentor")]

    def __str__(self) -> str:
        return f"stand-in {self.pk}"


def looked_after_by(mentor: Any, way: str = "") -> Q:
    """The youths of this mentor, and those the mentor stands in for today. `way` leads to the youth: `youth__`."""
    today = StandIn.objects.on(timezone.localdate()).filter(mentor=mentor).values("youth")
    return Q(**{f"{way}mentor": mentor}) | Q(**{f"{way}pk__in": today})
