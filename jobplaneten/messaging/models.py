from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    PAGE = "page", _("På siden")
    MAIL = "mail", _("E-mail")


class MessageQuerySet(models.QuerySet["Message"]):
    def visible_to(self, user: Any) -> "MessageQuerySet":
        return self.filter(to=user)

    def unread(self) -> "MessageQuerySet":
        return self.filter(read_at=None)

    def due(self, now: datetime) -> "MessageQuerySet":
        return self.filter(channel=Channel.MAIL, sent_at=None, given_up_at=None, due_at__lte=now)

    def rung(self) -> "MessageQuerySet":
        return self.filter(channel=Channel.MAIL, sent_at__isnull=False)

    def given_up(self) -> "MessageQuerySet":
        return self.filter(given_up_at__isnull=False)

    def newest_first(self) -> "MessageQuerySet":
        return self.order_by("-created_at", "-pk")


class Message(models.Model):
    """One notice to one person: read on the page, and for those with e-mail rung by mail.

    The mail says only that there is news and links to the page: names, places and jobs stay inside.
    """

    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    channel = models.CharField(_("kanal"), max_length=10, choices=Channel.choices)
    subject = models.CharField(_("emne"), max_length=120)
    body = models.TextField(_("besked"))
    path = models.CharField(_("side"), max_length=200, default="/")
    created_at = models.DateTimeField(_("skrevet"))
    read_at = models.DateTimeField(_("læst"), null=True)
    due_at = models.DateTimeField(_("sendes"))
    sent_at = models.DateTimeField(_("sendt"), null=True)
    given_up_at = models.DateTimeField(_("opgivet"), null=True)
    tries = models.PositiveSmallIntegerField(_("forsøg"), default=0)
    last_error = models.CharField(_("seneste fejl"), max_length=200, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["due_at"],
                name="message_due",
                condition=Q(sent_at=None, given_up_at=None),
            ),
            models.Index(fields=["to", "created_at"], name="message_to"),
        ]

    def __str__(self) -> str:
        return f"message {self.pk}"


class OutgoingQuerySet(models.QuerySet["Outgoing"]):
    def due(self, now: datetime) -> "OutgoingQuerySet":
        return self.filter(sent_at=None, given_up_at=None, due_at__lte=now)

    def newest_first(self) -> "OutgoingQuerySet":
        return self.order_by("-created_at", "-pk")


class Outgoing(models.Model):
    """Words to an address, which may be somebody's without an account. Once they are sent they are not kept."""

    body = models.TextField(_("besked"))
    created_at = models.DateTimeField(_("skrevet"))
    due_at = models.DateTimeField(_("sendes"))
    sent_at = models.DateTimeField(_("sendt"), null=True)
    given_up_at = models.DateTimeField(_("opgivet"), null=True)
    tries = models.PositiveSmallIntegerField(_("forsøg"), default=0)
    last_error = models.CharField(_("seneste fejl"), max_length=200, blank=True)

    objects = OutgoingQuerySet.as_manager()

    class Meta:
        abstract = True


class TextMessage(Outgoing):
    """An SMS to a number."""

    phone = models.CharField(_("mobil"), max_length=20)

    class Meta:
        indexes = [
            models.Index(fields=["due_at"], name="text_due", condition=Q(sent_at=None, given_up_at=None)),
        ]

    def __str__(self) -> str:
        return f"text {self.pk}"


class LooseMail(Outgoing):
    """A mail to an address of somebody who does not sign in yet."""

    email = models.EmailField(_("e-mail"))
    subject = models.CharField(_("emne"), max_length=120)

    class Meta:
        indexes = [
            models.Index(fields=["due_at"], name="loose_mail_due", condition=Q(sent_at=None, given_up_at=None)),
        ]

    def __str__(self) -> str:
        return f"loose mail {self.pk}"
