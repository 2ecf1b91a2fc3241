"""SMS: the same outbox as for mail, and behind it an adapter. The one that is here writes each SMS to a file.

A real provider is one more function like `to_file`; none has been tried yet.
"""

import json
import logging
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction

from jobplaneten.messaging.models import TextMessage

log = logging.getLogger(__name__)

MOST_TRIES = 6
MOST_A_DAY = 20


def write(phone: str, body: str, *, now: datetime) -> TextMessage:
    return TextMessage.objects.create(phone=phone, body=body, created_at=now, due_at=now)


def send_due(clock: Callable[[], datetime], *, most: int = 50) -> int:
    keys = list(TextMessage.objects.due(clock()).order_by("due_at", "pk").values_list("pk", flat=True)[:most])
    return sum(send(key, now=clock()) for key in keys)


def send(key: int, *, now: datetime) -> bool:
    """Claimed first, so that two workers never send twice; the words go when they have been delivered."""
    with transaction.atomic():
        text = TextMessage.objects.due(now).select_for_update(of=("self",)).filter(pk=key).first()
        if text is None:
            return False
        text.tries += 1
        text.due_at = now + timedelta(minutes=2 + 2**text.tries)
        text.save(update_fields=["tries", "due_at"])
    row = TextMessage.objects.filter(pk=key)
    if TextMessage.objects.filter(phone=text.phone, sent_at__gt=now - timedelta(days=1)).count() >= MOST_A_DAY:
        row.update(last_error="too many to this number", given_up_at=now, body="")
        return False
    try:
        to_file(text)
    except OSError as error:
        log.warning("text %s could not be sent: %s", key, type(error).__name__)
        row.update(last_error=type(error).__name__)
        if text.tries >= MOST_TRIES:
            row.update(given_up_at=now, body="")
        return False
    row.update(sent_at=now, last_error="", body=text.body if settings.IS_DEMO else "")
    return True


def to_file(text: TextMessage) -> None:
    folder = Path(settings.SMS_FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    said = json.dumps({"to": text.phone, "body": text.body}, ensure_ascii=False)
    (folder / f"{uuid.uuid4()}.json").write_text(said, encoding="utf-8")
