from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from jobplaneten.accounts.models import Area, User
from jobplaneten.trail.models import Entry
from tests.factories import NOW, AreaFactory, FreeTimeFactory, UserFactory, YouthFactory, YouthSkillFactory
from youth.models import Youth

pytestmark = pytest.mark.django_db
CASELOAD = "/unge/"


def names(page: Any) -> list[str]:
    return [person["name"] for person in page.context["people"]]


def test_a_mentor_sees_their_own_and_a_coordinator_the_whole_area(
    as_user: Any, amina: Youth, bo: User, dorte: User, carla: User
) -> None:
    YouthFactory(area=amina.area, first_name="Zahra", last_name="")
    assert names(as_user(bo).get(CASELOAD)) == ["Amina Hussein"]
    assert names(as_user(dorte).get(CASELOAD)) == ["Amina Hussein", "Zahra"]
    assert names(as_user(carla).get(CASELOAD)) == []


def test_the_list_can_be_narrowed_by_step_status_and_area(as_user: Any, amina: Youth, bo: User) -> None:
    second = AreaFactory(name="Den anden park")
    bo.areas.add(second)
    YouthFactory(area=second, mentor=bo, first_name="Zahra", last_name="", step=3, is_paused=True)
    client = as_user(bo)
    assert names(client.get(CASELOAD)) == ["Amina Hussein", "Zahra"]
    assert names(client.get(CASELOAD, {"step": 3})) == ["Zahra"]
    assert names(client.get(CASELOAD, {"status": "active"})) == ["Amina Hussein"]
    assert names(client.get(CASELOAD, {"area": second.pk})) == ["Zahra"]
    assert names(client.get(CASELOAD, {"area": second.pk, "step": 1})) == []


def test_an_area_of_others_cannot_be_asked_for(as_user: Any, amina: Youth, bo: User, carla: User) -> None:
    form = as_user(bo).get(CASELOAD, {"area": carla.areas.get().pk}).context["form"]
    assert form.errors["area"]


@pytest.mark.parametrize(
    ("traits", "words"),
    [
        ({"guardian_says_yes": True}, "Klar til job"),
        ({"guardian_says_yes": True, "waiting_since": None}, "I job"),
        ({}, "mangler at få besked"),
        ({"is_paused": True}, "Holder pause"),
        ({"profile_done_at": None}, "Profilen er ikke færdig"),
    ],
)
def test_a_line_says_the_one_thing_that_stands_out(
    as_user: Any, area: Area, bo: User, traits: dict[str, Any], words: str
) -> None:
    YouthFactory(area=area, mentor=bo, **traits)
    assert words in as_user(bo).get(CASELOAD).content.decode()


@pytest.mark.parametrize("page", [CASELOAD, "/unge/nye/"])
def test_a_list_asks_the_database_as_often_for_twenty_as_for_two(
    as_user: Any, area: Area, dorte: User, django_assert_num_queries: Any, page: str
) -> None:
    client = as_user(dorte)
    trait = {"guardian_says_yes": True} if page == CASELOAD else {"is_waiting": True}
    YouthFactory.create_batch(2, area=area, **trait)
    with CaptureQueriesContext(connection) as two:
        client.get(page)
    YouthFactory.create_batch(18, area=area, **trait)
    with django_assert_num_queries(len(two)):
        client.get(page)


def test_the_page_of_a_youth_shows_what_a_mentor_needs(as_user: Any, amina: Youth, bo: User) -> None:
    YouthSkillFactory(youth=amina, skill="polite", level=3, evidence="club")
    FreeTimeFactory(youth=amina)
    page = as_user(bo).get(reverse("youth:person", args=[amina.pk])).content.decode()
    for words in ("Amina Hussein", "Høflig (klub eller sport)", "15.00-18.00", "egen salon", "Mor: ", "Ude"):
        assert words in page
    assert reverse("matching:guardian_word", args=[amina.pk]) in page


def test_the_next_step_is_to_talk_with_the_parents_when_their_word_is_missing(
    as_user: Any, area: Area, bo: User
) -> None:
    youth = YouthFactory(area=area, mentor=bo)
    page = as_user(bo).get(reverse("youth:person", args=[youth.pk]))
    assert page.context["next"]["url"] == reverse("matching:guardian_word", args=[youth.pk])
    assert "mangler at få besked" in page.content.decode()


def test_every_page_that_shows_a_youth_to_an_adult_is_written_in_the_trail(
    as_user: Any, amina: Youth, bo: User
) -> None:
    waiting = YouthFactory(is_waiting=True, area=amina.area)
    client = as_user(bo)
    client.get(CASELOAD)
    client.get(reverse("youth:queue"))
    client.get(reverse("youth:person", args=[amina.pk]))
    client.get(reverse("youth:pause", args=[amina.pk]))
    reads = Entry.objects.reads().order_by("pk").values_list("by", "kind", "youth")
    assert list(reads) == [(bo.pk, "youth", pk) for pk in (amina.pk, waiting.pk, amina.pk, amina.pk)]


def test_a_youth_of_somebody_else_does_not_exist(
    as_user: Any, amina: Youth, carla: User, elif_: Any, area: Area
) -> None:
    neighbour = UserFactory(name="Bente", areas=[area])
    stranger = YouthFactory(user__name="Zahra")
    pages = ("person", "step", "pause", "resume")
    for user in (carla, neighbour, elif_.user, stranger.user, amina.user):
        client = as_user(user)
        for page in pages:
            assert client.get(reverse(f"youth:{page}", args=[amina.pk])).status_code == 404
        assert client.post(reverse("youth:allow_next", args=[amina.pk]), {"allowed": "yes"}).status_code == 404
    assert not Entry.objects.reads().exists()


def test_lists_of_youths_are_for_staff(as_user: Any, client: Any, amina: Youth, elif_: Any) -> None:
    for user in (amina.user, elif_.user):
        assert as_user(user).get(CASELOAD).status_code == 404
        assert as_user(user).get(reverse("youth:queue")).status_code == 404
    client.logout()
    assert client.get(CASELOAD).status_code == 302


def test_a_youth_who_waits_can_be_read_but_not_moved(as_user: Any, area: Area, bo: User, dorte: User) -> None:
    waiting = YouthFactory(is_waiting=True, area=area)
    page = as_user(bo).get(reverse("youth:person", args=[waiting.pk]))
    assert page.context["moves"] == {"let_in", "turn_away"}
    assert as_user(bo).get(reverse("youth:pause", args=[waiting.pk])).status_code == 403


def test_the_age_is_counted_today(amina: Youth) -> None:
    assert (amina.age_on(date(2026, 4, 2)), amina.age_on(date(2026, 4, 3))) == (13, 14)
    assert amina.asked_at == NOW
