from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from youth.models import Youth


class RunKind(models.TextChoices):
    NIGHT = "night", _("Natten")
    PREVIEW = "preview", _("Prøve, der ikke foreslår noget")
    WHAT_IF = "what_if", _("Hvad nu hvis")
    BY_HAND = "by_hand", _("Fundet af mennesker")


class RunStatus(models.TextChoices):
    REQUESTED = "requested", _("Bestilt")
    RUNNING = "running", _("I gang")
    DONE = "done", _("Færdig")
    FAILED = "failed", _("Gik i stå")
    STOPPED = "stopped", _("Standset")


class RunQuerySet(models.QuerySet["Run"]):
    def visible_to(self, user: Any) -> "RunQuerySet":
        return self.all() if user.is_coordinator else self.none()

    def nights(self) -> "RunQuerySet":
        return self.filter(kind=RunKind.NIGHT)

    def previews(self) -> "RunQuerySet":
        return self.filter(kind=RunKind.PREVIEW)

    def trials(self) -> "RunQuerySet":
        """What coordinators tried out on a copy of a night."""
        return self.filter(kind=RunKind.WHAT_IF)

    def of_the_town(self) -> "RunQuerySet":
        """All but the trials and what people found: runs that looked at the town as it is."""
        return self.exclude(kind__in=[RunKind.WHAT_IF, RunKind.BY_HAND])

    def under_way(self) -> "RunQuerySet":
        return self.filter(status__in=[RunStatus.REQUESTED, RunStatus.RUNNING])

    def to_take_up(self, now: datetime) -> "RunQuerySet":
        """Requested, or dropped by a worker whose lease has run out."""
        dropped = Q(status=RunStatus.RUNNING, lease_until__lt=now)
        return self.filter(Q(status=RunStatus.REQUESTED) | dropped)

    def in_parts(self, now: datetime) -> "RunQuerySet":
        """Carried by a worker, with parts that others can work on."""
        return self.filter(status=RunStatus.RUNNING, lease_until__gte=now, parts__digest="").distinct()

    def abandoned(self, now: datetime) -> "RunQuerySet":
        """Given up, stopped by a coordinator, or dropped by a worker whose lease has run out."""
        ended = Q(status__in=[RunStatus.FAILED, RunStatus.STOPPED])
        return self.filter(ended | Q(status=RunStatus.RUNNING, lease_until__lt=now))

    def newest_first(self) -> "RunQuerySet":
        return self.order_by("-day", "-pk")


class Run(models.Model):
    """One match night (or preview): who holds it, how far it has come, what came of it.

    The row is the ledger; the worker's bell may ring as often as it likes. `kept` are matches of this
    very night that people had acted on before it had to begin again. `change` is what a trial changes.
    `fairness` is the night's report, see `matching.engine.fairness`: small groups are left out before it is kept.
    """

    kind = models.CharField(max_length=10, choices=RunKind.choices, default=RunKind.NIGHT)
    day = models.DateField(_("dato"))
    status = models.CharField(max_length=10, choices=RunStatus.choices, default=RunStatus.REQUESTED)
    requested_at = models.DateTimeField()
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    holder = models.CharField(max_length=64, blank=True)
    lease_until = models.DateTimeField(null=True)
    cursor = models.PositiveIntegerField(default=0)
    youths_total = models.PositiveIntegerField(default=0)
    seed = models.BigIntegerField(default=0)
    engine_version = models.CharField(max_length=40, blank=True)
    input_digest = models.CharField(max_length=64, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    kept = models.JSONField(default=list)
    counts = models.JSONField(default=dict)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    change = models.JSONField(default=dict)
    fairness = models.JSONField(default=dict)
    error = models.CharField(max_length=200, blank=True)

    objects = RunQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["day"], condition=Q(kind=RunKind.NIGHT), name="one_night_per_date"),
            models.UniqueConstraint(fields=["day"], condition=Q(kind=RunKind.BY_HAND), name="one_hand_per_date"),
            models.UniqueConstraint(
                fields=["kind"],
                condition=Q(kind=RunKind.PREVIEW, status__in=["requested", "running"]),
                name="one_preview_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(status=RunStatus.RUNNING) | Q(lease_until__isnull=False), name="running_night_has_a_lease"
            ),
        ]
        indexes = [models.Index(fields=["status", "lease_until"], name="run_to_take_up")]

    def __str__(self) -> str:
        return f"{self.kind} {self.day}"

    @property
    def percent(self) -> int:
        if self.status == RunStatus.DONE:
            return 100
        return 100 * self.cursor // self.youths_total if self.youths_total else 0


class YouthNightQuerySet(models.QuerySet["YouthNight"]):
    def latest_first(self) -> "YouthNightQuerySet":
        return self.order_by("-run__day")


class YouthNight(models.Model):
    """What a night came to for one youth: how many proposals, and what stood in the way of the rest.

    `refused` counts posts by rule; `set_aside` says why the night did not look at the youth at all. `openings` are
    the changes that would have opened most, for who got nothing, in the form of `matching.engine.opening`; `next_best`
    the jobs that came next, for the mentor, in the form of `matching.engine.next_best`.
    """

    run = models.ForeignKey(Run, models.CASCADE, related_name="youth_nights")
    youth = models.ForeignKey(Youth, models.CASCADE, related_name="+")
    proposed = models.PositiveSmallIntegerField(default=0)
    refused = models.JSONField(default=dict)
    set_aside = models.CharField(max_length=40, blank=True)
    openings = models.JSONField(default=list)
    next_best = models.JSONField(default=list)

    objects = YouthNightQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["run", "youth"], name="youth_once_in_a_night")]

    def __str__(self) -> str:
        return f"youth {self.youth_id} in run {self.run_id}"

    @property
    def found_no_room(self) -> bool:
        """There were jobs that suited, and none was left for this youth, who might have had one."""
        return not self.proposed and any("youth" not in each["full"] for each in self.next_best)
