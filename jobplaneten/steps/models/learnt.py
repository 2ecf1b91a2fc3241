from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from youth.models import Youth


class PaperKind(models.TextChoices):
    MITID = "mitid", _("MitID")
    EBOKS = "eboks", _("Digital Post")
    TAX_CARD = "tax_card", _("Skattekort og frikort")
    ACCOUNT = "account", _("Konto til løn")
    CV = "cv", _("CV")
    APPLICATION = "application", _("Ansøgning")


class LearntPaper(models.Model):
    """A youth says that they can manage one of the papers; a mentor has seen it. That it works, nothing more."""

    youth = models.ForeignKey(Youth, models.CASCADE, related_name="+")
    kind = models.CharField(_("hvad"), max_length=12, choices=PaperKind.choices)
    at = models.DateTimeField(_("sagt"))
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("set af"), null=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(_("set"), null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["youth", "kind"], name="paper_is_learnt_once")]

    def __str__(self) -> str:
        return f"{self.kind} of youth {self.youth_id}"
