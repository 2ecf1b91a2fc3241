"""A protected name and address: who hears what, and how many it takes to lift it."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from rest_framework.test import APIClient

from jobplaneten.accounts.models import Role, User
from jobplaneten.families.models import Guardian, Guardianship
from jobplaneten.messaging.models import Message
from jobplaneten.workflow import MoveRefused
from matching import actions as matching
from matching.models import CandidateCard, Match, MatchStatus
from tests.factories import NOW, UserFactory, YouthFactory
from tests.house.told import plant
from tests.house.world import build
from tests.matching.factories import MatchFactory
from youth.actions import confirm_clearing, let_in, propose_clearing, protect, say_not_protected
from youth.disclosure import name_of
from youth.models import Protected, Youth

pytestmark = pytest.mark.django_db


def test_no_list_or_filter_of_another_mentor_finds_a_protected_youth() -> None:
    world = plant(build())
    ben = UserFactory(role=Role.MENTOR, name="Ben", areas=[world.area])
    assert not Youth.objects.visible_to(ben).exists()
    assert not Youth.objects.in_areas_of(ben).filter(protected=Protected.YES).exists()
    client = APIClient()
    client.force_authenticate(world.people["dorte"])
    assert client.get("/api/v1/youths/").json()["count"] == 3
    assert client.get("/api/v1/youths/", {"area": world.amina.area_id}).json()["count"] == 0


# ── who says so ─────────────────────────────────────────────────────────────
def test_one_protects_and_two_lift_it(amina: Youth, bo: User, dorte: User) -> None:
    protect(amina, by=bo, now=NOW)
    propose_clearing(amina, by=bo, now=NOW)
    with pytest.raises(MoveRefused):
        confirm_clearing(amina, by=bo, now=NOW)
    amina.refresh_from_db()
    assert name_of(amina) == "Amina"
    assert Message.objects.filter(to=dorte).count() == 1
    confirm_clearing(amina, by=dorte, now=NOW)
    amina.refresh_from_db()
    assert (amina.protected, amina.clearing_by, name_of(amina)) == (Protected.NO, None, "Amina Hussein")


def test_the_second_may_say_no_and_then_nothing_waits(amina: Youth, bo: User, dorte: User) -> None:
    protect(amina, by=bo, now=NOW)
    propose_clearing(amina, by=bo, now=NOW)
    protect(amina, by=dorte, now=NOW)
    with pytest.raises(MoveRefused):
        confirm_clearing(amina, by=bo, now=NOW)


def test_the_first_answer_takes_one_and_only_while_nobody_has_answered(amina: Youth, bo: User) -> None:
    Youth.objects.update(protected=Protected.UNKNOWN)
    assert say_not_protected(amina, by=bo, now=NOW).protected == Protected.NO
    protect(amina, by=bo, now=NOW)
    with pytest.raises(MoveRefused):
        say_not_protected(amina, by=bo, now=NOW)


def test_strangers_neither_protect_nor_lift(amina: Youth, carla: User) -> None:
    for act in (protect, propose_clearing, confirm_clearing, say_not_protected):
        with pytest.raises(MoveRefused):
            act(amina, by=carla, now=NOW)


def test_at_the_door_it_is_asked_with_one_tap(as_user: Any, bo: User, area: Any) -> None:
    newcomer = YouthFactory(area=area, is_waiting=True, protected=Protected.UNKNOWN)
    url = reverse("youth:let_in", args=[newcomer.pk])
    assert as_user(bo).post(url, {"mentor": bo.pk}).context["let_in_form"].errors["protected"]
    as_user(bo).post(url, {"mentor": bo.pk, "protected": "no"})
    newcomer.refresh_from_db()
    assert newcomer.protected == Protected.NO


def test_what_is_known_to_be_protected_is_not_undone_at_the_door(dorte: User, bo: User, area: Any) -> None:
    newcomer = YouthFactory(area=area, is_waiting=True, protected=Protected.YES)
    assert let_in(newcomer, mentor=bo, by=dorte, now=NOW, protected=Protected.NO).protected == Protected.YES


# ── two adults before anything goes out ─────────────────────────────────────
@pytest.fixture
def match(amina: Youth, bo: User) -> Match:
    protect(amina, by=bo, now=NOW)
    return MatchFactory(youth=amina)


def test_a_second_adult_must_answer_before_a_protected_youth_is_shown_to_anybody(
    match: Match, bo: User, dorte: User
) -> None:
    with pytest.raises(MoveRefused):
        matching.approve(match, line="", by=bo, now=NOW)
    matching.vouch(match, by=bo, now=NOW)
    with pytest.raises(MoveRefused):
        matching.approve(match, line="", by=bo, now=NOW)
    match.refresh_from_db()
    assert match.status == MatchStatus.PROPOSED
    matching.approve(match, line="", by=dorte, now=NOW)
    card = matching.accept(match, by=match.youth.user, now=NOW)
    assert card.first_name == "Amina"


def test_what_one_alone_has_sent_out_is_pulled_back_when_a_youth_is_protected(amina: Youth, bo: User) -> None:
    match = MatchFactory(youth=amina)
    matching.approve(match, line="", by=bo, now=NOW)
    card = matching.accept(match, by=amina.user, now=NOW)
    elin = UserFactory(role=Role.EMPLOYER)
    match.post.employer.contacts.create(user=elin)
    assert CandidateCard.objects.visible_to(elin).get() == card
    matching.protect(amina, by=bo, now=NOW)
    match.refresh_from_db()
    assert match.status == MatchStatus.EXPIRED
    assert not CandidateCard.objects.visible_to(elin).exists()


# ── parents ─────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(("lives_with", "status"), [(True, 200), (False, 404)])
def test_only_the_parent_whom_a_protected_youth_lives_with_sees_the_job(lives_with: bool, status: int) -> None:
    world = plant(build())
    mother = UserFactory(role=Role.GUARDIAN, name="Mor")
    Guardian.objects.create(user=mother)
    standing = {"relation": "mother", "began_at": NOW, "known_by": world.mentor, "lives_with": lives_with}
    child = Guardianship.objects.create(youth=world.amina, guardian=mother, **standing)
    client = people_at_one(mother)
    assert client.get(reverse("families:job", args=[world.placement.pk])).status_code == status
    page = client.get(reverse("families:child", args=[child.pk])).content.decode()
    for place in (world.placement.post.title, world.employer.name, "Bo</bdi>"):
        assert (place in page) is lives_with


def people_at_one(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client
