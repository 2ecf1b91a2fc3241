"""What a mail or an SMS says: that there is news, and where. The same words for everybody, in six languages."""

import re
from dataclasses import dataclass

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from jobplaneten.messaging.models import BellText, Channel

LINK, STOP = "{link}", "{stop}"
MAIL_SUBJECT = _("Der er nyt til dig på Jobplaneten")
MAIL_BODY = _(
    "Hej\n\nDer er nyt til dig på Jobplaneten. Log ind for at læse det:\n{link}\n\nHilsen Jobplaneten\n\n"
    "Vil du have færre mails? {stop}"
)
SMS_BODY = _("Der er nyt til dig på Jobplaneten: {link}")
ANSWER = _("Passer det ikke lige nu? Sig nej tak uden at logge ind:")
SALT = "messaging.stop"
LONGEST_SMS = 160
LONGEST_OTHER_SMS = 70
MOST_PARTS = 2
GSM = re.compile(r"[A-Za-z0-9 \n@£$¥èéùìòÇØøÅåÆæßÉÄÖÑÜäöñüà!\"#¤%&'()*+,\-./:;<=>?¡¿§_]*")
"""What an SMS holds 160 of; with any other letter in it 70."""


@dataclass(frozen=True, slots=True)
class Words:
    subject: str
    body: str

    def about(self, link: str, stop: str = "") -> "Words":
        """Filled in. Only the two known words are replaced: braces in the text stay what they are."""
        return Words(self.subject, self.body.replace(LINK, link).replace(STOP, stop))


def house_words(channel: str, language: str) -> Words:
    subject, body = (MAIL_SUBJECT, MAIL_BODY) if channel == Channel.MAIL else ("", SMS_BODY)
    with translation.override(language):
        return Words(str(subject), str(body))


def words_for(channel: str, language: str) -> Words:
    """The programme's own words if there are any in this language, else the house's."""
    own = BellText.objects.standing().filter(channel=channel, language=language).first()
    return Words(own.subject, own.body) if own else house_words(channel, language)


def link_to(paths: list[str]) -> str:
    """To the one page that it is about, or to the box when it is about several."""
    return settings.SITE_URL + (paths[0] if len(set(paths)) == 1 else reverse("messaging:box"))


def answers_to(paths: list[str], language: str) -> str:
    """Below the mail: where one may say no at once. "" when nobody is waiting for an answer."""
    links = [settings.SITE_URL + path for path in dict.fromkeys(paths) if path]
    with translation.override(language):
        return "\n\n" + "\n".join([str(ANSWER), *links]) + "\n" if links else ""


def stop_link(person: int) -> str:
    return settings.SITE_URL + reverse("messaging:stop", args=[signing.dumps(person, salt=SALT)])


def person_of(token: str) -> int | None:
    try:
        return int(signing.loads(token, salt=SALT))
    except (signing.BadSignature, ValueError, TypeError):
        return None


def parts_of(text: str) -> int:
    """How many SMS it takes to say this."""
    room = LONGEST_SMS if GSM.fullmatch(text) else LONGEST_OTHER_SMS
    return -(-len(text) // room)
