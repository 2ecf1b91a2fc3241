from datetime import date
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employers.models import INSIDE, Post, vetted_today
from youth.models import Youth, looked_after_by

if TYPE_CHECKING:
    from jobplaneten.placements.models.pauses import Pause


class PlacementStatus(models.TextChoices):
    PAPERS = "papers", _("Papirerne er i gang")
    STARTED = "started", _("I job")
    ENDED = "ended", _("Slut")
    CANCELLED = "cancelled", _("Blev ikke til noget")


class EndKind(models.TextChoices):
    """Why a job ends, in words that put no blame. Who may give which, and which the other side reads: `endings`."""

    PERIOD = "period", _("Perioden er slut")
    SCHOOL = "school", _("Skolen fylder mere")
    TIME = "time", _("Der er ikke tid nok")
    ELSEWHERE = "elsewhere", _("Noget andet job eller en anden plan")
    MOVING = "moving", _("Flytning")
    FIT = "fit", _("Det passede ikke sammen")
    UNWELL = "unwell", _("Det var ikke rart at være der")
    WORRIED = "worried", _("Bekymring derhjemme")
    LESS_WORK = "less_work", _("Der er ikke arbejde nok")
    ATTENDANCE = "attendance", _("Det var svært at nå frem til tiden")
    OTHER = "other", _("Noget andet")


class PlacementQuerySet(models.QuerySet["Placement"]):
    def visible_to(self, user: Any) -> "PlacementQuerySet":
        if user.is_youth:
            return self.filter(youth__user=user)
        if user.is_mentor:
            return self.filter(looked_after_by(user, "youth__"))
        if user.is_coordinator:
            return self.filter(youth__area__in=user.areas.all())
        if user.is_employer:
            return self.filter(
                vetted_today("post__employer__"),
                post__employer__contacts__user=user,
                post__employer__contacts__standing__in=INSIDE,
            )
        return self.none()

    def running(self) -> "PlacementQuerySet":
        return self.filter(status__in=[PlacementStatus.PAPERS, PlacementStatus.STARTED])

    def going_on(self) -> "PlacementQuerySet":
        """Running, and nobody has said that it ends."""
        return self.running().filter(last_day_on=None)

    def that_end(self, first: date, last: date) -> "PlacementQuerySet":
        """On one of these days: the last day that somebody has said, or else what is agreed or advertised."""
        found = self.annotate(its_end=Coalesce("last_day_on", "until_on", "post__ends_on"))
        return found.filter(its_end__range=(first, last))

    def newest_first(self) -> "PlacementQuerySet":
        return self.order_by("-agreed_at", "-pk")

    def running_first(self) -> "PlacementQuerySet":
        is_over = Q(status__in=[PlacementStatus.ENDED, PlacementStatus.CANCELLED])
        over = models.Case(models.When(is_over, then=1), default=0, output_field=models.IntegerField())
        return self.order_by(over, "-agreed_at", "-pk")


class Placement(models.Model):
    """A youth in a job: from two times yes, over papers and a first day, to a last day.

    A job that somebody has ended runs until its last day; `ended_at` is when it was said. `until_on` is what agreed
    terms say. `seat_back_at` is when its
    seat was free again: not before somebody of the workplace or the programme wants somebody new.
    """

    youth = models.ForeignKey(Youth, models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, models.PROTECT, related_name="+")
    status = models.CharField(max_length=10, choices=PlacementStatus.choices, default=PlacementStatus.PAPERS)
    agreed_at = models.DateTimeField()
    first_name = models.CharField(_("fornavn"), max_length=40)
    first_day_on = models.DateField(_("første dag"), null=True, blank=True)
    started_at = models.DateTimeField(null=True)
    last_day_on = models.DateField(_("sidste dag"), null=True, blank=True)
    until_on = models.DateField(_("aftalt til og med"), null=True, blank=True)
    reminded_at = models.DateTimeField(null=True)
    end_told_at = models.DateTimeField(_("alle har hørt, at aftalen snart slutter"), null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    end_kind = models.CharField(_("grund"), max_length=12, choices=EndKind.choices, blank=True)
    end_reason = models.CharField(_("hvorfor sluttede det"), max_length=300, blank=True)
    seat_back_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    objects = PlacementQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["youth", "post"],
                condition=Q(status__in=[PlacementStatus.PAPERS, PlacementStatus.STARTED]),
                name="youth_has_a_job_once",
            ),
            models.CheckConstraint(
                condition=~Q(status=PlacementStatus.STARTED) | Q(first_day_on__isnull=False, started_at__isnull=False),
                name="started_placement_has_a_first_day",
            ),
            models.CheckConstraint(
                condition=~Q(status=PlacementStatus.ENDED) | Q(last_day_on__isnull=False),
                name="ended_placement_has_a_last_day",
            ),
        ]
        indexes = [models.Index(fields=["status", "agreed_at"], name="placement_status")]

    def __str__(self) -> str:
        return f"placement {self.pk}"

    def has_begun(self, today: date) -> bool:
        return self.status == PlacementStatus.STARTED and self.first_day_on is not None and self.first_day_on <= today

    @property
    def is_ending(self) -> bool:
        """Somebody has said when the last day is, and it has not gone by."""
        return self.status == PlacementStatus.STARTED and self.last_day_on is not None

    @property
    def lasts_until(self) -> date | None:
        """By the terms that all have agreed to; before that by the advert."""
        return self.until_on or self.post.ends_on

    def works_on(self, day: date) -> bool:
        """May there be a shift that day? Between the first and the last day, and in no pause."""
        return self.has_begun(day) and self.holds(day)

    def holds(self, day: date) -> bool:
        """As `works_on`, also of a job that has ended since."""
        last = min(filter(None, [self.last_day_on, self.lasts_until]), default=day)
        is_inside = self.first_day_on is not None and self.first_day_on <= day <= last
        return is_inside and not self.pause_on(day)

    def pause_on(self, day: date) -> "Pause | None":
        """What stops the shifts on that day; a pause until something is settled counts before one with an end."""
        found = sorted(self.pauses.all(), key=lambda pause: (not pause.is_open_ended, pause.pk))
        return next((pause for pause in found if pause.covers(day)), None)

    def was_reminded(self, today: date) -> bool:
        return self.reminded_at is not None and timezone.localdate(self.reminded_at) >= today
