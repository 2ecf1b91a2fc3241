from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jobplaneten.ladder import Readiness, StepNumber


class StepRuleQuerySet(models.QuerySet["StepRule"]):
    def newest_first(self) -> "StepRuleQuerySet":
        return self.order_by("-at", "-pk")


class StepRule(models.Model):
    """What a step asks before the next one, from `at` on. The newest of a step counts; older ones stay to be read."""

    step = models.PositiveSmallIntegerField(_("trin"), choices=StepNumber.choices)
    weeks = models.PositiveSmallIntegerField(_("uger i job på trinnet"))
    attendance = models.PositiveSmallIntegerField(_("procent af vagter mødt eller meldt fra i tide"))
    least_level = models.PositiveSmallIntegerField(_("mindst så langt på hver af de otte linjer"))
    needs_talk = models.BooleanField(_("der skal være holdt en snak om trinnet"), default=True)
    quiet_weeks = models.PositiveSmallIntegerField(_("uger uden snak eller skridt, før det bliver vist"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    objects = StepRuleQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(weeks__lte=104, attendance__lte=100, least_level__lte=3, quiet_weeks__range=(1, 104)),
                name="step_rule_is_within_reason",
            )
        ]

    def __str__(self) -> str:
        return f"rule of step {self.step}"

    @property
    def least_words(self) -> str:
        return str(Readiness(self.least_level).label).lower()
