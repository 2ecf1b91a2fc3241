"""By SMS or on paper, with a code that works once: who comes in, and what nobody learns before the code."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from jobplaneten.accounts.models import Role, User
from jobplaneten.families.actions import come_in, invite, make_known, take_back, try_code
from jobplaneten.families.models import Guardian, Guardianship, Invitation
from jobplaneten.messaging.models import Message, TextMessage
from jobplaneten.trail.models import Entry
from jobplaneten.workflow import MoveRefused
from tests.factories import NOW, YouthFactory
from youth.models import Youth

ASKED: dict[str, Any] = {
    "relation": "mother",
    "way": "sms",
    "language": "da",
    "phone": "+4520123456",
    "lives_with": True,
}
PAPER: dict[str, Any] = ASKED | {"way": "paper", "phone": ""}
HODAN: dict[str, Any] = {"name": "Hodan", "login": "20 12 34 56", "password": "fire grønne sko på tur"}
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh_doors() -> None:
    cache.clear()


def test_a_mentor_invites_by_sms_and_the_sms_names_nobody(amina: Youth, bo: User) -> None:
    invitation, code = invite(amina, **ASKED, by=bo, now=NOW)
    text = TextMessage.objects.get()
    assert (text.phone, invitation.token in text.body, code in text.body) == ("+4520123456", True, True)
    assert not [name for name in ("Amina", "Hussein", "Bo", "Prøveparken") if name in text.body]
    assert code not in invitation.code_digest


def test_a_whole_way_in_from_the_link_to_the_childs_page(amina: Youth, bo: User, client: Client) -> None:
    invitation, code = invite(amina, **ASKED, by=bo, now=timezone.now())
    here = f"/foraelder/{invitation.token}/"
    page = client.get(here)
    assert page.status_code == 200
    assert "Amina" not in page.content.decode()
    assert "Hussein" not in page.content.decode()
    assert client.post(here, HODAN).status_code == 200
    assert not Guardianship.objects.exists()
    assert client.post(here, {"code": code}).status_code == 302
    client.get(here)
    assert Entry.objects.reads().filter(by=None, kind="invitation", youth=amina.pk).exists()
    assert client.post(here, HODAN)["location"] == "/"
    guardianship = Guardianship.objects.get()
    assert (guardianship.guardian.role, guardianship.guardian.phone) == (Role.GUARDIAN, "+4520123456")
    assert Guardian.objects.get(user=guardianship.guardian).language == "da"
    assert client.get(f"/mine-boern/{guardianship.pk}/").status_code == 200
    assert Client().get(here).status_code == 404
    assert Entry.objects.filter(verb="come_in", youth=amina.pk).exists()


def test_a_code_is_guessed_at_five_times_and_never_again(amina: Youth, bo: User, client: Client) -> None:
    invitation, code = invite(amina, **PAPER, by=bo, now=timezone.now())
    wrong = f"{(int(code) + 1) % 10**6:06}"
    for _try in range(5):
        assert client.post(f"/foraelder/{invitation.token}/", {"code": wrong}).status_code == 200
    assert client.post(f"/foraelder/{invitation.token}/", {"code": code}).status_code == 404
    assert Entry.objects.filter(verb="wrong_code", youth=amina.pk).count() == 5


def test_an_invitation_ends_after_two_weeks_or_when_it_is_taken_back(amina: Youth, bo: User) -> None:
    invitation, code = invite(amina, **PAPER, by=bo, now=NOW)
    assert try_code(invitation, code, now=NOW + timedelta(days=13))
    assert not try_code(invitation, code, now=NOW + timedelta(days=14))
    take_back(invitation, by=bo, now=NOW)
    assert not try_code(invitation, code, now=NOW)
    with pytest.raises(MoveRefused):
        come_in(invitation, **HODAN, now=NOW)
    with pytest.raises(MoveRefused):
        take_back(invitation, by=bo, now=NOW)
    assert not User.objects.filter(role=Role.GUARDIAN).exists()


def test_the_paper_shows_the_code_once_with_a_picture_to_point_at(amina: Youth, bo: User, as_user) -> None:
    page = as_user(bo).post(f"/unge/{amina.pk}/foraeldre/inviter/", PAPER | {"language": "tr"}).content.decode()
    assert "hoş geldiniz" in page
    invitation = Invitation.objects.get()
    assert f"/foraelder/{invitation.token}/" in page
    assert "data:image/svg+xml" in page
    codes = re.findall(r">(\d{6})<", page)
    assert try_code(invitation, codes[0], now=timezone.now())
    assert codes[0] not in as_user(bo).get(f"/unge/{amina.pk}/foraeldre/inviter/").content.decode()


def test_there_is_room_for_two_and_no_third(amina: Youth, bo: User) -> None:
    for _guardian in range(2):
        invite(amina, **PAPER, by=bo, now=NOW)
    with pytest.raises(MoveRefused, match="plads til to"):
        invite(amina, **PAPER, by=bo, now=NOW)


def test_nobody_is_invited_to_an_adult_or_by_a_stranger(amina: Youth, bo: User, area) -> None:
    grown = YouthFactory(area=area, mentor=bo, is_adult=True)
    for youth, by in ((grown, bo), (amina, grown.user)):
        with pytest.raises(MoveRefused):
            invite(youth, **PAPER, by=by, now=NOW)
    assert not Invitation.objects.exists()


def test_whom_a_youth_invites_sees_nothing_before_the_mentor_knows_who_it_is(
    amina: Youth, bo: User, client: Client
) -> None:
    invitation, _code = invite(amina, **PAPER, by=amina.user, now=timezone.now())
    assert Message.objects.filter(to=bo, subject__contains="har inviteret").count() == 1
    guardianship = come_in(invitation, **HODAN, now=timezone.now())
    client.force_login(guardianship.guardian)
    assert "En mentor ringer til dig først" in client.get("/").content.decode()
    assert client.get(f"/mine-boern/{guardianship.pk}/").status_code == 404
    said = {"word": "yes", "scope": "all"}
    assert client.post(f"/mine-boern/{guardianship.pk}/svar/", said).status_code == 404
    make_known(guardianship, by=bo, now=NOW)
    assert client.get(f"/mine-boern/{guardianship.pk}/").status_code == 200


def test_a_guardian_of_another_child_only_gives_the_code(amina: Youth, bo: User, area, client: Client) -> None:
    first = come_in(invite(amina, **PAPER, by=bo, now=timezone.now())[0], **HODAN, now=timezone.now())
    brother = YouthFactory(area=area, mentor=bo, first_name="Abdi")
    invitation, code = invite(brother, **PAPER, by=bo, now=timezone.now())
    with pytest.raises(MoveRefused, match="log ind først"):
        come_in(invitation, **HODAN | {"login": first.guardian.login}, now=timezone.now())
    client.force_login(first.guardian)
    client.post(f"/foraelder/{invitation.token}/", {"code": code})
    client.post(f"/foraelder/{invitation.token}/")
    assert Guardianship.objects.filter(guardian=first.guardian).count() == 2
    assert User.objects.filter(role=Role.GUARDIAN).count() == 1
