"""What would open most, said to the youth who can change it, and to the mentor who can help."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext_lazy, ngettext

from jobplaneten.law.clock import danish_span
from jobplaneten.trades import Weekday
from matching.engine.opening import whole_day

PAGES = {"minutes": "travel", "mode": "travel", "free": "when", "blocked": "when", "next_step": ""}
"""Where in the profile it is changed; the next step is the mentor's to open."""
TO_YOUTHS = {
    "minutes": gettext_lazy("Du bruger op til %(minutes)s minutter mere på vejen (omkring %(km)s km)"),
    "mode": gettext_lazy("Du kan også %(mode)s derhen"),
    "free": gettext_lazy("Du har også tid %(day)s kl. %(span)s"),
    "blocked": gettext_lazy("Du kan flytte det, du har %(day)s kl. %(span)s"),
    "next_step": gettext_lazy("Du må prøve det næste trin. Spørg din mentor"),
}
MODES = {"walk": gettext_lazy("gå"), "bike": gettext_lazy("cykle"), "bus": gettext_lazy("tage bussen")}
TO_MENTORS = {
    "minutes": gettext_lazy("%(minutes)s minutter mere på vejen (omkring %(km)s km)"),
    "mode": gettext_lazy("Kan også %(mode)s derhen"),
    "free": gettext_lazy("Har også tid %(day)s kl. %(span)s"),
    "blocked": gettext_lazy("Er også ledig %(day)s kl. %(span)s"),
    "next_step": gettext_lazy("Må prøve det næste trin"),
}


@dataclass(frozen=True, slots=True)
class Way:
    """`page` is the page of the profile, "" where it is not the youth's to change."""

    text: str
    gain: str
    page: str


def ways(found: Iterable[Mapping[str, Any]], own_blocked: Collection[str], *, to_mentors: bool = False) -> list[Way]:
    """`own_blocked` are the times that the youth has blocked: those of another job are not there to be moved."""
    words = TO_MENTORS if to_mentors else TO_YOUTHS
    return [
        Way(str(words[each["code"]]) % figures(each), gain(each["jobs"]), PAGES[each["code"]])
        for each in found
        if each["code"] != "blocked" or each["value"] in own_blocked
    ]


def gain(jobs: int) -> str:
    return ngettext("%(n)s job mere passer", "%(n)s job mere passer", jobs) % {"n": jobs}


def figures(each: Mapping[str, Any]) -> dict[str, str]:
    code, value = each["code"], each["value"]
    if code == "minutes":
        return {"minutes": str(value), "km": number_format(each["km"], 0 if each["km"] >= 2 else 1)}
    if code == "mode":
        return {"mode": str(MODES[value])}
    if code in {"free", "blocked"}:
        weekday, starts, ends = whole_day(value) if code == "free" else map(int, value.split())
        return {"day": str(Weekday(weekday).label).lower(), "span": danish_span(starts, ends)}
    return {}


def blocked_in_text(times: Iterable[Any]) -> set[str]:
    return {f"{time.weekday} {time.starts} {time.ends}" for time in times}
