"""The terms of each role, in the words that people say yes to. A new version is added above; none is ever edited."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from jobplaneten.accounts.models import Role, TermsAcceptance, User
from jobplaneten.trail.actions import record


@dataclass(frozen=True, slots=True)
class Terms:
    version: int
    since: date
    points: Sequence[Any]


TERMS: dict[str, tuple[Terms, ...]] = {
    Role.EMPLOYER: (
        Terms(
            1,
            date(2026, 8, 1),
            (
                _("I giver kun unge opgaver og tider, som loven tillader for deres alder, og som står i opslaget."),
                _("Der er altid en voksen på stedet, som den unge kender ved navn og kan spørge."),
                _("Det, I læser om en ung her, bruger I kun til at svare på det job. I gemmer det ikke andre steder."),
                _("I skriver kun til de unge her på siden. I beder ikke om nummer, adresse, billeder eller profiler."),
                _("Mentor læser med i det, I skriver, og er med, når I mødes første gang."),
                _("Hver person hos jer har sit eget login. Holder en op, lukker I adgangen samme dag."),
                _("Vi må se efter, om aftalen bliver holdt, og lukke for jer, hvis en ung ikke er tryg."),
                _("Sker der noget, der gør en ung utryg, siger I det til os samme dag."),
            ),
        ),
    ),
    Role.YOUTH: (
        Terms(
            1,
            date(2026, 8, 1),
            (
                _("Det er gratis, og du kan stoppe når som helst uden at sige hvorfor."),
                _("Du skriver det, der passer. Du låner ikke dit login ud."),
                _("En arbejdsplads ser først noget om dig, når din mentor og du har sagt ja."),
                _("Du skriver ikke CPR-nummer, sygdom eller andres hemmeligheder."),
                _("Vi taler pænt til hinanden. Er noget forkert, siger du det til din mentor eller til os her."),
            ),
        ),
    ),
    Role.GUARDIAN: (
        Terms(
            1,
            date(2026, 8, 1),
            (
                _("Du svarer kun for dit eget barn og kun, når du har lov til det."),
                _("Det, du læser her, er om dit barn. Du giver det ikke videre."),
                _("Du kan trække et ja tilbage når som helst. Så stopper vi med det samme."),
                _("Når dit barn fylder 15, ser du mindre. Når dit barn fylder 18, lukker din adgang."),
            ),
        ),
    ),
}


def current(role: str, day: date) -> Terms | None:
    """The newest that hold on the day; the programme's own people have a contract instead."""
    return next((terms for terms in TERMS.get(role, ()) if terms.since <= day), None)


def must_read(user: User, day: date) -> bool:
    terms = current(user.role, day)
    return terms is not None and user.terms_read < terms.version


@transaction.atomic
def accept_terms(user: User, *, now: datetime) -> None:
    """What was said yes to is kept as a row of its own, once for each version."""
    terms = current(user.role, now.date())
    if terms is None:
        return
    _row, is_new = TermsAcceptance.objects.get_or_create(
        user=user, role=user.role, version=terms.version, defaults={"at": now}
    )
    if is_new:
        user.terms_read = terms.version
        user.save(update_fields=["terms_read"])
        record("accept_terms", user, by=user, now=now, version=terms.version)
