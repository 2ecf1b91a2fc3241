from datetime import date, timedelta

import pytest
from django.test import Client

from employers.models import EmployerContact, EmployerStatus, Post, PostStatus
from jobplaneten.accounts.models import Role, User
from jobplaneten.home.counts import CoordinatorCounts, MentorCounts
from jobplaneten.home.next_steps.coordinator import for_coordinator
from jobplaneten.home.next_steps.mentor import for_mentor
from jobplaneten.home.next_steps.youth import for_youth
from jobplaneten.messaging.actions import tell
from jobplaneten.messaging.models import Message
from jobplaneten.placements.actions import begin
from jobplaneten.placements.models import Placement, PlacementStatus
from jobplaneten.shifts.models import RosterShift, WorkedHours
from matching.models import CandidateCard, Match, MatchStatus, Run, RunStatus
from tests.factories import NOW, TODAY, GuardianWordFactory, PostFactory, UserFactory, YouthFactory
from tests.families.conftest import guardian_of
from youth.models import ProfilePage, Word, Youth, YouthStatus

ALL_PAGES = [page.value for page in ProfilePage]


@pytest.fixture
def post(elif_: EmployerContact) -> Post:
    return PostFactory(employer=elif_.employer)


@pytest.fixture
def run(db: None) -> Run:
    return Run.objects.create(
        day=TODAY, requested_at=NOW, status=RunStatus.DONE, finished_at=NOW, counts={"seen": 12, "proposed": 7}
    )


@pytest.fixture
def match(run: Run, amina: Youth, post: Post) -> Match:
    return Match.objects.create(
        run=run, youth=amina, post=post, rank=1, want=0.5, take=0.5, score=0.5, changed_at=NOW, offered_at=NOW
    )


def moved(match: Match, status: MatchStatus) -> Match:
    Match.objects.filter(pk=match.pk).update(status=status)
    return match


def next_of(client: Client) -> str:
    response = client.get("/")
    assert response.status_code == 200
    text = response.content.decode()
    assert text.count('class="next-step"') == 1
    return response.context["next"].title


# ── the youth ───────────────────────────────────────────────────────────────
def test_a_youth_at_the_door_tells_on_while_waiting(amina: Youth) -> None:
    amina.status, amina.pages_done = YouthStatus.WAITING, ["about"]
    step = for_youth(amina, TODAY)
    assert step.url == "/min-profil/school/"
    amina.pages_done = ALL_PAGES
    assert for_youth(amina, TODAY).title == "Alt er klar. Nu venter vi på en mentor"


def test_a_youth_inside_is_led_to_the_page_that_is_missing(amina: Youth) -> None:
    amina.profile_done_at, amina.pages_done = None, ALL_PAGES[:5]
    step = for_youth(amina, TODAY)
    assert step.url == "/min-profil/when/"
    assert "når jeg kan" in step.text


def test_an_offer_comes_before_everything_else(amina: Youth, match: Match) -> None:
    amina.profile_done_at = None
    moved(match, MatchStatus.OFFERED)
    step = for_youth(amina, TODAY)
    assert step.url == f"/forslag/{match.pk}/"
    assert "Hjælp i butikken" in step.text


def test_a_proposal_that_no_mentor_has_read_does_not_exist_for_the_youth(amina: Youth, match: Match) -> None:
    assert for_youth(amina, TODAY).title == "Vi leder igen i nat"
    moved(match, MatchStatus.RELEASED)
    assert for_youth(amina, TODAY).title == "Nu venter vi på arbejdspladsen"


@pytest.mark.parametrize(
    ("status", "first_day_on", "title"),
    [
        (PlacementStatus.PAPERS, None, "Snart er du i gang"),
        (PlacementStatus.STARTED, date(2026, 12, 1), "Første dag: tirsdag 1. december"),
        (PlacementStatus.STARTED, TODAY, "Du er i job"),
        (PlacementStatus.ENDED, TODAY, "Vi leder igen i nat"),
    ],
)
def test_a_job_shows_where_it_stands(amina: Youth, post: Post, status: str, first_day_on, title: str) -> None:
    Placement.objects.create(
        youth=amina,
        post=post,
        first_name="Amina",
        agreed_at=NOW,
        status=status,
        first_day_on=first_day_on,
        started_at=first_day_on and NOW,
        last_day_on=first_day_on,
    )
    assert for_youth(amina, TODAY).title == title


@pytest.mark.parametrize(("hour", "title"), [(14, "Du har vagt i dag kl. 15–17"), (18, "Er du gået fra din vagt?")])
def test_before_and_after_a_shift_the_youth_is_one_press_away_from_it(
    amina: Youth, post: Post, hour: int, title: str, time_machine
) -> None:
    job = Placement.objects.create(
        youth=amina, post=post, first_name="Amina", agreed_at=NOW, status="started", first_day_on=TODAY, started_at=NOW
    )
    shift = RosterShift.objects.create(placement=job, day=TODAY, starts=15 * 60, ends=17 * 60)
    time_machine.move_to(NOW.replace(hour=hour), tick=False)
    step = for_youth(amina, TODAY)
    assert (step.title.replace(".00", ""), step.url) == (title, f"/vagter/{shift.pk}/")
    WorkedHours.objects.create(shift=shift, starts=900, ends=1020, put_in_by=amina.user, put_in_at=NOW)
    assert for_youth(amina, TODAY).title == "Du er i job"


def test_a_pause_and_a_no_are_said_kindly(amina: Youth) -> None:
    amina.status = YouthStatus.PAUSED
    assert for_youth(amina, TODAY).title == "Du holder pause"
    amina.status, amina.closed_reason = YouthStatus.CLOSED, "Du er flyttet"
    assert for_youth(amina, TODAY).text == "Du er flyttet"


# ── the mentor ──────────────────────────────────────────────────────────────
def test_the_mentor_is_led_from_the_door_to_the_morning_to_the_papers(
    bo: User, amina: Youth, match: Match, elif_: EmployerContact
) -> None:
    def title() -> str:
        return for_mentor(MentorCounts.of(bo, TODAY))[0].title

    waiting = YouthFactory(is_waiting=True, area=amina.area)
    assert title() == "1 ung venter på at blive lukket ind"
    Youth.objects.filter(pk=waiting.pk).update(status=YouthStatus.CLOSED)
    assert title() == "1 forslag fra i nat"
    moved(match, MatchStatus.DECLINED)
    word = GuardianWordFactory(youth=amina, word=Word.WITHDRAWN)
    assert title() == "1 ung mangler forældrenes ord"
    word.delete()
    begin(amina, PostFactory(employer=elif_.employer), first_name="Amina", by=elif_.user, now=NOW)
    assert title() == "1 job mangler papirer"
    Placement.objects.update(status=PlacementStatus.CANCELLED)
    assert title() == "Ring til en ung"


def test_a_mentor_s_numbers_are_of_their_own_youths_only(carla: User, amina: Youth, match: Match) -> None:
    YouthFactory(is_waiting=True, area=amina.area)
    counts = MentorCounts.of(carla, TODAY)
    assert (counts.waiting, counts.proposals, counts.youths) == (0, 0, 0)


# ── the workplace ───────────────────────────────────────────────────────────
def test_the_workplace_is_led_from_joining_to_the_first_day(
    as_user, elif_: EmployerContact, run: Run, amina: Youth
) -> None:
    employer, client = elif_.employer, as_user(elif_.user)
    employer.status = EmployerStatus.APPLIED
    employer.save()
    assert next_of(client) == "Skriv et opslag, mens I venter"
    post = PostFactory(employer=employer, status=PostStatus.DRAFT)
    assert next_of(client) == "Vi kigger på jer"
    employer.status = EmployerStatus.VETTED
    employer.save()
    assert next_of(client) == "Gør »Hjælp i butikken« færdigt"
    for status, title in [
        (PostStatus.SUBMITTED, "Jeres opslag er hos os"),
        (PostStatus.REFUSED, "Ret opslaget »Hjælp i butikken«"),
        (PostStatus.OPEN, "Vi leder igen i nat"),
    ]:
        Post.objects.update(status=status, status_reason="Skriv tider")
        assert next_of(client) == title
    match = Match.objects.create(
        run=run,
        youth=amina,
        post=post,
        rank=1,
        want=0.5,
        take=0.5,
        score=0.5,
        changed_at=NOW,
        offered_at=NOW,
        status=MatchStatus.RELEASED,
    )
    CandidateCard.objects.create(match=match, post=post, first_name="Amina", age_group="13-14 år", released_at=NOW)
    assert next_of(client) == "1 ung har sagt ja til jer og venter på svar"
    moved(match, MatchStatus.AGREED)
    begin(amina, post, first_name="Amina", by=elif_.user, now=NOW)
    assert next_of(client) == "Papirer før første dag"
    employer.status, employer.status_reason = EmployerStatus.SUSPENDED, "Ring til os"
    employer.save()
    assert next_of(client) == "I er ikke med lige nu"


def test_a_workplace_s_front_page_names_no_youth(as_user, elif_: EmployerContact, amina: Youth, post: Post) -> None:
    begin(amina, post, first_name="Mina", by=None, now=NOW)
    text = as_user(elif_.user).get("/").content.decode()
    assert "Amina" not in text
    assert "Hussein" not in text


# ── the coordinator ─────────────────────────────────────────────────────────
def test_the_coordinator_hears_of_the_night_before_anything_else(dorte: User) -> None:
    def title(night: Run | None, later: timedelta = timedelta()) -> str:
        return for_coordinator(CoordinatorCounts.of(dorte, NOW + later), night, NOW + later)[0].title

    assert title(None) == "Kør den første nat"
    night = Run(day=TODAY, requested_at=NOW, status=RunStatus.FAILED)
    assert title(night) == "Natten gik i stå"
    night.status = RunStatus.DONE
    assert title(night) == "Alt er gjort"
    assert title(night, timedelta(hours=35)) == "I nat kørte der ingen match"
    PostFactory(status=PostStatus.DRAFT, source_key="x", employer=None)
    assert title(night) == "1 indlæst opslag mangler noget"
    Message.objects.filter(pk=tell(dorte, "x", "x", path="/", now=NOW).pk).update(given_up_at=NOW)
    assert title(night) == "1 mail kom ikke frem"
    PostFactory(status=PostStatus.SUBMITTED)
    assert title(night) == "1 venter på at blive godkendt"


def test_a_front_page_says_what_comes_after_the_first_thing(
    as_user, elif_: EmployerContact, amina: Youth, post: Post
) -> None:
    job = begin(amina, post, first_name="Amina", by=elif_.user, now=NOW)
    PostFactory(employer=elif_.employer, status=PostStatus.DRAFT)
    client = as_user(elif_.user)
    assert [step.title for step in client.get("/").context["then"]] == ["Gør »Hjælp i butikken« færdigt"]
    Placement.objects.update(status=PlacementStatus.STARTED, started_at=NOW, first_day_on=TODAY)
    shift = RosterShift.objects.create(placement=job, slot_on=TODAY, day=TODAY, starts=900, ends=1080)
    WorkedHours.objects.create(
        shift=shift, starts=900, ends=1080, put_in_by=amina.user, put_in_at=NOW, is_from_youth=True
    )
    page = client.get("/")
    assert page.context["next"].url == f"/vagter/{shift.pk}/"
    assert [step.title for step in page.context["then"]] == ["Gør »Hjælp i butikken« færdigt"]


def test_the_coordinator_hears_of_a_slow_workplace_and_of_whom_nobody_lets_in(
    dorte: User, amina: Youth, match: Match
) -> None:
    YouthFactory(is_waiting=True, area=amina.area, asked_at=NOW - timedelta(days=7))
    Match.objects.update(status=MatchStatus.RELEASED, answer_by=NOW + timedelta(days=1))
    night = Run(day=TODAY, requested_at=NOW, status=RunStatus.DONE)
    steps = for_coordinator(CoordinatorCounts.of(dorte, NOW), night, NOW)
    assert [step.url for step in steps] == ["/svar/", "/unge/nye/"]
    far = UserFactory(role=Role.COORDINATOR)
    assert [step.title for step in for_coordinator(CoordinatorCounts.of(far, NOW), night, NOW)] == ["Alt er gjort"]


def test_the_coordinator_sees_last_night(as_user, dorte: User, run: Run) -> None:
    text = as_user(dorte).get("/").content.decode()
    assert "Natten til 23. november" in text
    assert "<b>7</b>" in text


# ── everybody ───────────────────────────────────────────────────────────────
def everybody(amina: Youth, bo: User, elif_: EmployerContact, dorte: User) -> dict[str, User]:
    mother = guardian_of(amina, known_by=bo).guardian
    return {"youth": amina.user, "guardian": mother, "mentor": bo, "employer": elif_.user, "coordinator": dorte}


@pytest.mark.parametrize("role", Role.values)
def test_a_front_page_asks_little_however_much_there_is(
    as_user, django_assert_max_num_queries, role: str, amina: Youth, bo: User, elif_, dorte: User, run: Run
) -> None:
    person = everybody(amina, bo, elif_, dorte)[role]
    for number in range(20):
        youth = YouthFactory(mentor=bo, area=amina.area)
        post = PostFactory(employer=elif_.employer)
        Match.objects.create(run=run, youth=youth, post=post, rank=1, want=0.5, take=0.5, score=0.5, changed_at=NOW)
        tell(person, f"{number}", "x", path="/", now=NOW)
    client = as_user(person)
    with django_assert_max_num_queries(21):
        assert client.get("/").status_code == 200


@pytest.mark.parametrize("role", Role.values)
def test_every_tab_and_menu_line_leads_somewhere(
    as_user, role: str, amina: Youth, bo: User, elif_: EmployerContact, dorte: User
) -> None:
    client = as_user(everybody(amina, bo, elif_, dorte)[role])
    context = client.get("/").context
    assert (2 if role == Role.GUARDIAN else 3) <= len(context["nav_items"]) <= 5
    for item in [*context["nav_items"], *context["menu_items"]]:
        page = client.get(item.url)
        assert page.status_code == 200, item.url
        assert next(
            each for each in [*page.context["nav_items"], *page.context["menu_items"]] if each.url == item.url
        ).current


def test_a_tab_counts_what_is_new(as_user, amina: Youth, match: Match) -> None:
    moved(match, MatchStatus.OFFERED)
    tell(amina.user, "x", "x", path="/", now=NOW)
    counts = {item.label: item.count for item in as_user(amina.user).get("/").context["nav_items"]}
    assert counts["Forslag"] == counts["Beskeder"] == "1"


def test_a_youth_without_a_page_is_not_left_alone(as_user, db: None) -> None:
    assert next_of(as_user(UserFactory(role=Role.YOUTH))) == "Sig det til din mentor"
