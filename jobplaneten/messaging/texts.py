"""What goes to an address and not to a person: an SMS, or a mail to somebody who does not sign in yet.

The same outbox for both, and behind it adapters. The one for SMS that is here writes each to a file; a real provider
is one more function like `to_file`, and none has been tried yet.
"""

import json
import logging
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction

from jobplaneten.messaging.models import LooseMail, TextMessage

log = logging.getLogger(__name__)

MOST_TRIES = 6
MOST_A_DAY = 20


def write(phone: str, body: str, *, now: datetime, is_bell: bool = False) -> TextMessage:
    return TextMessage.objects.create(phone=phone, body=body, is_bell=is_bell, created_at=now, due_at=now)


def write_mail(email: str, subject: str, body: str, *, now: datetime) -> LooseMail:
    return LooseMail.objects.create(email=email, subject=subject, body=body, created_at=now, due_at=now)


def send_due(clock: Callable[[], datetime], *, most: int = 50) -> int:
    return sum(send_due_of(way, clock, most) for way in WAYS)


def send_due_of(way: "Way", clock: Callable[[], datetime], most: int) -> int:
    keys = list(way.model.objects.due(clock()).order_by("due_at", "pk").values_list("pk", flat=True)[:most])
    return sum(send(key, way, now=clock()) for key in keys)


def send(key: int, way: "Way", *, now: datetime) -> bool:
    """Claimed first, so that two workers never send twice; the words go when they have been delivered."""
    with transaction.atomic():
        text = way.model.objects.due(now).select_for_update(of=("self",)).filter(pk=key).first()
        if text is None:
            return False
        text.tries += 1
        text.due_at = now + timedelta(minutes=2 + 2**text.tries)
        text.save(update_fields=["tries", "due_at"])
    row, sent = way.model.objects.filter(pk=key), way.model.objects.filter(sent_at__gt=now - timedelta(days=1))
    if sent.filter(**{way.address: getattr(text, way.address)}).count() >= MOST_A_DAY:
        row.update(last_error="too many to this address", given_up_at=now, body="")
        return False
    try:
        way.deliver(text)
    except (OSError, ValueError) as error:
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


def by_mail(mail: LooseMail) -> None:
    send_mail(mail.subject, mail.body, settings.DEFAULT_FROM_EMAIL, [mail.email])


@dataclass(frozen=True, slots=True)
class Way:
    model: Any
    address: str
    deliver: Callable[[Any], None]


WAYS = (Way(TextMessage, "phone", to_file), Way(LooseMail, "email", by_mail))
