from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class CalendarLink(models.Model):
    """The secret address of a person's own calendar of shifts. Only its digest is kept; a new one ends the old."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    tells_where = models.BooleanField(_("skriv, hvor eller hvem"), default=False)
    made_at = models.DateTimeField(_("lavet"))
    ended_at = models.DateTimeField(_("slut"), null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(ended_at=None), name="one_calendar_link_a_person")
        ]

    def __str__(self) -> str:
        return f"calendar link {self.pk}"
