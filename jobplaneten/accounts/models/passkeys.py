from django.db import models
from django.utils.translation import gettext_lazy as _

from jobplaneten.accounts.models.people import User


class PasskeyQuerySet(models.QuerySet["Passkey"]):
    def working(self) -> "PasskeyQuerySet":
        return self.filter(stopped_at=None)

    def by_age(self) -> "PasskeyQuerySet":
        return self.order_by("made_at", "pk")


class Passkey(models.Model):
    """A key that a phone keeps and opens with a finger, a face or its own code. Here is only the public half."""

    user = models.ForeignKey(User, models.CASCADE, related_name="passkeys")
    name = models.CharField(_("navn på telefon eller computer"), max_length=40)
    credential_id = models.CharField(max_length=1400, unique=True)
    handle = models.CharField(max_length=64)
    """How the phone knows the person: chance, the same for all keys of one person, and nothing else."""
    public_key = models.TextField()
    sign_count = models.PositiveBigIntegerField(_("gange brugt, siger telefonen"), default=0)
    made_at = models.DateTimeField(_("lavet"))
    used_at = models.DateTimeField(_("sidst brugt"), null=True)
    stopped_at = models.DateTimeField(_("lukket, fordi den så kopieret ud"), null=True)

    objects = PasskeyQuerySet.as_manager()

    def __str__(self) -> str:
        return f"passkey {self.pk}"
