"""What coordinators decide about the nights to come: how they deal, and whether there are any."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q, Value
from django.utils.translation import gettext_lazy as _


class NightSettingQuerySet(models.QuerySet["NightSetting"]):
    def visible_to(self, user: Any) -> "NightSettingQuerySet":
        return self.all() if user.is_coordinator else self.none()

    def newest_first(self) -> "NightSettingQuerySet":
        return self.order_by("-at", "-pk")


class NightSetting(models.Model):
    """How the nights deal from `at` on. The newest counts; the others are what used to count.

    `change` is what differs from the plain night, in the form of `matching.engine.change`.
    """

    change = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    objects = NightSettingQuerySet.as_manager()

    def __str__(self) -> str:
        return f"night setting {self.pk}"


class LearningSettingQuerySet(models.QuerySet["LearningSetting"]):
    def newest_first(self) -> "LearningSettingQuerySet":
        return self.order_by("-at", "-pk")


class LearningSetting(models.Model):
    """Whether a newly learnt model takes itself into use. The newest counts; without any it does not."""

    ships_itself = models.BooleanField(default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = LearningSettingQuerySet.as_manager()

    def __str__(self) -> str:
        return f"learning setting {self.pk}"


class MentorPace(models.Model):
    """How many proposals may wait for a mentor at once. Without a row there is no limit."""

    mentor = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    most_waiting = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(most_waiting__range=(1, 200)), name="mentor_reads_1_to_200_at_once")
        ]

    def __str__(self) -> str:
        return f"pace of mentor {self.mentor_id}"


class MatchStopQuerySet(models.QuerySet["MatchStop"]):
    def on(self) -> "MatchStopQuerySet":
        return self.filter(ended_at=None)

    def visible_to(self, user: Any) -> "MatchStopQuerySet":
        return self.all() if user.is_staff else self.none()


class MatchStop(models.Model):
    """The time in which no night is run, why, and who said so."""

    reason = models.CharField(_("hvorfor"), max_length=300)
    began_at = models.DateTimeField()
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = MatchStopQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(Value(1), condition=Q(ended_at=None), name="one_stop_at_a_time"),
        ]

    def __str__(self) -> str:
        return f"match stop {self.pk}"
