"""What a guardian does at the gate: being told is one thing, signing is another, and neither gives the name away."""

from datetime import timedelta

import pytest

from employers.models import EmployerContact
from jobplaneten.accounts.models import Role, User
from jobplaneten.placements import papers
from jobplaneten.placements.actions import start, take_back, tick
from jobplaneten.placements.gates import owed
from jobplaneten.placements.models import Paper, PaperTick, Placement
from jobplaneten.trail.models import Entry
from jobplaneten.workflow import MoveRefused
from tests.factories import NOW, TODAY, UserFactory
from tests.placements.conftest import tick_each
from youth.policy import Switch

FIRST_DAY = TODAY + timedelta(days=8)
pytestmark = pytest.mark.django_db


@pytest.fixture
def mother(db: None) -> User:
    return UserFactory(role=Role.GUARDIAN, name="Hodan Kanarie")


def test_nobody_under_18_begins_without_a_guardians_signature(
    job: Placement, bo: User, elif_: EmployerContact, mother: User
) -> None:
    tick_each(job, mentor=bo, contact=elif_.user, but=(Paper.COSIGN,))
    with pytest.raises(MoveRefused, match="skrevet under"):
        start(job, first_day_on=FIRST_DAY, by=bo, now=NOW)
    tick(job, Paper.COSIGN, by=mother, now=NOW)
    start(job, first_day_on=FIRST_DAY, by=bo, now=NOW)
    take_back(job, Paper.COSIGN, reason="x", by=mother, now=NOW)
    assert Placement.objects.get(pk=job.pk).first_day_on is None


def test_a_guardian_signs_for_home_and_for_nothing_else(job: Placement, mother: User) -> None:
    for paper in set(Paper) - {Paper.GUARDIAN, Paper.COSIGN}:
        with pytest.raises(MoveRefused):
            tick(job, paper, by=mother, now=NOW)
    with pytest.raises(MoveRefused):
        start(job, first_day_on=FIRST_DAY, by=mother, now=NOW)
    assert not PaperTick.objects.exists()


def test_a_workplace_reads_that_home_has_signed_and_not_who(
    client, job: Placement, mother: User, elif_: EmployerContact
) -> None:
    tick(job, Paper.COSIGN, by=mother, now=NOW)
    take_back(job, Paper.COSIGN, reason="Kanarie", by=mother, now=NOW)
    tick(job, Paper.COSIGN, by=mother, now=NOW)
    client.force_login(elif_.user)
    page = client.get(f"/job/{job.pk}/").content.decode()
    assert "Forældrene har sat flueben" in page
    assert "Kanarie" not in page + client.get(f"/api/v1/placements/{job.pk}/").content.decode()


def test_what_a_mentor_writes_for_a_guardian_says_why(client, job: Placement, bo: User) -> None:
    client.force_login(bo)
    signed = {"paper": "cosign", "who": "far", "done_on": TODAY.isoformat()}
    client.post(f"/job/{job.pk}/flueben/", signed)
    assert not PaperTick.objects.exists()
    client.post(f"/job/{job.pk}/flueben/", signed | {"why": "paper"})
    assert PaperTick.objects.get().why == "paper"
    assert Entry.objects.get(verb="tick").detail["why"] == "paper"
    assert "de har skrevet under på papir" in client.get(f"/job/{job.pk}/").content.decode()


def test_the_signature_is_asked_for_while_the_switch_is_on(job: Placement, monkeypatch: pytest.MonkeyPatch) -> None:
    assert Paper.COSIGN in owed(job.youth, TODAY)
    monkeypatch.setattr("jobplaneten.placements.gates.COSIGN_UNDER_18", Switch(()))
    assert Paper.COSIGN not in {line.paper for line in papers.lines(job, TODAY)}
    assert Paper.GUARDIAN in owed(job.youth, TODAY)
