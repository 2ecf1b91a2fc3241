"""What people are told when a match moves. First names only to those who know the youth; never why to an employer."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobplaneten.accounts.models import User
from jobplaneten.messaging.actions import tell
from matching.by_mail import no_by_mail
from matching.models import CandidateCard, Match, MatchStatus, NoReason
from matching.when import local_day
from matching.wording import kind_words


def names(match: Match) -> dict[str, str]:
    employer = match.post.employer
    return {
        "youth": match.youth.first_name,
        "mentor": match.youth.mentor.name if match.youth.mentor else _("din mentor"),
        "job": match.post.title if match.post.opened_at else _("et job"),
        "place": employer.name if employer else "",
        "day": answer_day(match),
    }


def answer_day(match: Match) -> str:
    """Until when an answer is promised: "mandag 30. november"."""
    return formats.date_format(local_day(match.answer_by), "l j. F") if match.answer_by else ""


def contacts(match: Match) -> Iterable[Any]:
    employer = match.post.employer
    return [contact.user for contact in employer.contacts.inside().select_related("user")] if employer else []


def to_youth(match: Match, subject: str, body: Any, *, now: datetime) -> None:
    path = reverse("matching:offer", args=[match.pk])
    tell(match.youth.user, subject % names(match), body % names(match), path=path, now=now)


def to_mentor(match: Match, subject: str, body: str, *, now: datetime) -> None:
    if match.youth.mentor:
        path = reverse("matching:proposal", args=[match.pk])
        tell(match.youth.mentor, subject % names(match), body % names(match), path=path, now=now)


def to_employer(match: Match, subject: str, body: str, *, path: str, now: datetime, waits: bool = False) -> None:
    """With `waits` somebody is waiting for the answer, and a no can be said from the mail itself."""
    words = {"job": match.post.title, "day": answer_day(match)}
    for user in contacts(match):
        answer_path = no_by_mail(match.card, user) if waits else ""
        tell(user, subject % words, body % words, path=path, now=now, answer_path=answer_path)


def offered(match: Match, *, now: datetime) -> None:
    body = _(
        "Hej %(youth)s. %(mentor)s har fundet et job, der måske er noget for dig: %(job)s hos %(place)s. "
        "Kig på det, og sig ja eller nej senest %(day)s. Arbejdspladsen ser ingenting, før du har sagt ja."
    )
    to_youth(match, _("Et job til dig: %(job)s"), body, now=now)


def vouched(match: Match, *, by: Any, now: datetime) -> None:
    """The second adult may be any who may see the youth."""
    youth = match.youth
    path = reverse("matching:proposal", args=[match.pk])
    body = _("En kollega har set på et forslag til %(youth)s. To voksne skal sige god for det: se på det, og svar.")
    for person in User.objects.staff_of(youth.area).exclude(pk=by.pk):
        if person.is_coordinator or person.pk == youth.mentor_id:
            tell(person, _("Et forslag venter på en voksen mere"), body % names(match), path=path, now=now)


def accepted(match: Match, card: CandidateCard, *, now: datetime) -> None:
    body = _("En ung har sagt ja til jeres job: %(job)s. Læs kortet, og sig ja eller nej senest %(day)s.")
    path = reverse("matching:candidate", args=[card.pk])
    to_employer(match, _("Ny kandidat: %(job)s"), body, path=path, now=now, waits=True)
    body = _("%(youth)s har sagt ja til %(job)s hos %(place)s. Nu venter vi på arbejdspladsen.")
    to_mentor(match, _("%(youth)s siger ja"), body, now=now)


def declined(match: Match, *, now: datetime) -> None:
    body = _("%(youth)s har sagt nej tak til %(job)s hos %(place)s.") + because(match)
    to_mentor(match, _("%(youth)s siger nej tak"), body, now=now)


def withdrawn(match: Match, *, now: datetime) -> None:
    body = _("%(youth)s har trukket sit ja til %(job)s tilbage.") + because(match)
    to_mentor(match, _("%(youth)s har ombestemt sig"), body, now=now)
    tell_candidate_is_gone(match, now=now)


def taken_back(match: Match, *, was_released: bool, now: datetime) -> None:
    body = _("%(mentor)s har taget forslaget om %(job)s tilbage. Spørg endelig, hvis du vil vide hvorfor.")
    to_youth(match, _("%(job)s er taget tilbage"), body, now=now)
    if was_released:
        tell_candidate_is_gone(match, now=now)


def refused(match: Match, *, now: datetime) -> None:
    body = _("%(place)s har sagt nej tak denne gang.") + " " + kind_words(match) + " " + _("Vi leder videre i nat.")
    to_youth(match, _("Det blev ikke %(job)s"), body, now=now)
    body = _("%(place)s har sagt nej tak til %(youth)s til %(job)s.") + because(match)
    to_mentor(match, _("Nej tak til %(youth)s"), body, now=now)


WHY_IT_ENDED = {
    NoReason.FILLED: gettext_lazy("Pladsen er blevet besat af en anden. Det var tæt på, og vi leder videre i nat."),
    NoReason.CLOSED: gettext_lazy("Arbejdspladsen har lukket jobbet. Vi leder videre i nat."),
    NoReason.UNANSWERED: gettext_lazy(
        "Der kom ikke noget svar i tide. Det siger ikke noget om dig. Din mentor ser på det næste. Vi leder igen i nat."
    ),
    NoReason.PAUSED: gettext_lazy("Du holder pause. Sig til, når du er klar igen."),
    NoReason.GUARDIAN: gettext_lazy("Vi mangler et ja derhjemmefra. %(mentor)s vil gerne tale med dig om det."),
    NoReason.PROTECTED: gettext_lazy("Vi passer ekstra på dit navn og din adresse nu. %(mentor)s fortæller dig mere."),
    NoReason.HIDDEN: gettext_lazy("Den arbejdsplads er valgt fra, så der kommer ikke flere forslag derfra."),
    NoReason.HAS_JOB: gettext_lazy("Du har fået et andet job, så vi har sagt pænt nej tak for dig."),
}


def expired(match: Match, *, was: MatchStatus, now: datetime) -> None:
    """Only those who had seen it hear that it is over."""
    if was not in {MatchStatus.OFFERED, MatchStatus.RELEASED}:
        return
    to_youth(match, _("%(job)s er ikke aktuelt længere"), WHY_IT_ENDED[NoReason(match.no_reason)], now=now)
    if was == MatchStatus.RELEASED and match.no_reason == NoReason.UNANSWERED:
        tell_time_is_over(match, now=now)
    elif was == MatchStatus.RELEASED and match.no_reason != NoReason.FILLED:
        tell_candidate_is_gone(match, now=now)


def tell_time_is_over(match: Match, *, now: datetime) -> None:
    body = _(
        "I nåede ikke at svare på kortet til %(job)s, så vi har lukket det pænt for den unge. Indtil de næste svar får "
        "I lidt færre unge ad gangen. Har I travlt, så hold en pause: den koster ikke noget."
    )
    to_employer(match, _("Tiden er gået: %(job)s"), body, path=reverse("employers:pace"), now=now)


def tell_candidate_is_gone(match: Match, *, now: datetime) -> None:
    body = _("En kandidat til %(job)s er ikke med længere. Kortet er lukket. Vi finder gerne en anden.")
    path = reverse("matching:candidates")
    to_employer(match, _("En kandidat er faldet fra: %(job)s"), body, path=path, now=now)


def because(match: Match) -> str:
    """Doubled %: the sentence goes through the names once more."""
    reason = NoReason(match.no_reason).label if match.no_reason else ""
    return (" " + _("Grund: %(reason)s.") % {"reason": reason}).replace("%", "%%") if reason else ""
