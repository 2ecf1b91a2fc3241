from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    PAGE = "page", _("På siden")
    MAIL = "mail", _("E-mail")
    SMS = "sms", _("Sms")


class Pace(models.TextChoices):
    AT_ONCE = "at_once", _("Kort efter, samlet når der er flere")
    DAILY = "daily", _("Én gang om dagen, klokken 16")
    NEVER = "never", _("Aldrig. Jeg kigger selv på siden")


class MessageQuerySet(models.QuerySet["Message"]):
    def visible_to(self, user: Any) -> "MessageQuerySet":
        return self.filter(to=user)

    def unread(self) -> "MessageQuerySet":
        return self.filter(read_at=None)

    def due(self, now: datetime) -> "MessageQuerySet":
        return self.to_ring().filter(due_at__lte=now)

    def to_ring(self) -> "MessageQuerySet":
        return self.exclude(channel=Channel.PAGE).filter(sent_at=None, given_up_at=None)

    def rung(self) -> "MessageQuerySet":
        return self.exclude(channel=Channel.PAGE).filter(sent_at__isnull=False)

    def given_up(self) -> "MessageQuerySet":
        return self.filter(given_up_at__isnull=False)

    def newest_first(self) -> "MessageQuerySet":
        return self.order_by("-created_at", "-pk")


class Message(models.Model):
    """One notice to one person: read on the page, and for those with an address or a number rung by mail or SMS.

    The bell says only that there is news and links to the page: names, places and jobs stay inside. At `answer_path`
    a mail lets one say no without signing in. `language` is the one that the notice was written in, so the bell speaks
    it too.
    """

    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    channel = models.CharField(_("kanal"), max_length=10, choices=Channel.choices)
    subject = models.CharField(_("emne"), max_length=120)
    body = models.TextField(_("besked"))
    path = models.CharField(_("side"), max_length=200, default="/")
    answer_path = models.CharField(_("svar uden at logge ind"), max_length=200, blank=True)
    language = models.CharField(_("sprog"), max_length=5, default="da")
    is_urgent = models.BooleanField(_("haster"), default=False)
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
    is_bell = models.BooleanField(_("siger, at der er nyt"), default=False)

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


class RingWish(models.Model):
    """How a person wants to be rung, and the mail address at which nobody was found. Without a row: soon, and by
    mail if there is an address.
    """

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    pace = models.CharField(_("hvor tit"), max_length=10, choices=Pace.choices, default=Pace.AT_ONCE)
    channel = models.CharField(_("hvordan"), max_length=10, choices=Channel.choices[1:], default=Channel.MAIL)
    bounced_email = models.EmailField(_("mail, der ikke virker"), blank=True)
    bounced_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"ring wish {self.pk}"

    @classmethod
    def of(cls, person: Any) -> "RingWish":
        return cls.objects.filter(person=person).first() or cls(person=person)


class BellTextQuerySet(models.QuerySet["BellText"]):
    def standing(self) -> "BellTextQuerySet":
        return self.filter(ended_at=None)


class BellText(models.Model):
    """The programme's own words for a bell, in one language. Ended when others come, or the house's own again."""

    channel = models.CharField(_("kanal"), max_length=10, choices=Channel.choices[1:])
    language = models.CharField(_("sprog"), max_length=5)
    subject = models.CharField(_("emne"), max_length=120, blank=True)
    body = models.TextField(_("tekst"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = BellTextQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["channel", "language"], condition=Q(ended_at=None), name="one_bell_text_a_language"
            )
        ]

    def __str__(self) -> str:
        return f"bell text {self.pk}"
