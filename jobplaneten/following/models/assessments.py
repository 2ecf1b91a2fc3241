from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jobplaneten.placements.models import Placement
from youth.models import Youth


class Voice(models.TextChoices):
    YOUTH = "youth", _("Den unge")
    MENTOR = "mentor", _("Mentor")
    WORKPLACE = "workplace", _("Arbejdspladsen")


class AssessmentQuerySet(models.QuerySet["Assessment"]):
    def visible_to(self, user: Any) -> "AssessmentQuerySet":
        """A workplace reads its own. The youth reads the workplace's when a mentor has let it through."""
        if user.is_staff:
            return self.filter(youth__in=Youth.objects.visible_to(user))
        if user.is_youth:
            return self.filter(Q(shown_at__isnull=False) | ~Q(voice=Voice.WORKPLACE), youth__user=user)
        if user.is_employer:
            return self.filter(voice=Voice.WORKPLACE, placement__in=Placement.objects.visible_to(user))
        return self.none()

    def newest_first(self) -> "AssessmentQuerySet":
        return self.order_by("-at", "-pk")


class Assessment(models.Model):
    """How ready a youth is on the eight axes, as one of the three sees it on a day. Never changed, only made anew.

    `levels` holds 0-3 by axis; an axis that somebody knows nothing of is not in it.
    """

    youth = models.ForeignKey(Youth, models.CASCADE, related_name="+")
    placement = models.ForeignKey(Placement, models.CASCADE, verbose_name=_("job"), null=True, related_name="+")
    voice = models.CharField(_("hvem"), max_length=10, choices=Voice.choices)
    levels = models.JSONField(_("hvor langt"), default=dict)
    words = models.CharField(_("egne ord"), max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("af"), related_name="+")
    at = models.DateTimeField(_("hvornår"))
    shown_at = models.DateTimeField(_("vist til den unge"), null=True)

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(voice=Voice.WORKPLACE) | Q(placement__isnull=False), name="workplace_assesses_in_a_job"
            )
        ]
        indexes = [models.Index(fields=["youth", "voice", "at"], name="assessment_of_youth")]

    def __str__(self) -> str:
        return f"assessment {self.pk}"
