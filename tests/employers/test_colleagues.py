import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from time_machine import TimeMachineFixture

from employers import actions
from employers.models import ColleagueInvitation, EmployerContact, EmployerStatus, Post, Standing
from employers.workflow import CONTACT
from jobplaneten.accounts.models import User
from jobplaneten.messaging.actions import send_due
from jobplaneten.messaging.models import LooseMail, Message
from jobplaneten.workflow import MoveRefused
from tests.factories import NOW, PASSWORD, EmployerContactFactory, PostFactory

pytestmark = pytest.mark.django_db
TEAM = "/kolleger/"
WHO = {"name": "Kim Holm", "login": "kim@butik.example", "password": PASSWORD}


@pytest.fixture(autouse=True)
def that_day(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def kim(elif_: EmployerContact) -> EmployerContact:
    return EmployerContactFactory(employer=elif_.employer, standing=Standing.COLLEAGUE)


def test_a_colleague_comes_in_by_mail_once_and_everybody_hears_of_it(
    elif_: EmployerContact, dorte: User, as_user, mailoutbox
) -> None:
    as_user(elif_.user).post(TEAM, {"email": "Kim@butik.example"})
    mail = LooseMail.objects.get()
    code, link = re.findall(r"koden (\d{6})", mail.body)[0], re.findall(r"/kollega/\w+/", mail.body)[0]
    assert elif_.employer.name not in mail.body
    assert send_due(lambda: NOW) == 1
    mail.refresh_from_db()
    assert (mailoutbox[0].to, mail.body) == (["kim@butik.example"], "")
    kim = Client()
    assert elif_.employer.name not in kim.get(link).text
    kim.post(link, {"code": code})
    assert kim.post(link, WHO)["location"] == "/"
    contact = EmployerContact.objects.get(user__login="kim@butik.example")
    assert (contact.employer, contact.standing) == (elif_.employer, Standing.COLLEAGUE)
    assert Client().get(link).status_code == 404
    assert Message.objects.filter(to__in=[elif_.user, dorte], subject="En ny kollega er kommet ind").count() == 2


def test_without_a_mail_the_code_is_shown_once(elif_: EmployerContact, as_user) -> None:
    page = as_user(elif_.user).post(TEAM, {"email": ""}).text
    code = re.findall(r"<code>(\d{6})</code>", page)[0]
    invitation = ColleagueInvitation.objects.get()
    assert not LooseMail.objects.exists()
    assert actions.try_colleague_code(invitation, code, now=NOW)
    assert code not in as_user(elif_.user).get(TEAM).text


@pytest.mark.parametrize("gone", ["late", "taken back", "guessed", "its maker is out"])
def test_an_invitation_dies(gone: str, elif_: EmployerContact, kim: EmployerContact) -> None:
    invitation, code = actions.invite_colleague(elif_.employer, email="", by=elif_.user, now=NOW)
    now = NOW
    if gone == "late":
        now += timedelta(days=15)
    elif gone == "taken back":
        actions.take_colleague_invitation_back(invitation, by=elif_.user, now=NOW)
    elif gone == "guessed":
        for _try in range(5):
            actions.try_colleague_code(invitation, "1", now=NOW)
    else:
        actions.hand_over(kim, by=elif_.user, now=NOW)
    assert not actions.try_colleague_code(invitation, code, now=now)
    with pytest.raises(MoveRefused):
        actions.come_in_as_colleague(invitation, login="a@b.dk", password=PASSWORD, name="A", now=now)


def test_only_who_runs_a_vetted_place_invites(elif_: EmployerContact, kim: EmployerContact) -> None:
    with pytest.raises(MoveRefused):
        actions.invite_colleague(kim.employer, email="", by=kim.user, now=NOW)
    elif_.employer.status = EmployerStatus.APPLIED
    with pytest.raises(MoveRefused):
        actions.invite_colleague(elif_.employer, email="", by=elif_.user, now=NOW)


def test_who_is_put_out_is_out_at_the_next_click(elif_: EmployerContact, kim: EmployerContact, as_user) -> None:
    post = PostFactory(employer=elif_.employer)
    page, client = reverse("employers:post", args=[post.pk]), Client()
    client.force_login(kim.user)
    assert client.get(page).status_code == 200
    as_user(elif_.user).post(f"{TEAM}{kim.pk}/put_out/")
    assert client.get(page)["location"].startswith("/log-ind/")
    kim.refresh_from_db()
    User.objects.filter(pk=kim.user_id).update(is_active=True)
    assert not Post.objects.visible_to(kim.user).exists()
    assert client.get(TEAM).status_code == 404


def test_the_last_who_runs_a_place_can_only_hand_over(
    elif_: EmployerContact, kim: EmployerContact, dorte: User, as_user
) -> None:
    for move in ("make_colleague", "put_out", "fall_asleep"):
        with pytest.raises(MoveRefused):
            actions.move_colleague(elif_, move, by=dorte, now=NOW)
    as_user(elif_.user).post(f"{TEAM}{kim.pk}/videre/")
    assert dict(EmployerContact.objects.values_list("pk", "standing")) == {
        kim.pk: "administrator",
        elif_.pk: "colleague",
    }


def test_a_coordinator_helps_a_place_whose_administrator_has_gone(
    elif_: EmployerContact, kim: EmployerContact, dorte: User, as_user
) -> None:
    client = as_user(dorte)
    assert kim.user.name in client.get(reverse("employers:employer", args=[elif_.employer_id])).text
    client.post(f"{TEAM}{kim.pk}/make_administrator/")
    client.post(f"{TEAM}{elif_.pk}/put_out/")
    elif_.refresh_from_db()
    assert (elif_.standing, elif_.user.is_active) == (Standing.OUT, False)
    assert client.post(f"{TEAM}{elif_.pk}/let_in_again/").status_code == 404


def test_who_stays_away_for_90_days_sleeps_until_let_in_again(
    elif_: EmployerContact, kim: EmployerContact, as_user, time_machine: TimeMachineFixture
) -> None:
    assert actions.let_the_idle_sleep(NOW + timedelta(days=90)) == 0
    late = NOW + timedelta(days=91)
    assert actions.let_the_idle_sleep(late) == 1
    kim.refresh_from_db()
    assert (kim.standing, kim.user.is_active) == (Standing.ASLEEP, False)
    time_machine.move_to(late, tick=False)
    as_user(elif_.user).post(f"{TEAM}{kim.pk}/let_in_again/")
    kim.refresh_from_db()
    kim.user.refresh_from_db()
    assert (kim.standing, kim.user.is_active, kim.since) == (Standing.COLLEAGUE, True, late)


@pytest.mark.parametrize("standing", Standing.values)
@pytest.mark.parametrize("move", [move.name for move in CONTACT.moves])
def test_every_move_that_is_not_in_the_table_is_refused(
    move: str, standing: str, elif_: EmployerContact, kim: EmployerContact
) -> None:
    EmployerContact.objects.filter(pk=kim.pk).update(standing=standing)
    if standing in CONTACT.move(move).sources:
        assert actions.move_colleague(kim, move, by=None, now=NOW).standing == CONTACT.move(move).target
    else:
        with pytest.raises(MoveRefused):
            actions.move_colleague(kim, move, by=None, now=NOW)
