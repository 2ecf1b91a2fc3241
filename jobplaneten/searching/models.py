from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from employers.models import Post
from jobplaneten.trades import Category
from youth.models import Youth


class When(models.TextChoices):
    MY_TIMES = "mine", _("Når jeg kan")
    WEEKDAYS = "hverdage", _("Kun på hverdage")
    WEEKEND = "weekend", _("Kun i weekenden")


class NotNow(models.TextChoices):
    """Why a mentor does not put a job forward that the youth would like; the youth reads it in these words."""

    TOO_EARLY = "too_early", _("Vi øver os lidt mere først")
    TOO_FAR = "too_far", _("Der er for langt")
    TIMES = "times", _("Tiderne passer ikke med din uge")
    NOT_ALLOWED = "not_allowed", _("Du må ikke have det job endnu")
    BETTER_ONE = "better_one", _("Jeg har et andet til dig, som passer bedre")
    TALK = "talk", _("Lad os tale om det sammen")


class FavouriteQuerySet(models.QuerySet["Favourite"]):
    def visible_to(self, user: Any) -> "FavouriteQuerySet":
        """The youth and those who look after the youth. Never anybody of a workplace, not even as a number."""
        if not (user.is_youth or user.is_staff):
            return self.none()
        return self.filter(youth__in=Youth.objects.visible_to(user))

    def asked_for(self) -> "FavouriteQuerySet":
        """The youth has asked the mentor for it, and nobody has answered."""
        return self.filter(asked_at__isnull=False, answered_at=None)

    def newest_first(self) -> "FavouriteQuerySet":
        return self.order_by("-saved_at", "-pk")

    def oldest_question_first(self) -> "FavouriteQuerySet":
        return self.order_by("asked_at", "pk")


class Favourite(models.Model):
    """A job that a youth has put a heart on, and perhaps asked the mentor for.

    `gone_told_at` is when the youth was told that the job is not open any more.
    """

    youth = models.ForeignKey(Youth, models.CASCADE, related_name="+")
    post = models.ForeignKey(Post, models.CASCADE, verbose_name=_("job"), related_name="+")
    saved_at = models.DateTimeField(_("gemt"))
    asked_at = models.DateTimeField(_("spurgte mentor"), null=True)
    answered_at = models.DateTimeField(_("mentor svarede"), null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    not_now = models.CharField(_("hvorfor ikke nu"), max_length=20, choices=NotNow.choices, blank=True)
    gone_told_at = models.DateTimeField(null=True)

    objects = FavouriteQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["youth", "post"], name="one_heart_per_job"),
            models.CheckConstraint(
                condition=Q(answered_at=None, not_now="") | Q(asked_at__isnull=False, answered_at__isnull=False),
                name="favourite_is_answered_when_asked",
            ),
        ]
        indexes = [models.Index(fields=["asked_at"], name="favourite_asked", condition=Q(answered_at=None))]

    def __str__(self) -> str:
        return f"favourite {self.pk}"


class SavedSearchQuerySet(models.QuerySet["SavedSearch"]):
    def visible_to(self, user: Any) -> "SavedSearchQuerySet":
        """The youth's own."""
        return self.filter(youth__user=user) if user.is_youth else self.none()

    def by_age(self) -> "SavedSearchQuerySet":
        return self.order_by("made_at", "pk")


class SavedSearch(models.Model):
    """What a youth is told about when it turns up. `told` are the jobs that the youth has seen or been told of."""

    youth = models.ForeignKey(Youth, models.CASCADE, related_name="+")
    category = models.CharField(_("slags job"), max_length=20, choices=Category.choices, blank=True)
    when = models.CharField(_("hvornår"), max_length=10, choices=When.choices, blank=True)
    minutes = models.PositiveSmallIntegerField(_("højst minutter væk"), null=True)
    made_at = models.DateTimeField(_("gemt"))
    told = models.ManyToManyField(Post, related_name="+")

    objects = SavedSearchQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["youth", "category", "when", "minutes"], nulls_distinct=False, name="one_search_of_a_kind"
            )
        ]

    def __str__(self) -> str:
        return f"saved search {self.pk}"
