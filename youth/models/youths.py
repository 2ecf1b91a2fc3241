from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jobplaneten.accounts.models import Area
from jobplaneten.ladder import StepNumber
from jobplaneten.law.calendar import age_on, schooling_ends_on
from jobplaneten.schools.models import School
from jobplaneten.trades import DreamField
from youth.models.standing_in import looked_after_by


class YouthStatus(models.TextChoices):
    WAITING = "waiting", _("Venter på at blive lukket ind")
    ACTIVE = "active", _("Med")
    PAUSED = "paused", _("Holder pause")
    CLOSED = "closed", _("Ikke med længere")
    LEAVING = "leaving", _("Skal slettes")
    FORGOTTEN = "forgotten", _("Slettet")


class WhyLeaving(models.TextChoices):
    ASKED = "asked", _("Har selv bedt om det")
    GROWN_UP = "grown_up", _("Er fyldt 19 år")
    NEVER_LET_IN = "never_let_in", _("Er ikke blevet lukket ind")
    TURNED_AWAY = "turned_away", _("Kunne ikke være med")
    UNUSED = "unused", _("Har ikke været her længe")


class SchoolYear(models.TextChoices):
    GRADE_5 = "5", _("5. klasse")
    GRADE_6 = "6", _("6. klasse")
    GRADE_7 = "7", _("7. klasse")
    GRADE_8 = "8", _("8. klasse")
    GRADE_9 = "9", _("9. klasse")
    GRADE_10 = "10", _("10. klasse")
    YOUTH_EDUCATION = "youth_education", _("Ungdomsuddannelse eller FGU")
    NO_SCHOOL = "none", _("Færdig med 9. klasse og går ikke i skole nu")


class OwnWord(models.TextChoices):
    """From 15 a yes to the digital part is the youth's own. Joining at 15 or later is one."""

    YES = "yes", _("Siger ja")
    NO = "no", _("Siger nej")


class Protected(models.TextChoices):
    """Whether name and address are protected. What nobody has answered counts as yes: see `youth.disclosure`."""

    UNKNOWN = "unknown", _("Ved ikke endnu")
    YES = "yes", _("Ja")
    NO = "no", _("Nej")


class ProfilePage(models.TextChoices):
    """The short pages of the profile, in the order in which a youth is led through them."""

    ABOUT = "about", _("Om mig")
    SCHOOL = "school", _("Min skole")
    SKILLS = "skills", _("Det kan jeg")
    LIKES = "likes", _("Det vil jeg gerne")
    DREAM = "dream", _("Min drøm")
    WHEN = "when", _("Når jeg kan")
    TRAVEL = "travel", _("Min vej til job")


class YouthQuerySet(models.QuerySet["Youth"]):
    def visible_to(self, user: Any) -> "YouthQuerySet":
        """Youths see themselves, coordinators their areas, mentors the queue of theirs, their own, and for whom they
        stand in.

        A youth in the queue who is known to be protected is the coordinators' alone.
        """
        if user.is_youth:
            return self.filter(user=user)
        if user.is_mentor:
            queue = Q(status=YouthStatus.WAITING, area__in=user.areas.all()) & ~Q(protected=Protected.YES)
            return self.filter(looked_after_by(user) | queue)
        if user.is_coordinator:
            return self.in_areas_of(user).exclude(status=YouthStatus.FORGOTTEN)
        return self.none()

    def in_areas_of(self, user: Any) -> "YouthQuerySet":
        """Everyone whom a member of staff may have seen in the queue. Only for telling who came too late."""
        if not user.is_staff:
            return self.none()
        found = self.filter(area__in=user.areas.all())
        return found if user.is_coordinator else found.filter(~Q(protected=Protected.YES) | Q(mentor=user))

    def waiting(self) -> "YouthQuerySet":
        return self.filter(status=YouthStatus.WAITING)

    def leaving(self) -> "YouthQuerySet":
        return self.filter(status=YouthStatus.LEAVING)

    def active(self) -> "YouthQuerySet":
        return self.filter(status=YouthStatus.ACTIVE)

    def let_in(self) -> "YouthQuerySet":
        """Those who are or have been inside: everyone but the queue and those turned away from it."""
        return self.exclude(status__in=[YouthStatus.WAITING, YouthStatus.FORGOTTEN]).exclude(mentor=None)

    def in_the_night(self) -> "YouthQuerySet":
        """Those whom a match night looks at."""
        return self.active().exclude(profile_done_at=None)

    def by_step(self) -> "YouthQuerySet":
        return self.order_by("step", "first_name", "last_name", "pk")

    def by_name(self) -> "YouthQuerySet":
        return self.order_by("first_name", "last_name", "pk")


class Youth(models.Model):
    """A young person: who they are, what they wish, and how far up the ladder they have come.

    `version` counts the profile, which may be open in two places. Moves on the ladder and in and out
    of the programme leave it alone: they are guarded by the state that they start from.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    area = models.ForeignKey(Area, models.PROTECT, verbose_name=_("område"), related_name="+")
    mentor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("mentor"), null=True, blank=True, related_name="+"
    )
    status = models.CharField(max_length=10, choices=YouthStatus.choices, default=YouthStatus.WAITING)
    closed_reason = models.CharField(_("hvorfor ikke"), max_length=300, blank=True)
    leaving_on = models.DateField(_("bliver slettet"), null=True)
    leaving_why = models.CharField(_("hvorfor"), max_length=20, choices=WhyLeaving.choices, blank=True)
    status_before = models.CharField(max_length=10, choices=YouthStatus.choices, blank=True)

    protected = models.CharField(
        _("beskyttet navn eller adresse"), max_length=7, choices=Protected.choices, default=Protected.UNKNOWN
    )
    clearing_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    clearing_at = models.DateTimeField(null=True)

    first_name = models.CharField(_("fornavn"), max_length=40)
    last_name = models.CharField(_("efternavn"), max_length=60, blank=True)
    shown_name = models.CharField(_("navn, der må vises"), max_length=40, blank=True)
    born_on = models.DateField(_("fødselsdag"))
    school_year = models.CharField(_("klasse"), max_length=20, choices=SchoolYear.choices, blank=True)
    school_year_told_on = models.DateField(null=True)
    school = models.ForeignKey(
        School, models.SET_NULL, verbose_name=_("skole"), null=True, blank=True, related_name="+"
    )

    likes = models.JSONField(_("vil gerne"), default=list)
    rather_nots = models.JSONField(_("helst ikke"), default=list)
    dream = models.CharField(_("drøm"), max_length=300, blank=True)
    dream_field = models.CharField(_("retning"), max_length=20, choices=DreamField.choices, blank=True)
    travel_modes = models.JSONField(_("hvordan du kommer frem"), default=list)
    travel_minutes = models.PositiveSmallIntegerField(_("hvor langt"), null=True)
    line = models.CharField(_("en linje om dig"), max_length=140, blank=True)

    own_word = models.CharField(_("eget svar"), max_length=5, choices=OwnWord.choices, blank=True)
    own_word_on = models.DateField(_("svarede"), null=True)

    wants_another_job = models.BooleanField(_("vil gerne have et job mere"), default=False)
    step = models.PositiveSmallIntegerField(_("trin"), choices=StepNumber.choices, default=StepNumber.ONE)
    may_try_next_step = models.BooleanField(_("må prøve næste trin"), default=False)
    pages_done = models.JSONField(_("sider, der er gemt"), default=list)
    profile_done_at = models.DateTimeField(null=True)
    asked_at = models.DateTimeField()
    waiting_since = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    objects = YouthQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(status__in=[YouthStatus.ACTIVE, YouthStatus.PAUSED]) | Q(mentor__isnull=False),
                name="youth_inside_has_a_mentor",
                violation_error_message=_("En ung, der er med, skal have en mentor."),
            ),
            models.CheckConstraint(condition=Q(step__range=(1, 4)), name="youth_step_is_on_the_ladder"),
            models.CheckConstraint(
                condition=~Q(status=YouthStatus.LEAVING) | Q(leaving_on__isnull=False) & ~Q(leaving_why=""),
                name="leaving_youth_knows_when_and_why",
            ),
            models.CheckConstraint(
                condition=Q(clearing_by=None, clearing_at=None)
                | Q(clearing_by__isnull=False, clearing_at__isnull=False) & ~Q(protected=Protected.NO),
                name="youth_protection_is_lifted_by_two",
            ),
        ]
        indexes = [models.Index(fields=["status", "area"], name="youth_status_area")]

    def __str__(self) -> str:
        return f"youth {self.pk}"

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def is_in_a_job(self) -> bool:
        """Who has a job stands in no line, except after asking for another."""
        return bool(self.profile_done_at) and (self.waiting_since is None or self.wants_another_job)

    @property
    def first_missing_page(self) -> ProfilePage | None:
        return next((page for page in ProfilePage if page not in self.pages_done), None)

    @property
    def name_to_show(self) -> str:
        """The only name that may leave the house: the one that the youth chose, without the surname in it."""
        surname = self.last_name.casefold().split()
        words = (self.shown_name or self.first_name).split()
        return " ".join(word for word in words if word.casefold() not in surname) or self.first_name

    def age_on(self, day: date) -> int:
        return age_on(self.born_on, day)

    @property
    def schooling_ends_on(self) -> date | None:
        """Last day of compulsory schooling; unknown school year reads as still in school, the strict way."""
        if self.school_year.isdigit():
            told_on = self.school_year_told_on or self.asked_at.date()
            return schooling_ends_on(self.born_on, int(self.school_year), told_on)
        if self.school_year:
            return None
        return date(self.born_on.year + 17, 7, 31)
