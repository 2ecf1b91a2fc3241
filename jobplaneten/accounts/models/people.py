from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from jobplaneten.accounts.models.programme import Area


class Role(models.TextChoices):
    YOUTH = "youth", _("Ung")
    GUARDIAN = "guardian", _("Forælder")
    EMPLOYER = "employer", _("Arbejdsgiver")
    MENTOR = "mentor", _("Mentor")
    COORDINATOR = "coordinator", _("Koordinator")


class UserQuerySet(models.QuerySet["User"]):
    def active(self) -> "UserQuerySet":
        return self.filter(is_active=True)

    def mentors(self) -> "UserQuerySet":
        return self.filter(role=Role.MENTOR)

    def staff_of(self, area: Area) -> "UserQuerySet":
        """The mentors and coordinators who answer for the area."""
        return self.active().filter(role__in=[Role.MENTOR, Role.COORDINATOR], areas=area).distinct()

    def coordinators(self) -> "UserQuerySet":
        return self.active().filter(role=Role.COORDINATOR)

    def visible_to(self, user: "User") -> "UserQuerySet":
        """Coordinators see the mentors with whom they share an area."""
        if user.is_coordinator:
            return self.mentors().filter(areas__in=user.areas.all()).distinct()
        return self.none()

    def by_name(self) -> "UserQuerySet":
        return self.order_by("name", "pk")

    def made_up(self) -> "UserQuerySet":
        return self.filter(is_demo=True)


class Accounts(BaseUserManager.from_queryset(UserQuerySet)):  # type: ignore[misc]
    """Django's own hooks ask for a manager here; everything of ours is on the queryset."""

    def create_user(self, login: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(login=login, **fields)
        user.set_password(password)
        user.save()
        return user


class User(AbstractBaseUser):
    """A person who signs in, with a mobile number or an e-mail address as login."""

    login = models.CharField(_("mobil eller e-mail"), max_length=120, unique=True)
    name = models.CharField(_("navn"), max_length=80)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("mobil"), max_length=20, blank=True)
    role = models.CharField(_("rolle"), max_length=20, choices=Role.choices)
    areas = models.ManyToManyField(Area, verbose_name=_("områder"), blank=True, related_name="+")
    capacity = models.PositiveSmallIntegerField(
        _("plads til så mange point"), default=100, validators=[MaxValueValidator(400)]
    )
    is_active = models.BooleanField(_("må logge ind"), default=True)
    is_demo = models.BooleanField(_("opdigtet person"), default=False)
    is_superuser = models.BooleanField(_("drift"), default=False)
    has_temporary_password = models.BooleanField(_("har et midlertidigt kodeord"), default=False)
    rounds = models.PositiveIntegerField(_("hvor mange gange logget ud alle steder"), default=0)
    takes_codes = models.BooleanField(_("må logge ind med kode på sms"), default=True)
    terms_read = models.PositiveSmallIntegerField(_("har sagt ja til denne udgave af vilkårene"), default=0)
    joined_at = models.DateTimeField(_("oprettet"), auto_now_add=True)

    USERNAME_FIELD = "login"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name", "role"]

    objects = Accounts()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(role__in=Role.values), name="user_has_a_known_role"),
        ]

    def __str__(self) -> str:
        return f"user {self.pk}"

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """A session lasts until the password is another, or its person signs out everywhere."""
        known = f"{self.password}:{self.rounds}"
        return salted_hmac("jobplaneten.accounts.session", known, secret=secret, algorithm="sha256").hexdigest()

    @property
    def is_youth(self) -> bool:
        return self.role == Role.YOUTH

    @property
    def is_guardian(self) -> bool:
        return self.role == Role.GUARDIAN

    @property
    def is_employer(self) -> bool:
        return self.role == Role.EMPLOYER

    @property
    def is_mentor(self) -> bool:
        return self.role == Role.MENTOR

    @property
    def is_coordinator(self) -> bool:
        return self.role == Role.COORDINATOR

    @property
    def is_staff(self) -> bool:
        """People of the programme: mentors and coordinators."""
        return self.role in {Role.MENTOR, Role.COORDINATOR}
