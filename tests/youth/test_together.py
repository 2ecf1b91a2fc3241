"""Something for several youths at once: chosen on the board, written once, looked through, done one by one."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from jobplaneten.accounts.models import Role, User
from jobplaneten.messaging.models import Message
from jobplaneten.trail.models import Entry
from tests.factories import NOW, TODAY, UserFactory, YouthFactory
from youth.models import StandIn, Youth

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
DAYS = {"from_on": TODAY.isoformat(), "until_on": (TODAY + timedelta(days=6)).isoformat()}


@pytest.fixture(autouse=True)
def that_day(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def sara(amina: Youth, bo: User) -> Youth:
    return YouthFactory(first_name="Sara", last_name="", area=amina.area, mentor=bo, step=3)


@pytest.fixture
def selma(area) -> User:
    return UserFactory(role=Role.MENTOR, name="Selma", areas=[area])


def test_the_board_shows_each_on_their_step(amina: Youth, sara: Youth, bo: User, as_user: SignIn) -> None:
    columns = as_user(bo).get("/unge/").context["columns"]
    assert [(step, [person["pk"] for person in people]) for step, people in columns] == [
        (1, [amina.pk]), (2, []), (3, [sara.pk]), (4, []),
    ]  # fmt: skip


def test_one_message_is_looked_through_and_reaches_each_alone_and_once(
    amina: Youth, sara: Youth, bo: User, as_user: SignIn
) -> None:
    client, page = as_user(bo), "/unge/samlet/skriv/"
    who = {"youth": [amina.pk, sara.pk]}
    assert "Sara" in client.post(page, who).text
    assert "Skriv et svar." in client.post(page, who | {"stage": "look"}).text
    look = client.post(page, who | {"stage": "look", "words": "Vi ses på fredag kl. 15"})
    assert "Vi ses på fredag kl. 15" in look.text
    assert not Message.objects.exists()
    assert set(Entry.objects.reads().filter(by=bo).values_list("youth", flat=True)) == {amina.pk, sara.pk}
    back = client.post(page, who | {"stage": "mend", "words": "Vi ses på fredag kl. 15"})
    assert "Vi ses på fredag kl. 15</textarea>" in back.text
    for _press in range(2):
        sure = {"stage": "do", "words": "Vi ses på fredag kl. 15", "once": look.context["once"]}
        done = client.post(page, who | sure, follow=True)
    assert "Gjort for 2 unge" in done.text
    read_when_done = Entry.objects.reads().filter(by=bo, youth=amina.pk).count()
    client.get("/unge/samlet/gjort/")
    assert Entry.objects.reads().filter(by=bo, youth=amina.pk).count() == read_when_done + 1
    assert list(Message.objects.order_by("to").values_list("to", "subject", "body")) == [
        (youth.user_id, "Besked fra Bo", "Vi ses på fredag kl. 15") for youth in (amina, sara)
    ]
    assert Entry.objects.filter(verb="write_to", by=bo).count() == 2
    assert "Sara" not in as_user(amina.user).get("/beskeder/").text


def test_who_is_not_in_view_is_as_if_not_there_and_nobody_hears_anything(
    amina: Youth, bo: User, carla: User, as_user: SignIn
) -> None:
    other = YouthFactory()
    sure = {"stage": "do", "words": "Hej", "once": "x"}
    assert as_user(bo).post("/unge/samlet/skriv/", {"youth": [amina.pk, other.pk], **sure}).status_code == 404
    assert as_user(carla).post("/unge/samlet/skriv/", {"youth": [amina.pk], **sure}).status_code == 404
    assert as_user(amina.user).post("/unge/samlet/skriv/", {"youth": [amina.pk], **sure}).status_code == 404
    assert as_user(bo).post("/unge/samlet/andet/", {"youth": [amina.pk], **sure}).status_code == 404
    assert not Message.objects.exists()


def test_nobody_chosen_leads_back_with_a_word(amina: Youth, bo: User, as_user: SignIn) -> None:
    assert "Sæt hak ved dem" in as_user(bo).post("/unge/samlet/skriv/", follow=True).text
    assert as_user(bo).get("/unge/samlet/gjort/")["location"] == "/unge/"


def test_a_stand_in_for_several_says_for_each_how_it_went(
    amina: Youth, sara: Youth, bo: User, selma: User, as_user: SignIn
) -> None:
    StandIn.objects.create(youth=sara, mentor=UserFactory(), from_on=TODAY, until_on=TODAY, by=bo, at=NOW)
    sure = {"youth": [amina.pk, sara.pk], "stage": "do", "once": "x", "mentor": selma.pk, **DAYS}
    page = as_user(bo).post("/unge/samlet/vikar/", sure, follow=True).text
    assert "Gjort for 1 ung" in page
    assert "Der er allerede en vikar nogle af dagene." in page
    assert StandIn.objects.filter(mentor=selma).get().youth == amina


def test_only_a_coordinator_gives_several_to_another_mentor(
    amina: Youth, sara: Youth, bo: User, selma: User, dorte: User, as_user: SignIn
) -> None:
    sure = {"youth": [amina.pk, sara.pk], "stage": "do", "once": "x", "mentor": selma.pk}
    assert as_user(bo).post("/unge/samlet/mentor/", sure).status_code == 404
    assert set(Youth.objects.values_list("mentor", flat=True)) == {bo.pk}
    as_user(dorte).post("/unge/samlet/mentor/", sure)
    assert set(Youth.objects.values_list("mentor", flat=True)) == {selma.pk}


def test_a_stand_in_gives_nobody_on(amina: Youth, bo: User, selma: User, as_user: SignIn) -> None:
    StandIn.objects.create(youth=amina, mentor=selma, from_on=TODAY, until_on=TODAY, by=bo, at=NOW)
    third = UserFactory(role=Role.MENTOR, areas=[amina.area])
    sure = {"youth": [amina.pk], "stage": "do", "once": "x", "mentor": third.pk, **DAYS}
    assert "Kun den unges egen mentor" in as_user(selma).post("/unge/samlet/vikar/", sure, follow=True).text
    assert not StandIn.objects.filter(mentor=third).exists()
