from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employers.models.colleagues import INSIDE


class EmployerKind(models.TextChoices):
    COMPANY = "company", _("Virksomhed")
    MUNICIPALITY = "municipality", _("Kommunal arbejdsplads")
    HOUSING = "housing_association", _("Boligorganisation")
    ASSOCIATION = "association", _("Forening")


class EmployerStatus(models.TextChoices):
    APPLIED = "applied", _("Venter på godkendelse")
    VETTED = "vetted", _("Godkendt")
    REFUSED = "refused", _("Ikke godkendt")
    SUSPENDED = "suspended", _("Sat på pause af os")
    EXPIRED = "expired", _("Godkendelsen er udløbet")


def vetted_today(path: str = "") -> Q:
    """Vetted, and the year is not over: the date itself closes the door, whether the clock has been round or not."""
    return Q(
        **{f"{path}status": EmployerStatus.VETTED, f"{path}vetted_until__gte": timezone.localdate()},
    )


class EmployerQuerySet(models.QuerySet["Employer"]):
    def visible_to(self, user: Any) -> "EmployerQuerySet":
        if user.is_staff:
            return self.all() if user.is_coordinator else self.vetted()
        if user.is_employer:
            return self.filter(contacts__user=user, contacts__standing__in=INSIDE)
        return self.none()

    def vetted(self) -> "EmployerQuerySet":
        return self.filter(vetted_today())

    def to_vet(self) -> "EmployerQuerySet":
        return self.filter(status__in=[EmployerStatus.APPLIED, EmployerStatus.EXPIRED])

    def to_renew(self, until: date) -> "EmployerQuerySet":
        return self.filter(status=EmployerStatus.VETTED, vetted_until__lte=until)

    def to_confirm(self) -> "EmployerQuerySet":
        """One person has written down a check; another has not read it yet."""
        return self.filter(checks__confirmed_at=None, checks__dropped_at=None, checks__isnull=False)

    def by_name(self) -> "EmployerQuerySet":
        return self.order_by("name", "pk")


class Employer(models.Model):
    """A workplace. Nothing of any youth is reachable for it before two people of the programme have vetted it,
    nor when a year has gone since.

    On a pause of its own the nights propose nobody for its posts. `most_candidates` are the proposals that may
    wait at its posts at once, whoever they wait for.
    """

    name = models.CharField(_("arbejdspladsens navn"), max_length=120)
    cvr = models.CharField(_("CVR-nummer"), max_length=8, unique=True)
    kind = models.CharField(_("slags arbejdsplads"), max_length=20, choices=EmployerKind.choices)
    about = models.CharField(_("kort om jer"), max_length=300, blank=True)
    address = models.CharField(_("adresse"), max_length=120, blank=True)
    postcode = models.CharField(_("postnummer"), max_length=4)
    status = models.CharField(max_length=10, choices=EmployerStatus.choices, default=EmployerStatus.APPLIED)
    status_reason = models.CharField(_("begrundelse"), max_length=300, blank=True)
    asked_at = models.DateTimeField()
    vetted_at = models.DateTimeField(null=True)
    vetted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    vetted_until = models.DateField(null=True)
    renewal_told_at = models.DateTimeField(null=True)
    paused_until = models.DateField(_("hold pause til og med"), null=True, blank=True)
    most_candidates = models.PositiveSmallIntegerField(_("så mange unge ad gangen"), default=12)
    version = models.PositiveIntegerField(default=1)

    objects = EmployerQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(status=EmployerStatus.VETTED)
                | (
                    Q(vetted_at__isnull=False, vetted_until__isnull=False)
                    & Q(vetted_by__isnull=False, confirmed_by__isnull=False)
                    & ~Q(vetted_by=F("confirmed_by"))
                ),
                name="vetted_employer_says_by_which_two",
            ),
            models.CheckConstraint(
                condition=~Q(status=EmployerStatus.REFUSED) | ~Q(status_reason=""),
                name="refused_employer_says_why",
            ),
            models.CheckConstraint(condition=Q(most_candidates__range=(1, 50)), name="employer_answers_some_at_once"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_vetted(self) -> bool:
        is_in_time = self.vetted_until is not None and self.vetted_until >= timezone.localdate()
        return self.status == EmployerStatus.VETTED and is_in_time

    def is_paused(self, day: date) -> bool:
        return self.paused_until is not None and day <= self.paused_until
