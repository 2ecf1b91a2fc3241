"""How a workplace is known: what the register says of it, and what two people of the programme have checked."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from employers.models.employers import Employer

VALID_FOR = timedelta(days=365)
REMIND_BEFORE = timedelta(days=30)


class RegisterEntry(models.Model):
    """A company as it stood in a file of the register on the day the file was read."""

    cvr = models.CharField(_("CVR-nummer"), max_length=8, unique=True)
    name = models.CharField(_("navn"), max_length=160)
    address = models.CharField(_("adresse"), max_length=200, blank=True)
    phone = models.CharField(_("telefon"), max_length=20, blank=True)
    status = models.CharField(_("status"), max_length=40)
    read_at = models.DateTimeField(_("indlæst"))

    def __str__(self) -> str:
        return f"register {self.cvr}"


class SeenIn(models.TextChoices):
    FILE = "file", _("Indlæst fil fra registeret")
    HAND = "hand", _("Slået op i hånden")


class VettingCheckQuerySet(models.QuerySet["VettingCheck"]):
    def visible_to(self, user: Any) -> "VettingCheckQuerySet":
        """People of the programme see what waits for a second person."""
        return self.pending().select_related("employer", "checked_by") if user.is_staff else self.none()

    def pending(self) -> "VettingCheckQuerySet":
        """Written by one, and not yet read by another."""
        return self.filter(confirmed_at=None, dropped_at=None)

    def newest_first(self) -> "VettingCheckQuerySet":
        return self.order_by("-checked_at", "-pk")


class VettingCheck(models.Model):
    """What the first person saw, whom they called and met; it counts when a second person has read it."""

    employer = models.ForeignKey(Employer, models.CASCADE, related_name="checks")
    seen_in = models.CharField(_("hvor er det slået op"), max_length=10, choices=SeenIn.choices)
    number_seen = models.CharField(_("CVR-nummer i registeret"), max_length=8)
    name_seen = models.CharField(_("navn i registeret"), max_length=160)
    status_seen = models.CharField(_("status i registeret"), max_length=40)
    phone_seen = models.CharField(_("telefon i registeret"), max_length=20)
    called_on = models.DateField(_("ringet op den"))
    spoke_with = models.CharField(_("talte med"), max_length=80)
    met_on = models.DateField(_("mødt den"), null=True, blank=True)
    met_by = models.CharField(_("mødt af"), max_length=80, blank=True)
    note = models.CharField(_("note"), max_length=500, blank=True)
    checked_at = models.DateTimeField()
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    dropped_at = models.DateTimeField(null=True)

    objects = VettingCheckQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("checked_by")), name="check_is_read_by_another"
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by=None, confirmed_at=None)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False),
                name="confirmed_check_says_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(met_on=None, met_by="") | (Q(met_on__isnull=False) & ~Q(met_by="")),
                name="meeting_says_when_and_by_whom",
            ),
            models.CheckConstraint(condition=~Q(seen_in="hand") | ~Q(note=""), name="look_up_by_hand_has_a_note"),
            models.UniqueConstraint(
                fields=["employer"],
                condition=Q(confirmed_at=None, dropped_at=None),
                name="one_check_waits_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"check {self.pk}"

    @property
    def is_pending(self) -> bool:
        return self.confirmed_at is None and self.dropped_at is None
