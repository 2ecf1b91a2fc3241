from datetime import date

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from youth.models.youths import Youth


class Word(models.TextChoices):
    """What a guardian has said. Later words replace earlier ones."""

    INFORMED = "informed", _("Ved besked om jobbet og reglerne")
    YES = "yes", _("Siger ja")
    NO = "no", _("Siger nej")
    WITHDRAWN = "withdrawn", _("Trækker sit ja tilbage")


class How(models.TextChoices):
    MEETING = "meeting", _("Ved et møde")
    PHONE = "phone", _("I telefonen")
    SMS = "sms", _("På sms")
    PAPER = "paper", _("På papir")
    ONLINE = "online", _("Selv, på Jobplaneten")


SAID_TO_US = [(how.value, how.label) for how in How if how != How.ONLINE]
"""What somebody who writes for a guardian may choose."""


class Scope(models.TextChoices):
    """What the word is about. Being told is always about all of it."""

    ALL = "all", _("Det hele")
    DIGITAL = "digital", _("At oplysninger gemmes og bruges her")
    MATCHING = "matching", _("At et kort bliver vist til en arbejdsplads")


class WhyForThem(models.TextChoices):
    """Why somebody of the programme writes what a guardian could have written."""

    PAPER = "paper", _("De har skrevet under på papir")
    TALKED = "talked", _("De sagde det til mig og bad mig skrive det")
    NO_PHONE = "no_phone", _("De har ikke mobil eller computer")
    LANGUAGE = "language", _("Sproget er svært for dem på en skærm")


class GuardianWordQuerySet(models.QuerySet["GuardianWord"]):
    def latest_first(self) -> "GuardianWordQuerySet":
        return self.order_by("-said_on", "-pk")


class GuardianWord(models.Model):
    """What a guardian said: written by the guardian (`how` is online) or by the mentor on the guardian's behalf.

    A word with a date in `until_on` counts until the day before it: a yes until the birthday that asks anew, any word
    until the day on which it turned out that the guardian has no custody.
    """

    youth = models.ForeignKey(Youth, models.CASCADE, related_name="guardian_words")
    word = models.CharField(_("hvad blev sagt"), max_length=10, choices=Word.choices)
    scope = models.CharField(_("om hvad"), max_length=10, choices=Scope.choices, default=Scope.ALL)
    said_on = models.DateField(_("hvornår"))
    until_on = models.DateField(_("gælder til"), null=True, blank=True)
    how = models.CharField(_("hvordan"), max_length=10, choices=How.choices)
    guardian = models.CharField(_("hvem"), max_length=60, help_text=_("For eksempel mor, far eller værge."))
    why = models.CharField(_("hvorfor du skriver det"), max_length=10, choices=WhyForThem.choices, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    objects = GuardianWordQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["youth", "said_on"], name="guardian_word_of_youth")]

    def __str__(self) -> str:
        return f"{self.word} about youth {self.youth_id}"

    @property
    def is_their_own(self) -> bool:
        return self.how == How.ONLINE

    def has_run_out(self, day: date) -> bool:
        return self.until_on is not None and self.until_on <= day
