"""The model that the night scores with: the figures of a new one, and the buttons that choose."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.workflow import MoveRefused
from matching import actions
from matching.models import ModelVersion
from matching.permissions import may_choose_model


@only(may_choose_model)
@require_POST
def model_put_to_use(request: SignedIn, pk: int) -> HttpResponse:
    return choose(request, pk, actions.put_to_use, _("Den nye model er i brug fra næste nat."))


@only(may_choose_model)
@require_POST
def model_go_back(request: SignedIn, pk: int) -> HttpResponse:
    return choose(request, pk, actions.go_back, _("Den forrige model er i brug igen fra næste nat."))


@only(may_choose_model)
@require_POST
def models_ship(request: SignedIn) -> HttpResponse:
    return let(request, _("Fra nu af tager en ny model sig selv i brug, når den ikke er dårligere."), is_let=True)


@only(may_choose_model)
@require_POST
def models_wait(request: SignedIn) -> HttpResponse:
    return let(request, _("Fra nu af venter en ny model på, at en koordinator vælger den."), is_let=False)


def let(request: SignedIn, done: str, *, is_let: bool) -> HttpResponse:
    actions.let_models_ship(is_let=is_let, by=request.user, now=timezone.now())
    messages.success(request, done)
    return redirect("matching:runs")


def choose(request: SignedIn, pk: int, act: Any, done: str) -> HttpResponse:
    version = get_object_or_404(ModelVersion.objects.visible_to(request.user), pk=pk)
    try:
        act(version, by=request.user, now=timezone.now())
    except MoveRefused as refused:
        messages.warning(request, refused.message)
    else:
        messages.success(request, done)
    return redirect("matching:runs")


def models_face(user: Any) -> dict[str, Any]:
    found = ModelVersion.objects.visible_to(user).defer("weights")
    running, new = found.running().first(), found.offered().first()
    return {
        "running": running,
        "learnt": figures_in_words(running.figures) if running else [],
        "ships": actions.models_ship_themselves(),
        "new": new,
        "figures": figures_in_words(new.figures) if new else [],
        "before": found.have_run().first(),
    }


def figures_in_words(figures: Mapping[str, float]) -> list[tuple[str, str]]:
    rows = (
        ("answers", _("Svar, den har lært af"), 0),
        ("latest", _("Svar, den er prøvet på"), 0),
        ("loss", _("Fejl: den nye"), 3),
        ("loss_running", _("Fejl: den, der er i brug"), 3),
        ("loss_expert", _("Fejl: eksperternes vægte"), 3),
    )
    return [(label, number_format(figures[key], decimals)) for key, label, decimals in rows if key in figures]
