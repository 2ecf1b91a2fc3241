"""The demo town: who is there, what the time is in the story, and the dice that are always the same."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random

from django.utils import timezone

from employers.models import Agreement, EmployerContact, Post
from jobplaneten.accounts import totp
from jobplaneten.accounts.actions import change_capacity
from jobplaneten.accounts.models import Area, Authenticator, Role, User
from jobplaneten.demo.people import COORDINATOR, MENTORS, PASSWORD, Adult
from jobplaneten.schools.models import School
from youth.models import Youth


@dataclass
class Town:
    now: datetime
    dice: Random
    coordinator: User
    mentors: list[User] = field(default_factory=list)
    youths: list[Youth] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    shop_agreement: Agreement | None = None
    schools: list[School] = field(default_factory=list)

    @property
    def today(self) -> date:
        return timezone.localdate(self.now)

    def at(self, days_ago: int, clock: str = "10:00") -> datetime:
        """A moment of the season, so many days before the town is opened."""
        day = self.today - timedelta(days=days_ago)
        return datetime.combine(day, time.fromisoformat(clock), tzinfo=timezone.get_current_timezone())

    def contact_of(self, post: Post) -> User:
        return EmployerContact.objects.select_related("user").filter(employer=post.employer).earliest("pk").user


def found(now: datetime) -> Town:
    """The people of the programme, in the areas that the first migration wrote."""
    town = Town(now=now, dice=Random(4600), coordinator=adult(COORDINATOR, Role.COORDINATOR))  # noqa: S311
    town.mentors = [adult(mentor, Role.MENTOR) for mentor in MENTORS]
    # Bo has two areas, and in the first weeks everybody is new.
    change_capacity(town.mentors[0], 140, by=town.coordinator, now=now)
    return town


def adult(person: Adult, role: Role) -> User:
    user = User.objects.create_user(
        person.login, PASSWORD, name=person.name, email=person.login, role=role, is_demo=True
    )
    user.areas.set(Area.objects.filter(name__in=person.areas))
    Authenticator.objects.create(user=user, secret=totp.new_secret(), made_at=user.joined_at)
    return user
