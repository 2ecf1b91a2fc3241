from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from employers.models import Post
from jobplaneten.talking.masking import masked
from youth.models import Youth


class Side(models.TextChoices):
    YOUTH = "youth", _("Den unge")
    EMPLOYER = "employer", _("Arbejdspladsen")
    STAFF = "staff", _("Mentor")


class RemarkStatus(models.TextChoices):
    HELD = "held", _("Venter på mentor")
    SHOWN = "shown", _("Sendt")
    STOPPED = "stopped", _("Stoppet af mentor")


class RemarkQuerySet(models.QuerySet["Remark"]):
    def visible_to(self, user: Any) -> "RemarkQuerySet":
        """Staff read all about their youths. Those who talk read what was shown, and what they wrote themselves.

        Whether they may still be in the room is asked of the card or the job that opens it.
        """
        if user.is_staff:
            return self.filter(youth__in=Youth.objects.visible_to(user))
        if user.is_youth:
            return self.filter(Q(status=RemarkStatus.SHOWN) | Q(by=user), youth__user=user)
        if user.is_employer:
            own = Q(status=RemarkStatus.SHOWN) | Q(side=Side.EMPLOYER)
            return self.filter(own, post__in=Post.objects.visible_to(user))
        return self.none()

    def between(self, youth: int, post: int) -> "RemarkQuerySet":
        return self.filter(youth=youth, post=post)

    def held(self) -> "RemarkQuerySet":
        return self.filter(status=RemarkStatus.HELD)

    def oldest_first(self) -> "RemarkQuerySet":
        return self.order_by("at", "pk")


class Remark(models.Model):
    """Something said between a youth and a workplace about one job. The mentor is always in the room."""

    youth = models.ForeignKey(Youth, models.CASCADE, related_name="+")
    post = models.ForeignKey(Post, models.PROTECT, verbose_name=_("job"), related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("skrevet af"), related_name="+")
    side = models.CharField(_("fra"), max_length=10, choices=Side.choices)
    body = models.CharField(_("besked"), max_length=600)
    status = models.CharField(max_length=10, choices=RemarkStatus.choices)
    is_as_written = models.BooleanField(_("vist, som den er skrevet"), default=False)
    at = models.DateTimeField(_("hvornår"))
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)

    objects = RemarkQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["youth", "post", "at"], name="remark_between")]

    def __str__(self) -> str:
        return f"remark {self.pk}"

    @property
    def covered(self) -> str:
        return self.body if self.side == Side.STAFF or self.is_as_written else masked(self.body)

    def words_for(self, user: Any) -> str:
        """Staff and whoever wrote it read what was written; the others what leads nowhere."""
        return self.body if user.is_staff or user.pk == self.by_id else self.covered


class RemarkReportQuerySet(models.QuerySet["RemarkReport"]):
    def visible_to(self, user: Any) -> "RemarkReportQuerySet":
        """The coordinators who may see the youth."""
        seen = Youth.objects.visible_to(user)
        return self.filter(remark__youth__in=seen) if user.is_coordinator else self.none()

    def open(self) -> "RemarkReportQuerySet":
        return self.filter(handled_at=None)


class RemarkReport(models.Model):
    """Somebody says that a message feels wrong. `evidence` is what it said, whatever becomes of it."""

    remark = models.ForeignKey(Remark, models.CASCADE, related_name="reports")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("hvornår"))
    evidence = models.CharField(_("det, der stod"), max_length=600)
    handled_at = models.DateTimeField(null=True)
    handled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    done = models.CharField(_("hvad er der gjort"), max_length=500, blank=True)

    objects = RemarkReportQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["remark", "by"], condition=Q(handled_at=None), name="remark_is_reported_once_by_each"
            ),
        ]

    def __str__(self) -> str:
        return f"remark report {self.pk}"
