"""A child and a job in the words that a guardian reads. Days are numbers: they read alike in all languages."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _

from employers.models import Post
from employers.views.faces import chores_of, safety, week
from jobplaneten.families.birthdays import birthday
from jobplaneten.families.languages import in_danish
from jobplaneten.families.models import Guardianship, View
from jobplaneten.law.groups import ADULT_FROM, YOUTH_FROM
from jobplaneten.placements.models import Paper, Placement, PlacementStatus
from jobplaneten.placements.papers import Line, lines
from jobplaneten.placements.permissions import STAFF_PAPERS
from youth.models import GuardianWord, Scope, Word, Youth, YouthStatus
from youth.permissions import parents_stop


def day_words(day: date | None) -> str:
    return f"{day.day}.{day.month}.{day.year}" if day else ""


@dataclass(frozen=True, slots=True)
class Ask:
    """One question with what was last answered to it, and the button to press next."""

    title: str
    text: str
    state: str
    tone: str
    word: str
    scope: str
    label: str


def own_words(guardianship: Guardianship) -> list[GuardianWord]:
    """What this guardian has said here, and what was written down for a guardian on paper; newest first."""
    words = guardianship.youth.guardian_words.latest_first()
    return [word for word in words if not word.is_their_own or word.by_id == guardianship.guardian_id]


def asks(guardianship: Guardianship, day: date) -> list[Ask]:
    words = own_words(guardianship)
    name = {"name": guardianship.youth.first_name}
    found = [informed(words)]
    is_whole = guardianship.view_on(day) == View.WHOLE
    if is_whole:
        title = _("Må vi gemme og bruge oplysninger om %(name)s?") % name
        text = _("Det er navn, alder, hvad %(name)s kan og gerne vil, og hvornår %(name)s har tid.") % name
        found.append(question(title, text, Scope.DIGITAL, words, day))
    title = _("Må vi vise et kort om %(name)s til en arbejdsplads?") % name
    text = (
        _("På kortet står fornavn, alder, hvad %(name)s kan, og hvornår. Aldrig adresse, skole eller telefon.") % name
    )
    asked = question(title, text, Scope.MATCHING, words, day)
    return [*found, asked if is_whole else may_refuse(asked, guardianship.youth.first_name)]


def may_refuse(asked: Ask, name: str) -> Ask:
    """From 15 a guardian is told and not asked; a no still counts."""
    if asked.tone == "stop":
        return asked
    state = _("Fra 15 år bestemmer %(name)s selv.") % {"name": name}
    return replace(asked, state=state, tone="neutral", word=Word.NO, label=_("Nej"))


def informed(words: list[GuardianWord]) -> Ask:
    told = next((word for word in words if word.word == Word.INFORMED), None)
    title = _("Har du fået besked om reglerne for unges arbejde?")
    text = _("Loven siger, hvor mange timer unge må arbejde, hvornår, og hvad de ikke må lave.")
    if told:
        return Ask(title, text, _("Ja, %(day)s") % {"day": day_words(told.said_on)}, "good", "", "", "")
    return Ask(title, text, _("Mangler dit svar"), "wait", Word.INFORMED, Scope.ALL, _("Ja, jeg har fået besked"))


def question(title: str, text: str, scope: Scope, words: list[GuardianWord], day: date) -> Ask:
    about = [word for word in words if word.word != Word.INFORMED and word.scope in {Scope.ALL, scope}]
    last = about[0] if about else None
    if last is None or last.has_run_out(day):
        return Ask(title, text, _("Mangler dit svar"), "wait", Word.YES, scope, _("Ja"))
    if last.word == Word.YES:
        return Ask(title, text, yes_words(last), "good", Word.WITHDRAWN, scope, _("Træk dit ja tilbage"))
    state = _("Nej, %(day)s") % {"day": day_words(last.said_on)}
    return Ask(title, text, state, "stop", Word.YES, scope, _("Ja"))


def yes_words(word: GuardianWord) -> str:
    if word.until_on is None:
        return _("Ja, %(day)s") % {"day": day_words(word.said_on)}
    words = {"day": day_words(word.said_on), "until": day_words(word.until_on)}
    return _("Ja, %(day)s. Det gælder til %(until)s.") % words


def history(guardianship: Guardianship) -> list[dict[str, Any]]:
    return [entry(word) for word in own_words(guardianship)]


def entry(word: GuardianWord) -> dict[str, Any]:
    titles = {
        Word.INFORMED: _("Har fået besked"),
        Word.YES: _("Ja"),
        Word.NO: _("Nej"),
        Word.WITHDRAWN: _("Nej. Et ja er trukket tilbage."),
    }
    about = {
        Scope.ALL: _("Det hele"),
        Scope.DIGITAL: _("At gemme og bruge oplysninger"),
        Scope.MATCHING: _("At vise et kort til en arbejdsplads"),
    }
    by = _("Det har du selv svaret.") if word.is_their_own else _("Skrevet ned af mentor.")
    tone = "stop" if word.word in {Word.NO, Word.WITHDRAWN} else "good"
    text = "" if word.word == Word.INFORMED else about[Scope(word.scope)]
    return {"day": day_words(word.said_on), "title": titles[Word(word.word)], "text": text, "by": by, "tone": tone}


def right_now(youth: Youth, day: date, has_job: bool) -> str:
    if youth.status == YouthStatus.WAITING:
        return _("Venter på at komme med.")
    if youth.status == YouthStatus.PAUSED:
        return _("Holder pause.")
    if has_job:
        return _("Har et job.")
    if parents_stop(youth, day):
        return _("Vi venter på et svar, før vi leder efter job.")
    return _("Vi leder efter et job.")


def changes_on(guardianship: Guardianship, day: date) -> str:
    """What the next birthday changes for this guardian."""
    youth = guardianship.youth
    name = {"name": youth.first_name}
    if guardianship.view_on(day) == View.WHOLE:
        words = name | {"day": day_words(birthday(youth.born_on, YOUTH_FROM))}
        return _("Når %(name)s fylder 15 (%(day)s), siger %(name)s selv ja, og du ser kun job og underskrift.") % words
    words = name | {"day": day_words(birthday(youth.born_on, ADULT_FROM))}
    return _("Når %(name)s fylder 18 (%(day)s), lukker din adgang af sig selv.") % words


def waiting_papers(placement: Placement, day: date) -> list[Line]:
    return [line for line in lines(placement, day) if line.paper in STAFF_PAPERS]


def job_card(placement: Placement, day: date) -> dict[str, Any]:
    missing = any(line.tick is None for line in waiting_papers(placement, day))
    employer = placement.post.employer
    return {
        "title": placement.post.title,
        "place": employer.name if employer else "",
        "url": reverse("families:job", args=[placement.pk]),
        "badge": _("Mangler dit svar") if missing else _("I orden"),
        "tone": "wait" if missing else "good",
    }


def kroner(amount: Decimal | None) -> str:
    """60 kr., or 62,50 kr., with the sign that the reader's own language has for it."""
    if amount is None:
        return ""
    return f"{formats.number_format(amount, 0 if amount == int(amount) else 2)} kr."


def job_facts(placement: Placement) -> list[tuple[str, str]]:
    """Tasks and dangers as the workplace wrote them: in Danish."""
    post, employer = placement.post, placement.post.employer
    said = [
        (_("Arbejdsplads"), employer.name if employer else ""),
        (_("Sted"), " ".join(filter(None, [post.place, post.postcode]))),
        (_("Voksen på stedet"), post.adult_on_site),
        (_("Første dag"), day_words(placement.first_day_on)),
        (_("Periode"), period(post)),
        (_("Løn i timen"), kroner(post.pay_hour)),
        (_("Opgaver"), in_danish(lambda: ", ".join(chores_of(post)))()),
        (_("Sikkerhed"), in_danish(lambda: safety(post))()),
    ]
    return [(term, value) for term, value in said if value]


def period(post: Post) -> str:
    first, last = day_words(post.starts_on), day_words(post.ends_on)
    return _("Fra %(first)s til %(last)s") % {"first": first, "last": last} if first and last else first


def days_that_stop(placement: Placement, day: date) -> list[str]:
    """A pause that stands, and a last day that somebody has set."""
    pause = placement.pause_on(day)
    said = [_("Sidste dag er %(day)s.") % {"day": day_words(placement.last_day_on)}] if placement.is_ending else []
    if pause and pause.is_open_ended:
        return [_("Vagterne holder pause, indtil du og mentor har talt sammen."), *said]
    if pause:
        return [_("Jobbet holder pause til og med %(day)s.") % {"day": day_words(pause.until_on)}, *said]
    return said


def job_week(placement: Placement) -> list[tuple[str, list[str]]]:
    return week(placement.post)


@dataclass(frozen=True, slots=True)
class Signature:
    """One of the two things a guardian does about a job: hears of it, and signs."""

    title: str
    text: str
    label: str
    paper: str
    state: str
    tone: str
    has_changed: bool
    is_open: bool
    may_take_back: bool


def signatures(placement: Placement, user: Any, day: date) -> list[Signature]:
    return [signature(line, placement, user, day) for line in waiting_papers(placement, day)]


def signature(line: Line, placement: Placement, user: Any, day: date) -> Signature:
    title, text, label = SAID[line.paper]()
    done = line.tick
    state = (
        _("Ja, %(day)s. Det gælder, så længe tider og sted er de samme.") % {"day": day_words(done.at.date())}
        if done
        else ""
    )
    is_running = placement.status in {PlacementStatus.PAPERS, PlacementStatus.STARTED}
    return Signature(
        title,
        text,
        label,
        str(line.paper),
        state or _("Mangler dit svar"),
        "good" if done else "wait",
        line.lapsed is not None,
        is_running and not done and not line.stop,
        bool(done) and line.paper == Paper.COSIGN and is_running and not placement.has_begun(day),
    )


def told_words() -> tuple[str, str, str]:
    text = _("Arbejdspladsen skal fortælle dig om jobbet, tiderne og farerne, og hvad de gør for at passe på.")
    return _("Har du fået besked om jobbet?"), text, _("Ja, jeg har fået besked")


def cosign_words() -> tuple[str, str, str]:
    text = _("Under 18 år skriver en forælder under, før den første vagt. Du kan fortryde, indtil jobbet begynder.")
    return _("Skriver du under på jobbet?"), text, _("Ja, jeg skriver under")


SAID = {Paper.GUARDIAN: told_words, Paper.COSIGN: cosign_words}
