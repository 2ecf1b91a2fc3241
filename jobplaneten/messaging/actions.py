import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.utils.translation import gettext as _

from jobplaneten.messaging import texts
from jobplaneten.messaging.models import Channel, Message
from jobplaneten.trail.actions import record

log = logging.getLogger(__name__)

MOST_TRIES = 6


def tell(to: Any, subject: str, body: str, *, path: str, now: datetime) -> Message:
    """Put a notice in the person's box; the worker rings by mail if the person has an address."""
    return Message.objects.create(
        to=to,
        channel=Channel.MAIL if to.email else Channel.PAGE,
        subject=subject,
        body=body,
        path=path,
        created_at=now,
        due_at=now,
    )


def text_message(phone: str, body: str, *, now: datetime) -> None:
    """An SMS for the worker to send. Names, places and jobs have no business in it: phones lie about."""
    texts.write(phone, body, now=now)


def loose_mail(email: str, subject: str, body: str, *, now: datetime) -> None:
    """A mail to somebody who does not sign in yet. Of youths it has nothing to say."""
    texts.write_mail(email, subject, body, now=now)


def mark_read(messages: Any, *, now: datetime) -> int:
    return int(messages.unread().update(read_at=now))


def send_due(clock: Callable[[], datetime], *, most: int = 50) -> int:
    """Ring for what is due, one at a time. A mail server that is away costs a later try, nothing else."""
    keys = list(Message.objects.due(clock()).order_by("due_at", "pk").values_list("pk", flat=True)[:most])
    return sum(send(key, now=clock()) for key in keys) + texts.send_due(clock, most=most)


def send(key: int, *, now: datetime) -> bool:
    """Claim the message first (its next try is moved ahead), so that two workers never ring twice."""
    with transaction.atomic():
        message = Message.objects.due(now).select_for_update(of=("self",)).filter(pk=key).first()
        if message is None:
            return False
        message.tries += 1
        message.due_at = now + timedelta(minutes=2 + 2**message.tries)
        message.save(update_fields=["tries", "due_at"])
    if not (message.to.is_active and message.to.email):
        return give_up(message, "nobody to send to", now=now)
    try:
        ring(message)
    except (OSError, ValueError) as error:
        return give_up_or_wait(message, type(error).__name__, now=now)
    Message.objects.filter(pk=key).update(sent_at=now, last_error="")
    return True


def mail_subject() -> str:
    return _("Der er nyt til dig på Jobplaneten")


def ring(message: Message) -> None:
    text = _("Hej\n\nDer er nyt til dig på Jobplaneten. Log ind for at læse det:\n%(link)s\n\nHilsen Jobplaneten")
    send_mail(
        mail_subject(),
        text % {"link": settings.SITE_URL + message.path},
        settings.DEFAULT_FROM_EMAIL,
        [message.to.email],
    )


def give_up_or_wait(message: Message, error: str, *, now: datetime) -> bool:
    """The kind of error only: what a mail server answers may hold the address."""
    log.warning("message %s could not be sent: %s", message.pk, error)
    if message.tries >= MOST_TRIES:
        return give_up(message, error, now=now)
    Message.objects.filter(pk=message.pk).update(last_error=error)
    return False


def give_up(message: Message, error: str, *, now: datetime) -> bool:
    Message.objects.filter(pk=message.pk).update(last_error=error, given_up_at=now)
    return False


@transaction.atomic
def try_again(message: Message, *, by: Any, now: datetime) -> None:
    Message.objects.given_up().filter(pk=message.pk).update(given_up_at=None, tries=0, due_at=now)
    record("try_again", message, by=by, now=now)
