"""The programme's own frame as data that a coordinator edits: areas and the four steps."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jobplaneten.ladder import StepNumber


class AreaQuerySet(models.QuerySet["Area"]):
    def by_name(self) -> "AreaQuerySet":
        return self.order_by("name")

    def open(self) -> "AreaQuerySet":
        return self.filter(is_open=True)


class Area(models.Model):
    """A housing area. Its point is coarse: the middle of the area, never anybody's door."""

    name = models.CharField(_("navn"), max_length=60, unique=True)
    town = models.CharField(_("by"), max_length=60)
    latitude = models.FloatField(_("breddegrad"), validators=[MinValueValidator(54.4), MaxValueValidator(57.9)])
    longitude = models.FloatField(_("længdegrad"), validators=[MinValueValidator(7.9), MaxValueValidator(15.3)])
    is_open = models.BooleanField(_("tager unge ind"), default=True)
    two_decide_steps = models.BooleanField(_("to skal se på et skridt op"), default=False)
    version = models.PositiveIntegerField(default=1)

    objects = AreaQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(latitude__range=(54.4, 57.9)) & Q(longitude__range=(7.9, 15.3)),
                name="area_is_in_denmark",
                violation_error_message=_("Stedet skal ligge i Danmark."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class StepQuerySet(models.QuerySet["Step"]):
    def upwards(self) -> "StepQuerySet":
        return self.order_by("number")


class Step(models.Model):
    """One of the four steps: what it is called, what it teaches and what it asks."""

    number = models.PositiveSmallIntegerField(_("nummer"), choices=StepNumber.choices, unique=True)
    title = models.CharField(_("navn"), max_length=80)
    teaches = models.TextField(_("hvad man lærer"))
    age_from = models.PositiveSmallIntegerField(_("typisk fra alder"))
    age_to = models.PositiveSmallIntegerField(_("typisk til alder"))
    criteria = models.TextField(_("hvad der skal til for at komme videre"), help_text=_("Ét punkt på hver linje."))
    version = models.PositiveIntegerField(default=1)

    objects = StepQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(age_from__lte=F("age_to")) & Q(age_from__gte=13) & Q(age_to__lte=18),
                name="step_ages_are_in_order",
                violation_error_message=_("Alderen skal være mellem 13 og 18, og fra skal komme før til."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_number_display()}: {self.title}"

    @property
    def criteria_list(self) -> list[str]:
        return [line.strip() for line in self.criteria.splitlines() if line.strip()]
