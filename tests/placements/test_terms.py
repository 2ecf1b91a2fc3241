"""The terms of a job: agreed to by each side, as one exact text, and written anew when something changes."""

import io
import subprocess
import sys
from datetime import date, timedelta
from typing import Any

import pypdf
import pytest
import time_machine
from django.test import Client

from employers.models import EmployerContact, Post
from jobplaneten.accounts.models import User
from jobplaneten.placements.actions import agree, end, start, take_back, tick, write_terms
from jobplaneten.placements.contract import current_terms, first_terms
from jobplaneten.placements.models import Paper, Placement, PlacementStatus, Terms, TermsYes
from jobplaneten.trail.models import Entry
from jobplaneten.workflow import MoveRefused
from tests.factories import NOW, TODAY, EmployerContactFactory
from tests.placements.test_actions import subjects_to
from youth.models import Youth

FIRST_DAY = date(2026, 12, 1)
pytestmark = pytest.mark.django_db


def written(job: Placement, by: User, /, **otherwise: Any) -> Terms:
    job = Placement.objects.get(pk=job.pk)
    known = current_terms(job)
    said = {name: getattr(known, name) for name in first_terms(job, TODAY)} if known else first_terms(job, TODAY)
    return write_terms(job, said=said | otherwise, by=by, now=NOW)


def agree_all(job: Placement, terms: Terms, amina: Youth, elif_: EmployerContact, bo: User) -> None:
    agree(job, side="youth", digest=terms.digest, by=amina.user, now=NOW)
    agree(job, side="employer", digest=terms.digest, by=elif_.user, now=NOW)
    agree(job, side="guardian", digest=terms.digest, why="paper", by=bo, now=NOW)


def standing(job: Placement) -> set[str]:
    return set(job.ticks.standing().values_list("paper", flat=True))


def test_the_last_yes_puts_the_tick_and_everybody_hears(
    job: Placement, amina: Youth, bo: User, elif_: EmployerContact
) -> None:
    terms = written(job, elif_.user)
    assert "Læs vilkårene: Hjælp i butikken" in subjects_to(amina.user)
    agree(job, side="youth", digest=terms.digest, by=amina.user, now=NOW)
    agree(job, side="employer", digest=terms.digest, by=elif_.user, now=NOW)
    assert standing(job) == set()
    agree(job, side="guardian", digest=terms.digest, why="paper", by=bo, now=NOW)
    assert standing(job) == {"terms", "cosign"}
    assert "Vilkårene er på plads: Hjælp i butikken" in subjects_to(elif_.user)
    agree(job, side="youth", digest=terms.digest, by=amina.user, now=NOW)
    assert TermsYes.objects.count() == 3


def test_nobody_says_yes_for_another_or_to_a_text_that_has_changed(
    job: Placement, amina: Youth, bo: User, elif_: EmployerContact, carla: User
) -> None:
    terms = written(job, elif_.user)
    for side, why, by in (
        ("youth", "", elif_.user),
        ("employer", "", amina.user),
        ("guardian", "", amina.user),
        ("guardian", "", bo),
        ("employer", "paper", bo),
    ):
        with pytest.raises(MoveRefused):
            agree(job, side=side, digest=terms.digest, why=why, by=by, now=NOW)
    with pytest.raises(MoveRefused, match="lige blevet ændret"):
        agree(job, side="youth", digest="0" * 64, by=amina.user, now=NOW)
    with pytest.raises(MoveRefused):
        written(job, amina.user)
    assert not TermsYes.objects.exists()


def test_a_change_is_a_new_number_and_the_old_yeses_do_not_count(
    job: Placement, amina: Youth, bo: User, elif_: EmployerContact
) -> None:
    terms = written(job, elif_.user)
    agree_all(job, terms, amina, elif_, bo)
    newer = written(job, elif_.user, pay_hour=75)
    assert (newer.number, newer.digest == terms.digest, standing(job)) == (2, False, set())
    assert TermsYes.objects.filter(terms=terms).count() == 3
    with pytest.raises(MoveRefused):
        agree(job, side="youth", digest=terms.digest, by=amina.user, now=NOW)


def test_where_terms_are_written_here_nobody_ticks_past_them(job: Placement, bo: User, elif_: EmployerContact) -> None:
    written(job, elif_.user)
    for paper, by in ((Paper.TERMS, elif_.user), (Paper.COSIGN, bo)):
        with pytest.raises(MoveRefused, match="Vilkår"):
            tick(job, paper, by=by, now=NOW)
    assert standing(job) == set()


def test_a_signature_that_is_taken_back_was_a_yes_to_the_terms(
    job: Placement, amina: Youth, bo: User, elif_: EmployerContact
) -> None:
    agree_all(job, written(job, elif_.user), amina, elif_, bo)
    take_back(job, Paper.COSIGN, reason="x", by=bo, now=NOW)
    assert standing(job) == set()
    found = current_terms(job)
    assert found is not None
    assert found.yes_of("guardian") is None


def test_a_first_day_that_was_set_waits_when_terms_change_and_a_job_under_way_goes_on(
    ready: Placement, amina: Youth, bo: User, elif_: EmployerContact
) -> None:
    start(ready, first_day_on=FIRST_DAY, by=bo, now=NOW)
    written(ready, elif_.user)
    assert Placement.objects.get(pk=ready.pk).status == PlacementStatus.PAPERS
    Placement.objects.filter(pk=ready.pk).update(status="started", first_day_on=TODAY, started_at=NOW)
    newer = written(ready, elif_.user, pay_hour=80)
    running = Placement.objects.get(pk=ready.pk)
    assert running.status == PlacementStatus.STARTED
    agree_all(running, newer, amina, elif_, bo)
    assert standing(running) >= {"terms", "cosign"}


def test_agreed_terms_shorten_the_job_and_say_the_notice(
    ready: Placement, amina: Youth, bo: User, elif_: EmployerContact
) -> None:
    Placement.objects.filter(pk=ready.pk).update(status="started", first_day_on=TODAY, started_at=NOW)
    until = TODAY + timedelta(days=60)
    terms = written(ready, elif_.user, ends_on=until, employer_notice_days=21)
    agree_all(Placement.objects.get(pk=ready.pk), terms, amina, elif_, bo)
    running = Placement.objects.select_related("post", "youth").get(pk=ready.pk)
    assert [running.works_on(day) for day in (until, until + timedelta(days=1))] == [True, False]
    with pytest.raises(MoveRefused, match="Opsigelsen er 3 uger"):
        end(running, last_day_on=TODAY, kind="less_work", by=elif_.user, now=NOW)
    end(running, last_day_on=TODAY, kind="less_work", is_agreed=True, by=elif_.user, now=NOW)


def test_terms_cannot_be_longer_than_the_law_lets_them(job: Placement, elif_: EmployerContact) -> None:
    """In the summer she is 15; a night shift is against the law whoever agrees."""
    Post.objects.get(pk=job.post_id).shifts.update(starts=21 * 60, ends=22 * 60)
    with pytest.raises(MoveRefused, match="Loven siger nej"):
        written(job, elif_.user, ends_on=date(2027, 9, 1))
    assert not Terms.objects.exists()


def test_a_trial_period_is_a_quarter_of_a_fixed_term(client: Client, job: Placement, elif_: EmployerContact) -> None:
    client.force_login(elif_.user)
    with time_machine.travel(NOW, tick=False):
        page = client.get(f"/job/{job.pk}/vilkaar/ret/")
        typed = {name: "" if value is None else value for name, value in page.context["form"].initial.items()}
        late = client.post(f"/job/{job.pk}/vilkaar/ret/", typed | {"trial_until": "2027-02-01"})
        assert list(late.context["form"].errors) == ["trial_until"]
        made = client.post(f"/job/{job.pk}/vilkaar/ret/", typed | {"trial_until": "2026-12-20"})
    assert made.status_code == 302
    assert Terms.objects.get().trial_until == date(2026, 12, 20)


def words_of(client: Client, address: str) -> tuple[Any, str]:
    answer: Any = client.get(address)
    assert answer.status_code == 200
    reader = pypdf.PdfReader(io.BytesIO(b"".join(answer.streaming_content)))
    return answer, " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_the_pdf_holds_what_the_law_asks_for_and_tells_no_surname(
    client: Client, job: Placement, amina: Youth, bo: User, elif_: EmployerContact
) -> None:
    Youth.objects.filter(pk=amina.pk).update(last_name="Kanarie")
    User.objects.filter(pk=amina.user_id).update(name="Amina Kanarie")
    terms = written(job, elif_.user, job="Hjælp i Ærøs butik #panic() $x$", contact="عائشة")
    agree_all(job, terms, amina, elif_, bo)
    for person in (elif_.user, amina.user):
        client.force_login(person)
        answer, text = words_of(client, f"/job/{job.pk}/vilkaar/pdf/")
        for said in (
            "Ansættelsesbevis", elif_.employer.name, elif_.employer.cvr, "Hjælp i Ærøs butik #panic() $x$", "عائشة",
            "1. december 2026", "70,00 kr.", "FerieKonto", "2 uger", "Arbejdstider", "Prøvetid", "Overenskomst",
            "Arbejdsskadeforsikring", "Ja, Amina 23. november 2026 08.00", terms.digest[:16],
        ):  # fmt: skip
            assert said in text
        assert "Kanarie" not in text
        assert answer["Content-Disposition"] == 'inline; filename="ansaettelsesbevis.pdf"'
        assert "no-store" in answer["Cache-Control"]
    taken = Entry.objects.filter(verb="take_pdf", youth=amina.pk)
    assert set(taken.values_list("by", flat=True)) == {elif_.user.pk, amina.user_id}


def test_strangers_find_no_terms(client: Client, job: Placement, elif_: EmployerContact, carla: User) -> None:
    terms = written(job, elif_.user)
    for person in (carla, EmployerContactFactory().user):
        client.force_login(person)
        for address in ("", "ret/", "pdf/"):
            assert client.get(f"/job/{job.pk}/vilkaar/{address}").status_code == 404
        assert client.post(f"/job/{job.pk}/vilkaar/ja/", {"digest": terms.digest}).status_code == 404
    assert not TermsYes.objects.exists()


def test_pages_that_make_no_pdf_load_none() -> None:
    look = "import django, sys; django.setup(); import jobplaneten.urls; print('typst' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "False"
