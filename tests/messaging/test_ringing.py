"""When people are rung: gathered, not at night, at most two SMS a day, as each of them wants it."""

import io
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from email.message import EmailMessage
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client

from jobplaneten.accounts.models import Role, User
from jobplaneten.messaging import bells
from jobplaneten.messaging.actions import ring, send_due, tell, wish_to_be_rung
from jobplaneten.messaging.bouncing import hear_returned
from jobplaneten.messaging.models import BellText, Channel, Message, Pace, RingWish, TextMessage
from tests.factories import COPENHAGEN, NOW, UserFactory

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
MINUTE = timedelta(minutes=1)
PHONE = "+4520123456"


@pytest.fixture(autouse=True)
def sms_folder(settings: Any, tmp_path: Any) -> None:
    settings.SMS_FOLDER = tmp_path / "sms"


@pytest.fixture
def teenager() -> User:
    """A phone, and no mail: as most are."""
    return UserFactory(role=Role.YOUTH, email="", phone=PHONE)


def at(hour: int, minute: int = 0, day: int = 23) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=COPENHAGEN)


def news(to: User, moment: datetime = NOW, path: str = "/forslag/7/", **more: Any) -> Message:
    return tell(to, "Amina siger ja", "Amina har sagt ja til Butik 7", path=path, now=moment, **more)


def texts() -> list[str]:
    """Words of what was sent are not kept, so they are looked at before."""
    return list(TextMessage.objects.order_by("pk").values_list("body", flat=True))


def sent_to(person: User, moment: datetime) -> int:
    send_due(lambda: moment)
    return Message.objects.filter(to=person, sent_at__isnull=False).count()


# ── gathered ────────────────────────────────────────────────────────────────


def test_three_news_are_one_mail_to_the_box(bo: User) -> None:
    for path in ("/morgen/1/", "/morgen/2/", "/morgen/3/"):
        news(bo, path=path)
    assert send_due(lambda: NOW) == 1
    (one,) = mail.outbox
    assert "http://127.0.0.1:8000/beskeder/\n" in str(one.body)
    assert Message.objects.filter(sent_at=NOW).count() == 3


def test_the_next_mail_waits_an_hour_and_tells_of_all_that_came_meanwhile(bo: User) -> None:
    news(bo)
    send_due(lambda: NOW)
    for minutes in (5, 10):
        news(bo, NOW + minutes * MINUTE)
    assert [send_due(lambda m=m: NOW + m * MINUTE) for m in (10, 59, 61)] == [0, 0, 1]  # type: ignore[misc]
    assert len(mail.outbox) == 2


def test_what_has_been_read_on_the_page_needs_no_bell(bo: User) -> None:
    notice = news(bo)
    Message.objects.filter(pk=notice.pk).update(read_at=NOW)
    assert send_due(lambda: NOW + MINUTE) == 0
    assert mail.outbox == []


def test_what_is_urgent_waits_for_nothing(bo: User) -> None:
    news(bo)
    send_due(lambda: NOW)
    wish_to_be_rung(bo, pace=Pace.DAILY, channel=Channel.MAIL, now=NOW)
    news(bo, at(22), is_urgent=True)
    assert send_due(lambda: at(22)) == 1


# ── when ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("hour", "rings"), [(6, at(7)), (7, at(7)), (19, at(19)), (20, at(7, day=24)), (23, at(7, day=24)), (0, at(7))]
)
def test_a_youth_is_not_rung_in_the_quiet_hours(teenager: User, hour: int, rings: datetime) -> None:
    notice = news(teenager, at(hour))
    if rings > at(hour):
        assert sent_to(teenager, at(hour)) == 0
        notice.refresh_from_db()
        assert notice.due_at == rings
    assert sent_to(teenager, rings) == 1


def test_a_phone_gets_two_sms_a_day_and_the_rest_with_the_first_of_tomorrow(teenager: User) -> None:
    for hour in (9, 12, 15, 17):
        news(teenager, at(hour))
        send_due(lambda h=hour: at(h))  # type: ignore[misc]
    assert TextMessage.objects.count() == 2
    send_due(lambda: at(7, day=24))
    assert TextMessage.objects.count() == 3
    assert Message.objects.filter(to=teenager, sent_at=at(7, day=24)).count() == 2


def test_codes_at_the_door_are_no_bells_and_are_not_counted(teenager: User) -> None:
    for _ in range(3):
        TextMessage.objects.create(phone=PHONE, body="Koden er 1", created_at=at(8), due_at=at(8))
    news(teenager, at(9))
    assert sent_to(teenager, at(9)) == 1


def test_who_wants_one_a_day_gets_it_at_four(bo: User) -> None:
    wish_to_be_rung(bo, pace=Pace.DAILY, channel=Channel.MAIL, now=NOW)
    news(bo, at(9))
    news(bo, at(15))
    assert [sent_to(bo, at(15, 59)), sent_to(bo, at(16))] == [0, 2]
    news(bo, at(16, 30))
    assert [sent_to(bo, at(18)), sent_to(bo, at(16, day=24))] == [2, 3]


def test_who_wants_no_bell_finds_it_on_the_page(teenager: User) -> None:
    wish_to_be_rung(teenager, pace=Pace.NEVER, channel=Channel.SMS, now=NOW)
    news(teenager)
    assert sent_to(teenager, NOW + timedelta(days=3)) == 0
    assert Message.objects.get().channel == Channel.PAGE


# ── what ────────────────────────────────────────────────────────────────────


def test_an_sms_tells_nobody_who_or_what(teenager: User) -> None:
    news(teenager)
    send_due_without_delivery(NOW)
    assert texts() == ["Der er nyt til dig på Jobplaneten: http://127.0.0.1:8000/forslag/7/"]


def send_due_without_delivery(moment: datetime) -> None:
    for person in set(Message.objects.due(moment).values_list("to", flat=True)):
        ring(person, now=moment)


def test_a_coordinator_sees_what_goes_out_and_changes_the_words(dorte: User, bo: User, as_user: SignIn) -> None:
    client = as_user(dorte)
    page = client.get("/beskeder/ord/").content.decode()
    assert "There is news" in page or "news" in page
    body = "Hej! Læs mere her: {link} Færre mails: {stop}"
    client.post("/beskeder/ord/mail/da/", {"subject": "Nyt fra os", "body": body})
    news(bo)
    send_due(lambda: NOW)
    assert (mail.outbox[0].subject, str(mail.outbox[0].body)[:16]) == ("Nyt fra os", "Hej! Læs mere he")
    client.post("/beskeder/ord/mail/da/", {"move": "reset"})
    assert bells.words_for(Channel.MAIL, "da") == bells.house_words(Channel.MAIL, "da")
    assert BellText.objects.count() == 1, "what was said stays written"


@pytest.mark.parametrize(
    ("way", "body", "said"),
    [
        ("sms", "Der er nyt", "Skriv {link} én gang"),
        ("sms", "{link} {link}", "Skriv {link} én gang"),
        ("sms", "{link} " + "ord " * 80, "højst to"),
        ("mail", "Læs {link}", "Skriv {stop}"),
    ],
)
def test_words_that_lead_nowhere_or_are_too_long_are_not_kept(
    dorte: User, as_user: SignIn, way: str, body: str, said: str
) -> None:
    page = as_user(dorte).post(f"/beskeder/ord/{way}/da/", {"subject": "x", "body": body}).content.decode()
    assert said in page
    assert not BellText.objects.exists()


def test_a_try_goes_to_the_one_who_asks_and_to_nobody_else(dorte: User, bo: User, as_user: SignIn) -> None:
    as_user(dorte).post("/beskeder/ord/mail/ar/", {"move": "try"})
    send_due(lambda: NOW + timedelta(days=999))
    assert [one.to for one in mail.outbox] == [[dorte.email]]
    assert "Jobplaneten" in str(mail.outbox[0].body)


def test_nobody_but_coordinators_touches_the_words(bo: User, as_user: SignIn) -> None:
    client = as_user(bo)
    assert client.get("/beskeder/ord/").status_code == 404
    assert client.post("/beskeder/ord/sms/da/", {"body": "Sjov {link}"}).status_code == 404
    assert not BellText.objects.exists()


def test_letters_that_an_sms_has_no_room_for_are_counted_as_they_cost() -> None:
    assert (bells.parts_of("æ" * 160), bells.parts_of("a" * 161)) == (1, 2)
    assert (bells.parts_of("ع" * 70), bells.parts_of("ع" * 71)) == (1, 2)


# ── fewer mails, and none to nobody ─────────────────────────────────────────


def test_the_foot_of_a_mail_leads_to_fewer_and_looking_changes_nothing(client: Client) -> None:
    parent = UserFactory(role=Role.GUARDIAN)
    news(parent, at(9))
    send_due(lambda: at(9))
    link = mail.outbox[0].extra_headers["List-Unsubscribe"].strip("<>").removeprefix("http://127.0.0.1:8000")
    assert client.get(link).status_code == 200
    assert not RingWish.objects.exists()
    assert client.post(link).status_code == 200
    assert RingWish.objects.get(person=parent).pace == Pace.NEVER


def test_who_works_here_cannot_be_out_of_reach(bo: User, client: Client, as_user: SignIn) -> None:
    client.post(f"/beskeder/stop/{bells.stop_link(bo.pk).rstrip('/').rpartition('/')[2]}/")
    assert RingWish.objects.get(person=bo).pace == Pace.DAILY
    as_user(bo).post("/konto/besked/", {"pace": "never"})
    assert RingWish.objects.get(person=bo).pace == Pace.DAILY


@pytest.mark.parametrize("token", ["x", "1", "MQ:1abc:def"])
def test_a_made_up_foot_leads_nowhere(client: Client, token: str) -> None:
    assert client.post(f"/beskeder/stop/{token}/").status_code == 404
    assert not RingWish.objects.exists()


def test_each_person_chooses(teenager: User, as_user: SignIn) -> None:
    User.objects.filter(pk=teenager.pk).update(email="ung@example.invalid")
    client = as_user(teenager)
    client.post("/konto/besked/", {"pace": "at_once", "channel": "sms"})
    teenager.refresh_from_db()
    news(teenager)
    send_due(lambda: NOW)
    assert (len(mail.outbox), TextMessage.objects.count()) == (0, 1)


def returned(address: str, status: str) -> bytes:
    """As a mail server writes it, RFC 3464."""
    lines = [
        "From: MAILER-DAEMON@example.invalid", "Subject: Undelivered", "MIME-Version: 1.0",
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"', "", "--b",
        "Content-Type: text/plain", "", "Sorry.", "--b", "Content-Type: message/delivery-status", "",
        "Reporting-MTA: dns; mail.example.invalid", "", f"Final-Recipient: rfc822; {address}", "Action: failed",
        f"Status: {status}", "", "--b--", "",
    ]  # fmt: skip
    return "\r\n".join(lines).encode()


def test_a_letter_that_came_back_for_good_moves_the_bell_to_the_phone(bo: User, dorte: User, as_user: SignIn) -> None:
    User.objects.filter(pk=bo.pk).update(phone=PHONE)
    assert hear_returned(returned(bo.email.upper(), "5.1.1"), now=NOW) == 1
    bo.refresh_from_db()
    news(bo)
    send_due(lambda: NOW)
    assert (len(mail.outbox), TextMessage.objects.count()) == (0, 1)
    assert "Mails, der ikke findes" in as_user(dorte).get("/beskeder/opgivet/").content.decode()
    assert "Din mail virker ikke" in as_user(bo).get("/konto/besked/").content.decode()
    User.objects.filter(pk=bo.pk).update(email="ny@example.invalid")
    bo.refresh_from_db()
    news(bo, NOW + timedelta(hours=2))
    send_due(lambda: NOW + timedelta(hours=2))
    assert len(mail.outbox) == 1


def test_a_letter_that_may_come_through_later_changes_nothing(bo: User) -> None:
    assert hear_returned(returned(bo.email, "4.2.2"), now=NOW) == 0
    ordinary = EmailMessage()
    ordinary.set_content(f"Final-Recipient: rfc822; {bo.email}\nStatus: 5.1.1")
    assert hear_returned(ordinary.as_bytes(), now=NOW) == 0
    assert not RingWish.objects.exists()


def test_the_command_reads_what_a_mail_server_pipes_in(bo: User, monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(returned(bo.email, "5.1.1"))))
    call_command("returned_mail")
    assert capsys.readouterr().out.strip() == "1"
    assert RingWish.objects.get().bounced_email == bo.email
