from datetime import date
from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from employers.models import Payer
from jobplaneten.placements.models.papers import shown_name
from jobplaneten.placements.models.placements import Placement
from youth.models import WhyForThem


class Side(models.TextChoices):
    """Who has to agree to the terms."""

    YOUTH = "youth", _("Den unge")
    EMPLOYER = "employer", _("Arbejdspladsen")
    GUARDIAN = "guardian", _("En forælder")


class TermsQuerySet(models.QuerySet["Terms"]):
    def newest_first(self) -> "TermsQuerySet":
        return self.order_by("-number")


class Terms(models.Model):
    """What holds in one job, as data and as the exact text that was made of it; never edited.

    Whoever changes the terms makes the next number, and everybody is asked anew. Who employs, where the work is, who
    pays and who holds the contract may be four. `paper` is the text as it was, `digest` tells it from any other.
    """

    placement = models.ForeignKey(Placement, models.CASCADE, related_name="terms")
    number = models.PositiveSmallIntegerField()
    employer_name = models.CharField(_("arbejdsgiver"), max_length=120)
    employer_address = models.CharField(_("arbejdsgiverens adresse"), max_length=160)
    employer_number = models.CharField(_("CVR-nummer"), max_length=8)
    work_place = models.CharField(_("arbejdssted"), max_length=160)
    payer = models.CharField(_("hvem betaler lønnen"), max_length=20, choices=Payer.choices)
    holder = models.CharField(_("hvem har kontrakten"), max_length=20, choices=Payer.choices)
    job = models.CharField(_("stilling"), max_length=80)
    tasks = models.CharField(_("opgaver"), max_length=400)
    starts_on = models.DateField(_("første dag"))
    ends_on = models.DateField(_("sidste dag"), null=True, blank=True)
    trial_until = models.DateField(_("prøvetid til og med"), null=True, blank=True)
    youth_notice_days = models.PositiveSmallIntegerField(
        _("den unges opsigelse i dage"), default=0, validators=[MaxValueValidator(120)]
    )
    employer_notice_days = models.PositiveSmallIntegerField(
        _("arbejdspladsens opsigelse i dage"), default=14, validators=[MaxValueValidator(180)]
    )
    hours = models.CharField(_("arbejdstider"), max_length=300)
    breaks = models.CharField(_("pauser"), max_length=160)
    extra_hours = models.CharField(_("ekstra timer"), max_length=160)
    pay_hour = models.DecimalField(
        _("løn i timen"), max_digits=6, decimal_places=2, validators=[MinValueValidator(1), MaxValueValidator(1000)]
    )
    supplements = models.CharField(_("tillæg og pension"), max_length=160, blank=True)
    payday = models.CharField(_("hvornår kommer lønnen"), max_length=120)
    holiday = models.CharField(_("ferie"), max_length=200)
    agreement = models.CharField(_("overenskomst"), max_length=160)
    training = models.CharField(_("oplæring og kurser"), max_length=200)
    insurance = models.CharField(_("forsikring og ATP"), max_length=200)
    contact = models.CharField(_("kontaktperson på stedet"), max_length=80)
    paper = models.JSONField()
    digest = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = TermsQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["placement", "number"], name="terms_have_each_number_once"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="terms_days_are_in_order",
                violation_error_message=_("Den sidste dag skal ligge efter den første."),
            ),
        ]

    def __str__(self) -> str:
        return f"terms {self.number} of placement {self.placement_id}"

    def yes_of(self, side: str) -> "TermsYes | None":
        return next((yes for yes in self.yeses.all() if yes.side == side and yes.taken_back_at is None), None)

    def is_trial(self, day: date) -> bool:
        return self.trial_until is not None and day <= self.trial_until


class TermsYes(models.Model):
    """One side has agreed to one exact text: itself, or on paper, as somebody of the programme writes down and why."""

    terms = models.ForeignKey(Terms, models.CASCADE, related_name="yeses")
    side = models.CharField(max_length=10, choices=Side.choices)
    digest = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    why = models.CharField(_("hvorfor på deres vegne"), max_length=10, choices=WhyForThem.choices, blank=True)
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["terms", "side"], condition=Q(taken_back_at=None), name="each_side_agrees_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.side} agrees to terms {self.terms_id}"

    @property
    def signer(self) -> str:
        """A workplace does not read what a parent is called, nor a youth's surname."""
        person: Any = self.by
        return self.terms.placement.first_name if person.is_youth else shown_name(person)
