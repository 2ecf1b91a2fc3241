from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from jobplaneten.placements.models.placements import Placement
from youth.models import How, WhyForThem


class Paper(models.TextChoices):
    """What must be in place before the first day."""

    GUARDIAN = "guardian", _("Forældrene har fået besked om job, tider og sikkerhed")
    COSIGN = "cosign", _("Forældrene har skrevet under")
    TERMS = "terms", _("Ansættelsesbevis er givet")
    ADULT = "adult", _("Der er en fast voksen på stedet")
    RISK = "risk", _("Arbejdspladsen har tænkt risikoen igennem")
    INSTRUCTION = "instruction", _("Oplæring den første dag er aftalt")
    INSURANCE = "insurance", _("Arbejdsskadeforsikringen er i orden")
    RECORD = "record", _("Børneattesten er set")
    HYGIENE = "hygiene", _("Hygiejne er lært")


class RiskPoint(models.TextChoices):
    """The seven points of the risk assessment; docs/decisions/0007 says where they are from."""

    PLACE = "place", _("Stedet")
    EXPOSURE = "exposure", _("Støj, varme, kemi og smitte")
    TOOLS = "tools", _("Maskiner og redskaber")
    COURSE = "course", _("Sådan foregår arbejdet")
    STRAIN = "strain", _("Krop og hoved")
    PERSON = "person", _("Den unge selv")
    TRAINING = "training", _("Oplæring og tilsyn")


def shown_name(person: Any) -> str:
    return _now("Forældrene") if person.is_guardian else str(person.name)


class PaperTickQuerySet(models.QuerySet["PaperTick"]):
    def standing(self) -> "PaperTickQuerySet":
        return self.filter(undone_at=None)


class PaperTick(models.Model):
    """A named person has seen that one of the papers, or one point of the risk, is in place.

    It says what the paper is about (to whom, when, how), and stays as a row when it is taken back. `job_facts` tells
    the job as it was: when the post has changed since, the tick does not count any more.
    """

    placement = models.ForeignKey(Placement, models.CASCADE, related_name="ticks")
    paper = models.CharField(_("papir"), max_length=20, choices=Paper.choices)
    point = models.CharField(_("punkt"), max_length=10, choices=RiskPoint.choices, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    who = models.CharField(_("hvem"), max_length=80, blank=True)
    done_on = models.DateField(_("hvornår"), null=True, blank=True)
    how = models.CharField(_("hvordan"), max_length=10, choices=How.choices, blank=True)
    why = models.CharField(_("hvorfor på deres vegne"), max_length=10, choices=WhyForThem.choices, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    job_facts = models.CharField(max_length=64, blank=True)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    undone_why = models.CharField(_("hvorfor taget tilbage"), max_length=300, blank=True)

    objects = PaperTickQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["placement", "paper", "point"], condition=Q(undone_at=None), name="paper_stands_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.paper} {self.point}".strip() + f" of placement {self.placement_id}"

    @property
    def signer(self) -> str:
        """By which name the tick is shown: what a guardian is called is not for a workplace to read."""
        return shown_name(self.by)

    @property
    def undoer(self) -> str:
        return shown_name(self.undone_by)
