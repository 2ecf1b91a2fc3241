"""The people of a season and what they do often: find each other, get the papers in place, go to work."""

from collections.abc import Generator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import QuerySet
from django.test import Client
from django.utils import timezone

from employers.models import Employer, EmployerContact, Post
from jobplaneten.accounts.models import Area, Role, User
from jobplaneten.families.models import Guardian, Guardianship
from jobplaneten.messaging.models import Message
from jobplaneten.placements import actions as jobs
from jobplaneten.placements.gates import owed, points_of
from jobplaneten.placements.models import Paper, Placement
from jobplaneten.shifts.actions import plan_job
from jobplaneten.shifts.models import RosterShift
from matching import actions
from matching.models import CandidateCard, Match
from tests.factories import (
    COPENHAGEN,
    AreaFactory,
    EmployerContactFactory,
    FreeTimeFactory,
    PostFactory,
    UserFactory,
    YouthFactory,
)
from tests.season.watching import Watch
from youth.models import How, Youth

Story = Generator[datetime, None, None]
"""It tells what people do, and gives the moment at which it goes on."""
HOURS = {"starts": 15 * 60 + 30, "ends": 17 * 60 + 30}


def now() -> datetime:
    return timezone.now()


def today() -> date:
    return timezone.localdate()


def in_days(days: int, at: str = "16:00") -> datetime:
    return on(today() + timedelta(days=days), at)


def on(day: date, at: str = "16:00") -> datetime:
    return datetime.combine(day, time.fromisoformat(at), COPENHAGEN)


@dataclass
class Town:
    watch: Watch
    area: Area = field(default_factory=lambda: AreaFactory(name="Årstidsparken"))
    client: Client = field(default_factory=Client)

    def __post_init__(self) -> None:
        self.bo, self.birgit = (self.staff(Role.MENTOR, name) for name in ("Bo", "Birgit"))
        self.dorte, self.dagny = (self.staff(Role.COORDINATOR, name) for name in ("Dorte", "Dagny"))

    def saw(self, rule: str) -> None:
        self.watch.saw(f"rule: {rule}")

    # ── who is there ────────────────────────────────────────────────────────
    def staff(self, role: Role, name: str, **fields: Any) -> User:
        person: User = UserFactory(role=role, name=name, areas=[self.area], capacity=500, **fields)
        return person

    def youth(self, name: str, *, days: tuple[int, ...] = (1,), **fields: Any) -> Youth:
        """14 years, with a mother who has said yes, free on those weekdays in the afternoon."""
        said = {"informed__said_on": today(), "yes__said_on": today()} if fields.get("guardian_says_yes", True) else {}
        known = {"guardian_says_yes": True, "mentor": self.bo, "asked_at": now(), "waiting_since": now()}
        known |= {"profile_done_at": now(), "school_year_told_on": today(), "shown_name": name, "user__name": name}
        youth: Youth = YouthFactory(area=self.area, first_name=name, **known | said | fields)
        for weekday in days:
            FreeTimeFactory(youth=youth, weekday=weekday)
        return youth

    def boss(self, name: str, **fields: Any) -> EmployerContact:
        """The administrator of a workplace that is vetted."""
        checked = {"asked_at": now(), "vetted_at": now(), "vetted_until": today() + timedelta(days=365)}
        known: dict[str, Any] = {f"employer__{key}": value for key, value in checked.items()}
        known |= {"employer__vetted_by": self.dorte, "employer__confirmed_by": self.dagny, "since": now()}
        contact: EmployerContact = EmployerContactFactory(employer__name=name, **known | fields)
        return contact

    def post(self, boss: EmployerContact, title: str, **fields: Any) -> Post:
        """Open since now: two hours on Tuesdays."""
        known = {"starts_on": today(), "ends_on": None, "changed_at": now(), "opened_at": now()}
        post: Post = PostFactory(employer=boss.employer, title=title, **known | fields)
        return post

    def mother(self, youth: Youth, **fields: Any) -> Guardianship:
        person = UserFactory(role=Role.GUARDIAN, name="Hodan", **fields)
        Guardian.objects.create(user=person, language="so")
        seen: dict[str, Any] = {"relation": "mother", "began_at": now(), "known_by": self.bo}
        return Guardianship.objects.create(youth=youth, guardian=person, **seen)

    # ── from a proposal to a job ────────────────────────────────────────────
    def proposed(self, youth: Youth, post: Post) -> Match:
        return actions.propose(youth, post, by=self.bo, now=now())

    def offered(self, youth: Youth, post: Post) -> Match:
        match = self.proposed(youth, post)
        actions.approve(match, line="Kommer altid til tiden.", by=self.bo, now=now())
        return fresh(match)

    def released(self, youth: Youth, post: Post) -> CandidateCard:
        return actions.accept(self.offered(youth, post), by=youth.user, now=now())

    def agreed(self, youth: Youth, post: Post) -> Placement:
        card = self.released(youth, post)
        return actions.take(card, by=boss_of(post), now=now())

    def ready(self, youth: Youth, post: Post) -> Placement:
        placement = self.agreed(youth, post)
        self.tick_papers(placement)
        return fresh(placement)

    def tick_papers(self, placement: Placement, *, but: tuple[str, ...] = ()) -> None:
        """The workplace goes through the risk; the mentor has seen the rest, on paper or with own eyes."""
        for paper in owed(placement.youth, today(), placement.post):
            by = boss_of(placement.post) if paper == Paper.RISK else self.bo
            said: dict[str, Any] = {"who": "mor", "how": How.PHONE, "why": "paper", "done_on": today()}
            for point in points_of(paper):
                if paper not in but:
                    jobs.tick(placement, paper, point=point, **said if by == self.bo else {}, by=by, now=now())

    def at_work(self, youth: Youth, post: Post, first_day_on: date | None = None) -> Placement:
        """From the next day of the job's week on, or the day that is given; the shifts are planned at once."""
        placement = self.ready(youth, post)
        weekday = post.shifts.values_list("weekday", flat=True).order_by("weekday")[0]
        soonest = today() + timedelta(days=(weekday - today().weekday()) % 7)
        jobs.start(placement, first_day_on=first_day_on or soonest, by=self.bo, now=now())
        plan_job(placement.pk, now=now())
        return fresh(placement)

    # ── what people see ─────────────────────────────────────────────────────
    def page(self, person: User, path: str) -> str:
        self.client.force_login(person)
        answer = self.client.get(path)
        assert answer.status_code == 200, (path, answer.status_code)
        return answer.text


def boss_of(post: Post) -> User:
    return EmployerContact.objects.filter(employer=post.employer_id).select_related("user").order_by("pk")[0].user


def fresh(row: Any) -> Any:
    """As it is in the database now, with nothing remembered."""
    return type(row).objects.get(pk=row.pk)


def mail_to(person: User, words: str = "") -> QuerySet[Message]:
    """What lies in somebody's box with these words in its headline."""
    return Message.objects.filter(to=person, subject__contains=words)


def shifts_of(placement: Placement) -> QuerySet[RosterShift]:
    return RosterShift.objects.filter(placement=placement).order_by("day", "starts")


def next_shift(placement: Placement) -> RosterShift:
    return shifts_of(placement).filter(status="planned", day__gte=today())[0]


def workplace_of(boss: EmployerContact) -> Employer:
    return Employer.objects.get(pk=boss.employer_id)
