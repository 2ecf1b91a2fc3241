"""A forgotten password, and a mentor who stops."""

import pytest
from django.urls import reverse

from jobplaneten.accounts.models import Role, User
from jobplaneten.messaging.models import Message
from jobplaneten.trail.models import Entry
from tests.factories import EmployerContactFactory, UserFactory
from youth.models import Youth

pytestmark = pytest.mark.django_db


def test_the_mentor_gives_a_new_password_that_is_seen_once_and_must_be_changed(as_user, amina: Youth, bo: User) -> None:
    page = as_user(bo).post(reverse("youth:new_password", args=[amina.pk]))
    amina.user.refresh_from_db()
    shown = page.context["password"]
    assert amina.user.check_password(shown)
    assert shown in page.content.decode()
    front = as_user(amina.user).get("/")
    assert front.url == reverse("accounts:change_password")
    assert Entry.objects.filter(verb="temporary_password", by=bo).exists()


def test_nobody_else_may_give_a_youth_a_password(as_user, amina: Youth, carla: User, elif_) -> None:
    before = amina.user.password
    for stranger in (carla, elif_.user, amina.user):
        assert as_user(stranger).post(reverse("youth:new_password", args=[amina.pk])).status_code == 404
    amina.user.refresh_from_db()
    assert amina.user.password == before


def test_the_coordinator_gives_the_youth_another_mentor_and_all_are_told(as_user, amina: Youth, dorte: User) -> None:
    eva = UserFactory(role=Role.MENTOR, name="Eva", areas=[amina.area])
    as_user(dorte).post(reverse("youth:hand_over", args=[amina.pk]), {"mentor": eva.pk})
    amina.refresh_from_db()
    assert amina.mentor == eva
    assert set(Message.objects.values_list("to", flat=True)) == {eva.pk, amina.user_id}


def test_a_mentor_of_another_area_cannot_be_chosen(as_user, amina: Youth, bo: User, dorte: User, carla: User) -> None:
    page = as_user(dorte).post(reverse("youth:hand_over", args=[amina.pk]), {"mentor": carla.pk})
    amina.refresh_from_db()
    assert page.status_code == 200
    assert amina.mentor == bo


def test_a_mentor_cannot_take_a_youth_from_another(as_user, amina: Youth, bo: User) -> None:
    eva = UserFactory(role=Role.MENTOR, areas=[amina.area])
    assert as_user(eva).post(reverse("youth:hand_over", args=[amina.pk]), {"mentor": eva.pk}).status_code == 404
    amina.refresh_from_db()
    assert amina.mentor == bo


def test_the_coordinator_gives_the_employer_a_new_password(as_user, dorte: User, bo: User) -> None:
    contact = EmployerContactFactory()
    door = reverse("employers:employer_password", args=[contact.employer_id])
    assert as_user(bo).post(door).status_code == 404
    page = as_user(dorte).post(door)
    contact.user.refresh_from_db()
    assert contact.user.check_password(page.context["password"])
