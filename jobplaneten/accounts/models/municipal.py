from django.db import models
from django.utils.translation import gettext_lazy as _

from jobplaneten.accounts.models.people import User


class AgeBand(models.TextChoices):
    UNDER_13 = "0-12", _("under 13 år")
    YOUNG = "13-14", _("13-14 år")
    OLDER = "15-17", _("15-17 år")
    ADULT = "18-", _("18 år eller mere")


class MunicipalLogin(models.Model):
    """That a person here is a certain number at the municipality's log-in. Nothing else that it tells is kept."""

    user = models.OneToOneField(User, models.CASCADE, related_name="municipal_login")
    issuer = models.CharField(_("hvem siger det"), max_length=200)
    subject = models.CharField(_("nummer dér"), max_length=255)
    age_band = models.CharField(_("aldersgruppe"), max_length=5, choices=AgeBand.choices, blank=True)
    made_at = models.DateTimeField(_("forbundet"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["issuer", "subject"], name="municipal_login_is_one_person")]

    def __str__(self) -> str:
        return f"municipal login {self.pk}"
