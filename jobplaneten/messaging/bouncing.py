"""Addresses at which nobody is: said by the mail server at the door, or in a letter that comes back."""

from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from smtplib import SMTPRecipientsRefused
from typing import Any

from django.contrib.auth import get_user_model

from jobplaneten.messaging.models import RingWish

FOR_GOOD = "5"
"""How the codes begin with which a server says that trying again is of no use: RFC 3463 and RFC 5321."""


def is_for_good(refused: SMTPRecipientsRefused) -> bool:
    return all(str(code).startswith(FOR_GOOD) for code, _said in refused.recipients.values())


def nobody_there(person: Any, *, now: datetime) -> None:
    """From now on the person is rung by SMS or reads on the page, until there is another address."""
    RingWish.objects.update_or_create(person=person, defaults={"bounced_email": person.email, "bounced_at": now})


def hear_returned(letter: bytes, *, now: datetime) -> int:
    """Read one letter that came back (RFC 3464): how many people it was about. Any other letter is about none."""
    found = 0
    for address in addresses_gone(message_from_bytes(letter, policy=policy.default)):
        for person in get_user_model().objects.filter(email__iexact=address, is_active=True):
            nobody_there(person, now=now)
            found += 1
    return found


def addresses_gone(letter: EmailMessage) -> Iterator[str]:
    for part in letter.walk():
        if part.get_content_type() != "message/delivery-status":
            continue
        for block in part.iter_parts():
            status, recipient = str(block.get("Status", "")), str(block.get("Final-Recipient", ""))
            if status.startswith(FOR_GOOD) and ";" in recipient:
                yield recipient.partition(";")[2].strip()
