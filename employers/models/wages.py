from datetime import date
from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

YOUNGEST, OLDEST = 13, 18


class AgreementQuerySet(models.QuerySet["Agreement"]):
    def visible_to(self, user: Any) -> "AgreementQuerySet":
        return self.all() if user.is_staff or user.is_employer else self.none()

    def by_name(self) -> "AgreementQuerySet":
        return self.order_by("name", "pk")


class Agreement(models.Model):
    """A collective agreement that an employer may follow. Denmark has no other floor under pay."""

    name = models.CharField(_("overenskomstens navn"), max_length=80, unique=True)
    covers = models.CharField(_("hvem den gælder for"), max_length=300, blank=True)
    source_url = models.URLField(_("kilde"), max_length=500, blank=True)
    source_date = models.CharField(_("kildens dato"), max_length=20, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    objects = AgreementQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name


class WageRateQuerySet(models.QuerySet["WageRate"]):
    def standing(self) -> "WageRateQuerySet":
        """All but those that were struck because they had been typed wrong."""
        return self.filter(struck_at__isnull=True)

    def for_ages(self, age_from: int, age_to: int) -> "WageRateQuerySet":
        return self.filter(age_from__lte=age_to, age_to__gte=age_from)

    def held_within(self, first: date, last: date | None) -> "WageRateQuerySet":
        """Those that hold on any day from `first` to `last`, or to the end of days."""
        not_over = self.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=first))
        return not_over if last is None else not_over.filter(valid_from__lte=last)


class WageRate(models.Model):
    """What an agreement says that an hour costs at an age, from one day until another.

    Never edited: a new rate from a day ends the old one the day before, and a wrong one is struck and stays.
    """

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="rates")
    age_from = models.PositiveSmallIntegerField(
        _("fra alder"), validators=[MinValueValidator(YOUNGEST), MaxValueValidator(OLDEST)]
    )
    age_to = models.PositiveSmallIntegerField(
        _("til alder"), validators=[MinValueValidator(YOUNGEST), MaxValueValidator(OLDEST)]
    )
    rate = models.DecimalField(
        _("kroner i timen"),
        max_digits=6,
        decimal_places=2,
        validators=[MinValueValidator(1), MaxValueValidator(1000)],
    )
    valid_from = models.DateField(_("gælder fra"))
    valid_until = models.DateField(_("gælder til og med"), null=True, blank=True)
    source_url = models.URLField(_("kilde"), max_length=500, blank=True)
    source_date = models.CharField(_("kildens dato"), max_length=20)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    struck_at = models.DateTimeField(null=True)

    objects = WageRateQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(age_from__lte=F("age_to")),
                name="rate_ages_are_in_order",
                violation_error_message=_("Fra alder skal være det samme som eller før til alder."),
            ),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_from__lte=F("valid_until")),
                name="rate_days_are_in_order",
                violation_error_message=_("Den sidste dag skal være den samme som eller efter den første."),
            ),
            # Spans that overlap in other ways are kept apart by the action, which holds the agreement.
            models.UniqueConstraint(
                fields=["agreement", "age_from", "valid_from"],
                condition=Q(struck_at__isnull=True),
                name="one_rate_for_an_age_on_a_day",
                violation_error_message=_("Der er allerede en sats for de aldre i de dage."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rate} from {self.valid_from}"

    @property
    def is_struck(self) -> bool:
        return self.struck_at is not None

    def holds(self, age: int, day: date) -> bool:
        is_in_time = self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)
        return is_in_time and not self.is_struck and self.age_from <= age <= self.age_to
