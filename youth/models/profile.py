from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jobplaneten.trades import Evidence, Skill, SkillLevel, Weekday
from youth.models.youths import ProfilePage, Youth


class YouthSkill(models.Model):
    """What a youth is good at, how well, and where it comes from."""

    youth = models.ForeignKey(Youth, models.CASCADE, related_name="skills")
    skill = models.CharField(_("hvad"), max_length=20, choices=Skill.choices)
    level = models.PositiveSmallIntegerField(_("hvor godt"), choices=SkillLevel.choices)
    evidence = models.CharField(_("hvorfra"), max_length=20, choices=Evidence.choices, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["youth", "skill"], name="youth_has_a_skill_once"),
            models.CheckConstraint(condition=Q(level__range=(1, 3)), name="youth_skill_level_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.skill} {self.level}"


class FreeTime(models.Model):
    """A stretch of the week in which the youth can work, in minutes after midnight."""

    youth = models.ForeignKey(Youth, models.CASCADE, related_name="free_times")
    weekday = models.PositiveSmallIntegerField(_("dag"), choices=Weekday.choices)
    starts = models.PositiveSmallIntegerField(_("fra"))
    ends = models.PositiveSmallIntegerField(_("til"))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["youth", "weekday", "starts"], name="free_time_once"),
            models.CheckConstraint(
                condition=Q(starts__lt=F("ends")) & Q(ends__lte=1440) & Q(weekday__lte=6), name="free_time_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.weekday} {self.starts}-{self.ends}"


class BlockedTime(models.Model):
    """A time in the week that is taken. There is no field for why, on purpose."""

    youth = models.ForeignKey(Youth, models.CASCADE, related_name="blocked_times")
    weekday = models.PositiveSmallIntegerField(_("dag"), choices=Weekday.choices)
    starts = models.PositiveSmallIntegerField(_("fra"))
    ends = models.PositiveSmallIntegerField(_("til"))

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(starts__lt=F("ends")) & Q(ends__lte=1440) & Q(weekday__lte=6),
                name="blocked_time_in_order",
                violation_error_message=_("Fra skal være før til."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.weekday} {self.starts}-{self.ends}"


class ProfileDraft(models.Model):
    """What a youth had typed on a page of the profile when the network or the battery went."""

    youth = models.ForeignKey(Youth, models.CASCADE, related_name="drafts")
    page = models.CharField(max_length=20, choices=ProfilePage.choices)
    content = models.JSONField()
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["youth", "page"], name="one_draft_per_page")]

    def __str__(self) -> str:
        return f"draft {self.page} of youth {self.youth_id}"
