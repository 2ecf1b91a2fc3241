from datetime import date
from enum import StrEnum
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jobplaneten.languages import LANGUAGES
from jobplaneten.law.groups import ADULT_FROM, YOUTH_FROM
from jobplaneten.placements.models import Placement
from youth.models import Youth, YouthStatus

MOST_GUARDIANS = 2


class View(StrEnum):
    """How much a guardian sees: under 15 the way to a job, from 15 only what is told and signed, at 18 nothing."""

    WHOLE = "whole"
    NARROW = "narrow"
    NOTHING = "nothing"


class Relation(models.TextChoices):
    MOTHER = "mother", _("mor")
    FATHER = "father", _("far")
    FOSTER = "foster", _("plejeforælder")
    HOLDER = "holder", _("værge")
    OTHER = "other", _("anden med forældremyndighed")


class EndedWhy(models.TextChoices):
    ADULT = "adult", _("Den unge er fyldt 18")
    CUSTODY = "custody", _("Har ikke forældremyndigheden")
    OWN_WISH = "own_wish", _("Vil ikke være med mere")
    MISTAKE = "mistake", _("Det var en fejl")


class Guardian(models.Model):
    """What we know of a grown-up who signs in for a child, beside the account: which language."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    language = models.CharField(_("sprog"), max_length=5, choices=list(LANGUAGES.items()), default="da")

    def __str__(self) -> str:
        return f"guardian {self.pk}"


class GuardianshipQuerySet(models.QuerySet["Guardianship"]):
    def standing(self) -> "GuardianshipQuerySet":
        return self.filter(ended_at=None)

    def visible_to(self, user: Any) -> "GuardianshipQuerySet":
        """Guardians their own, while it stands; youths and the programme's people those of youths they may see."""
        if user.is_guardian:
            return self.standing().filter(guardian=user).exclude(youth__status=YouthStatus.CLOSED)
        return self.filter(youth__in=Youth.objects.visible_to(user))

    def of_minors(self, day: date) -> "GuardianshipQuerySet":
        """A birthday closes the door by itself, whether or not the clock has been by."""
        return self.filter(youth__born_on__gt=years_before(day, ADULT_FROM))

    def oldest_first(self) -> "GuardianshipQuerySet":
        return self.order_by("began_at", "pk")


def years_before(day: date, years: int) -> date:
    """Whoever is born later is younger than that. 29 February is born again on 1 March, as in `law.calendar`."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return date(day.year - years, 2, 28)


class Guardianship(models.Model):
    """That this grown-up answers for that youth: since when, and until when and why.

    A youth may invite, but a guardian sees and says nothing until somebody of the programme knows who it is.
    """

    youth = models.ForeignKey(Youth, models.CASCADE, related_name="+")
    guardian = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    relation = models.CharField(_("hvem"), max_length=10, choices=Relation.choices)
    lives_with = models.BooleanField(_("bor sammen"), default=False)
    began_at = models.DateTimeField()
    known_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_why = models.CharField(_("hvorfor"), max_length=10, choices=EndedWhy.choices, blank=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = GuardianshipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["youth", "guardian"], condition=Q(ended_at=None), name="guardianship_stands_once"
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_why="") | Q(ended_at__isnull=False) & ~Q(ended_why=""),
                name="guardianship_ends_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"guardianship {self.pk}"

    @property
    def is_known(self) -> bool:
        return self.known_by_id is not None

    def view_on(self, day: date) -> View:
        age = self.youth.age_on(day)
        if age >= ADULT_FROM or self.ended_at or not self.is_known:
            return View.NOTHING
        return View.WHOLE if age < YOUTH_FROM else View.NARROW


class QuestionQuerySet(models.QuerySet["Question"]):
    def of(self, guardianship: Guardianship) -> "QuestionQuerySet":
        return self.filter(guardianship=guardianship)


class Question(models.Model):
    """A guardian has been asked about a job as it was then; when the job changes, there is a new question."""

    guardianship = models.ForeignKey(Guardianship, models.CASCADE, related_name="questions")
    placement = models.ForeignKey(Placement, models.CASCADE, related_name="+")
    job_facts = models.CharField(max_length=64)
    asked_at = models.DateTimeField()

    objects = QuestionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["guardianship", "placement", "job_facts"], name="guardian_asked_once_about_a_job_as_it_is"
            )
        ]

    def __str__(self) -> str:
        return f"question {self.pk}"
