"""A season on four screens: the youth's, the mentor's, the workplace's and the mother's, on phones and at desks.

Between the chapters weeks go by and the house's clock rings. Every page that is opened has room and no barrier.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer
from time_machine import TimeMachineFixture

from jobplaneten.accounts.models import User
from jobplaneten.following.models import FollowUp, NearMiss
from jobplaneten.keepsakes.models import Certificate, Recommendation
from jobplaneten.ladder import Axis
from jobplaneten.placements.models import Placement, PlacementStatus
from jobplaneten.shifts.models import HoursState, RosterShift
from matching.models import CandidateCard, Match
from tests.journeys.conftest import DESK, PHONE, OpenPage, barriers
from tests.journeys.test_every_page import TOO_WIDE
from tests.journeys.test_from_wish_to_first_day import go_through_the_risk, tick_all
from tests.journeys.thumbs import press, tap, write
from tests.season.town import Town, fresh, on
from tests.season.watching import Watch
from worker import tasks
from youth.models import Youth

pytestmark = pytest.mark.season
FIRST = date(2026, 8, 17)
TUESDAY = date(2026, 8, 25)


@dataclass
class Screen:
    """One person's, signed in."""

    page: Page
    person: User
    house: LiveServer

    def wake(self, moment: datetime) -> None:
        """The phone has the story's time; who was away for weeks signs in again."""
        self.page.clock.set_fixed_time(moment)
        client = Client()
        client.force_login(self.person)
        cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": self.house.url}
        self.page.context.add_cookies([cookie])  # type: ignore[list-item]

    def look(self, path: str) -> Page:
        answer = self.page.goto(path)
        assert answer is not None
        assert answer.status == 200, path
        self.is_fit()
        return self.page

    def is_fit(self) -> None:
        assert self.page.evaluate(TOO_WIDE) <= 0, self.page.url
        assert barriers(self.page) == [], self.page.url

    def send(self, words: str) -> None:
        press(self.page.locator("main"), words)
        self.page.wait_for_load_state()
        self.is_fit()


@dataclass
class Season:
    amina: Screen
    bo: Screen
    elin: Screen
    mother: Screen
    youth: Youth
    travel: TimeMachineFixture

    def wait_until(self, moment: datetime) -> None:
        self.travel.move_to(moment)
        for task in (tasks.mind_shifts, tasks.ask_how_it_goes, tasks.close_jobs, tasks.mind_families):
            task()
        for screen in (self.amina, self.bo, self.elin, self.mother):
            screen.wake(moment)

    @property
    def job(self) -> Placement:
        return Placement.objects.select_related("post", "youth").get()


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def season(
    request: pytest.FixtureRequest,
    transactional_db: None,
    open_page: OpenPage,
    live_server: LiveServer,
    time_machine: TimeMachineFixture,
) -> Season:
    time_machine.move_to(on(FIRST, "10:00"))
    town, size = Town(Watch()), request.param
    amina, elin = town.youth("Amina"), town.boss("Torvets Bøger", user__name="Elin")
    mother = town.mother(amina)
    town.post(elin, "Hjælp i boghandlen")

    def screen(person: User) -> Screen:
        return Screen(open_page(size, **touch(size)), person, live_server)

    of_youth, of_mentor, of_boss, of_mother = map(screen, (amina.user, town.bo, elin.user, mother.guardian))
    season = Season(of_youth, of_mentor, of_boss, of_mother, amina, time_machine)
    season.wait_until(on(FIRST, "16:00"))
    return season


def touch(size: ViewportSize) -> dict[str, Any]:
    return {"is_mobile": True, "has_touch": True} if size == PHONE else {}


CHAPTERS: list[Callable[[Season], None]] = []


def chapter(told: Callable[[Season], None]) -> Callable[[Season], None]:
    CHAPTERS.append(told)
    return told


def test_four_people_go_through_a_season(season: Season) -> None:
    for told in CHAPTERS:
        told(season)


@chapter
def a_job_nearby_becomes_a_wish_and_two_times_yes(season: Season) -> None:
    page = season.amina.look("/job-naer-dig/?alt=on")
    press(page, "Hjælp i boghandlen")
    season.amina.send("Jeg vil gerne")
    season.bo.look("/vil-gerne/")
    season.bo.send("Foreslå jobbet")
    match = Match.objects.get()
    page = season.bo.look(f"/morgen/{match.pk}/")
    write(page, line="Amina møder til tiden.")
    season.bo.send("Godkend og vis det til den unge")
    season.amina.look("/forslag/")
    season.amina.look(f"/forslag/{match.pk}/")
    season.amina.send("Ja tak, det vil jeg gerne")
    page = season.elin.look("/kandidater/")
    press(page, "Amina")
    season.elin.is_fit()
    season.elin.send("Ja, vi vil gerne have Amina")
    assert CandidateCard.objects.get().line == "Amina møder til tiden."


@chapter
def papers_of_all_four(season: Season) -> None:
    job = season.job
    season.elin.look(f"/job/{job.pk}/")
    go_through_the_risk(season.elin.page)
    tick_all(season.elin.page)
    page = season.mother.look(f"/barnets-job/{job.pk}/")
    for _paper in range(2):
        page.locator("button[name=paper]").first.click()
        page.wait_for_load_state()
        season.mother.is_fit()
    page = season.bo.look(f"/job/{job.pk}/")
    tick_all(page)
    write(page, first_day_on=TUESDAY.isoformat())
    season.bo.send("Sæt første dag")
    assert fresh(job).status == PlacementStatus.STARTED
    expect(season.amina.look("/").get_by_text("Første dag:").first).to_be_visible()


@chapter
def the_first_day_with_one_thumb(season: Season) -> None:
    season.wait_until(on(TUESDAY, "15:10"))
    shift = RosterShift.objects.get(day=TUESDAY)
    season.amina.look("/vagter/")
    season.amina.look(f"/vagter/{shift.pk}/")
    for at, words in (("15:10", "Jeg er på vej"), ("15:29", "Jeg er her"), ("17:31", "Jeg går nu")):
        season.wait_until(on(TUESDAY, at))
        page = season.amina.look(f"/vagter/{shift.pk}/")
        press(page, words)
        expect(page.get_by_role("button", name=words)).to_have_count(0)
    season.elin.look(f"/vagter/{shift.pk}/")
    season.elin.send("Ja, sådan var det")
    assert fresh(shift).worked.state == HoursState.AGREED
    season.mother.look(f"/mine-boern/{season.youth.pk}/")
    season.mother.look("/mine-boern/kalender/")


@chapter
def how_it_goes_after_two_weeks(season: Season) -> None:
    season.wait_until(on(TUESDAY + timedelta(days=14), "18:30"))
    row = FollowUp.objects.get(point__days=14)
    page = season.amina.look(f"/opfoelgning/{row.pk}/")
    page.locator("button[value=good]").click()
    page = season.elin.look(f"/opfoelgning/{row.pk}/")
    for name in ("on_time", "listens", "thrives"):
        page.locator(f"[name={name}][value=yes] + label").click()
    page.locator("main form button[type=submit]").last.click()
    season.bo.look("/i-dag/")
    page = season.bo.look(f"/opfoelgning/{row.pk}/")
    season.bo.is_fit()
    row.refresh_from_db()
    assert (row.mood, row.thrives) == ("good", "yes")
    page = season.bo.look(f"/unge/{season.youth.pk}/dagbog/")
    write(page, went_well="Kommer glad af sted.")
    season.bo.send("Skriv i dagbogen")
    season.amina.look("/hvordan-gaar-det/")


@chapter
def something_nearly_goes_wrong(season: Season) -> None:
    job = season.job
    page = season.amina.look(f"/job/{job.pk}/lige-ved/")
    write(page, what="Stigen vippede, men jeg faldt ikke.")
    season.amina.send("Send")
    page = season.bo.look("/opfoelgning/")
    write(page, done="Stigen er byttet ud.")
    page.locator("form:has([name=done]) button").first.click()
    page.wait_for_load_state()
    assert NearMiss.objects.get().done == "Stigen er byttet ud."


@chapter
def a_pause_for_the_exams_and_a_mother_who_reads_arabic(season: Season) -> None:
    job, begins = season.job, TUESDAY + timedelta(days=30)
    page = season.amina.look(f"/job/{job.pk}/pause/")
    write(page, begins_on=begins.isoformat(), until_on=(begins + timedelta(days=10)).isoformat())
    tap(page, "Prøver eller eksamen")
    page.locator("main form button[type=submit]").last.click()
    season.wait_until(on(begins, "12:00"))
    assert not fresh(job).works_on(begins)
    page = season.mother.look("/")
    page.locator("button[name=language][value=ar]").first.click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    season.mother.look(f"/barnets-job/{job.pk}/")
    season.wait_until(on(begins + timedelta(days=12), "12:00"))
    assert fresh(job).works_on(begins + timedelta(days=12))


@chapter
def a_step_on_what_has_gathered(season: Season) -> None:
    path = f"/unge/{season.youth.pk}/trinnet/"
    season.amina.look("/min-vej/klar/")
    season.bo.look(path)
    page = season.bo.look(f"{path}vurdering/")
    for axis in Axis:
        page.locator(f"[name={axis}][value='2'] + label").click()
    season.bo.send("Gem")
    page = season.bo.look(f"{path}snak/")
    write(page, agreed="Du spørger selv næste gang.")
    season.bo.send("Gem")
    season.bo.look(f"{path}ark/")
    page = season.bo.look(f"{path}op/")
    write(page, evidence="Har passet sit job.")
    page.locator("[name=own]").fill("Du har vist, at man kan regne med dig.")
    season.bo.send("Gem og send beskeden")
    assert fresh(season.youth).step == 2
    expect(season.amina.look("/min-vej/").locator("main")).to_contain_text("regne med dig")


@chapter
def the_end_and_what_is_kept(season: Season) -> None:
    season.wait_until(on(TUESDAY + timedelta(days=70), "16:30"))
    job = season.job
    page = season.elin.look(f"/job/{job.pk}/udtalelse/")
    write(page, did="Sat bøger på plads", good="At spørge, når noget er svært")
    season.elin.send("Send til mentor")
    season.bo.look(f"/job/{job.pk}/udtalelse/")
    season.bo.send("Det er fint, giv den videre")
    assert Recommendation.objects.get().status == "read"
    season.amina.look("/mine-beviser/")
    season.amina.look(f"/mine-beviser/job/{job.pk}/")
    season.amina.send("Lav en kode")
    code = Certificate.objects.get().code
    expect(season.mother.look(f"/tjek/{code}/").locator("main")).to_contain_text("Torvets Bøger")
    page = season.amina.look(f"/job/{job.pk}/slut/")
    season.amina.is_fit()
    write(page, last_day_on=(TUESDAY + timedelta(days=84)).isoformat())
    tap(page, "Skolen fylder mere")
    page.locator("main form button[type=submit]").last.click()
    season.wait_until(on(TUESDAY + timedelta(days=86), "10:30"))
    assert fresh(job).status == PlacementStatus.ENDED
    for screen, path in ((season.amina, "/min-vej/"), (season.elin, "/"), (season.bo, "/unge/"), (season.mother, "/")):
        screen.look(path)
