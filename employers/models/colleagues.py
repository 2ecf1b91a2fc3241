"""The people of a workplace: who runs it, who helps, who is asleep, and who has left."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models.functions import Coalesce, Greatest
from django.utils.translation import gettext_lazy as _

INVITATION_VALID_FOR = timedelta(days=14)
MOST_TRIES = 5
IDLE_FOR = timedelta(days=90)


class Standing(models.TextChoices):
    ADMINISTRATOR = "administrator", _("Administrator")
    COLLEAGUE = "colleague", _("Kollega")
    ASLEEP = "asleep", _("Sover")
    OUT = "out", _("Ikke med længere")


INSIDE = (Standing.ADMINISTRATOR, Standing.COLLEAGUE)
"""For the others nothing of the workplace is there."""


class EmployerContactQuerySet(models.QuerySet["EmployerContact"]):
    def visible_to(self, user: Any) -> "EmployerContactQuerySet":
        """Those of one's own workplace; coordinators see everybody's."""
        if user.is_coordinator:
            return self.all()
        if user.is_employer:
            own = EmployerContact.objects.inside().filter(user=user)
            return self.filter(employer__in=own.values("employer"))
        return self.none()

    def inside(self) -> "EmployerContactQuerySet":
        return self.filter(standing__in=INSIDE)

    def administrators(self) -> "EmployerContactQuerySet":
        return self.filter(standing=Standing.ADMINISTRATOR)

    def idle(self, now: datetime) -> "EmployerContactQuerySet":
        """Nobody has signed in for so long that somebody should say again that they belong here."""
        either = Coalesce("user__last_login", "since"), Coalesce("since", "user__last_login")
        return self.inside().annotate(last=Greatest(*either)).filter(last__lt=now - IDLE_FOR)

    def by_standing(self) -> "EmployerContactQuerySet":
        order = [models.When(standing=standing, then=place) for place, standing in enumerate(Standing.values)]
        return self.order_by(models.Case(*order, output_field=models.IntegerField()), "user__name", "pk")


class EmployerContact(models.Model):
    """A person who acts for the employer. `since` is when they came to stand as they do."""

    employer = models.ForeignKey("employers.Employer", models.CASCADE, related_name="contacts")
    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    standing = models.CharField(
        _("hvad er de her"), max_length=13, choices=Standing.choices, default=Standing.COLLEAGUE
    )
    since = models.DateTimeField(_("siden"), null=True)

    objects = EmployerContactQuerySet.as_manager()

    def __str__(self) -> str:
        return f"contact {self.pk}"

    @property
    def is_administrator(self) -> bool:
        return self.standing == Standing.ADMINISTRATOR


class ColleagueInvitationQuerySet(models.QuerySet["ColleagueInvitation"]):
    def open(self, now: datetime) -> "ColleagueInvitationQuerySet":
        """Not used, not taken back, not too old, not guessed at too often, and whoever made it still runs the place."""
        fresh = self.filter(used_at=None, taken_back_at=None, expires_at__gt=now, tries__lt=MOST_TRIES)
        return fresh.filter(by__standing=Standing.ADMINISTRATOR, by__user__is_active=True)

    def visible_to(self, user: Any) -> "ColleagueInvitationQuerySet":
        if not user.is_employer:
            return self.none()
        running = EmployerContact.objects.administrators().filter(user=user)
        return self.filter(employer__in=running.values("employer"))

    def newest_first(self) -> "ColleagueInvitationQuerySet":
        return self.order_by("-made_at", "-pk")


class ColleagueInvitation(models.Model):
    """An administrator asks a colleague in: a link that gives nothing away, and a code of which a digest is kept."""

    employer = models.ForeignKey("employers.Employer", models.CASCADE, related_name="+")
    by = models.ForeignKey(EmployerContact, models.CASCADE, related_name="+")
    email = models.EmailField(_("e-mail"), blank=True)
    token = models.CharField(max_length=16, unique=True)
    code_digest = models.CharField(max_length=200)
    tries = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    taken_back_at = models.DateTimeField(null=True)

    objects = ColleagueInvitationQuerySet.as_manager()

    def __str__(self) -> str:
        return f"colleague invitation {self.pk}"
