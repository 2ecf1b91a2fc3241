"""What may be told of a youth. Every page, answer, letter and file asks here for a name and for what tells a place.

With a protected name or address, surname and place are told to nobody but the youth: those who help them know them
by first name. Whoever has not been asked yet is protected too.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from youth.models import Protected, Youth

TELL_A_WAY = frozenset({"travel", "minutes", "mode"})
"""What the engine says that places a youth on the map: how far it is to jobs whose address is known."""


def is_hidden(youth: Youth) -> bool:
    return youth.protected != Protected.NO


def not_hidden() -> Q:
    return Q(protected=Protected.NO)


def in_area(youths: QuerySet[Youth], area: Any) -> QuerySet[Youth]:
    """Looking through an area finds nobody whose place is hidden."""
    return youths.filter(not_hidden(), area=area) if area else youths


def name_of(youth: Youth) -> str:
    return youth.first_name if is_hidden(youth) else youth.full_name


def surname_of(youth: Youth) -> str:
    return "" if is_hidden(youth) else youth.last_name


def area_of(youth: Youth) -> str:
    return _("Beskyttet") if is_hidden(youth) else youth.area.name


def school_of(youth: Youth) -> str:
    """The name of a school tells a place."""
    return youth.school.name if youth.school and not is_hidden(youth) else ""


def tellable(youth: Youth, said: Iterable[dict[str, Any]], key: str) -> list[dict[str, Any]]:
    """Of what the engine says about a pair, what may be told to others than the youth."""
    return [each for each in said if not (is_hidden(youth) and each[key] in TELL_A_WAY)]
