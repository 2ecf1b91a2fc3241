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


class GuardianWordQuerySet(models.QuerySet["GuardianWord"]):
    def latest_first(self) -> "GuardianWordQuerySet":
        return self.order_by("-said_on", "-pk")


class GuardianWord(models.Model):
    """What a guardian said, written down by the mentor on the guardian's behalf."""

    youth = models.ForeignKey(Youth, models.CASCADE, related_name="guardian_words")
    word = models.CharField(_("hvad blev sagt"), max_length=10, choices=Word.choices)
    said_on = models.DateField(_("hvornår"))
    how = models.CharField(_("hvordan"), max_length=10, choices=How.choices)
    guardian = models.CharField(_("hvem"), max_length=60, help_text=_("For eksempel mor, far eller værge."))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    objects = GuardianWordQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["youth", "said_on"], name="guardian_word_of_youth")]

    def __str__(self) -> str:
        return f"{self.word} about youth {self.youth_id}"
