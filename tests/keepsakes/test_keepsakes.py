"""What a youth takes along: made from recorded work, vouched for, shown to whom the youth chooses."""

import io
from datetime import timedelta
from typing import Any

import pypdf
import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from employers.models import EmployerContact
from jobplaneten.accounts.models import User
from jobplaneten.keepsakes.actions import read_first, recommend, revoke, show
from jobplaneten.keepsakes.models import Certificate, Recommendation, Resume
from jobplaneten.messaging.models import Message
from jobplaneten.placements.actions import begin
from jobplaneten.placements.models import Placement
from jobplaneten.shifts.models import RosterShift, WorkedHours
from jobplaneten.trail.models import Entry
from jobplaneten.workflow import MoveRefused
from tests.factories import (
    NOTHING_MISSING,
    NOW,
    TODAY,
    EmployerContactFactory,
    PostFactory,
    YouthFactory,
    YouthSkillFactory,
)
from youth.actions import advance
from youth.models import Protected, StepChange, Youth

WORDS = {"did": "Har sat varer op.", "good": "Møder til tiden.", "wish": ""}
ALL = {"shows_place": True, "shows_period": True, "shows_hours": True}
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _this_morning():
    cache.clear()
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def job(amina: Youth, elif_: EmployerContact) -> Placement:
    """Amina has worked at Elif's for a month."""
    made = begin(amina, PostFactory(employer=elif_.employer), first_name="Amina", by=elif_.user, now=NOW)
    begun = TODAY - timedelta(days=30)
    Placement.objects.filter(pk=made.pk).update(status="started", first_day_on=begun, started_at=NOW)
    return Placement.objects.select_related("youth", "post").get(pk=made.pk)


def words_of(client: Client, address: str) -> str:
    answer: Any = client.get(address)
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    reader: Any = pypdf.PdfReader(io.BytesIO(b"".join(answer.streaming_content)))
    assert reader.trailer["/Root"]["/Lang"] == "da-DK"
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_a_cv_is_made_of_profile_and_recorded_work_and_the_youth_decides(
    client: Client, job: Placement, amina: Youth
) -> None:
    YouthSkillFactory(youth=amina)
    Youth.objects.filter(pk=amina.pk).update(first_name="عائشة", last_name="Østergård")
    client.force_login(amina.user)
    text = words_of(client, "/mine-beviser/cv/pdf/")
    for said in ("عائشة", "Hjælp i butikken", "Høflig", "14 år", "nu"):
        assert said in text
    assert "Østergård" not in text
    typed = {"about": "Jeg er #panic() og $glad$", "spoken": ["so", "da"], "left_out": [job.pk], "shows_surname": "on"}
    assert client.post("/mine-beviser/cv/", typed).status_code == 302
    text = words_of(client, "/mine-beviser/cv/pdf/")
    for said in ("Jeg er #panic() og $glad$", "Somali", "Østergård"):
        assert said in text
    assert "Hjælp i butikken" not in text


def test_an_application_has_sentences_to_begin_with_and_becomes_a_page(client: Client, amina: Youth) -> None:
    client.force_login(amina.user)
    assert client.get("/mine-beviser/ansoegning/pdf/").status_code == 404
    assert "Begynd for eksempel" in client.get("/mine-beviser/ansoegning/").content.decode()
    assert client.post("/mine-beviser/ansoegning/", {"letter_to": "Bageren"}).status_code == 200
    said = {"letter_to": "Bageren på Ærø", "letter_why": "I ligger tæt på.", "letter_can": "Jeg kan feje."}
    client.post("/mine-beviser/ansoegning/", said)
    text = words_of(client, "/mine-beviser/ansoegning/pdf/")
    for words in ("Bageren på Ærø", "I ligger tæt på.", "Venlig hilsen"):
        assert words in text


def test_the_mentor_reads_first_and_may_ask_for_another_word(
    client: Client, job: Placement, amina: Youth, bo: User, elif_: EmployerContact
) -> None:
    here = f"/job/{job.pk}/udtalelse/"
    client.force_login(elif_.user)
    client.post(here, WORDS)
    client.force_login(amina.user)
    assert "Møder til tiden" not in client.get(f"/mine-beviser/job/{job.pk}/").content.decode()
    assert client.get(here).status_code == 404
    client.force_login(bo)
    assert client.post(here, WORDS | {"good": "Min"}).status_code == 403
    assert client.post(f"{here}laest/", {"deed": "back"}).status_code == 200
    client.post(f"{here}laest/", {"deed": "back", "back_why": "Skriv ikke om familien"})
    client.force_login(elif_.user)
    assert "Skriv ikke om familien" in client.get(here).content.decode()
    assert client.post(f"{here}laest/", {"deed": "read"}).status_code == 403
    client.post(here, WORDS | {"good": "Møder altid til tiden."})
    read_first(job, back_why="", by=bo, now=NOW)
    client.force_login(amina.user)
    assert "Møder altid til tiden." in words_of(client, f"/mine-beviser/job/{job.pk}/pdf/")
    assert Message.objects.filter(to=amina.user, subject="Du har fået en udtalelse").count() == 1
    with pytest.raises(MoveRefused, match="kan ikke ændres"):
        recommend(job, **WORDS, by=elif_.user, now=NOW)
    with pytest.raises(MoveRefused):
        read_first(job, back_why="", by=bo, now=NOW)


def test_a_code_tells_what_the_youth_allows_and_no_more(client: Client, job: Placement, amina: Youth) -> None:
    Youth.objects.filter(pk=amina.pk).update(first_name="Qamina", last_name="Kanarie")
    row = show(job, ALL, by=amina.user, now=NOW)
    assert len(row.code) == 20
    text = Client().get(f"/tjek/{row.code}/").content.decode()
    for said in ("beviset er ægte", "Q.", job.post.employer.name if job.post.employer else "", "2"):
        assert said in text
    assert "Kanarie" not in text
    assert "Qamina" not in text
    assert Entry.objects.filter(verb="read", kind="certificate", youth=amina.pk, by=None).count() == 1
    less = show(job, {"shows_place": False, "shows_period": False, "shows_hours": False}, by=amina.user, now=NOW)
    assert less.code == row.code
    assert job.post.employer
    assert job.post.employer.name not in Client().get(f"/tjek/{row.code}/").content.decode()


def test_a_paper_tells_the_hours_that_both_sides_have_agreed_on(client: Client, job: Placement, amina: Youth) -> None:
    for number, state in enumerate(("agreed", "agreed", "disputed")):
        shift = RosterShift.objects.create(placement=job, day=TODAY - timedelta(days=number), starts=900, ends=1050)
        said = {"starts": 900, "ends": 1050, "put_in_by": amina.user, "put_in_at": NOW}
        WorkedHours.objects.create(shift=shift, state=state, **said)
    code = show(job, ALL, by=amina.user, now=NOW).code
    assert "Timer i alt" in Client().get(f"/tjek/{code}/").text
    assert "5 t." in Client().get(f"/tjek/{code}/").text
    client.force_login(amina.user)
    assert "Timer i alt 5 t." in words_of(client, f"/mine-beviser/job/{job.pk}/pdf/")


def test_a_revoked_code_is_as_one_that_never_was(client: Client, job: Placement, amina: Youth) -> None:
    row = show(job, ALL, by=amina.user, now=NOW)
    client.force_login(amina.user)
    client.post(f"/mine-beviser/job/{job.pk}/traek-tilbage/")
    gone, never = (Client().get(f"/tjek/{code}/") for code in (row.code, "abcdefghjkmnpqrstuvw"))
    assert (gone.status_code, never.status_code) == (404, 404)
    assert gone.content.split(b"<main")[1].split(b"csrf")[0] == never.content.split(b"<main")[1].split(b"csrf")[0]
    assert show(job, ALL, by=amina.user, now=NOW).code != row.code
    with pytest.raises(MoveRefused):
        revoke(job, by=job.youth.mentor, now=NOW)
    assert Certificate.objects.standing().count() == 1


def test_who_is_protected_has_to_choose_that_the_workplace_is_shown(
    client: Client, job: Placement, amina: Youth
) -> None:
    client.force_login(amina.user)
    address = reverse("keepsakes:certificate", args=[job.pk])
    assert client.get(address).context["form"]["shows_place"].value() is True
    Youth.objects.update(protected=Protected.YES)
    assert client.get(address).context["form"]["shows_place"].value() is False


def test_codes_are_not_tried_out_in_numbers() -> None:
    client = Client()
    answers = {client.get(f"/tjek/{number:020}/").status_code for number in range(40)}
    assert answers == {404, 429}


def test_a_typed_code_may_have_spaces_and_great_letters(job: Placement, amina: Youth) -> None:
    row = show(job, ALL, by=amina.user, now=NOW)
    typed = f" {row.code[:4].upper()} {row.code[4:]} "
    assert Client().post("/tjek/", {"code": typed}).headers["Location"] == f"/tjek/{row.code}/"


def test_nobody_else_makes_reads_or_revokes(
    client: Client, job: Placement, bo: User, carla: User, elif_: EmployerContact
) -> None:
    for by in (bo, elif_.user, carla):
        with pytest.raises(MoveRefused):
            show(job, ALL, by=by, now=NOW)
    for person in (carla, EmployerContactFactory().user, YouthFactory().user):
        client.force_login(person)
        for address in (
            f"/job/{job.pk}/udtalelse/",
            f"/mine-beviser/job/{job.pk}/",
            f"/mine-beviser/job/{job.pk}/pdf/",
        ):
            assert client.get(address).status_code == 404
        assert client.post(f"/job/{job.pk}/udtalelse/", WORDS).status_code == 404
    assert [model.objects.count() for model in (Certificate, Recommendation, Resume)] == [0, 0, 0]


def test_a_step_gives_a_diploma_to_the_youth_and_to_the_mentor_who_hands_it_over(
    client: Client, amina: Youth, bo: User, carla: User
) -> None:
    advance(
        amina,
        to_step=2,
        evidence="x",
        reason="Du har vist, at man kan regne med dig.",
        by=bo,
        now=NOW,
        grounds=NOTHING_MISSING,
    )
    here = f"/diplom/{StepChange.objects.get().pk}/pdf/"
    for person in (amina.user, bo):
        client.force_login(person)
        text = words_of(client, here)
        assert "Diplom Amina" in text
        assert "trin 2" in text
    assert Entry.objects.about_youth(amina.pk).reads().filter(by=bo, kind="stepchange").count() == 1
    for person in (carla, YouthFactory().user, EmployerContactFactory().user):
        client.force_login(person)
        assert client.get(here).status_code == 404


def test_the_list_asks_no_more_for_many_jobs_than_for_few(
    client: Client, amina: Youth, elif_: EmployerContact, django_assert_max_num_queries
) -> None:
    for _number in range(12):
        post = PostFactory(employer=elif_.employer)
        days = {"status": "ended", "first_day_on": TODAY, "last_day_on": TODAY}
        Placement.objects.create(youth=amina, post=post, first_name="Amina", agreed_at=NOW, **days)
    client.force_login(amina.user)
    with django_assert_max_num_queries(14):
        assert len(client.get("/mine-beviser/").context["jobs"]) == 12
