import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from smtplib import SMTPRecipientsRefused
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils.translation import get_language

from jobplaneten.messaging import bells, bouncing, texts
from jobplaneten.messaging.models import BellText, Channel, Message, RingWish
from jobplaneten.messaging.ringing import plan_for
from jobplaneten.trail.actions import record

log = logging.getLogger(__name__)

MOST_TRIES = 6


def tell(
    to: Any, subject: str, body: str, *, path: str, now: datetime, is_urgent: bool = False, answer_path: str = ""
) -> Message:
    """Put a notice in the person's box; the worker rings, when and how the person wants it.

    Write it in the person's own language: the bell speaks the language that is spoken here and now. What `is_urgent`
    does not wait to be gathered with others.
    """
    return Message.objects.create(
        to=to,
        channel=Channel.MAIL if to.email else Channel.SMS if to.phone else Channel.PAGE,
        subject=subject,
        body=body,
        path=path,
        answer_path=answer_path,
        language=get_language() or settings.LANGUAGE_CODE,
        is_urgent=is_urgent,
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
    """Ring for what is due, one person at a time. A mail server that is away costs a later try, nothing else."""
    due = Message.objects.due(clock()).order_by("due_at", "pk").values_list("to", flat=True)
    people = list(dict.fromkeys(due))[:most]
    return sum(ring(person, now=clock()) for person in people) + texts.send_due(clock, most=most)


def ring(person: int, *, now: datetime) -> bool:
    """Tell one person of all that is new. True when something went out.

    What is to go by mail is claimed first (its next try is moved ahead), so that two workers never ring twice.
    """
    with transaction.atomic():
        notices = list(claimable(person, now))
        if not notices:
            return False
        to = notices[0].to
        plan = plan_for(to, notices, now) if to.is_active else None
        rows = Message.objects.filter(pk__in=[notice.pk for notice in notices])
        if plan is None:
            rows.update(last_error="nobody to send to", given_up_at=now)
            return False
        if plan.channel == Channel.PAGE:
            rows.update(channel=Channel.PAGE)
            return False
        if plan.at > now:
            rows.update(due_at=plan.at)
            return False
        if plan.channel == Channel.SMS:
            return ring_by_text(notices, now=now)
        for notice in notices:
            notice.tries += 1
            notice.due_at = now + timedelta(minutes=2 + 2**notice.tries)
        Message.objects.bulk_update(notices, ["tries", "due_at"])
    return ring_by_mail(notices, now=now)


def claimable(person: int, now: datetime) -> Any:
    """What has been read on the page needs no bell."""
    Message.objects.due(now).filter(to=person, read_at__isnull=False).update(channel=Channel.PAGE)
    due = Message.objects.due(now).filter(to=person).select_related("to").order_by("pk")
    return due.select_for_update(of=("self",), skip_locked=True)


def ring_by_text(notices: list[Message], *, now: datetime) -> bool:
    words = bells.words_for(Channel.SMS, notices[-1].language)
    link = bells.link_to([notice.path for notice in notices])
    texts.write(notices[0].to.phone, words.about(link).body, now=now, is_bell=True)
    keys = [notice.pk for notice in notices]
    Message.objects.filter(pk__in=keys).update(channel=Channel.SMS, sent_at=now, last_error="")
    return True


def ring_by_mail(notices: list[Message], *, now: datetime) -> bool:
    keys = [notice.pk for notice in notices]
    try:
        mail_about(notices).send()
    except SMTPRecipientsRefused as refused:
        if bouncing.is_for_good(refused):
            bouncing.nobody_there(notices[0].to, now=now)
        return give_up_or_wait(notices, type(refused).__name__, now=now)
    except (OSError, ValueError) as error:
        return give_up_or_wait(notices, type(error).__name__, now=now)
    Message.objects.filter(pk__in=keys).update(channel=Channel.MAIL, sent_at=now, last_error="")
    return True


def mail_about(notices: list[Message]) -> EmailMessage:
    to, stop = notices[0].to, bells.stop_link(notices[0].to_id)
    words = bells.words_for(Channel.MAIL, notices[-1].language).about(
        bells.link_to([notice.path for notice in notices]), stop
    )
    headers = {"List-Unsubscribe": f"<{stop}>"}
    body = words.body + bells.answers_to([notice.answer_path for notice in notices], notices[-1].language)
    return EmailMessage(words.subject, body, settings.DEFAULT_FROM_EMAIL, [to.email], headers=headers)


def give_up_or_wait(notices: list[Message], error: str, *, now: datetime) -> bool:
    """The kind of error only: what a mail server answers may hold the address."""
    log.warning("%s messages could not be sent: %s", len(notices), error)
    rows = Message.objects.filter(pk__in=[notice.pk for notice in notices])
    rows.update(last_error=error)
    rows.filter(tries__gte=MOST_TRIES).update(given_up_at=now)
    return False


@transaction.atomic
def try_again(message: Message, *, by: Any, now: datetime) -> None:
    Message.objects.given_up().filter(pk=message.pk).update(given_up_at=None, tries=0, due_at=now)
    record("try_again", message, by=by, now=now)


@transaction.atomic
def wish_to_be_rung(person: Any, *, pace: str, channel: str, now: datetime) -> RingWish:
    wish, _made = RingWish.objects.update_or_create(person=person, defaults={"pace": pace, "channel": channel})
    record("wish_to_be_rung", wish, by=person, now=now)
    return wish


@transaction.atomic
def set_bell_text(channel: str, language: str, *, subject: str, body: str, by: Any, now: datetime) -> None:
    use_house_words(channel, language, by=by, now=now)
    own = BellText.objects.create(channel=channel, language=language, subject=subject, body=body, by=by, at=now)
    record("set_bell_text", own, by=by, now=now)


@transaction.atomic
def use_house_words(channel: str, language: str, *, by: Any, now: datetime) -> None:
    for own in BellText.objects.standing().select_for_update().filter(channel=channel, language=language):
        own.ended_at = now
        own.save(update_fields=["ended_at"])
        record("end_bell_text", own, by=by, now=now)


def try_bell(person: Any, channel: str, language: str, *, now: datetime) -> None:
    """What the words look like on a real telephone or in a real mail program: sent to the one who asks, at once."""
    said = bells.words_for(channel, language).about(settings.SITE_URL + "/", bells.stop_link(person.pk))
    if channel == Channel.SMS and person.phone:
        texts.write(person.phone, said.body, now=now)
    elif person.email:
        texts.write_mail(person.email, said.subject or said.body[:60], said.body, now=now)
