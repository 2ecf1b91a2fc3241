"""The address at which a workplace says no straight from a mail: signed for one person and one card, and for no more.

It tells nothing of the youth and never says yes: whoever has got hold of the mail reads the title of an advert.
"""

from typing import Any

from django.core import signing
from django.urls import reverse

from jobplaneten.accounts.models import User
from matching.models import CandidateCard

SALT = "matching.no_by_mail"


def no_by_mail(card: CandidateCard, person: Any) -> str:
    return reverse("matching:no_by_mail", args=[card.pk, signing.dumps([person.pk, card.pk], salt=SALT)])


def person_of(token: str, card: int) -> User | None:
    """Whom the address was made for; None when it was not made here, or for another card."""
    try:
        person, for_card = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return User.objects.filter(pk=person, is_active=True).first() if for_card == card else None
