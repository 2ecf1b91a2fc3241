from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from jobplaneten.accounts.models import Area
from youth.models.youths import Protected

VALID_FOR = timedelta(days=14)
MOST_TRIES = 5


class InvitedBy(models.TextChoices):
    SMS = "sms", _("Kode på sms")
    PAPER = "paper", _("På papir, med QR")


class YouthInvitationQuerySet(models.QuerySet["YouthInvitation"]):
    def open(self, now: datetime) -> "YouthInvitationQuerySet":
        """Not used, not taken back, not too old, not guessed at too often, and its mentor is still here."""
        fresh = self.filter(used_at=None, taken_back_at=None, expires_at__gt=now, tries__lt=MOST_TRIES)
        return fresh.filter(mentor__is_active=True)

    def visible_to(self, user: Any) -> "YouthInvitationQuerySet":
        return self.filter(mentor=user) if user.is_mentor else self.none()

    def newest_first(self) -> "YouthInvitationQuerySet":
        return self.order_by("-made_at", "-pk")


class YouthInvitation(models.Model):
    """A mentor asks a youth to come in: a link that gives nothing away, and a code of which only a digest is kept."""

    mentor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    area = models.ForeignKey(Area, models.PROTECT, verbose_name=_("område"), related_name="+")
    phone = models.CharField(_("mobil"), max_length=20, blank=True)
    protected = models.CharField(
        _("beskyttet navn eller adresse"), max_length=7, choices=Protected.choices, default=Protected.UNKNOWN
    )
    token = models.CharField(max_length=16, unique=True)
    code_digest = models.CharField(max_length=200)
    tries = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    taken_back_at = models.DateTimeField(null=True)

    objects = YouthInvitationQuerySet.as_manager()

    def __str__(self) -> str:
        return f"youth invitation {self.pk}"
