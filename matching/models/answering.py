"""How long an answer may take, and who waits for a seat that is taken."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from employers.models import Post
from youth.models import Youth

EMPLOYER_DAYS = 7
YOUTH_DAYS = 4
LONGEST_DAYS = 30


class AnswerSettingQuerySet(models.QuerySet["AnswerSetting"]):
    def newest_first(self) -> "AnswerSettingQuerySet":
        return self.order_by("-at", "-pk")


class AnswerSetting(models.Model):
    """How many days each side has from `at` on. The newest counts, for what is sent out after it."""

    employer_days = models.PositiveSmallIntegerField(_("arbejdspladser"))
    youth_days = models.PositiveSmallIntegerField(_("unge"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = AnswerSettingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(employer_days__range=(1, LONGEST_DAYS), youth_days__range=(1, LONGEST_DAYS)),
                name="answers_take_1_to_30_days",
            )
        ]

    def __str__(self) -> str:
        return f"answer setting {self.pk}"


class WaitingPlaceQuerySet(models.QuerySet["WaitingPlace"]):
    def visible_to(self, user: Any) -> "WaitingPlaceQuerySet":
        """The youth and those who answer for the youth. A workplace never learns who waits, nor how many."""
        return self.filter(youth__in=Youth.objects.visible_to(user)) if user.is_youth or user.is_staff else self.none()

    def in_line(self) -> "WaitingPlaceQuerySet":
        return self.filter(told_at=None, left_at=None)

    def first_come(self) -> "WaitingPlaceQuerySet":
        return self.order_by("since", "pk")


class WaitingPlace(models.Model):
    """A youth wants to hear when a seat that was taken becomes free. Who came first hears first."""

    youth = models.ForeignKey(Youth, models.CASCADE, related_name="+")
    post = models.ForeignKey(Post, models.CASCADE, verbose_name=_("job"), related_name="+")
    since = models.DateTimeField(_("siden"))
    told_at = models.DateTimeField(_("fik besked"), null=True)
    left_at = models.DateTimeField(_("gik fra listen"), null=True)

    objects = WaitingPlaceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["youth", "post"], condition=Q(told_at=None, left_at=None), name="in_line_once"
            )
        ]
        indexes = [models.Index(fields=["post", "since"], name="line_of_post")]

    def __str__(self) -> str:
        return f"waiting place {self.pk}"
