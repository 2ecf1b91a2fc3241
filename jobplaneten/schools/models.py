from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

LONGEST = timedelta(days=100)


class SchoolQuerySet(models.QuerySet["School"]):
    def active(self) -> "SchoolQuerySet":
        return self.filter(is_active=True)

    def by_name(self) -> "SchoolQuerySet":
        return self.order_by("name", "pk")


class School(models.Model):
    """A school that young people here go to. Most keep the municipality's holidays; some have their own."""

    name = models.CharField(_("skolens navn"), max_length=80, unique=True)
    follows_municipality = models.BooleanField(_("følger kommunens ferier"), default=True)
    is_active = models.BooleanField(_("kan vælges"), default=True)

    objects = SchoolQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name


class ClosedDaysQuerySet(models.QuerySet["ClosedDays"]):
    def of_the_municipality(self) -> "ClosedDaysQuerySet":
        return self.filter(school=None)

    def in_order(self) -> "ClosedDaysQuerySet":
        return self.order_by("first_on", "last_on", "pk")


class ClosedDays(models.Model):
    """Days without lessons, both ends included: of one school, or of the whole municipality when `school` is empty."""

    school = models.ForeignKey(
        School, models.CASCADE, null=True, blank=True, related_name="closed_days", verbose_name=_("skole")
    )
    first_on = models.DateField(_("første fridag"))
    last_on = models.DateField(_("sidste fridag"))
    name = models.CharField(_("hvad det er"), max_length=80)
    source = models.CharField(_("hvor det står"), max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    objects = ClosedDaysQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(first_on__lte=F("last_on")),
                name="closed_days_are_in_order",
                violation_error_message=_("Den sidste fridag skal være den samme som eller efter den første."),
            ),
            models.UniqueConstraint(
                fields=["school", "first_on", "last_on"],
                name="closed_days_of_a_school_once",
                violation_error_message=_("De dage står her allerede."),
            ),
            models.UniqueConstraint(
                fields=["first_on", "last_on"],
                condition=Q(school=None),
                name="closed_days_of_the_municipality_once",
                violation_error_message=_("De dage står her allerede."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_on} - {self.last_on}"
