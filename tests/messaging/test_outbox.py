import email
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from email.policy import default
from threading import Barrier

import pytest
from django.db import connection

from jobplaneten.accounts.models import User
from jobplaneten.messaging.actions import MOST_TRIES, send_due, tell, try_again
from jobplaneten.messaging.models import Channel, Message, RingWish
from tests.factories import NOW, UserFactory
from tests.messaging.sink import Sink, smtp_sink

A_DAY = timedelta(days=1)


@pytest.fixture
def mail_server(settings) -> Iterator[Sink]:
    with smtp_sink() as sink:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", sink.port
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
        yield sink


def clock(moment: datetime):
    return lambda: moment


@pytest.fixture
def notice(bo: User) -> Message:
    return tell(bo, "Amina siger ja", "Amina har sagt ja til Butik 7", path="/morgen/7/", now=NOW)


def test_the_mail_says_that_there_is_news_and_nothing_else(notice: Message, bo: User, mail_server: Sink) -> None:
    assert send_due(clock(NOW)) == 1
    mail = email.message_from_string(mail_server.mails[0], policy=default)
    text = mail.get_content()
    assert mail["to"] == bo.email
    assert "http://127.0.0.1:8000/morgen/7/" in text
    assert "Amina" not in text + mail["subject"]
    assert "Butik" not in text + mail["subject"]
    notice.refresh_from_db()
    assert notice.sent_at == NOW
    assert notice.read_at is None


def test_a_sent_mail_is_not_sent_again(notice: Message, mail_server: Sink) -> None:
    send_due(clock(NOW))
    assert send_due(clock(NOW + A_DAY)) == 0
    assert len(mail_server.mails) == 1


def test_who_has_no_address_is_not_rung(mail_server: Sink, db: None) -> None:
    message = tell(UserFactory(email="", phone=""), "Hej", "Hej", path="/", now=NOW)
    assert message.channel == Channel.PAGE
    assert send_due(clock(NOW)) == 0
    assert mail_server.mails == []


def test_a_server_that_says_later_costs_a_later_try(notice: Message, mail_server: Sink) -> None:
    mail_server.refuses = True
    assert send_due(clock(NOW)) == 0
    notice.refresh_from_db()
    assert (notice.tries, notice.sent_at, notice.given_up_at) == (1, None, None)
    assert notice.last_error == "SMTPRecipientsRefused"
    assert send_due(clock(NOW + timedelta(minutes=1))) == 0
    mail_server.refuses = False
    assert send_due(clock(notice.due_at)) == 1
    assert len(mail_server.mails) == 1


def test_a_server_that_is_away_is_waited_for(notice: Message, mail_server: Sink, settings) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        settings.EMAIL_PORT = nobody.getsockname()[1]
        assert send_due(clock(NOW)) == 0
    notice.refresh_from_db()
    assert notice.last_error == "ConnectionRefusedError"
    assert notice.due_at > NOW


def test_after_six_tries_it_is_given_up_and_a_coordinator_sees_it(
    notice: Message, mail_server: Sink, as_user, dorte: User
) -> None:
    mail_server.refuses = True
    for day in range(MOST_TRIES + 2):
        send_due(clock(NOW + day * A_DAY))
    notice.refresh_from_db()
    assert notice.tries == MOST_TRIES
    assert notice.given_up_at == NOW + (MOST_TRIES - 1) * A_DAY
    text = as_user(dorte).get("/beskeder/opgivet/").content.decode()
    assert "Bo" in text
    assert "Amina" not in text


def test_a_given_up_mail_may_be_tried_again(notice: Message, mail_server: Sink, dorte: User) -> None:
    Message.objects.update(given_up_at=NOW, tries=MOST_TRIES)
    try_again(notice, by=dorte, now=NOW)
    assert send_due(clock(NOW)) == 1


def test_an_address_that_is_none_does_not_stop_the_others(mail_server: Sink, bo: User) -> None:
    tell(UserFactory(email="a\nb@example.invalid"), "x", "x", path="/", now=NOW)
    tell(UserFactory(email="ø" * 70 + "@example.invalid"), "x", "x", path="/", now=NOW)
    tell(bo, "x", "x", path="/", now=NOW)
    assert send_due(clock(NOW)) == 1
    assert Message.objects.get(to=bo).sent_at == NOW
    assert Message.objects.filter(sent_at=None, last_error="ValueError").count() == 2


def test_somebody_who_has_left_is_not_rung(notice: Message, bo: User, mail_server: Sink) -> None:
    User.objects.filter(pk=bo.pk).update(is_active=False)
    assert send_due(clock(NOW)) == 0
    notice.refresh_from_db()
    assert notice.given_up_at == NOW
    assert mail_server.mails == []


@pytest.mark.django_db(transaction=True)
def test_two_workers_ring_once(mail_server: Sink) -> None:
    for number in range(5):
        tell(UserFactory(), f"{number}", "x", path="/", now=NOW)
    gate = Barrier(2)

    def sweep(_worker: int) -> int:
        try:
            gate.wait(timeout=20)
            return send_due(clock(NOW))
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sum(pool.map(sweep, range(2))) == 5
    assert len(mail_server.mails) == 5


def test_a_server_that_says_nobody_lives_there_is_believed(notice: Message, bo: User, mail_server: Sink) -> None:
    mail_server.refuses, mail_server.answer = True, "550 5.1.1 no such user"
    assert send_due(clock(NOW)) == 0
    assert RingWish.objects.get(person=bo).bounced_email == bo.email
    assert send_due(clock(NOW + A_DAY)) == 0
    notice.refresh_from_db()
    assert notice.channel == Channel.PAGE
