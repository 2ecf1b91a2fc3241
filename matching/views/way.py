"""The way from a proposal to a job that lasts, counted: where do youths drop out?"""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.placements.models import Placement
from matching.engine.fairness import FEWEST
from matching.funnel import WINDOW, Step, of_placements, steps, ways
from matching.models import Match, NoReason
from matching.permissions import may_see_the_way
from matching.when import local_day

NOTHING = "–"


@only(may_see_the_way)
def funnel(request: SignedIn) -> HttpResponse:
    today = local_day(timezone.now())
    placements = Placement.objects.visible_to(request.user)
    found = ways(Match.objects.visible_to(request.user), placements, today)
    walked = steps(found, of_placements(placements, today), today)
    context = {
        "days": WINDOW.days,
        "rows": [row_of(step) for step in walked] if found or any(step.of for step in walked) else [],
        "worst": worst(walked),
        "reasons": reasons(walked),
    }
    return render(request, "matching/funnel.html", context)


def names() -> dict[str, str]:
    return {
        "proposed": _("Foreslået af natten"),
        "mentor": _("Mentor sagde ja"),
        "seen": _("Den unge har åbnet forslaget"),
        "wanted": _("Den unge sagde ja"),
        "taken": _("Arbejdspladsen sagde ja"),
        "begun": _("Mødte op første dag"),
        "after_4_weeks": _("Er der stadig efter 4 uger"),
        "after_3_months": _("Er der stadig efter 3 måneder"),
    }


def row_of(step: Step) -> dict[str, Any]:
    is_first = step.name == "proposed"
    return {
        "cells": [
            (_("Skridt"), names()[step.name]),
            (_("Så langt kom"), count(step.got)),
            (_("Ud af"), NOTHING if is_first else count(step.of)),
            (_("Del"), NOTHING if is_first else share(step)),
            (_("Venter stadig"), NOTHING if is_first else count(step.waits)),
            (_("Faldt fra"), NOTHING if is_first else count(step.lost)),
        ]
    }


def count(number: int) -> str:
    return _("under %(fewest)s") % {"fewest": FEWEST} if 0 < number < FEWEST else str(number)


def share(step: Step) -> str:
    """Of those who have an answer."""
    answered = step.of - step.waits
    if answered < FEWEST or 0 < step.got < FEWEST or 0 < step.lost < FEWEST:
        return NOTHING
    return f"{number_format(100 * step.got / answered, 0)}\N{NO-BREAK SPACE}%"


def worst(walked: list[Step]) -> dict[str, str] | None:
    """Where most fall off, of those who have an answer."""
    told = [step for step in walked if step.lost >= FEWEST]
    if not told:
        return None
    step = max(told, key=lambda each: each.lost / (each.of - each.waits))
    return {"name": names()[step.name], "lost": str(step.lost), "of": str(step.of - step.waits)}


def reasons(walked: list[Step]) -> list[dict[str, Any]]:
    """Why it ended, in the words that people picked, most often first."""
    labels = dict(NoReason.choices)
    rows = [
        (_("Kom ikke til »%(step)s«") % {"step": names()[step.name]}, str(labels.get(reason, reason)), number)
        for step in walked
        for reason, number in step.reasons.most_common()
        if number >= FEWEST
    ]
    return [{"cells": [(_("Skridt"), name), (_("Grund"), why), (_("Gange"), n)]} for name, why, n in rows]
