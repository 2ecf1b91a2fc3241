"""What always holds for one group, read out of the book of law: a table of limits, and what nobody may do."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from jobplaneten.law import BOOK
from jobplaneten.law.book import Entry
from jobplaneten.law.groups import Group
from jobplaneten.law.plain import figures
from jobplaneten.law.rules import rules_that_bind
from jobplaneten.rights.words import Said, of_entry

LIMITS = {
    "T-DAY-SCHOOL-2": ("clock", _lazy("På en skoledag"), _lazy("Højst {hours} timer")),
    "T-DAY-FREE-7": ("clock", _lazy("På en dag uden skole"), _lazy("Højst {hours} timer")),
    "T-DAY-FREE-8": ("clock", _lazy("På en dag uden skole"), _lazy("Højst {hours} timer")),
    "T-DAY-8": ("clock", _lazy("På en dag"), _lazy("Højst {hours} timer")),
    "T-WEEK-SCHOOL-12": ("calendar", _lazy("I en uge med skole"), _lazy("Højst {hours} timer i alt, også weekend")),
    "T-WEEK-FREE-35": ("calendar", _lazy("I en uge uden skole"), _lazy("Højst {hours} timer i alt")),
    "T-WEEK-FREE-40": ("calendar", _lazy("I en uge uden skole"), _lazy("Højst {hours} timer i alt")),
    "T-WEEK-40": ("calendar", _lazy("På en uge"), _lazy("Højst {hours} timer i alt")),
    "N-CHILD-20-06": ("moon", _lazy("Tidspunkt"), _lazy("Kun kl. {windows}")),
    "N-YOUTH-WINDOW": ("moon", _lazy("Tidspunkt"), _lazy("Kun kl. {windows}")),
    "T-BREAK-30": (
        "pause",
        _lazy("Pause"),
        _lazy("{minutes} minutter i træk, hvis du arbejder mere end {after_hours} timer"),
    ),
    "R-REST-14": ("home", _lazy("Fri hver nat"), _lazy("Mindst {hours} timer i træk")),
    "R-REST-12": ("home", _lazy("Fri hver nat"), _lazy("Mindst {hours} timer i træk")),
    "R-DAYSOFF-2": ("heart", _lazy("Fridage"), _lazy("Mindst {days} om ugen")),
    "LIFT-01": ("hand", _lazy("Tunge ting"), _lazy("Højst {kg} kg")),
}
WATCHED = ("ALONE-01", "ALONE-02", "ALONE-03")
FORBIDDEN = (
    "TASK-LIGHT", "PSY-01", "ALC-01", "ALC-02", "MACH-01", "MACH-03", "MACH-04", "MACH-05", "CHEM-01", "CHEM-03",
    "CHEM-04", "LIFT-02", "PHYS-01", "PHYS-02", "PHYS-03", "PHYS-04", "PHYS-05", "PHYS-06",
)  # fmt: skip
BEFORE = ("INSTR-01", "PARENT-01", "MACH-02", "CHEM-02")


@dataclass(frozen=True, slots=True)
class Limit:
    rule: str
    icon: str
    when: str
    most: str
    said: Said


def entries_for(group: Group, on: date) -> dict[str, Entry]:
    return {rule.id: entry for rule, entry in rules_that_bind(BOOK.on(on), frozenset({group}))}


def limits_for(group: Group, on: date) -> list[Limit]:
    entries = entries_for(group, on)
    return [_limit(rule, entries[rule]) for rule in LIMITS if rule in entries]


def rules_for(group: Group, on: date, rules: tuple[str, ...]) -> list[Said]:
    """Those of the rules that bind the group, in plain words."""
    entries = entries_for(group, on)
    return [of_entry(entries[rule]) for rule in rules if rule in entries]


def _limit(rule: str, entry: Entry) -> Limit:
    icon, when, most = LIMITS[rule]
    return Limit(rule, icon, str(when), _(str(most)).format(**figures(entry)), of_entry(entry))
