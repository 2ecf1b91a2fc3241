"""The four steps as numbers, and the words in which three people say how ready a youth is.

What a step means is data: see accounts.models.Step.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class StepNumber(models.IntegerChoices):
    ONE = 1, _("Trin 1")
    TWO = 2, _("Trin 2")
    THREE = 3, _("Trin 3")
    FOUR = 4, _("Trin 4")


class Axis(models.TextChoices):
    """On what the youth, the mentor and the workplace say how it goes; the same words for all three."""

    ON_TIME = "on_time", _("Kommer til tiden")
    CALLS_OFF = "calls_off", _("Giver besked, når man ikke kan komme")
    LISTENS = "listens", _("Lytter, når nogen viser eller retter noget")
    TOGETHER = "together", _("Arbejder godt sammen med andre")
    ASKS = "asks", _("Spørger, når noget er svært")
    SPEAKS = "speaks", _("Tør tale med kunder og voksne")
    PAPERS = "papers", _("Har styr på papirerne: aftale, skat og konto")
    SCHOOL = "school", _("Får passet skolen ved siden af")


class Readiness(models.IntegerChoices):
    NOT_YET = 0, _("Ikke endnu")
    SOMETIMES = 1, _("Nogle gange")
    MOSTLY = 2, _("For det meste")
    ALWAYS = 3, _("Altid")
