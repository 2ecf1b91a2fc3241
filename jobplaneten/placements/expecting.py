"""What both sides are asked before the first day, on one page: few questions, short answers."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from jobplaneten.placements.models import Expectation, OwnKind, Voice
from youth.models import Youth


@dataclass(frozen=True, slots=True)
class Question:
    """With `choices` it is answered by a tap, else in a line."""

    key: str
    text: Any
    choices: tuple[tuple[str, Any], ...] = ()


QUESTIONS: dict[str, tuple[Question, ...]] = {
    Voice.EMPLOYER: (
        Question("meet", _("Hvor og hvornår skal den unge møde den første dag?")),
        Question("wear", _("Hvad skal den unge have på?")),
        Question("ill", _("Hvem ringer den unge til ved sygdom, og hvornår?")),
        Question("breaks", _("Hvornår er der pause, og hvor?")),
        Question(
            "phone",
            _("Må telefonen være fremme?"),
            (
                ("breaks", _("Ja, i pausen")),
                ("asked", _("Kun når vi siger det")),
                ("away", _("Nej, den ligger i skabet eller tasken")),
            ),
        ),
        Question("learn", _("Hvad skal den unge lære først?")),
    ),
    Voice.YOUTH: (
        Question(
            "shown",
            _("Jeg lærer bedst, når …"),
            (("show", _("nogen viser mig det")), ("write", _("det er skrevet ned")), ("try", _("jeg selv prøver"))),
        ),
        Question(
            "told",
            _("Gør jeg noget forkert, vil jeg helst have det at vide …"),
            (("now", _("med det samme")), ("alone", _("bagefter, når vi er alene"))),
        ),
        Question(
            "unsure",
            _("Er jeg i tvivl, …"),
            (("ask", _("spørger jeg selv")), ("asked", _("vil jeg gerne spørges"))),
        ),
        Question(
            "agreed",
            _("Det, arbejdspladsen har skrevet, …"),
            (("fine", _("passer mig fint")), ("talk", _("vil jeg gerne tale om"))),
        ),
    ),
}


def told(said: Expectation | None, side: str) -> list[tuple[Any, Any]]:
    """Question and answer in the words of the page."""
    if said is None:
        return []
    return [(question.text, answer(question, said.answers.get(question.key, ""))) for question in QUESTIONS[side]]


def answer(question: Question, value: str) -> Any:
    return dict(question.choices).get(value, value) if question.choices else value


def own_paper_help(kind: str, youth: Youth, year: int) -> Any:
    """The tax office makes the card from the year in which one turns 15; before that a parent asks for it."""
    match kind:
        case OwnKind.TAX if year - youth.born_on.year >= 15:
            return _("Du har det allerede. Log ind på skat.dk med MitID, og se, at indkomsten passer.")
        case OwnKind.TAX:
            return _("Før det år, du fylder 15, beder en forælder Skattestyrelsen om det. Spørg derhjemme.")
        case OwnKind.ACCOUNT:
            return _(
                "Spørg i banken om en konto, og gør den til din NemKonto. En forælder skal med, når du er under 18."
            )
        case _:
            return _("Fra du er 13, kan du få MitID på Borgerservice eller i appen. En forælder hjælper, til du er 15.")
