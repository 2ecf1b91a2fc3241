from django.db import models
from django.utils.translation import gettext_lazy as _

from jobplaneten.shifts.models.roster import RosterShift


class TapKind(models.TextChoices):
    ON_MY_WAY = "on_my_way", _("Jeg er på vej")
    HERE = "here", _("Jeg er her")
    LEAVING = "leaving", _("Jeg går nu")
    SICK = "sick", _("Jeg er syg")
    CANNOT = "cannot", _("Jeg kan ikke komme")


class Tap(models.Model):
    """One word from the youth about a shift, once. `tapped_at` is when the thumb was there, `heard_at` when we heard:
    without network they lie apart.
    """

    shift = models.ForeignKey(RosterShift, models.CASCADE, related_name="taps")
    kind = models.CharField(_("hvad"), max_length=10, choices=TapKind.choices)
    tapped_at = models.DateTimeField(_("trykket"))
    heard_at = models.DateTimeField(_("hørt"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shift", "kind"], name="said_once_a_shift")]

    def __str__(self) -> str:
        return f"tap {self.pk}"
