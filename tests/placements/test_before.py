"""What is asked of both sides before the first day, and the youth's own papers: done or not, and never a number."""

from datetime import date

import pytest
from django.test import Client

from employers.models import EmployerContact, Post
from jobplaneten.accounts.models import User
from jobplaneten.placements.actions import expect, say_own_paper
from jobplaneten.placements.gates import owed
from jobplaneten.placements.models import Expectation, OwnPaper, Paper, Placement
from jobplaneten.workflow import MoveRefused
from tests.factories import NOW, TODAY, PostFactory, YouthFactory
from tests.placements.test_actions import subjects_to
from youth.models import Youth

pytestmark = pytest.mark.django_db
OURS = {
    "meet": "Bagdøren kl. 15.20", "wear": "Sorte bukser", "ill": "Karen, før 12", "breaks": "16.30",
    "phone": "breaks", "learn": "At sætte varer op",
}  # fmt: skip


def test_each_side_answers_once_and_reads_the_other(
    client: Client, job: Placement, amina: Youth, elif_: EmployerContact
) -> None:
    here = f"/job/{job.pk}/forventninger/"
    client.force_login(elif_.user)
    assert client.post(here, OURS | {"phone": "nonsense"}).status_code == 200
    assert not Expectation.objects.exists()
    for _twice in range(2):
        client.post(here, OURS)
    assert subjects_to(amina.user).count("Det forventer vi: Hjælp i butikken") == 1
    client.force_login(amina.user)
    text = client.get(here).content.decode()
    assert "Bagdøren kl. 15.20" in text
    assert "Ja, i pausen" in text
    client.post(here, {"shown": "show", "told": "alone", "unsure": "ask", "agreed": "fine"})
    client.force_login(elif_.user)
    assert "bagefter, når vi er alene" in client.get(here).content.decode()
    assert Expectation.objects.count() == 2


def test_nobody_answers_for_a_side_that_is_not_theirs(client: Client, job: Placement, bo: User, carla: User) -> None:
    here = f"/job/{job.pk}/forventninger/"
    client.force_login(bo)
    assert (client.get(here).status_code, client.post(here, OURS).status_code) == (200, 403)
    client.force_login(carla)
    assert client.post(here, OURS).status_code == 404
    with pytest.raises(MoveRefused):
        expect(job, answers=OURS, by=bo, now=NOW)
    assert not Expectation.objects.exists()


def test_a_youth_ticks_own_papers_and_the_mentor_sees_it(
    client: Client, job: Placement, amina: Youth, bo: User, elif_: EmployerContact
) -> None:
    client.force_login(amina.user)
    for _twice in range(2):
        client.post("/mine-papirer/", {"kind": "account", "is_done": "yes"})
    assert client.post("/mine-papirer/", {"kind": "cpr", "is_done": "yes"}).status_code == 404
    assert OwnPaper.objects.count() == 1
    assert "1 af 3" in client.get("/mine-papirer/").content.decode()
    client.force_login(bo)
    assert "kan komme ind på (i orden)" in client.get(f"/job/{job.pk}/").content.decode()
    client.force_login(elif_.user)
    assert "MitID" not in client.get(f"/job/{job.pk}/").content.decode()
    with pytest.raises(MoveRefused):
        say_own_paper(amina, "tax", is_done=True, by=bo, now=NOW)
    client.force_login(amina.user)
    client.post("/mine-papirer/", {"kind": "account", "is_done": "no"})
    assert not OwnPaper.objects.exists()


def test_children_and_food_ask_for_their_own_papers(job: Placement, elif_: EmployerContact) -> None:
    fifteen = YouthFactory(born_on=date(2011, 5, 4))
    daycare: Post = PostFactory(employer=elif_.employer, category="daginstitution")
    kitchen: Post = PostFactory(employer=elif_.employer, category="koekken_servering")
    assert Paper.RECORD in owed(fifteen, TODAY, daycare)
    assert Paper.RECORD not in owed(job.youth, TODAY, daycare)
    assert Paper.HYGIENE in owed(job.youth, TODAY, kitchen)
    assert not {Paper.RECORD, Paper.HYGIENE} & set(owed(fifteen, TODAY, job.post))
