"""What may be said before there is a job: set phrases, with a time and a place where they ask for one."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.utils import formats
from django.utils.translation import gettext_lazy as _

from jobplaneten.talking.models import Side


@dataclass(frozen=True, slots=True)
class Phrase:
    label: Any
    text: Any
    asks_when: bool = False
    asks_where: bool = False


PHRASES: dict[Side, dict[str, Phrase]] = {
    Side.EMPLOYER: {
        "meet": Phrase(
            _("Inviter til et møde"),
            _("Vil du møde os %(when)s? Stedet er: %(where)s. Tag gerne din mentor med."),
            asks_when=True,
            asks_where=True,
        ),
        "other_time": Phrase(_("Foreslå en anden tid"), _("Kan vi i stedet mødes %(when)s?"), asks_when=True),
        "thanks": Phrase(_("Sig tak"), _("Tak for svaret. Vi glæder os til at møde dig.")),
    },
    Side.YOUTH: {
        "yes": Phrase(_("Ja tak, jeg kommer"), _("Ja tak, jeg kommer.")),
        "other_time": Phrase(
            _("Bed om en anden tid"), _("Jeg kan ikke på det tidspunkt. Kan vi mødes %(when)s?"), asks_when=True
        ),
        "ask": Phrase(_("Jeg har et spørgsmål"), _("Jeg har et spørgsmål. Min mentor kontakter jer.")),
        "thanks": Phrase(_("Sig tak"), _("Tak for beskeden.")),
    },
    Side.STAFF: {},
}


def said(phrase: Phrase, *, day: date | None, clock: time | None, where: str) -> str:
    when = ""
    if day and clock:
        when = f"{formats.date_format(day, 'l j. F')} kl. {formats.time_format(clock, 'H.i')}"
    return str(phrase.text % {"when": when, "where": where.strip()} if "%" in str(phrase.text) else phrase.text)
