from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from jobplaneten.families.models.guardians import Relation
from jobplaneten.languages import LANGUAGES
from youth.models import Youth

VALID_FOR = timedelta(days=14)
MOST_TRIES = 5


class Way(models.TextChoices):
    SMS = "sms", _("Kode på sms")
    PAPER = "paper", _("På papir, med QR")


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open(self, now: datetime) -> "InvitationQuerySet":
        """Not used, not taken back, not too old, and not guessed at too often."""
        return self.filter(used_at=None, taken_back_at=None, expires_at__gt=now, tries__lt=MOST_TRIES)

    def visible_to(self, user: Any) -> "InvitationQuerySet":
        return self.filter(youth__in=Youth.objects.visible_to(user))

    def newest_first(self) -> "InvitationQuerySet":
        return self.order_by("-made_at", "-pk")


class Invitation(models.Model):
    """A guardian is asked to come in: an address that gives nothing away, and a code; only its digest is kept."""

    youth = models.ForeignKey(Youth, models.CASCADE, related_name="+")
    relation = models.CharField(_("hvem"), max_length=10, choices=Relation.choices)
    lives_with = models.BooleanField(_("bor sammen"), default=False)
    way = models.CharField(_("hvordan"), max_length=10, choices=Way.choices)
    language = models.CharField(_("sprog"), max_length=5, choices=list(LANGUAGES.items()), default="da")
    phone = models.CharField(_("mobil"), max_length=20, blank=True)
    token = models.CharField(max_length=16, unique=True)
    code_digest = models.CharField(max_length=200)
    tries = models.PositiveSmallIntegerField(default=0)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    taken_back_at = models.DateTimeField(null=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(way=Way.SMS) | ~models.Q(phone=""),
                name="invitation_by_sms_has_a_phone",
                violation_error_message=_("Skriv det mobilnummer, koden skal sendes til."),
            )
        ]

    def __str__(self) -> str:
        return f"invitation {self.pk}"
