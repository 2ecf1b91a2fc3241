import json
from datetime import timedelta
from pathlib import Path

import pytest

from jobplaneten.messaging.actions import send_due, text_message
from jobplaneten.messaging.models import TextMessage
from jobplaneten.messaging.texts import MOST_A_DAY
from tests.factories import NOW

pytestmark = pytest.mark.django_db


def test_an_sms_goes_once_and_its_words_are_not_kept(settings, tmp_path: Path) -> None:
    settings.SMS_FOLDER = tmp_path / "sms"
    text_message("+4520123456", "Din kode er 123456", now=NOW)
    assert [send_due(lambda: NOW) for _ring in range(2)] == [1, 0]
    (file,) = settings.SMS_FOLDER.iterdir()
    assert json.loads(file.read_text()) == {"to": "+4520123456", "body": "Din kode er 123456"}
    text = TextMessage.objects.get()
    assert (text.sent_at, text.body) == (NOW, "")


def test_an_sms_that_cannot_be_sent_waits_and_is_given_up_at_last(settings, tmp_path: Path, caplog) -> None:
    settings.SMS_FOLDER = tmp_path / "file"
    settings.SMS_FOLDER.write_text("in the way")
    text_message("+4520123456", "Kanarie", now=NOW)
    assert send_due(lambda: NOW) == send_due(lambda: NOW) == 0
    for day in range(1, 7):
        send_due(lambda day=day: NOW + timedelta(days=day))  # type: ignore[misc]
    text = TextMessage.objects.get()
    assert (text.tries, text.sent_at, text.last_error) == (6, None, "FileExistsError")
    assert text.given_up_at is not None
    assert "Kanarie" not in caplog.text
    assert "4520123456" not in caplog.text


def test_a_phone_gets_so_many_a_day_and_no_more(settings, tmp_path: Path) -> None:
    settings.SMS_FOLDER = tmp_path / "sms"
    for _text in range(MOST_A_DAY + 2):
        text_message("+4520123456", "Hej", now=NOW)
    text_message("+4520999999", "Hej", now=NOW)
    assert send_due(lambda: NOW) == MOST_A_DAY + 1
    assert set(TextMessage.objects.filter(sent_at=None).values_list("given_up_at", "body")) == {(NOW, "")}
    text_message("+4520123456", "Hej", now=NOW + timedelta(days=1))
    assert send_due(lambda: NOW + timedelta(days=1, minutes=1)) == 1
