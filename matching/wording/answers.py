"""A workplace's no, as the youth reads it: each reason is one reviewed sentence that says what can be used."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from matching.models import Match, NoReason

KIND_WORDS = {
    NoReason.OTHER_SKILLS: gettext_lazy(
        "De søgte en, der kan noget andet. Vil du lære det, så spørg din mentor, hvor man kan øve sig."
    ),
    NoReason.TRIED_IT_BEFORE: gettext_lazy(
        "De søgte en, der har prøvet det før. Alle begynder et sted, så vi leder efter et sted, der tager nye."
    ),
    NoReason.NOT_NOW: gettext_lazy(
        "Tiderne passede ikke. Har du fået tid på andre dage, så skriv det på din side: det åbner flere job."
    ),
    NoReason.CHOSE_ANOTHER: gettext_lazy(
        "De valgte en anden denne gang. Der var flere gode, og det siger ikke, at du ikke var det."
    ),
    NoReason.FILLED: gettext_lazy("Pladsen er besat. Det handlede ikke om dig."),
}


def kind_words(match: Match) -> str:
    """What the reason means for the youth. Words of the workplace's own are never passed on."""
    known = KIND_WORDS.get(NoReason(match.no_reason)) if match.no_reason else None
    return str(known or _("Det siger ikke noget om, hvem du er: du turde sige ja, og det tager du med dig."))
