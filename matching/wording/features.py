from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from matching.models import Match
from youth.disclosure import tellable

FEATURES = {
    "skills_met": _("Har det, der bedes om"),
    "skills_above": _("Kan det bedre, end der bedes om"),
    "skills_short": _("Kan det lidt mindre, end der bedes om"),
    "skills_missing": _("Har ikke prøvet det, der bedes om"),
    "tasks_liked": _("Opgaver, der er valgt til"),
    "circumstances_liked": _("Omgivelser, der er valgt til"),
    "rather_nots": _("Noget, der er valgt fra"),
    "dream_field": _("Drømmen"),
    "slack": _("Luft omkring vagterne"),
    "travel": _("Vejen derhen"),
    "next_step": _("Et trin op"),
    "help": _("Hjælpen på stedet"),
    "help_short": _("Mindre hjælp, end trinnet kræver"),
    "more_shifts": _("Flere vagter om ugen"),
    "regular": _("Samme mødetid hver gang"),
}
TOO_SMALL = 0.005


class Points(NamedTuple):
    what: Any
    want: float
    take: float


def points_in_words(match: Match) -> list[Points]:
    """What each fact moved, against this youth's average job; the strongest first."""
    rows = [
        Points(FEATURES.get(each["feature"], each["feature"]), each["want"], each["take"])
        for each in tellable(match.youth, match.contributions, "feature")
    ]
    moved = [row for row in rows if abs(row.want) + abs(row.take) >= TOO_SMALL]
    return sorted(moved, key=lambda row: -abs(row.want + row.take))
