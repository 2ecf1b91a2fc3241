from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from employers.models import INSIDE, Post, vetted_today
from youth.models import How, WhyForThem, Youth


class PlacementStatus(models.TextChoices):
    PAPERS = "papers", _("Papirerne er i gang")
    STARTED = "started", _("I job")
    ENDED = "ended", _("Slut")
    CANCELLED = "cancelled", _("Blev ikke til noget")


class Paper(models.TextChoices):
    """What must be in place before the first day."""

    GUARDIAN = "guardian", _("Forældrene har fået besked om job, tider og sikkerhed")
    COSIGN = "cosign", _("Forældrene har skrevet under")
    TERMS = "terms", _("Ansættelsesbevis er givet")
    ADULT = "adult", _("Der er en fast voksen på stedet")
    RISK = "risk", _("Arbejdspladsen har tænkt risikoen igennem")
    INSTRUCTION = "instruction", _("Oplæring den første dag er aftalt")
    INSURANCE = "insurance", _("Arbejdsskadeforsikringen er i orden")


class RiskPoint(models.TextChoices):
    """The seven points of the risk assessment; docs/decisions/0007 says where they are from."""

    PLACE = "place", _("Stedet")
    EXPOSURE = "exposure", _("Støj, varme, kemi og smitte")
    TOOLS = "tools", _("Maskiner og redskaber")
    COURSE = "course", _("Sådan foregår arbejdet")
    STRAIN = "strain", _("Krop og hoved")
    PERSON = "person", _("Den unge selv")
    TRAINING = "training", _("Oplæring og tilsyn")


class PlacementQuerySet(models.QuerySet["Placement"]):
    def visible_to(self, user: Any) -> "PlacementQuerySet":
        if user.is_youth:
            return self.filter(youth__user=user)
        if user.is_mentor:
            return self.filter(youth__mentor=user)
        if user.is_coordinator:
            return self.filter(youth__area__in=user.areas.all())
        if user.is_employer:
            return self.filter(
                vetted_today("post__employer__"),
                post__employer__contacts__user=user,
                post__employer__contacts__standing__in=INSIDE,
            )
        return self.none()

    def running(self) -> "PlacementQuerySet":
        return self.filter(status__in=[PlacementStatus.PAPERS, PlacementStatus.STARTED])

    def newest_first(self) -> "PlacementQuerySet":
        return self.order_by("-agreed_at", "-pk")

    def running_first(self) -> "PlacementQuerySet":
        is_over = Q(status__in=[PlacementStatus.ENDED, PlacementStatus.CANCELLED])
        over = models.Case(models.When(is_over, then=1), default=0, output_field=models.IntegerField())
        return self.order_by(over, "-agreed_at", "-pk")


class Placement(models.Model):
    """A youth in a job: from two times yes, over papers and a first day, to a last day."""

    youth = models.ForeignKey(Youth, models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, models.PROTECT, related_name="+")
    status = models.CharField(max_length=10, choices=PlacementStatus.choices, default=PlacementStatus.PAPERS)
    agreed_at = models.DateTimeField()
    first_name = models.CharField(_("fornavn"), max_length=40)
    first_day_on = models.DateField(_("første dag"), null=True, blank=True)
    started_at = models.DateTimeField(null=True)
    last_day_on = models.DateField(_("sidste dag"), null=True, blank=True)
    reminded_at = models.DateTimeField(null=True)
    end_reason = models.CharField(_("hvorfor sluttede det"), max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = PlacementQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["youth", "post"],
                condition=Q(status__in=[PlacementStatus.PAPERS, PlacementStatus.STARTED]),
                name="youth_has_a_job_once",
            ),
            models.CheckConstraint(
                condition=~Q(status=PlacementStatus.STARTED) | Q(first_day_on__isnull=False, started_at__isnull=False),
                name="started_placement_has_a_first_day",
            ),
            models.CheckConstraint(
                condition=~Q(status=PlacementStatus.ENDED) | Q(last_day_on__isnull=False),
                name="ended_placement_has_a_last_day",
            ),
        ]
        indexes = [models.Index(fields=["status", "agreed_at"], name="placement_status")]

    def __str__(self) -> str:
        return f"placement {self.pk}"

    def has_begun(self, today: date) -> bool:
        return self.status == PlacementStatus.STARTED and self.first_day_on is not None and self.first_day_on <= today

    def was_reminded(self, today: date) -> bool:
        return self.reminded_at is not None and timezone.localdate(self.reminded_at) >= today


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
