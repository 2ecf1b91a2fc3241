"""Is it fair? What one night gave to each group, as it was counted when the night was done."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.accounts.models import Area
from matching.engine.fairness import COVERAGE, EXPOSURE, JOB_YES, YOUTH_YES
from matching.models import Run
from matching.permissions import may_steer_runs

Figures = Mapping[str, Any]
AREA, AGE, STEP = "area", "age", "step"
HIDDEN = "–"


@only(may_steer_runs)
def run_fair(request: SignedIn, pk: int) -> HttpResponse:
    run = get_object_or_404(Run.objects.visible_to(request.user).of_the_town(), pk=pk)
    names = names_of(run.fairness)
    context = {
        "run": run,
        "days": run.fairness.get("days"),
        "alarms": [alarm_in_words(alarm, names) for alarm in run.fairness.get("alarms", [])],
        "tables": [
            {"by": table["by"], "title": title_of(table["by"]), "rows": [row_of(each, table, names) for each in rows]}
            for table in run.fairness.get("tables", [])
            if (rows := [each for each in table["rows"] if is_told(each)])
        ],
    }
    return render(request, "matching/fair.html", context)


def is_told(row: Figures) -> bool:
    return any(row[name] is not None for name in ("youths", COVERAGE, YOUTH_YES, JOB_YES))


def title_of(kind: str) -> str:
    return {AREA: _("Efter område"), AGE: _("Efter alder"), STEP: _("Efter trin")}.get(kind, kind)


def names_of(fairness: Figures) -> Callable[[str, int], str]:
    """What each group is called, with one look at the areas."""
    tables = {table["by"]: [row["group"] for row in table["rows"]] for table in fairness.get("tables", [])}
    areas = dict(Area.objects.filter(pk__in=tables.get(AREA, [])).values_list("pk", "name"))
    ages = {13: _("13-14 år"), 15: _("15-17 år"), 18: _("18 år")}

    def name(kind: str, group: int) -> str:
        if kind == STEP:
            return _("Trin %(number)s") % {"number": group}
        return str({AREA: areas, AGE: ages}.get(kind, {}).get(group, HIDDEN))

    return name


def row_of(row: Figures, table: Figures, names: Callable[[str, int], str]) -> dict[str, Any]:
    score = row["score"]
    return {
        "cells": [
            (_("Gruppe"), names(table["by"], row["group"])),
            (_("Unge, der kan få et forslag"), HIDDEN if row["youths"] is None else row["youths"]),
            (_("Har fået et"), share(row[COVERAGE])),
            (_("Del af forslagene"), rate_of(row[EXPOSURE], "rate")),
            (_("Del af de unge"), rate_of(row[EXPOSURE], "others")),
            (_("Chance i snit"), HIDDEN if score is None else percent(score)),
            (_("Unge siger ja"), share(row[YOUTH_YES])),
            (_("Arbejdspladser siger ja"), share(row[JOB_YES])),
        ]
    }


def share(figures: Figures | None) -> str:
    if figures is None:
        return HIDDEN
    words = {"share": percent(figures["rate"]), "low": whole(figures["low"]), "high": whole(figures["high"])}
    return _("%(share)s (%(low)s\N{NON-BREAKING HYPHEN}%(high)s)") % words


def rate_of(figures: Figures | None, name: str) -> str:
    return HIDDEN if figures is None or figures[name] is None else percent(figures[name])


def alarm_in_words(alarm: Figures, names: Callable[[str, int], str]) -> dict[str, str]:
    _gap, low, high = alarm["gap"]
    nearest, farthest = sorted((abs(low), abs(high)))
    words = {
        "group": names(alarm["by"], alarm["group"]),
        "own": percent(alarm["rate"]),
        "others": percent(alarm["others"]),
        "near": whole(nearest),
        "far": whole(farthest),
    }
    sure = _("Forskellen er med stor sikkerhed mellem %(near)s og %(far)s procentpoint.") % words
    return {"title": alarm_title(alarm["measure"], is_less=high < 0) % words, "text": sure}


def alarm_title(measure: str, *, is_less: bool) -> str:
    less = {
        COVERAGE: _("%(group)s: færre får et forslag – %(own)s mod %(others)s hos resten"),
        EXPOSURE: _("%(group)s: får %(own)s af forslagene, men er %(others)s af de unge"),
        YOUTH_YES: _("%(group)s: færre unge siger ja – %(own)s mod %(others)s hos resten"),
        JOB_YES: _("%(group)s: færre arbejdspladser siger ja – %(own)s mod %(others)s hos resten"),
    }
    more = {
        COVERAGE: _("%(group)s: flere får et forslag – %(own)s mod %(others)s hos resten"),
        EXPOSURE: _("%(group)s: får hele %(own)s af forslagene, men er %(others)s af de unge"),
        YOUTH_YES: _("%(group)s: flere unge siger ja – %(own)s mod %(others)s hos resten"),
        JOB_YES: _("%(group)s: flere arbejdspladser siger ja – %(own)s mod %(others)s hos resten"),
    }
    return (less if is_less else more)[measure]


def percent(part: float) -> str:
    return f"{whole(part)}\N{NO-BREAK SPACE}%"


def whole(part: float) -> str:
    return str(number_format(100 * part, 0))
