from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from youth.models.youths import Youth


class WorryQuerySet(models.QuerySet["Worry"]):
    def visible_to(self, user: Any) -> "WorryQuerySet":
        """The staff who answer for the youth. Nobody at home, and not the youth's own screen, which others may read."""
        return self.filter(youth__in=Youth.objects.visible_to(user)) if user.is_staff else self.none()


class Worry(models.Model):
    """An adult has written to the municipality out of worry for a youth: that it was done, by whom and when.

    What the worry is stands nowhere here; it is for the municipality alone.
    """

    youth = models.ForeignKey(Youth, models.CASCADE, related_name="worries")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    on = models.DateField(_("dag"))

    objects = WorryQuerySet.as_manager()

    def __str__(self) -> str:
        return f"worry {self.pk}"
