"""The desk where a coordinator tries a change on a copy of last night. A worker counts; nothing is proposed."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from employers.models import Post
from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.workflow import MoveRefused
from matching import actions
from matching.forms import WhatIfForm
from matching.models import NightRecord, Run
from matching.permissions import may_steer_runs
from matching.views.trial_faces import change_in_words, trial_face, trial_row

TRIALS_SHOWN = 6


@only(may_steer_runs)
def trials(request: SignedIn) -> HttpResponse:
    form = WhatIfForm(request.POST or None, posts=posts_to_choose(request.user))
    if request.method == "POST" and form.is_valid():
        try:
            trial = actions.try_out(form.change, by=request.user, now=timezone.now())
        except MoveRefused as refused:
            form.add_error(None, refused.message)
        else:
            return redirect("matching:trial", trial.pk)
    return render(request, "matching/trials.html", {"form": form, **desk(request.user)})


@only(may_steer_runs)
def trial(request: SignedIn, pk: int) -> HttpResponse:
    row = get_object_or_404(Run.objects.visible_to(request.user).trials(), pk=pk)
    template = "matching/_trial.html" if request.htmx else "matching/trial.html"  # type: ignore[attr-defined]
    return render(request, template, {"trial": trial_face(row, request.user)})


@only(may_steer_runs)
@require_POST
def trial_use(request: SignedIn, pk: int) -> HttpResponse:
    row = get_object_or_404(Run.objects.visible_to(request.user).trials(), pk=pk)
    try:
        actions.use_from_next_night(row, by=request.user, now=timezone.now())
    except MoveRefused as refused:
        messages.warning(request, refused.message)
    else:
        messages.success(request, _("Det gælder fra næste nat."))
    return redirect("matching:trials")


@only(may_steer_runs)
@require_POST
def plain_nights(request: SignedIn) -> HttpResponse:
    actions.use_plain_nights(by=request.user, now=timezone.now())
    messages.success(request, _("Nætterne er igen, som de var fra begyndelsen."))
    return redirect("matching:trials")


def desk(user: Any) -> dict[str, Any]:
    last = NightRecord.objects.latest_first().select_related("run").defer("page").first()
    shown = Run.objects.visible_to(user).trials().newest_first()[:TRIALS_SHOWN]
    return {
        "last": last,
        "trials": [trial_row(run) for run in shown],
        "setting": change_in_words(actions.current_change(), {}),
    }


def posts_to_choose(user: Any) -> list[tuple[int, str]]:
    return list(Post.objects.visible_to(user).open().order_by("title", "pk").values_list("pk", "title"))
