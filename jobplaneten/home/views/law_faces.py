"""The book of law, and whom its changes touch, in the words and shapes that the page shows."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any
from urllib.parse import urlsplit

from django.urls import reverse
from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from employers.lawfulness import GROUP_LABELS, sentence, spoken
from jobplaneten.home.coming_law import TouchedJob, TouchedPost
from jobplaneten.law import groups
from jobplaneten.law.book import Book, Entry, Switch
from jobplaneten.law.changes import Turn, Verdicts
from jobplaneten.law.groups import Group
from jobplaneten.law.plain import TOPICS, figures, template, topic_of
from jobplaneten.law.rules import RULES
from youth.disclosure import name_of

LIGHT_WORK, OWN = "light-work", "policy"
WHOM: dict[frozenset[Group], Promise] = {
    groups.TOO_YOUNG: _lazy("under 13 år"),
    groups.CHILDREN: _lazy("13-14 år"),
    groups.PUPILS: _lazy("alle med undervisningspligt"),
    groups.LIGHT_WORK_ONLY: _lazy("under 15 år, og alle med undervisningspligt"),
    frozenset({Group.PUPIL}): _lazy("15-17 år med undervisningspligt"),
    groups.YOUTHS: _lazy("15-17 år, færdige med undervisningspligten"),
    groups.MINORS: _lazy("alle under 18 år"),
}
EFFECTS = {
    "block": _lazy("Stopper jobbet"),
    "warn": _lazy("Husk"),
    "gate": _lazy("Skal være klar før første vagt"),
    "review": _lazy("En af os skal sige god for det"),
    "info": _lazy("Til oplysning"),
    "modifier": _lazy("Ændrer andre regler"),
}
SURENESS = {
    "high": (_lazy("Vi er sikre"), "good"),
    "medium": (_lazy("Vi er ret sikre"), "neutral"),
    "low": (_lazy("Vi er i tvivl"), "wait"),
    "policy": (_lazy("Vores egen regel"), "neutral"),
}


def topics(book: Book, today: date) -> list[dict[str, Any]]:
    """The rules as they stand today, by topic, each with the entries before and after it."""
    by_rule: dict[str, list[Entry]] = {}
    for entry in book.entries:
        by_rule.setdefault(entry.rule, []).append(entry)
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in TOPICS}
    for rule, entries in by_rule.items():
        found[topic_of(rule)].append(rule_face(entries, book, today))
    light = sorted(spoken(tag) for tag in book.on(today).light_work)
    return [
        {"name": name, "title": _(title), "rules": found[name], "light_work": light if name == "tasks" else []}
        for name, title in TOPICS.items()
    ]


def rule_face(entries: list[Entry], book: Book, today: date) -> dict[str, Any]:
    oldest_first = sorted(entries, key=lambda entry: entry.in_force_from)
    holding = book.on(today).entries.get(entries[0].rule)
    newest = holding or oldest_first[-1]
    others = [entry_face(entry, book) for entry in oldest_first if entry is not newest]
    return entry_face(newest, book) | {"holds": holding is not None, "others": others}


def entry_face(entry: Entry, book: Book) -> dict[str, Any]:
    sureness, tone = SURENESS[entry.confidence]
    return {
        "rule": entry.rule,
        "words": entry_words(entry),
        "valid": valid_words(entry, book),
        "effect": EFFECTS[entry.effect],
        "source": "" if entry.confidence == OWN else entry.source,
        "site": urlsplit(entry.source).netloc.removeprefix("www."),
        "source_date": source_date(entry.source_date),
        "place": entry.place,
        "sureness": sureness,
        "tone": tone,
    }


def entry_words(entry: Entry) -> str:
    if entry.rule == LIGHT_WORK:
        return _("Let arbejde: %(tasks)s.") % {"tasks": ", ".join(sorted(spoken(tag) for tag in entry.words("tags")))}
    return _(template(entry)).format(**figures(entry))


@cache
def bound(rule: str) -> frozenset[Group]:
    return frozenset[Group]().union(*(one.binds for one in RULES if one.id == rule))


def valid_words(entry: Entry, book: Book) -> str:
    """Whom and since when; a rule that only informs binds nobody of its own."""
    whom = WHOM.get(bound(entry.rule))
    said = {"whom": whom, "since": since(entry, book)}
    return _("Gælder %(whom)s, %(since)s.") % said if whom else _("Gælder %(since)s.") % said


def since(entry: Entry, book: Book) -> str:
    first, last = day_words(entry.in_force_from), entry.in_force_until
    said = _("siden %(day)s eller før") if entry.in_force_from == book.begins else _("fra %(day)s")
    until = _(" til %(day)s") % {"day": day_words(last)} if last else ""
    return said % {"day": first} + until


def source_date(written: str) -> str:
    """The book writes 2025-09-15, 2019-06, 2021, before 2025 and undated."""
    if written == "undated":
        return _("uden dato")
    if written.startswith("before "):
        return _("før %(year)s") % {"year": written.removeprefix("before ")}
    parts = [int(part) for part in written.split("-")]
    form = {1: "Y", 2: "F Y", 3: "j. F Y"}[len(parts)]
    return str(formats.date_format(date(*[*parts, 1, 1][:3]), form))


def switch_face(switch: Switch) -> dict[str, str]:
    return {"name": switch.name, "opens": switch.opens, "doubt": switch.doubt, "strict": switch.strict}


# ── what is coming ──────────────────────────────────────────────────────────
def turn_face(turn: Turn) -> dict[str, Any]:
    return {
        "day": turn.day,
        "begun": [words_and_whom(entry) for entry in turn.begun],
        "ended": [words_and_whom(entry) for entry in turn.ended],
    }


def words_and_whom(entry: Entry) -> str:
    whom = WHOM.get(bound(entry.rule))
    return _("%(words)s Gælder %(whom)s.") % {"words": entry_words(entry), "whom": whom} if whom else entry_words(entry)


def post_face(touched: TouchedPost) -> dict[str, Any]:
    employer = touched.post.employer
    return {
        "url": reverse("employers:post", args=[touched.post.pk]),
        "title": touched.post.title,
        "where": employer.name if employer else "",
        "groups": together(touched.groups),
    }


def together(groups: Mapping[str, Verdicts]) -> list[dict[str, Any]]:
    """Groups that are told the same are told once."""
    told = [(str(GROUP_LABELS[group]), turned(said)) for group, said in groups.items()]
    alike = groupby(told, key=itemgetter(1))
    return [{"label": "; ".join(label for label, _said in same), **said} for said, same in alike]


def job_face(touched: TouchedJob) -> dict[str, Any]:
    placement = touched.placement
    return {
        "url": reverse("placements:placement", args=[placement.pk]),
        "title": name_of(placement.youth),
        "where": placement.post.title,
        "day": touched.day,
        **turned(touched.verdicts),
    }


def turned(said: Verdicts) -> dict[str, Any]:
    """Before and after in one word each, and why."""
    return {
        "before": said.before.legal,
        "after": said.after.legal,
        "new": sentences(said.new),
        "lifted": sentences(said.lifted),
    }


def sentences(findings: Iterable[Any]) -> list[str]:
    return list(dict.fromkeys(sentence(finding) for finding in findings))


def day_words(day: date) -> str:
    return str(formats.date_format(day, "j. F Y"))
