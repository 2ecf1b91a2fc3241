"""What a mentor reads over the first coffee: for each youth the night's proposals, or what stood in their way."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from matching.models import Match, RunStatus, YouthNight
from matching.views.faces import employer_name, icon, shift_lines
from matching.when import local_day
from matching.wording import aside_in_words, blocked_in_text, refusals_in_words, ways, why_for_mentors
from youth.disclosure import is_hidden, tellable
from youth.models import Youth
from youth.permissions import guardian_stop

MOST_REASONS = 4
SHOWN_AT_ONCE = 3
"""Proposals to one youth that are laid out with reasons and buttons. The rest stand as a line till then."""


def by_who_waits(youths: "QuerySet[Youth]") -> "QuerySet[Youth]":
    """First those with something for the mentor to answer, so that a long list begins with the work."""
    waiting = Exists(Match.objects.for_the_mentor().filter(youth=OuterRef("pk")))
    return youths.order_by(waiting.desc(), "first_name", "last_name", "pk")


def morning_of(youths: Sequence[Youth], now: datetime) -> list[dict[str, Any]]:
    """One entry a youth, in a number of queries that does not grow with them."""
    keys = [youth.pk for youth in youths]
    youths = list(
        Youth.objects.filter(pk__in=keys)
        .select_related("area")
        .prefetch_related("guardian_words", "blocked_times")
        .by_name()
    )
    waiting = Match.objects.filter(youth__in=keys).for_the_mentor().select_related("youth", "post__employer", "run")
    proposals = grouped(waiting.prefetch_related("post__shifts").best_first())
    nights = YouthNight.objects.filter(youth__in=keys, run__status=RunStatus.DONE).select_related("run")
    last = {night.youth_id: night for night in nights.order_by("run__day")}
    day = local_day(now)
    return [
        {
            "youth": youth,
            "is_hidden": is_hidden(youth),
            "age": youth.age_on(day),
            "stop": guardian_stop(youth, day, list(youth.guardian_words.all())),
            "proposals": [in_short(match) for match in proposals.get(youth.pk, [])[:SHOWN_AT_ONCE]],
            "more": proposals.get(youth.pk, [])[SHOWN_AT_ONCE:],
            "night": night_in_words(last.get(youth.pk), youth),
        }
        for youth in youths
    ]


def grouped(matches: Iterable[Match]) -> dict[int, list[Match]]:
    found: dict[int, list[Match]] = {}
    for match in matches:
        found.setdefault(match.youth_id, []).append(match)
    return found


def in_short(match: Match) -> dict[str, Any]:
    why = why_for_mentors(match)
    return {
        "match": match,
        "post": match.post,
        "icon": icon(match.post),
        "employer": employer_name(match.post),
        "when": shift_lines(match.post),
        "reasons": why.reasons[:MOST_REASONS],
        "cautions": why.cautions,
    }


def night_in_words(night: YouthNight | None, youth: Youth) -> dict[str, Any] | None:
    if night is None:
        return None
    return {
        "day": night.run.day,
        "proposed": night.proposed,
        "no_room": night.found_no_room,
        "aside": aside_in_words(night.set_aside),
        "refusals": refusals_in_words(night.refused),
        "ways": ways(
            tellable(youth, night.openings, "code"), blocked_in_text(youth.blocked_times.all()), to_mentors=True
        ),
    }
