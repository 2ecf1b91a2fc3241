from typing import Any

from django.conf import settings
from django.db import models
from django.db.models.functions import TruncDate
from django.utils.translation import gettext_lazy as _


class TrailIsAppendOnly(Exception):
    """Somebody tried to change or remove what is already written."""


class EntryQuerySet(models.QuerySet["Entry"]):
    def about(self, kind: str, key: int) -> "EntryQuerySet":
        return self.filter(kind=kind, key=key)

    def about_youth(self, youth: int) -> "EntryQuerySet":
        return self.filter(youth=youth)

    def reads(self) -> "EntryQuerySet":
        return self.filter(verb="read")

    def by_day(self) -> Any:
        """One row per day, person and kind of thing, the latest first."""
        days = self.annotate(day=TruncDate("at")).values("day", "by", "kind")
        return days.annotate(last_at=models.Max("at")).order_by("-last_at", "by", "kind")

    def update(self, **kwargs: Any) -> int:
        raise TrailIsAppendOnly

    def delete(self) -> Any:
        raise TrailIsAppendOnly


class Entry(models.Model):
    """Who did or read what about whom, when. Numbers only; `detail` never holds free text on youths."""

    at = models.DateTimeField(_("tidspunkt"), db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    verb = models.CharField(_("handling"), max_length=40)
    kind = models.CharField(_("om hvad"), max_length=40)
    key = models.BigIntegerField(_("nummer"))
    youth = models.BigIntegerField(_("om hvilken ung"), null=True)
    detail = models.JSONField(_("mere"), default=dict)

    objects = EntryQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["kind", "key", "at"], name="trail_thing"),
            models.Index(fields=["youth", "at"], name="trail_youth"),
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.kind} {self.key}"


class Seal(models.Model):
    """What a stretch of the trail looked like when it was sealed; each seal covers the one before it."""

    first = models.BigIntegerField()
    last = models.BigIntegerField(unique=True)
    count = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"seal to {self.last}"
