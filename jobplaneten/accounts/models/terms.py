from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class TermsAcceptanceQuerySet(models.QuerySet["TermsAcceptance"]):
    def visible_to(self, user: object) -> "TermsAcceptanceQuerySet":
        """Coordinators read who at a workplace has said yes to what. Of families they read only how many."""
        return self.filter(role="employer") if getattr(user, "is_coordinator", False) else self.none()

    def newest_first(self) -> "TermsAcceptanceQuerySet":
        return self.order_by("-at", "-pk")


class TermsAcceptance(models.Model):
    """Who said yes to which version of the terms, as what, and when."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    role = models.CharField(_("som"), max_length=20)
    version = models.PositiveSmallIntegerField(_("udgave"))
    at = models.DateTimeField(_("hvornår"))

    objects = TermsAcceptanceQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "role", "version"], name="terms_are_accepted_once")]

    def __str__(self) -> str:
        return f"terms {self.role} {self.version} by user {self.user_id}"
