from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from jobplaneten.chores import Chore
from jobplaneten.trades import Category, Circumstance, DreamField, Help, Skill, SkillLevel
from matching.models import Match
from matching.when import hours
from youth.disclosure import tellable

Figures = Mapping[str, Any]
Say = Callable[[Figures], str]

LIKED = {**dict(Chore.choices), **dict(Category.choices), **dict(Circumstance.choices)}
WAYS = {
    "walk": gettext_lazy("til fods"),
    "bike": gettext_lazy("på cykel"),
    "bus": gettext_lazy("med bus"),
}
HELP_TO_YOUTHS = {
    Help.SIDE_BY_SIDE: gettext_lazy("En voksen arbejder ved siden af dig hele tiden."),
    Help.CLOSE: gettext_lazy("Der er en voksen tæt på, som kigger forbi."),
    Help.CONTACT: gettext_lazy("Der er en fast voksen, du kan spørge."),
    Help.LITTLE: gettext_lazy("Du får lov at klare det meste selv."),
}


class Why(NamedTuple):
    """`cautions` are what to think about before saying yes."""

    reasons: list[str]
    cautions: list[str]


def why_for_youths(match: Match) -> list[str]:
    return spoken(match, "youth", TO_YOUTHS)


def why_for_employers(match: Match) -> list[str]:
    """In one fixed order: an employer reads no points, so the order must not tell them either."""
    return [line for code, say in TO_EMPLOYERS.items() for line in spoken(match, "employer", {code: say})]


def why_for_mentors(match: Match) -> Why:
    cautions = {code: say for code, say in TO_MENTORS.items() if code in CAUTIONS}
    reasons = {code: say for code, say in TO_MENTORS.items() if code not in CAUTIONS}
    return Why(spoken(match, "mentor", reasons), spoken(match, "mentor", cautions))


def spoken(match: Match, voice: str, sayings: Mapping[str, Say]) -> list[str]:
    """In the engine's order: what helped most stands first."""
    found = match.reasons.get(voice, [])
    if voice != "youth":
        found = tellable(match.youth, found, "code")
    return [sayings[each["code"]](each["figures"]) for each in found if each["code"] in sayings]


def listed(words: Iterable[Any]) -> str:
    """a, b og c – in lower case, as in the middle of a sentence."""
    return get_text_list([str(word)[:1].lower() + str(word)[1:] for word in words], _("og"))


def liked(figures: Figures) -> str:
    return listed(LIKED.get(code, code) for code in figures["codes"])


def skills(figures: Figures) -> str:
    return listed(Skill(code).label for code in figures["skills"])


def skills_for_employers(figures: Figures) -> str:
    return listed(Skill(code).for_employers for code in figures["skills"])


def skills_with_levels(figures: Figures) -> str:
    pairs = zip(figures["skills"], figures["levels"], strict=True)
    return listed(f"{Skill(code).label} ({str(SkillLevel(level).label).lower()})" for code, level in pairs)


def week(figures: Figures) -> str:
    shifts = ngettext("%(n)s vagt", "%(n)s vagter", figures["shifts"]) % {"n": figures["shifts"]}
    return _("%(shifts)s, %(hours)s om ugen") % {"shifts": shifts, "hours": hours(figures["minutes"])}


def way(figures: Figures) -> dict[str, Any]:
    return {"minutes": figures["minutes"], "way": WAYS[figures["mode"]]}


TO_YOUTHS: dict[str, Say] = {
    "tasks_liked": lambda f: _("Du vil gerne: %(what)s.") % {"what": liked(f)},
    "circumstances_liked": lambda f: _("Det er, som du gerne vil have det: %(what)s.") % {"what": liked(f)},
    "dream_field": lambda f: (
        _("Det kan være et skridt mod din drøm: %(field)s.") % {"field": listed([DreamField(f["field"]).label])}
    ),
    "skills_met": lambda f: _("Du har det, de spørger efter: %(skills)s.") % {"skills": skills(f)},
    "skills_to_learn": lambda f: _("Det kan du øve dig i her: %(skills)s.") % {"skills": skills(f)},
    "timetable": lambda f: _("Det passer ind i din uge: %(week)s.") % {"week": week(f)},
    "travel": lambda f: _("Der er cirka %(minutes)s minutter %(way)s.") % way(f),
    "help": lambda f: str(HELP_TO_YOUTHS[Help(f["help"])]),
    "regular": lambda f: _("Du møder på samme tid hver gang."),
    "next_step": lambda f: _("Du kan prøve noget fra trin %(step)s.") % {"step": f["step"]},
}
TO_EMPLOYERS: dict[str, Say] = {
    "skills_met": lambda f: _("Har det, I spørger efter: %(skills)s.") % {"skills": skills_for_employers(f)},
    "skills_to_learn": lambda f: _("Skal have lov at øve sig: %(skills)s.") % {"skills": skills_for_employers(f)},
    "timetable": lambda f: _("Kan møde på jeres vagter: %(week)s.") % {"week": week(f)},
}


def air(f: Figures) -> str:
    """How close the shifts lie to what else fills the youth's week."""
    return _(", mindst %(slack)s min. luft omkring") % {"slack": f["slack"]} if f["slack"] else ""


TO_MENTORS: dict[str, Say] = {
    "tasks_liked": lambda f: _("Vil gerne: %(what)s") % {"what": liked(f)},
    "circumstances_liked": lambda f: _("Trives med: %(what)s") % {"what": liked(f)},
    "dream_field": lambda f: _("Leder mod drømmen: %(field)s") % {"field": listed([DreamField(f["field"]).label])},
    "skills_met": lambda f: _("Har det, der bedes om: %(skills)s") % {"skills": skills_with_levels(f)},
    "skills_to_learn": lambda f: _("Skal øve sig: %(skills)s") % {"skills": skills(f)},
    "timetable": lambda f: _("Passer ind i ugen: %(week)s%(air)s") % {"week": week(f), "air": air(f)},
    "travel": lambda f: _("%(minutes)s min. %(way)s") % way(f),
    "help": lambda f: _("Hjælp: %(help)s") % {"help": listed([Help(f["help"]).label])},
    "regular": lambda f: _("Samme mødetid hver gang"),
    "next_step": lambda f: _("Et trin op: jobbet er på trin %(step)s") % {"step": f["step"]},
    "rather_nots": lambda f: _("Vil helst ikke: %(what)s") % {"what": liked(f)},
}
CAUTIONS = frozenset({"rather_nots", "skills_to_learn", "next_step"})
