from datetime import datetime

from django.db import models
from django.db.models import Q

from matching.models.runs import Run


class PartKind(models.TextChoices):
    """In this order: who may have a list is asked of the law first."""

    LAW = "law"
    LISTS = "lists"


class NightPartQuerySet(models.QuerySet["NightPart"]):
    def answered(self, digest: str) -> "NightPartQuerySet":
        """For these very facts."""
        return self.filter(digest=digest)

    def to_take(self, digest: str, now: datetime) -> "NightPartQuerySet":
        """Not answered for these facts, and nobody is at it."""
        return self.exclude(digest=digest).filter(Q(lease_until=None) | Q(lease_until__lt=now))


class NightPart(models.Model):
    """A part of a night that is under way: the law for some of its posts, or the lists of some of its youths.

    `digest` names the facts that `answer` was worked out from, see `matching.nightly.plan`; empty before. The answer
    is columns of numbers (`matching.engine.parts`). All parts are gone when the night is written.
    """

    run = models.ForeignKey(Run, models.CASCADE, related_name="parts")
    kind = models.CharField(max_length=10, choices=PartKind.choices)
    number = models.PositiveSmallIntegerField()
    holder = models.CharField(max_length=64, blank=True)
    lease_until = models.DateTimeField(null=True)
    digest = models.CharField(max_length=64, blank=True)
    answer = models.BinaryField(default=bytes)

    objects = NightPartQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["run", "kind", "number"], name="part_once_in_a_night")]

    def __str__(self) -> str:
        return f"{self.kind} {self.number} of run {self.run_id}"
