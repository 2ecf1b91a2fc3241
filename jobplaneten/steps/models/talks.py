from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jobplaneten.ladder import StepNumber
from youth.models import Youth


class StepTalk(models.Model):
    """Youth and mentor have talked about the step. What was agreed stands in words that both have read."""

    youth = models.ForeignKey(Youth, models.CASCADE, related_name="+")
    step = models.PositiveSmallIntegerField(_("trin"), choices=StepNumber.choices)
    held_on = models.DateField(_("dag"))
    agreed = models.CharField(_("det blev vi enige om"), max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("med"), related_name="+")
    at = models.DateTimeField(_("skrevet"))

    def __str__(self) -> str:
        return f"step talk {self.pk}"


class ProposalStatus(models.TextChoices):
    WAITING = "waiting", _("Venter på en kollega")
    CONFIRMED = "confirmed", _("Set af en kollega")
    SENT_BACK = "sent_back", _("Ikke endnu")


class StepProposalQuerySet(models.QuerySet["StepProposal"]):
    def visible_to(self, user: Any) -> "StepProposalQuerySet":
        """Coordinators of the area, and mentors what they have proposed or whom they look after. Never the youth."""
        if not user.is_staff:
            return self.none()
        if user.is_coordinator:
            return self.filter(youth__area__in=user.areas.all())
        return self.filter(Q(by=user) | Q(youth__in=Youth.objects.visible_to(user)))

    def waiting(self) -> "StepProposalQuerySet":
        return self.filter(status=ProposalStatus.WAITING)


class StepProposal(models.Model):
    """A mentor means that a youth is ready. In an area where two decide it counts when another has read it."""

    youth = models.ForeignKey(Youth, models.CASCADE, related_name="+")
    from_step = models.PositiveSmallIntegerField(_("fra trin"), choices=StepNumber.choices)
    to_step = models.PositiveSmallIntegerField(_("til trin"), choices=StepNumber.choices)
    evidence = models.CharField(_("hvad vi har set"), max_length=500)
    reason = models.CharField(_("besked til den unge"), max_length=300)
    despite = models.CharField(_("hvorfor nu, selv om noget mangler"), max_length=300, blank=True)
    snapshot = models.JSONField(_("hvad der var samlet den dag"), default=dict)
    status = models.CharField(max_length=10, choices=ProposalStatus.choices, default=ProposalStatus.WAITING)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("foreslået af"), related_name="+")
    at = models.DateTimeField(_("foreslået"))
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("set af"), null=True, related_name="+"
    )
    settled_at = models.DateTimeField(_("set"), null=True)
    why_not = models.CharField(_("hvad der mangler"), max_length=300, blank=True)

    objects = StepProposalQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["youth"], condition=Q(status=ProposalStatus.WAITING), name="one_step_is_proposed_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"step proposal {self.pk}"
