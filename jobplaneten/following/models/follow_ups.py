from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from jobplaneten.following.models.points import FollowPoint
from jobplaneten.placements.models import Placement, PlacementStatus

LATE_AFTER = timedelta(days=5)


class Mood(models.TextChoices):
    GOOD = "good", _("Det går godt")
    BAD = "bad", _("Det går ikke så godt")


class StillWorking(models.TextChoices):
    SAME = "same", _("Ja, det samme sted")
    OTHER = "other", _("Ja, et andet sted")
    NONE = "none", _("Nej, ikke lige nu")


class Answer(models.TextChoices):
    YES = "yes", _("Ja")
    PARTLY = "partly", _("For det meste")
    NO = "no", _("Ikke endnu")


class FollowUpQuerySet(models.QuerySet["FollowUp"]):
    def visible_to(self, user: Any) -> "FollowUpQuerySet":
        """The row; which half of it is for whom, the faces in `views` say."""
        if not (user.is_youth or user.is_staff or user.is_employer):
            return self.none()
        rows = self.filter(placement__in=Placement.objects.visible_to(user))
        return rows.filter(asks_employer=True) if user.is_employer else rows

    def alive(self) -> "FollowUpQuerySet":
        """When a job is over only what asks about its end, or about later, still waits for an answer."""
        over = Q(placement__status=PlacementStatus.ENDED, point__after_end=True)
        return self.filter(Q(placement__status=PlacementStatus.STARTED) | over)

    def open(self) -> "FollowUpQuerySet":
        """Once a later point has come, nobody waits for the answers to an earlier one."""
        later = FollowUp.objects.filter(placement=OuterRef("placement"), due_on__gt=OuterRef("due_on"))
        return self.alive().filter(~Exists(later))

    def for_the_youth(self) -> "FollowUpQuerySet":
        return self.open().filter(asks_youth=True, youth_at=None)

    def for_the_employer(self) -> "FollowUpQuerySet":
        running = Q(placement__status=PlacementStatus.STARTED) | Q(point__days=None)
        return self.open().filter(running, asks_employer=True, employer_at=None)

    def for_the_mentor(self) -> "FollowUpQuerySet":
        return self.open().filter(asks_mentor=True, journal_at=None)

    def worried(self) -> "FollowUpQuerySet":
        """The youth is not well, and no mentor has written about it since."""
        return self.alive().filter(mood=Mood.BAD, journal_at=None)

    def late(self, today: date) -> "FollowUpQuerySet":
        """Somebody has not answered in time."""
        missing = Q(asks_youth=True, youth_at=None) | Q(asks_mentor=True, journal_at=None)
        running = Q(placement__status=PlacementStatus.STARTED) | Q(point__days=None)
        missing |= running & Q(asks_employer=True, employer_at=None)
        return self.open().filter(missing, due_on__lte=today - LATE_AFTER)

    def to_read(self) -> "FollowUpQuerySet":
        """The workplace has answered, and no mentor has let it through to the youth."""
        return self.filter(employer_at__isnull=False, shown_at=None)

    def newest_first(self) -> "FollowUpQuerySet":
        return self.order_by("-due_on", "-pk")

    def oldest_first(self) -> "FollowUpQuerySet":
        return self.order_by("due_on", "pk")


class FollowUp(models.Model):
    """How a job goes at one point: the youth's two smileys, the workplace's three taps, the mentor's journal.

    A workplace never reads the youth's half. The youth reads the workplace's half when a mentor has let it through.
    """

    placement = models.ForeignKey(Placement, models.CASCADE, verbose_name=_("job"), related_name="+")
    point = models.ForeignKey(FollowPoint, models.PROTECT, verbose_name=_("hvornår"), related_name="+")
    due_on = models.DateField(_("dag"))
    asked_at = models.DateTimeField(_("spurgt"))
    asks_youth = models.BooleanField(_("den unge er spurgt"))
    asks_employer = models.BooleanField(_("arbejdspladsen er spurgt"))
    asks_mentor = models.BooleanField(_("mentor er spurgt"))

    mood = models.CharField(_("hvordan går det"), max_length=4, choices=Mood.choices, blank=True)
    still_working = models.CharField(_("har du stadig job"), max_length=5, choices=StillWorking.choices, blank=True)
    wants_call = models.BooleanField(_("vil gerne ringes op"), default=False)
    youth_line = models.CharField(_("den unges egne ord"), max_length=500, blank=True)
    youth_at = models.DateTimeField(_("den unge svarede"), null=True)
    youth_reminded_at = models.DateTimeField(_("den unge blev mindet om det"), null=True)

    on_time = models.CharField(_("møder til tiden"), max_length=6, choices=Answer.choices, blank=True)
    listens = models.CharField(_("tager imod besked"), max_length=6, choices=Answer.choices, blank=True)
    thrives = models.CharField(_("trives"), max_length=6, choices=Answer.choices, blank=True)
    employer_line = models.CharField(_("arbejdspladsens ord"), max_length=500, blank=True)
    employer_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("svaret af"), null=True, related_name="+"
    )
    employer_at = models.DateTimeField(_("arbejdspladsen svarede"), null=True)
    employer_reminded_at = models.DateTimeField(_("arbejdspladsen blev mindet om det"), null=True)
    shown_at = models.DateTimeField(_("vist til den unge"), null=True)
    shown_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("vist af"), null=True, related_name="+"
    )

    journal_at = models.DateTimeField(_("mentor skrev"), null=True)
    mentor_reminded_at = models.DateTimeField(_("mentor blev mindet om det"), null=True)

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["placement", "point"], name="follow_up_once_a_point")]
        indexes = [models.Index(fields=["due_on"], name="follow_up_due")]

    def __str__(self) -> str:
        return f"follow-up {self.pk}"

    @property
    def is_answered(self) -> bool:
        return self.youth_at is not None

    @property
    def asks_for_work(self) -> bool:
        """Long after the end it is asked whether there is a job, not how the old one goes."""
        return self.placement.status == PlacementStatus.ENDED and not self.point.is_closing

    @property
    def worries(self) -> bool:
        return self.mood == Mood.BAD or self.wants_call
