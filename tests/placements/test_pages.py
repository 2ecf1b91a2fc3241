from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from employers.models import EmployerContact, EmployerStatus
from jobplaneten.accounts.models import User
from jobplaneten.placements.actions import begin, cancel, start, tick
from jobplaneten.placements.models import Paper, PaperTick, Placement, PlacementStatus
from jobplaneten.trail.models import Entry
from tests.factories import NOW, EmployerContactFactory, GuardianWordFactory, PostFactory, YouthFactory
from tests.placements.conftest import tick_all
from youth.models import Word, Youth


@pytest.fixture(autouse=True)
def _this_morning():
    with time_machine.travel(NOW, tick=False):
        yield


def page(client: Client, job: Placement) -> str:
    response = client.get(f"/job/{job.pk}/")
    assert response.status_code == 200
    return response.content.decode()


def test_a_stranger_finds_nothing(as_user, job: Placement, carla: User) -> None:
    others = [carla, YouthFactory(first_name="Sami").user, EmployerContactFactory().user]
    for person in others:
        client = as_user(person)
        assert client.get(f"/job/{job.pk}/").status_code == 404
        assert "Hjælp i butikken" not in client.get("/job/").content.decode()
        for move in ("flueben", "begynd", "aflys", "slut"):
            assert client.post(f"/job/{job.pk}/{move}/", {"reason": "x"}).status_code == 404
    job.refresh_from_db()
    assert (job.status, job.version) == (PlacementStatus.PAPERS, 1)


def test_a_workplace_sees_the_first_name_of_the_row_and_nothing_of_the_youth(
    as_user, job: Placement, amina: Youth, elif_: EmployerContact
) -> None:
    Placement.objects.filter(pk=job.pk).update(first_name="Mina")
    client = as_user(elif_.user)
    for text in (page(client, job), client.get("/job/").content.decode()):
        assert "Mina" in text
        for secret in ("Amina", "Hussein", "Prøveparken", "2012", "salon", "smile", f"/unge/{amina.pk}/"):
            assert secret not in text


def test_a_workplace_that_is_not_vetted_any_more_sees_nothing(as_user, job: Placement, elif_: EmployerContact) -> None:
    elif_.employer.status = EmployerStatus.SUSPENDED
    elif_.employer.save()
    assert as_user(elif_.user).get(f"/job/{job.pk}/").status_code == 404


def test_reading_leaves_a_trace_by_adults_only(as_user, job: Placement, amina: Youth, bo: User, elif_) -> None:
    reads = Entry.objects.about_youth(amina.pk).reads().filter(kind="placement")
    page(as_user(amina.user), job)
    assert not reads.exists()
    for person in (bo, elif_.user):
        page(as_user(person), job)
        as_user(person).get("/job/")
    assert list(reads.order_by("pk").values_list("by", flat=True)) == [bo.pk] * 2 + [elif_.user.pk] * 2


def test_the_gate_says_who_must_do_what(as_user, job: Placement, bo: User, elif_: EmployerContact) -> None:
    GuardianWordFactory(youth=job.youth, word=Word.WITHDRAWN)
    text = page(as_user(bo), job)
    assert "Forældrene har trukket deres ja tilbage." in text
    assert f"/unge/{job.youth_id}/foraeldre/" in text
    assert "Der mangler 13 flueben" in text
    assert text.count("Det er på plads") == 4
    assert "Gennemgået<span" not in text
    text = page(as_user(elif_.user), job)
    assert "trukket" not in text
    assert text.count("Det er på plads") == 4
    assert text.count("Gennemgået<span") == 7


def test_a_tick_shows_its_name(as_user, job: Placement, bo: User, elif_: EmployerContact) -> None:
    client = as_user(elif_.user)
    given = client.post(f"/job/{job.pk}/flueben/", {"paper": "terms", "done_on": "2026-11-20"})
    assert given.headers["Location"] == f"/job/{job.pk}/#terms"
    text = page(client, job)
    assert "En Person har sat flueben 23. november</span>" not in text
    assert "En Person har sat flueben 23. november: 20. november" in text
    assert text.count("Det er på plads") == 3
    for wrong in ({"paper": "nonsense"}, {"paper": "terms", "point": "place"}, {"paper": "risk"}):
        assert as_user(bo).post(f"/job/{job.pk}/flueben/", wrong).status_code == 404


def test_a_paper_says_to_whom_and_when_by_what_is_known(as_user, job: Placement, bo: User) -> None:
    """The mentor has written down the call already: one tap is enough."""
    client = as_user(bo)
    text = page(client, job)
    assert 'value="mor"' in text
    assert 'value="Karen"' in text
    for empty in ({}, {"who": "mor", "done_on": "2026-11-24", "how": "phone"}):
        answer = client.post(f"/job/{job.pk}/flueben/", {"paper": "guardian"} | empty)
        assert "done_on" in answer.context["sheets"][0].rows[0].form.errors
    client.post(f"/job/{job.pk}/flueben/", {"paper": "guardian", "who": "far", "done_on": "2026-11-22", "how": "sms"})
    assert "far, 22. november, på sms" in page(client, job)


def test_a_workplace_reads_nothing_about_the_parents(as_user, job: Placement, bo: User, elif_: EmployerContact) -> None:
    tick(job, Paper.GUARDIAN, who="bedstemor", how="sms", by=bo, now=NOW)
    assert "bedstemor" not in page(as_user(elif_.user), job)


def test_the_seven_points_are_seen_to_grow(as_user, job: Placement, elif_: EmployerContact) -> None:
    client = as_user(elif_.user)
    client.post(f"/job/{job.pk}/flueben/", {"paper": "risk", "point": "place", "note": "Kablet er flyttet"})
    text = page(client, job)
    assert "1 af 7" in text
    assert "Kablet er flyttet" in text
    assert "1 af 7 punkter" in page(as_user(job.youth.user), job)


def test_who_may_not_tick_sees_no_button_and_is_refused(as_user, job: Placement, bo: User, carla: User) -> None:
    risk = {"paper": "risk", "point": "place"}
    assert as_user(bo).post(f"/job/{job.pk}/flueben/", risk).status_code == 403
    assert "<form" not in page(as_user(job.youth.user), job).split('id="papers"')[1].split("</section>")[0]
    for move in ("flueben", "tilbage", "pamind"):
        assert as_user(carla).post(f"/job/{job.pk}/{move}/", risk).status_code == 404
    assert not PaperTick.objects.exists()


def test_a_tick_is_taken_back_with_a_reason_that_both_sides_read(
    as_user, ready: Placement, bo: User, elif_: EmployerContact
) -> None:
    client, back = as_user(elif_.user), f"/job/{ready.pk}/tilbage/"
    wordless = client.post(back, {"paper": "insurance"})
    assert "Skriv med et par ord" in wordless.content.decode()
    assert client.post(back, {"paper": "guardian", "reason": "x"}).status_code == 403
    client.post(back, {"paper": "insurance", "reason": "Policen er udløbet"})
    for person in (bo, elif_.user):
        assert "Policen er udløbet" in page(as_user(person), ready)
    assert "Policen" not in page(as_user(ready.youth.user), ready)


def test_the_mentor_reminds_the_workplace_once_a_day(as_user, job: Placement, bo: User, elif_) -> None:
    client = as_user(bo)
    assert f"/job/{job.pk}/pamind/" in page(client, job)
    client.post(f"/job/{job.pk}/pamind/")
    assert f"/job/{job.pk}/pamind/" not in page(client, job)
    assert as_user(elif_.user).post(f"/job/{job.pk}/pamind/").status_code == 403


def test_the_right_person_with_the_wrong_move_is_told_so(as_user, ready: Placement, elif_: EmployerContact) -> None:
    assert as_user(ready.youth.user).post(f"/job/{ready.pk}/flueben/", {"paper": "terms"}).status_code == 403
    assert as_user(elif_.user).post(f"/job/{ready.pk}/flueben/", {"paper": "guardian"}).status_code == 403
    for person in (ready.youth.user, elif_.user):
        assert as_user(person).post(f"/job/{ready.pk}/begynd/", {"first_day_on": "2026-12-01"}).status_code == 403


def test_the_mentor_sets_the_first_day(as_user, ready: Placement, bo: User) -> None:
    client = as_user(bo)
    assert 'value="2026-12-01"' in page(client, ready)
    assert client.post(f"/job/{ready.pk}/begynd/", {"first_day_on": "2026-12-01"}).status_code == 302
    assert "Første dag 1. december" in page(client, ready)


@pytest.mark.parametrize("typed", ["", "i morgen", "2026-11-01", "2026-02-30"])
def test_a_day_that_is_none_is_told_at_the_field(as_user, ready: Placement, bo: User, typed: str) -> None:
    response = as_user(bo).post(f"/job/{ready.pk}/begynd/", {"first_day_on": typed})
    assert response.status_code == 200
    assert "first_day_on" in response.context["start_form"].errors
    ready.refresh_from_db()
    assert ready.status == PlacementStatus.PAPERS


def test_a_move_that_the_law_refuses_comes_back_as_a_sentence(as_user, ready: Placement, bo: User) -> None:
    GuardianWordFactory(youth=ready.youth, word=Word.NO)
    here = f"http://testserver/job/{ready.pk}/"
    response = as_user(bo).post(
        f"/job/{ready.pk}/begynd/", {"first_day_on": "2026-12-01"}, headers={"referer": here}, follow=True
    )
    assert "Forældrene har sagt nej." in response.content.decode()
    ready.refresh_from_db()
    assert ready.status == PlacementStatus.PAPERS


def test_stopping_asks_for_a_word_and_keeps_it_from_the_other_side(
    as_user, ready: Placement, bo: User, elif_: EmployerContact
) -> None:
    start(ready, first_day_on=timezone.localdate() + timedelta(days=1), by=bo, now=NOW)
    with time_machine.travel(NOW + timedelta(days=1), tick=False):
        client = as_user(ready.youth.user)
        missing = client.post(f"/job/{ready.pk}/slut/", {"last_day_on": "2026-11-24", "kind": "other"})
        assert set(missing.context["form"].errors) == {"words"}
        said = {"last_day_on": "2026-11-24", "kind": "unwell", "words": "Chefen råbte"}
        client.post(f"/job/{ready.pk}/slut/", said)
    ready.refresh_from_db()
    assert ready.status == PlacementStatus.ENDED
    text = page(as_user(elif_.user), ready)
    assert "Chefen råbte" not in text
    assert "ikke rart" not in text
    text = page(as_user(bo), ready)
    assert "Chefen råbte" in text
    assert f"/unge/{ready.youth_id}/trinnet/" in text


def test_the_buttons_follow_the_first_day(as_user, ready: Placement, bo: User) -> None:
    assert "Jeg vil ikke begynde alligevel" in page(as_user(ready.youth.user), ready)
    start(ready, first_day_on=timezone.localdate() + timedelta(days=8), by=bo, now=NOW)
    text = page(as_user(ready.youth.user), ready)
    assert "Jeg vil ikke begynde alligevel" in text
    assert "Jeg vil stoppe" not in text
    with time_machine.travel(NOW + timedelta(days=9), tick=False):
        text = page(as_user(ready.youth.user), ready)
    assert "Jeg vil stoppe" in text
    assert "alligevel" not in text


def test_a_job_that_is_over_has_no_buttons(as_user, job: Placement, bo: User) -> None:
    cancel(job, kind="period", by=bo, now=NOW)
    for person in (job.youth.user, bo):
        text = page(as_user(person), job)
        assert f"/job/{job.pk}/aflys/" not in text
        assert f"/job/{job.pk}/slut/" not in text


@pytest.mark.parametrize("who", ["bo", "elif"])
def test_the_list_asks_no_more_for_twenty_than_for_two(
    as_user, django_assert_max_num_queries, bo: User, elif_: EmployerContact, who: str
) -> None:
    for _number in range(20):
        youth = YouthFactory(mentor=bo, area=bo.areas.get())
        post = PostFactory(employer=elif_.employer)
        Placement.objects.create(youth=youth, post=post, first_name="Amina", agreed_at=NOW)
    client = as_user(bo if who == "bo" else elif_.user)
    with django_assert_max_num_queries(10):
        assert len(client.get("/job/").context["cards"]) == 20


def test_a_page_of_one_job_asks_little(as_user, django_assert_max_num_queries, ready: Placement, bo: User) -> None:
    client = as_user(bo)
    with django_assert_max_num_queries(20):
        page(client, ready)


def test_the_coordinator_of_the_area_sees_it_too(as_user, job: Placement, dorte: User) -> None:
    assert "Amina Hussein" in page(as_user(dorte), job)
    assert tick_all(job, by=dorte).ticks.count() == 13


def test_the_first_day_is_guessed_to_be_the_next_shift(as_user, amina: Youth, bo: User, elif_: EmployerContact) -> None:
    running = PostFactory(employer=elif_.employer, starts_on=NOW.date() - timedelta(days=30))
    job = tick_all(begin(amina, running, first_name="Amina", by=elif_.user, now=NOW), by=bo)
    assert 'value="2026-11-24"' in page(as_user(bo), job)
