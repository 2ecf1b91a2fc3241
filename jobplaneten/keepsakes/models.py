from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jobplaneten.placements.models import Placement
from youth.models import Youth


class Spoken(models.TextChoices):
    DANISH = "da", _("Dansk")
    ENGLISH = "en", _("Engelsk")
    GERMAN = "de", _("Tysk")
    ARABIC = "ar", _("Arabisk")
    TURKISH = "tr", _("Tyrkisk")
    SOMALI = "so", _("Somali")
    URDU = "ur", _("Urdu eller hindi")
    KURDISH = "ku", _("Kurdisk")
    PERSIAN = "fa", _("Farsi eller dari")
    POLISH = "pl", _("Polsk")
    UKRAINIAN = "uk", _("Ukrainsk")
    SIGN = "sign", _("Tegnsprog")


class Resume(models.Model):
    """What a youth adds to the CV that the profile and the recorded jobs make, and the words of an application."""

    youth = models.OneToOneField(Youth, models.CASCADE, related_name="+")
    spoken = models.JSONField(_("sprog"), default=list)
    about = models.CharField(_("om mig"), max_length=300, blank=True)
    proud = models.CharField(_("noget, jeg er stolt af"), max_length=200, blank=True)
    free_time = models.CharField(_("i min fritid"), max_length=200, blank=True)
    left_out = models.JSONField(_("job, der ikke skal med"), default=list)
    shows_surname = models.BooleanField(_("vis mit efternavn"), default=False)
    letter_to = models.CharField(_("til hvem"), max_length=80, blank=True)
    letter_why = models.CharField(_("hvorfor netop dem"), max_length=300, blank=True)
    letter_can = models.CharField(_("det kan jeg gøre for jer"), max_length=300, blank=True)
    letter_when = models.CharField(_("hvornår jeg kan"), max_length=160, blank=True)
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"resume of youth {self.youth_id}"


class RecommendationStatus(models.TextChoices):
    WRITTEN = "written", _("Venter på mentor")
    READ = "read", _("Læst af mentor")
    BACK = "back", _("Sendt tilbage")


class RecommendationQuerySet(models.QuerySet["Recommendation"]):
    def visible_to(self, user: Any) -> "RecommendationQuerySet":
        """A youth reads it when the mentor has; the workplace its own, and the programme all it may see."""
        found = self.filter(placement__in=Placement.objects.visible_to(user))
        return found.filter(status=RecommendationStatus.READ) if user.is_youth else found


class Recommendation(models.Model):
    """Two or three lines of a workplace about a youth who has worked there. The mentor reads them first."""

    placement = models.OneToOneField(Placement, models.CASCADE, related_name="+")
    did = models.CharField(_("det har den unge lavet hos os"), max_length=200)
    good = models.CharField(_("det er den unge god til"), max_length=200)
    wish = models.CharField(_("det vil vi gerne sige til den næste arbejdsplads"), max_length=200, blank=True)
    status = models.CharField(max_length=8, choices=RecommendationStatus.choices, default=RecommendationStatus.WRITTEN)
    back_why = models.CharField(_("hvad skal rettes"), max_length=200, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    read_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    read_at = models.DateTimeField(null=True)

    objects = RecommendationQuerySet.as_manager()

    def __str__(self) -> str:
        return f"recommendation {self.pk}"


class CertificateQuerySet(models.QuerySet["Certificate"]):
    def standing(self) -> "CertificateQuerySet":
        return self.filter(revoked_at=None)


class Certificate(models.Model):
    """A youth lets whoever holds the code check a job: initials, and what else the youth allows. Revoked at will."""

    placement = models.ForeignKey(Placement, models.CASCADE, related_name="+")
    code = models.CharField(max_length=20, unique=True)
    shows_place = models.BooleanField(_("arbejdspladsen"), default=True)
    shows_period = models.BooleanField(_("fra hvornår til hvornår"), default=True)
    shows_hours = models.BooleanField(_("timer om ugen"), default=False)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    objects = CertificateQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["placement"], condition=Q(revoked_at=None), name="one_certificate_stands_for_a_job"
            )
        ]

    def __str__(self) -> str:
        return f"certificate {self.pk}"
