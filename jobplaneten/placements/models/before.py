"""What helps before the first day beside the papers: what both sides expect, and the youth's own three."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from jobplaneten.placements.models.placements import Placement
from youth.models import Youth


class Voice(models.TextChoices):
    YOUTH = "youth", _("Den unge")
    EMPLOYER = "employer", _("Arbejdspladsen")


class Expectation(models.Model):
    """The short answers of one side to the questions in `expecting`."""

    placement = models.ForeignKey(Placement, models.CASCADE, related_name="expectations")
    side = models.CharField(max_length=10, choices=Voice.choices)
    answers = models.JSONField(_("svar"), default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["placement", "side"], name="each_side_expects_once")]

    def __str__(self) -> str:
        return f"what {self.side} expects of placement {self.placement_id}"


class OwnKind(models.TextChoices):
    TAX = "tax", _("Skattekort eller frikort")
    ACCOUNT = "account", _("En konto, som lønnen kan komme ind på")
    MITID = "mitid", _("MitID")


class OwnPaper(models.Model):
    """That one of the youth's own papers is in order. Never a number, never a document."""

    youth = models.ForeignKey(Youth, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=OwnKind.choices)
    done_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["youth", "kind"], name="own_paper_is_done_once")]

    def __str__(self) -> str:
        return f"{self.kind} of youth {self.youth_id}"
