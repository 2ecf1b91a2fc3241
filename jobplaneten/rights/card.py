"""The rights card: what holds for one group at any job, on one sheet of paper."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobplaneten.law.groups import Group
from jobplaneten.rights import words
from jobplaneten.rights.facts import facts_on
from jobplaneten.rights.limits import BEFORE, FORBIDDEN, WATCHED, limits_for, rules_for


@dataclass(frozen=True, slots=True)
class Sheet:
    """`name` is the group's key in `judge_groups`."""

    slug: str
    name: str
    label: Promise
    group: Group


SHEETS = (
    Sheet("13-14", "13-14", _("13-14 år"), Group.CHILD),
    Sheet("15-17-i-skole", "15-17_in_compulsory_school", _("15-17 år, går i skole"), Group.PUPIL),
    Sheet("15-17-faerdig", "15-17_finished", _("15-17 år, færdig med 9. klasse"), Group.YOUTH),
)
BY_SLUG = {sheet.slug: sheet for sheet in SHEETS}


def rights(sheet: Sheet, on: date) -> dict[str, Any]:
    """Everything on the sheet; what is numbered has its source at the foot."""
    limits = limits_for(sheet.group, on)
    sections = [
        ("people", _("En voksen holder øje"), rules_for(sheet.group, on, WATCHED)),
        ("cross", _("Opgaver og farlige ting"), rules_for(sheet.group, on, FORBIDDEN)),
        ("file", _("Før din første vagt"), rules_for(sheet.group, on, BEFORE)),
        ("money", _("Løn og papirer"), [words.of_fact(fact) for fact in facts_on(on)]),
    ]
    said = [limit.said for limit in limits] + [one for _icon, _title, rules in sections for one in rules]
    sources = list(dict.fromkeys(one.source for one in said))
    numbers = {source: number for number, source in enumerate(sources, start=1)}
    return {
        "limits": [(limit, numbers[limit.said.source]) for limit in limits],
        "sections": [
            {"icon": icon, "title": title, "rules": [(one, numbers[one.source]) for one in rules]}
            for icon, title, rules in sections
        ],
        "sources": sources,
    }
