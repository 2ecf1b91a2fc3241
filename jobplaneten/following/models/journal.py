from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from jobplaneten.following.models.follow_ups import FollowUp
from youth.models import Youth


class JournalEntryQuerySet(models.QuerySet["JournalEntry"]):
    def visible_to(self, user: Any) -> "JournalEntryQuerySet":
        """Staff read it all, the youth what is shared. Workplaces and guardians never."""
        if user.is_staff:
            return self.filter(youth__in=Youth.objects.visible_to(user))
        return self.filter(youth__user=user, is_shared=True) if user.is_youth else self.none()

    def newest_first(self) -> "JournalEntryQuerySet":
        return self.order_by("-at", "-pk")


class JournalEntry(models.Model):
    """A mentor's few words after a talk. Written once and never changed: what is new is a new entry."""

    youth = models.ForeignKey(Youth, models.CASCADE, related_name="+")
    follow_up = models.ForeignKey(
        FollowUp, models.CASCADE, verbose_name=_("opfølgning"), null=True, related_name="journal_entries"
    )
    went_well = models.CharField(_("det går godt"), max_length=300, blank=True)
    is_hard = models.CharField(_("det er svært"), max_length=300, blank=True)
    next_agreement = models.CharField(_("det har vi aftalt"), max_length=300, blank=True)
    is_shared = models.BooleanField(_("delt med den unge"), default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("skrevet af"), related_name="+")
    at = models.DateTimeField(_("skrevet"))

    objects = JournalEntryQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["youth", "at"], name="journal_of_youth")]

    def __str__(self) -> str:
        return f"journal entry {self.pk}"
