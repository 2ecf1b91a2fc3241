from django.db import models
from django.utils.translation import gettext_lazy as _

from jobplaneten.accounts.models.people import User
from jobplaneten.accounts.sealing import SealedField


class Authenticator(models.Model):
    """The app on a phone that shows a new code each half minute. The secret is shared with it, so it is sealed."""

    user = models.OneToOneField(User, models.CASCADE, related_name="authenticator")
    secret = SealedField()
    last_step = models.PositiveBigIntegerField(_("senest brugte halve minut"), default=0)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"authenticator {self.pk}"


class RecoveryCode(models.Model):
    """Written on paper for the day when the phone is lost: works once. Only its digest is kept."""

    user = models.ForeignKey(User, models.CASCADE, related_name="recovery_codes")
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "digest"], name="recovery_code_once")]

    def __str__(self) -> str:
        return f"recovery code {self.pk}"
