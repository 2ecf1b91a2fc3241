"""Rules and facts as a page says them: one sentence, where it is written, since when, and how sure we are."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from employers.lawfulness import sentence
from jobplaneten.law import BOOK, Finding
from jobplaneten.law.book import Entry
from jobplaneten.law.plain import figures, template
from jobplaneten.rights.facts import Fact

SURENESS = {"high": _lazy("Vi er sikre"), "medium": _lazy("Vi er ret sikre"), "low": _lazy("Vi er i tvivl")}


@dataclass(frozen=True, slots=True)
class Said:
    words: str
    source: str
    site: str
    place: str
    since: str
    sureness: str
    is_sure: bool


def of_finding(finding: Finding, on: date) -> Said:
    return _said(sentence(finding), BOOK.on(on).entries[finding.rule])


def of_entry(entry: Entry, words: str = "") -> Said:
    return _said(words or in_words(entry), entry)


def of_fact(fact: Fact) -> Said:
    since = _day(fact.holds_from) if fact.holds_from else ""
    sure = fact.confidence == "high"
    return Said(fact.sentence, fact.source, _site(fact.source), "", since, str(SURENESS[fact.confidence]), sure)


def in_words(entry: Entry) -> str:
    return _(template(entry)).format(**figures(entry))


def _said(words: str, entry: Entry) -> Said:
    """A rule as old as the book may be older, so no day is said for it."""
    since = "" if entry.in_force_from == BOOK.begins else _day(entry.in_force_from)
    sure = entry.confidence == "high"
    sureness = str(SURENESS[entry.confidence])
    return Said(words, entry.source, _site(entry.source), entry.place, since, sureness, sure)


def _site(address: str) -> str:
    return urlsplit(address).netloc.removeprefix("www.")


def _day(day: date) -> str:
    return str(formats.date_format(day, "j. F Y"))
