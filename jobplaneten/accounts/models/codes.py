from datetime import datetime, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from jobplaneten.accounts.models.people import User

VALID_FOR = timedelta(minutes=10)
MOST_TRIES = 5


class LoginCodeQuerySet(models.QuerySet["LoginCode"]):
    def open(self, now: datetime) -> "LoginCodeQuerySet":
        return self.filter(used_at=None, made_at__gt=now - VALID_FOR, tries__lt=MOST_TRIES)


class LoginCode(models.Model):
    """Six figures sent by SMS, good for one log-in in the browser that asked. Only a digest is kept.

    Asked for with a number that nobody signs in with, there is a row all the same, and it opens for nobody.
    """

    user = models.ForeignKey(User, models.CASCADE, null=True, related_name="+")
    digest = models.CharField(max_length=200)
    tries = models.PositiveSmallIntegerField(_("forsøg"), default=0)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    objects = LoginCodeQuerySet.as_manager()

    def __str__(self) -> str:
        return f"login code {self.pk}"
