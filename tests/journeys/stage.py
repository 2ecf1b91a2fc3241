"""Four people through a season: each has a page of their own, and the house lives from day to day between them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page, expect

from employers.models import Post
from jobplaneten.accounts.models import Role, User
from jobplaneten.families.models import Guardian, Guardianship
from jobplaneten.placements.models import Placement
from jobplaneten.shifts.models import RosterShift
from tests.factories import (
    COPENHAGEN,
    NOW,
    AreaFactory,
    EmployerContactFactory,
    FreeTimeFactory,
    PostFactory,
    UserFactory,
    YouthFactory,
)
from tests.journeys.conftest import DESK, PHONE, OpenPage, barriers
from tests.journeys.thumbs import press, write
from worker.tasks import ask_how_it_goes, close_jobs, expire_stale, mind_families, mind_searches, mind_shifts
from youth.models import Youth

SIZES: dict[str, dict[str, Any]] = {
    "phone": {"size": PHONE, "is_mobile": True, "has_touch": True},
    "desk": {"size": DESK},
}
BELLS: tuple[Callable[[], None], ...] = (
    mind_shifts,
    close_jobs,
    ask_how_it_goes,
    expire_stale,
    mind_families,
    mind_searches,
)
AFTERNOON = 16
TOO_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@dataclass
class Person:
    page: Page
    user: User

    def opens(self, path: str) -> None:
        answer = self.page.goto(path)
        assert answer is not None
        assert answer.status == 200, path
        self.looks()

    def presses(self, words: str, *, then: str) -> None:
        """A button or link of the page, and what is to be read when it has been pressed."""
        press(self.page.locator("main"), words)
        self.reads(then)
        self.looks()

    def presses_about(self, words: str, what: str, *, then: str) -> None:
        """One of several buttons with the same words; what each is about is said to those who do not see."""
        buttons = self.page.locator("main").get_by_role("button", name=what)
        buttons.filter(has_text=words).click()
        self.reads(then)
        self.looks()

    def taps(self, words: str, *, then: str) -> None:
        """A button that the script hears: the page comes again by itself, without it."""
        press(self.page.locator("main"), words)
        expect(self.page.get_by_role("button", name=words, exact=True)).to_have_count(0)
        self.reads(then)
        self.looks()

    def reads(self, *sentences: str) -> None:
        for sentence in sentences:
            found = self.page.locator("main").get_by_text(sentence).filter(visible=True)
            expect(found.first).to_be_visible()

    def does_not_read(self, words: str) -> None:
        expect(self.page.locator("main").get_by_text(words).filter(visible=True)).to_have_count(0)

    def writes(self, **typed: str) -> None:
        write(self.page.locator("main"), **typed)

    def picks(self, *answers: str) -> None:
        """Chips, by the words on them."""
        for answer in answers:
            self.page.locator("main").get_by_text(answer, exact=True).first.click()

    def answers(self, said: dict[str, str]) -> None:
        """A chip for each question."""
        for asked, answer in said.items():
            group = self.page.get_by_role("group", name=asked, exact=True)
            group.get_by_text(answer, exact=True).click()

    def looks(self) -> None:
        """Whoever they are, they can read the page, and it stays within the window."""
        assert barriers(self.page) == [], self.page.url
        assert self.page.evaluate(TOO_WIDE) <= 0, f"{self.page.url} scrolls sideways"


@dataclass
class Stage:
    youth: Youth
    post: Post
    guardianship: Guardianship
    amina: Person
    bo: Person
    elin: Person
    mother: Person
    open_page: OpenPage
    options: dict[str, Any]
    house: str
    machine: Any
    today: date = field(default=NOW.date())

    @property
    def job(self) -> Placement:
        return Placement.objects.get(youth=self.youth)

    @property
    def child(self) -> str:
        return f"/mine-boern/{self.guardianship.pk}/"

    def path(self, rest: str = "") -> str:
        """A page of the job."""
        return f"/job/{self.job.pk}/{rest}"

    def shift_on(self, day: date) -> RosterShift:
        return RosterShift.objects.get(placement=self.job, day=day)

    def live_until(self, day: date, hour: int = 8, minute: int = 0) -> None:
        """Every afternoon on the way the clock's bells ring, and on the day itself once more."""
        while self.today < day:
            self.set_clock(self.today, AFTERNOON)
            ring_the_bells()
            self.today += timedelta(days=1)
        self.set_clock(day, hour, minute)
        ring_the_bells()
        self.come_in()

    def set_clock(self, day: date, hour: int, minute: int = 0) -> None:
        self.machine.move_to(datetime(day.year, day.month, day.day, hour, minute, tzinfo=COPENHAGEN))

    def come_in(self) -> None:
        """Everybody signs in anew, for a session is not longer than a day or two; the phone goes by the same clock."""
        for person in (self.amina, self.bo, self.elin, self.mother):
            client = Client()
            client.force_login(person.user)
            session = client.cookies["sessionid"].value
            person.page.context.add_cookies([{"name": "sessionid", "value": session, "url": self.house}])
            person.page.clock.set_fixed_time(timezone.now())

    def stranger(self) -> Person:
        return Person(self.open_page(**self.options), self.amina.user)


def ring_the_bells() -> None:
    for bell in BELLS:
        bell()


def set_stage(open_page: OpenPage, house: str, machine: Any, options: dict[str, Any]) -> Stage:
    """A youth whom a job is near, her mentor, a shopkeeper and a mother whom the mentor knows."""
    area = AreaFactory()
    bo = UserFactory(role=Role.MENTOR, name="Bo Winther", areas=[area])
    contact = EmployerContactFactory(user__name="Elin Holm", employer__name="Torvets Bøger")
    youth = YouthFactory(area=area, mentor=bo, guardian_says_yes=True)
    mother = UserFactory(role=Role.GUARDIAN, name="Hodan Warsame")
    Guardian.objects.create(user=mother, language="da")
    for weekday in (1, 3):
        FreeTimeFactory(youth=youth, weekday=weekday)
    stage = Stage(
        youth=youth,
        post=PostFactory(employer=contact.employer, title="Hjælp i boghandlen"),
        guardianship=Guardianship.objects.create(
            youth=youth, guardian=mother, relation="mother", began_at=NOW, known_by=bo
        ),
        amina=Person(open_page(**options), youth.user),
        bo=Person(open_page(**options), bo),
        elin=Person(open_page(**options), contact.user),
        mother=Person(open_page(**options), mother),
        open_page=open_page,
        options=options,
        house=house,
        machine=machine,
    )
    stage.come_in()
    return stage
