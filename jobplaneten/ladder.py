"""The numbers of the four steps. What a step means is data: see accounts.models.Step."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class StepNumber(models.IntegerChoices):
    ONE = 1, _("Trin 1")
    TWO = 2, _("Trin 2")
    THREE = 3, _("Trin 3")
    FOUR = 4, _("Trin 4")
