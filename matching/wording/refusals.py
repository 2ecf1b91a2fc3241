from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

MOST_SHOWN = 3

AGAINST_ONE = {
    "age": gettext_lazy("er for en anden alder"),
    "step": gettext_lazy("er på et andet trin"),
    "travel": gettext_lazy("ligger for langt væk"),
    "timetable": gettext_lazy("har vagter uden for den ledige tid"),
    "seats": gettext_lazy("er besat"),
    "earlier_no": gettext_lazy("er der sagt nej til før"),
    "already_proposed": gettext_lazy("er allerede foreslået"),
    "hidden": gettext_lazy("er hos en arbejdsplads, der er valgt fra"),
    "own_law": gettext_lazy("holder ikke loven på de rigtige datoer"),
}
"""Goes on after "12 job"."""
RULES = {
    "age": gettext_lazy("Arbejdspladsen søger en anden alder"),
    "step": gettext_lazy("Et andet trin"),
    "travel": gettext_lazy("For langt væk"),
    "timetable": gettext_lazy("Vagterne ligger uden for den ledige tid"),
    "seats": gettext_lazy("Ingen ledige pladser"),
    "earlier_no": gettext_lazy("Der er sagt nej før"),
    "already_proposed": gettext_lazy("Allerede foreslået"),
    "hidden": gettext_lazy("Arbejdspladsen er valgt fra"),
    "own_law": gettext_lazy("Loven siger nej på de rigtige datoer"),
}
ASIDE = {
    "has_job": gettext_lazy("Er i job"),
    "guardian": gettext_lazy("Mangler besked til eller ja fra forældrene"),
    "modes_missing": gettext_lazy("Mangler at vælge, hvordan han eller hun kommer frem"),
    "travel_absurd": gettext_lazy("Mangler at sige, hvor langt der må være"),
    "vocabulary_empty": gettext_lazy("Mangler at vælge, hvad han eller hun kan og vil"),
    "shifts_missing": gettext_lazy("Jobbet mangler vagter"),
    "steps_missing": gettext_lazy("Jobbet mangler trin"),
    "place_missing": gettext_lazy("Stedet mangler"),
    "over": gettext_lazy("Jobbets sidste dag er forbi"),
    "employer_paused": gettext_lazy("Arbejdspladsen holder pause"),
    "employer_missing": gettext_lazy("Jobbet mangler en arbejdsplads"),
}
TROUBLE = {
    "missing": gettext_lazy("Der var ingen model i brug. Natten regnede med eksperternes vægte."),
    "damaged": gettext_lazy("Modellen var gået i stykker. Natten regnede med eksperternes vægte i stedet for."),
    "old": gettext_lazy(
        "Modellen passede ikke til programmet mere. Natten regnede med eksperternes vægte i stedet for."
    ),
}
BROKEN = gettext_lazy("Noget i oplysningerne skal rettes")


def aside_in_words(reason: str) -> str:
    """Why a night did not look at a youth or a post."""
    return str(ASIDE.get(reason, BROKEN)) if reason else ""


def trouble_in_words(trouble: str) -> str:
    """Why a night did not score with the model in use."""
    return str(TROUBLE.get(trouble, ""))


def refusals_in_words(refused: Mapping[str, int]) -> list[str]:
    """What stood most in the way of one youth: "12 job ligger for langt væk"."""
    most = sorted(refused.items(), key=lambda rule: (-rule[1], rule[0]))[:MOST_SHOWN]
    return [_("%(n)s job %(why)s") % {"n": n, "why": AGAINST_ONE[rule]} for rule, n in most if rule in AGAINST_ONE]


def runs_refusals(refused: Mapping[str, int]) -> list[tuple[str, int]]:
    """Pairs turned away in a whole night, by the rule that was asked first."""
    return [(str(RULES.get(rule, rule)), n) for rule, n in sorted(refused.items(), key=lambda rule: -rule[1])]
