from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from employers.models import EmployerContact
from jobplaneten.accounts.models import User
from jobplaneten.following import actions
from jobplaneten.following.models import Assessment, FollowPoint, FollowUp, JournalEntry, NearMiss
from jobplaneten.following.permissions import youth_may_answer
from jobplaneten.ladder import Axis
from jobplaneten.messaging.models import Message
from jobplaneten.placements.models import Placement
from jobplaneten.trail.models import Entry
from jobplaneten.workflow import MoveRefused
from tests.factories import NOW, TODAY
from youth.models import Youth

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
TAPS = {"on_time": "yes", "listens": "partly", "thrives": "yes"}
LEVELS = {axis.value: 2 for axis in Axis}


def told(person: User) -> list[str]:
    return list(Message.objects.filter(to=person).order_by("pk").values_list("subject", flat=True))


def ended(job: Placement, days_ago: int) -> None:
    Placement.objects.filter(pk=job.pk).update(status="ended", last_day_on=TODAY - timedelta(days=days_ago))


# ── the clock ───────────────────────────────────────────────────────────────
def test_the_clock_asks_each_once_at_each_point(job: Placement, amina: Youth, elif_: EmployerContact) -> None:
    assert actions.mind(NOW) == 2
    assert actions.mind(NOW) == 0
    asked = list(FollowUp.objects.oldest_first().values_list("point__days", "asks_employer", "asks_mentor"))
    assert asked == [(0, False, False), (14, True, True)]
    assert told(amina.user).count("Hvordan går det på jobbet?") == 2
    assert told(elif_.user) == ["Hvordan går det med Amina?"]


def test_who_has_not_answered_is_reminded_once_and_then_stands_first(
    job: Placement, amina: Youth, bo: User, elif_: EmployerContact, as_user: SignIn, time_machine
) -> None:
    actions.mind(NOW)
    FollowUp.objects.filter(point__days=0).delete()
    for days in (4, 4, 5):
        actions.mind(NOW + timedelta(days=days))
    assert told(amina.user).count("Hvordan går det på jobbet?") == 3
    assert as_user(amina.user).get("/").text.count("Svar nu") == 1
    assert told(elif_.user) == ["Hvordan går det med Amina?"] * 2
    assert told(bo) == ["Skriv i dagbogen om Amina"]
    time_machine.move_to(NOW + timedelta(days=6))
    page = as_user(bo).get("/opfoelgning/").text
    assert page.index("Nogen mangler at svare") < page.index("Mangler: den unge, arbejdspladsen, dagbogen")
    assert "1 opfølgning mangler svar" in as_user(bo).get("/").text


def test_a_point_that_was_missed_for_weeks_is_let_go(job: Placement) -> None:
    Placement.objects.update(first_day_on=TODAY - timedelta(days=40))
    assert actions.mind(NOW) == 0


@pytest.mark.parametrize("days", [182, 365])
def test_half_a_year_and_a_year_later_only_the_youth_is_asked_whether_there_is_a_job(
    job: Placement, amina: Youth, elif_: EmployerContact, as_user: SignIn, days: int
) -> None:
    Placement.objects.update(first_day_on=TODAY - timedelta(days=days))
    ended(job, 60)
    assert actions.mind(NOW) == 1
    row = FollowUp.objects.get()
    assert (row.asks_youth, row.asks_employer, row.asks_mentor) == (True, False, False)
    assert "Har du et job nu?" in as_user(amina.user).get(f"/opfoelgning/{row.pk}/").text
    as_user(amina.user).post(f"/opfoelgning/{row.pk}/", {"still_working": "other"})
    row.refresh_from_db()
    assert (row.still_working, row.mood) == ("other", "")
    assert as_user(elif_.user).get(f"/opfoelgning/{row.pk}/").status_code == 404


# ── the youth ───────────────────────────────────────────────────────────────
def test_one_tap_is_an_answer_and_a_line_may_follow(row: FollowUp, amina: Youth, bo: User, as_user: SignIn) -> None:
    page = f"/opfoelgning/{row.pk}/"
    assert "<script" not in as_user(amina.user).get(page).text.split("<main")[1]
    as_user(amina.user).post(page, {"mood": "good"})
    as_user(amina.user).post(f"{page}linje/", {"line": "De er søde"})
    row.refresh_from_db()
    assert (row.mood, row.youth_line, row.youth_at) == ("good", "De er søde", NOW)
    assert told(bo) == []


@pytest.mark.parametrize(
    ("tap", "subject"), [("bad", "Amina har det ikke så godt på jobbet"), ("call", "Amina vil gerne ringes op")]
)
def test_a_sad_smiley_reaches_the_mentor_the_same_minute_and_once(
    row: FollowUp, amina: Youth, bo: User, as_user: SignIn, tap: str, subject: str
) -> None:
    for _tap in range(2):
        as_user(amina.user).post(f"/opfoelgning/{row.pk}/", {"mood": tap})
    assert told(bo) == [subject]
    assert Message.objects.get(to=bo).created_at == NOW
    assert "1 ung har det ikke så godt" in as_user(bo).get("/").text


def test_the_workplace_never_reads_what_the_youth_answers(
    row: FollowUp, amina: Youth, elif_: EmployerContact, as_user: SignIn
) -> None:
    actions.check_in(row, mood="bad", by=amina.user, now=NOW)
    actions.add_line(row, line="Kanarie", by=amina.user, now=NOW)
    for page in (f"/opfoelgning/{row.pk}/", f"/job/{row.placement_id}/hvordan/", f"/job/{row.placement_id}/", "/"):
        text = as_user(elif_.user).get(page).text
        assert not [word for word in ("Kanarie", "ikke så godt", "#sad") if word in text], page


def test_after_the_end_what_was_asked_on_the_way_is_closed(row: FollowUp, amina: Youth, job: Placement) -> None:
    ended(job, 1)
    with pytest.raises(MoveRefused):
        actions.check_in(row, mood="good", by=amina.user, now=NOW)
    assert FollowUp.objects.get().youth_at is None


# ── the workplace ───────────────────────────────────────────────────────────
def test_the_mentor_reads_the_workplaces_line_before_the_youth_does(
    row: FollowUp, amina: Youth, bo: User, elif_: EmployerContact, as_user: SignIn
) -> None:
    page = f"/opfoelgning/{row.pk}/"
    as_user(elif_.user).post(page, {**TAPS, "line": "Amina smiler altid"})
    assert "smiler altid" not in as_user(amina.user).get(page).text
    assert told(bo) == ["Arbejdspladsen har svaret om Amina"]
    assert "smiler altid" in as_user(bo).get(page).text
    as_user(bo).post(f"{page}vis/")
    assert "smiler altid" in as_user(amina.user).get(page).text
    with pytest.raises(MoveRefused):
        actions.workplace_answers(row, TAPS, line="Noget andet", by=elif_.user, now=NOW)
    assert FollowUp.objects.get().employer_line == "Amina smiler altid"


def test_at_the_end_the_workplace_says_on_eight_axes_what_the_youth_can(
    job: Placement, amina: Youth, bo: User, elif_: EmployerContact, as_user: SignIn
) -> None:
    ended(job, 0)
    FollowUp.objects.all().delete()
    actions.mind(NOW)
    row = FollowUp.objects.get(point=FollowPoint.objects.get(days=None))
    page = f"/opfoelgning/{row.pk}/"
    as_user(elif_.user).post(page, {"line": "Tom"})
    assert not Assessment.objects.exists()
    as_user(elif_.user).post(page, {**LEVELS, "school": "", "line": "Vi savner hende"})
    found = Assessment.objects.get()
    assert (found.voice, found.levels) == ("workplace", {k: 2 for k in LEVELS if k != "school"})
    assert not Assessment.objects.visible_to(amina.user).exists()
    as_user(bo).post(f"{page}vis/")
    assert Assessment.objects.visible_to(amina.user).get() == found
    as_user(amina.user).post(page, {"mood": "good"})
    as_user(amina.user).post(f"{page}linje/", {"line": "Jeg lærte kassen"})
    assert FollowUp.objects.get(pk=row.pk).youth_line == "Jeg lærte kassen"


def test_on_the_way_too_a_workplace_says_what_the_youth_can_and_the_mentor_reads_it_first(
    job: Placement, amina: Youth, bo: User, carla: User, elif_: EmployerContact, as_user: SignIn
) -> None:
    as_user(elif_.user).post(f"/job/{job.pk}/kan-nu/", {"asks": "2", "line": "Kanariefugl"})
    found = Assessment.objects.get()
    assert told(bo) == ["Arbejdspladsen har skrevet om Amina"]
    assert not Assessment.objects.visible_to(amina.user).exists()
    assert as_user(carla).post(f"/vurdering/{found.pk}/vis/").status_code == 404
    assert "Kanariefugl" in as_user(bo).get("/opfoelgning/").text
    assert Entry.objects.reads().filter(by=bo, kind="assessment", key=found.pk, youth=amina.pk).exists()
    as_user(bo).post(f"/vurdering/{found.pk}/vis/")
    assert Assessment.objects.visible_to(amina.user).get() == found


# ── the journal ─────────────────────────────────────────────────────────────
def test_the_youth_reads_of_the_journal_what_is_shared_and_nobody_outside_reads_any(
    row: FollowUp, amina: Youth, bo: User, carla: User, elif_: EmployerContact, as_user: SignIn
) -> None:
    page = f"/opfoelgning/{row.pk}/"
    as_user(bo).post(page, {"went_well": "Kanariefugl", "is_shared": "no"})
    as_user(bo).post(f"/unge/{amina.pk}/dagbog/", {"next_agreement": "Solsort", "is_shared": "yes"})
    as_user(bo).post(page, {"is_shared": "yes"})
    assert JournalEntry.objects.count() == 2
    row.refresh_from_db()
    assert row.journal_at == NOW
    mine = as_user(amina.user).get("/hvordan-gaar-det/").text
    assert ("Solsort" in mine, "Kanariefugl" in mine) == (True, False)
    assert as_user(carla).get(f"/unge/{amina.pk}/dagbog/").status_code == 404
    assert "Solsort" not in as_user(elif_.user).get(page).text


def test_who_reads_leaves_a_line_in_the_trail(row: FollowUp, bo: User, as_user: SignIn) -> None:
    as_user(bo).get("/opfoelgning/")
    assert Entry.objects.reads().filter(by=bo, kind="followup", key=row.pk).exists()


# ── nearly ──────────────────────────────────────────────────────────────────
def test_what_nearly_went_wrong_reaches_mentor_and_coordinator_and_is_answered(
    job: Placement, amina: Youth, bo: User, dorte: User, elif_: EmployerContact, as_user: SignIn
) -> None:
    for _tap in range(2):
        as_user(amina.user).post(f"/job/{job.pk}/lige-ved/", {"what": "Kassen væltede"})
    miss = NearMiss.objects.get()
    assert told(bo) == told(dorte) == ["Det var lige ved at gå galt for Amina"]
    assert "Kassen væltede" not in as_user(elif_.user).get(f"/job/{job.pk}/hvordan/").text
    assert "Det var lige ved at gå galt" in as_user(dorte).get("/").text
    as_user(bo).post(f"/lige-ved/{miss.pk}/", {"done": ""})
    assert NearMiss.objects.open().exists()
    as_user(bo).post(f"/lige-ved/{miss.pk}/", {"done": "Reolen er skruet fast"})
    assert "Reolen er skruet fast" in as_user(amina.user).get(f"/job/{job.pk}/hvordan/").text
    with pytest.raises(MoveRefused):
        actions.answer_near_miss(miss, done="Igen", by=dorte, now=NOW)
    assert NearMiss.objects.get().done == "Reolen er skruet fast"


def test_nothing_nearly_goes_wrong_before_the_first_day(job: Placement, amina: Youth) -> None:
    job.first_day_on = TODAY + timedelta(days=1)
    with pytest.raises(MoveRefused):
        actions.tell_near_miss(job, what="Noget", by=amina.user, now=NOW)
    assert not NearMiss.objects.exists()


# ── the frame ───────────────────────────────────────────────────────────────
def test_a_coordinator_changes_when_it_is_asked_and_two_do_not_overwrite_each_other(
    dorte: User, as_user: SignIn
) -> None:
    point = FollowPoint.objects.get(days=14)
    page, said = f"/opfoelgning/hvornaar/{point.pk}/", {"title": "Ti dage", "asks_youth": "on", "is_on": "on"}
    as_user(dorte).post(page, {**said, "days": 10, "version": 1})
    late = as_user(dorte).post(page, {**said, "days": 12, "version": 1})
    point.refresh_from_db()
    assert (point.days, point.version, "En anden har gemt" in late.text) == (10, 2, True)


def test_the_list_asks_as_much_of_the_database_for_many_as_for_few(
    row: FollowUp, bo: User, as_user: SignIn, django_assert_max_num_queries
) -> None:
    client = as_user(bo)
    client.get("/opfoelgning/")
    points = FollowPoint.objects.exclude(pk=row.point_id)
    for point in points:
        FollowUp.objects.create(
            placement=row.placement,
            point=point,
            due_on=TODAY,
            asked_at=NOW,
            asks_youth=True,
            asks_employer=True,
            asks_mentor=True,
        )
    with django_assert_max_num_queries(22):
        client.get("/opfoelgning/")


def test_a_question_for_after_the_end_waits_until_the_job_has_ended(row: FollowUp, amina: Youth) -> None:
    row.point = FollowPoint.objects.filter(after_end=True).first() or row.point
    answers = {}
    for status in ("agreed", "cancelled", "ended"):
        row.placement.status = status
        answers[status] = youth_may_answer(row)
    assert answers == {"agreed": False, "cancelled": False, "ended": True}
