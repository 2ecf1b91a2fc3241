from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jobplaneten.ladder import StepNumber
from youth.models.youths import Youth


class StepMove(models.TextChoices):
    START = "start", _("Kom med")
    UP = "up", _("Rykket op")
    SKIP = "skip", _("Sprunget et trin over")
    BACK = "back", _("Ny start")
    PAUSE = "pause", _("Holder pause")
    RESUME = "resume", _("Tilbage igen")


class StepChangeQuerySet(models.QuerySet["StepChange"]):
    def as_travelled(self) -> "StepChangeQuerySet":
        return self.order_by("at", "pk")


class StepChange(models.Model):
    """One move on the ladder: from, to, on what evidence, and in which kind words to the youth."""

    youth = models.ForeignKey(Youth, models.CASCADE, related_name="step_changes")
    move = models.CharField(_("hvad skete der"), max_length=10, choices=StepMove.choices)
    from_step = models.PositiveSmallIntegerField(choices=StepNumber.choices)
    to_step = models.PositiveSmallIntegerField(choices=StepNumber.choices)
    evidence = models.CharField(_("hvad vi har set"), max_length=500)
    reason = models.CharField(_("besked til den unge"), max_length=300)
    snapshot = models.JSONField(_("hvad der var samlet den dag"), default=dict)
    despite = models.CharField(_("hvorfor nu, selv om noget mangler"), max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    second_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("set af en til"), null=True, related_name="+"
    )
    at = models.DateTimeField()

    objects = StepChangeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(from_step__range=(1, 4)) & Q(to_step__range=(1, 4)), name="step_change_on_the_ladder"
            )
        ]
        indexes = [models.Index(fields=["youth", "at"], name="step_change_of_youth")]

    def __str__(self) -> str:
        return f"{self.move} {self.from_step}-{self.to_step} of youth {self.youth_id}"
