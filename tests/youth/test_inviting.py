import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from jobplaneten.accounts.models import Area, User
from jobplaneten.messaging.models import TextMessage
from jobplaneten.workflow import MoveRefused
from tests.factories import NOW, YouthFactory
from youth import actions
from youth.models import Protected, Youth, YouthInvitation, YouthStatus

INVITE = "/unge/inviter/"
WHO = {"first_name": "Sami", "last_name": "Haddad", "password": "", "login": "20 30 40 50"}
BORN = {"born_on_day": "2", "born_on_month": "5", "born_on_year": "2013"}


@pytest.fixture(autouse=True)
def that_day(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def invitation(bo: User, area: Area) -> YouthInvitation:
    return actions.invite(area=area, phone="+4520304050", by=bo, now=NOW)[0]


def texted() -> str:
    return re.findall(r"koden (\d{6})", TextMessage.objects.newest_first()[0].body)[0]


def test_a_youth_invited_by_sms_is_in_at_once_with_that_mentor(client: Client, as_user, bo: User, area: Area) -> None:
    as_user(bo).post(INVITE, {"area": area.pk, "way": "sms", "phone": "20304050", "protected": "yes"})
    invitation = YouthInvitation.objects.get()
    code = texted()
    assert code not in invitation.code_digest
    link = f"/inviteret/{invitation.token}/"
    youth = Client()
    asked = youth.get(link).text
    assert not re.search(r"\bBo\b", asked.partition("<main")[2])
    assert "20304050" not in asked
    assert "passer ikke" in youth.post(link, {"code": "000000" if code != "000000" else "1"}).text
    assert youth.post(link, {"code": code})["location"] == link
    assert "Bo" in youth.get(link).text
    assert youth.post(link, WHO | BORN)["location"] == "/min-profil/"
    sami = Youth.objects.get(first_name="Sami")
    assert (sami.mentor, sami.area, sami.status) == (bo, area, YouthStatus.ACTIVE)
    assert sami.protected == Protected.YES
    assert (sami.user.login, sami.user.has_usable_password()) == ("+4520304050", False)
    assert youth.get("/min-profil/").status_code == 200
    assert Client().get(link).status_code == 404
    invitation.refresh_from_db()
    assert (invitation.used_at, invitation.phone) == (NOW, "")


def test_on_paper_the_code_is_shown_once_and_no_number_is_kept(as_user, bo: User, area: Area) -> None:
    client = as_user(bo)
    page = client.post(INVITE, {"area": area.pk, "way": "paper", "phone": "20304050", "protected": "no"})
    invitation = YouthInvitation.objects.get()
    assert page.context["qr"].startswith("data:image/svg+xml")
    assert invitation.phone == ""
    assert actions.try_code(invitation, page.context["code"], now=NOW)
    assert page.context["code"] not in client.get(INVITE).text
    assert not TextMessage.objects.exists()


def test_a_number_is_asked_for_when_it_goes_by_sms(as_user, bo: User, area: Area) -> None:
    page = as_user(bo).post(INVITE, {"area": area.pk, "way": "sms", "phone": "123"})
    assert "phone" in page.context["form"].errors
    assert not YouthInvitation.objects.exists()


def test_a_mentor_invites_to_own_areas_only(bo: User, carla: User, dorte: User, area: Area) -> None:
    for person in (carla, dorte):
        with pytest.raises(MoveRefused):
            actions.invite(area=area, phone="", by=person, now=NOW)
    assert not YouthInvitation.objects.exists()


def test_five_wrong_codes_fourteen_days_or_taking_it_back_end_it(invitation: YouthInvitation, bo: User) -> None:
    code = texted()
    assert not actions.try_code(invitation, code, now=NOW + timedelta(days=14))
    for _try in range(5):
        actions.try_code(invitation, "nej", now=NOW)
    assert not actions.try_code(invitation, code, now=NOW)
    YouthInvitation.objects.update(tries=0)
    actions.take_invitation_back(invitation, by=bo, now=NOW)
    assert not actions.try_code(invitation, code, now=NOW)
    with pytest.raises(MoveRefused):
        actions.take_invitation_back(invitation, by=bo, now=NOW)


def test_without_the_code_nobody_comes_in(invitation: YouthInvitation, client: Client) -> None:
    client.post(f"/inviteret/{invitation.token}/", WHO | BORN)
    assert not Youth.objects.exists()
    assert client.get("/inviteret/abcdefghjkmn/").status_code == 404


def test_who_is_too_young_or_known_already_leaves_the_invitation_open(
    invitation: YouthInvitation, client: Client
) -> None:
    link = f"/inviteret/{invitation.token}/"
    client.post(link, {"code": texted()})
    assert "13" in client.post(link, WHO | BORN | {"born_on_year": "2017"}).text
    YouthFactory(user__login="+4520304050")
    assert "allerede en, der logger ind" in client.post(link, WHO | BORN).text
    assert "skal du have et kodeord" in client.post(link, WHO | BORN | {"login": "s@example.invalid"}).text
    invitation.refresh_from_db()
    assert invitation.used_at is None


def test_a_mentor_whose_door_is_closed_invites_nobody(invitation: YouthInvitation, bo: User, client: Client) -> None:
    User.objects.filter(pk=bo.pk).update(is_active=False)
    assert client.get(f"/inviteret/{invitation.token}/").status_code == 404


def test_an_invitation_opens_once(invitation: YouthInvitation) -> None:
    said: dict[str, Any] = {
        "password": "",
        "first_name": "S",
        "last_name": "H",
        "born_on": NOW.date().replace(year=2012),
    }
    actions.come_in(invitation, login="+4520304050", **said, now=NOW)
    with pytest.raises(MoveRefused):
        actions.come_in(invitation, login="+4520304051", **said, now=NOW)
    assert Youth.objects.count() == 1


def test_only_own_open_invitations_count_towards_the_most(bo: User, carla: User, area: Area) -> None:
    carla.areas.add(area)
    for _one in range(actions.inviting.MOST_OPEN):
        actions.invite(area=area, phone="", by=carla, now=NOW)
    assert actions.invite(area=area, phone="", by=bo, now=NOW)[0].mentor == bo
