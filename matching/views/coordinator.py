"""Last night, how it went, and the one button that starts, resumes or tries a run."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from employers.models import Post
from jobplaneten.accounts.doors import only
from jobplaneten.trades import Category
from matching import actions
from matching.models import MatchStop, Run, RunKind, RunStatus
from matching.permissions import may_steer_runs
from matching.views.learning import models_face
from matching.when import local_day
from matching.wording import aside_in_words, runs_refusals, trouble_in_words

TONES = {
    RunStatus.REQUESTED: "wait",
    RunStatus.RUNNING: "wait",
    RunStatus.DONE: "good",
    RunStatus.FAILED: "stop",
    RunStatus.STOPPED: "stop",
}
STARTED = {
    RunKind.NIGHT: gettext_lazy("Natten er bestilt. Den går i gang om lidt."),
    RunKind.PREVIEW: gettext_lazy("Natten er allerede kørt i dag, så dette er en prøve. Den foreslår ingenting."),
}
RUNS_SHOWN = 14


@only(may_steer_runs)
def runs(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    found = Run.objects.visible_to(request.user).of_the_town()
    stop = MatchStop.objects.visible_to(request.user).on().first()
    tonight = found.nights().filter(day=local_day(now)).first()
    context = {
        "last": face(found.nights().newest_first().first()),
        "runs": [face(run) for run in found.newest_first()[:RUNS_SHOWN]],
        "button": None if stop else button(tonight, is_abandoned=tonight in found.abandoned(now)),
        "stop": stop,
        "models": models_face(request.user),
    }
    return render(request, "matching/runs.html", context)


@only(may_steer_runs)
def run(request: HttpRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(Run.objects.visible_to(request.user).of_the_town(), pk=pk)
    template = "matching/_run_progress.html" if request.htmx else "matching/run.html"  # type: ignore[attr-defined]
    context = {"run": face(row), "examples": examples(row), "crowds": crowds(row, request.user)}
    return render(request, template, context)


def crowds(run: Run, user: Any) -> dict[str, list[dict[str, Any]]]:
    """Where one place more would have helped most: by job, and by category."""
    found = run.counts.get("crowded", [])
    titles = dict(
        Post.objects.visible_to(user).filter(pk__in=[post for post, _price in found]).values_list("pk", "title")
    )
    names, price = dict(Category.choices), _("Én plads mere er værd")
    return {
        "jobs": [
            {"cells": [(_("Job"), titles.get(post, _("Et job, der er lukket"))), (price, number_format(worth, 2))]}
            for post, worth in found
        ],
        "kinds": [
            {
                "cells": [
                    (_("Slags job"), names.get(kind, kind)),
                    (_("Job med trængsel"), count),
                    (price, number_format(worth, 2)),
                ]
            }
            for kind, worth, count in run.counts.get("missing", [])
        ],
    }


@require_POST
@only(may_steer_runs)
def run_start(request: HttpRequest) -> HttpResponse:
    started = actions.start_run(by=request.user, now=timezone.now())
    if started.status == RunStatus.STOPPED:
        messages.warning(request, _("Al matchning er standset. Slå den til igen først."))
    else:
        messages.success(request, STARTED[RunKind(started.kind)])
    return redirect("matching:run", started.pk)


def button(tonight: Run | None, *, is_abandoned: bool) -> dict[str, Any] | None:
    """What the button would do now; None while a run is under way."""
    if tonight is None:
        return {"label": _("Start nattens match nu"), "text": _("Der er ikke kørt en match for i dag endnu.")}
    if tonight.status == RunStatus.STOPPED:
        text = _("Nattens match blev ikke kørt, fordi al matchning var standset.")
        return {"label": _("Start nattens match nu"), "text": text}
    if is_abandoned:
        return {"label": _("Fortsæt, hvor den slap"), "text": _("Nattens match blev ikke færdig.")}
    if tonight.status == RunStatus.DONE:
        return {
            "label": _("Prøv uden at foreslå noget"),
            "text": _("Natten er kørt. En prøve viser, hvad en ny nat ville finde nu."),
        }
    return None


def face(run: Run | None) -> dict[str, Any] | None:
    if run is None:
        return None
    counts: Mapping[str, Any] = run.counts
    return {
        "run": run,
        "tone": TONES[RunStatus(run.status)],
        "is_under_way": run.status in {RunStatus.REQUESTED, RunStatus.RUNNING},
        "parts": parts_face(run) if run.status == RunStatus.RUNNING else None,
        "tiles": tiles(counts, is_preview=run.kind == RunKind.PREVIEW) if counts else [],
        "refused": runs_refusals(counts.get("refused", {})),
        "aside": [
            (kind, [(aside_in_words(reason), n) for reason, n in sorted(found.items(), key=lambda each: -each[1])])
            for kind, found in counts.get("set_aside", {}).items()
            if found
        ],
        "seconds": counts.get("seconds"),
        "trouble": trouble_in_words(counts.get("model_trouble", "")),
    }


def parts_face(run: Run) -> dict[str, int]:
    """Before a great night has anything to write, its parts are worked out."""
    digests = run.parts.values_list("digest", flat=True)
    return {"total": len(digests), "done": len(digests) - list(digests).count(""), "left": list(digests).count("")}


def tiles(counts: Mapping[str, Any], *, is_preview: bool) -> list[dict[str, Any]]:
    proposed = _("ville blive foreslået") if is_preview else _("forslag")
    return [
        {"count": counts.get("seen", 0), "label": _("unge set på")},
        {"count": counts.get("posts", 0), "label": _("åbne job")},
        {"count": counts.get("proposed", 0), "label": proposed, "tone": "good"},
        {"count": counts.get("youths_with_a_proposal", 0), "label": _("unge med mindst ét"), "tone": "good"},
    ]


def examples(run: Run) -> list[dict[str, Any]]:
    """A preview's few example pairs, by number only: a coordinator needs no names to judge a run."""
    return list(run.counts.get("examples", []))
