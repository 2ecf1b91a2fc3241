"""Several youths at a time: chosen on the list, written once, looked through, and then done one by one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.core.cache import cache
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from jobplaneten.accounts.doors import SignedIn, only
from youth import actions
from youth.disclosure import name_of
from youth.forms.together import ColleagueForm, SubstituteForm, WriteForm
from youth.models import Youth
from youth.permissions import is_coordinator, is_staff
from youth.views.staff import remember

MOST = 60
DONE_KEY = "together"
"""In the session: what became of each, until the next time."""
AN_HOUR = 3600


@dataclass(frozen=True, slots=True)
class Act:
    title: Any
    label: Any
    form: Callable[..., Any]
    deed: Callable[..., Any]
    may: Callable[[Any], bool] = is_staff


ACTS = {
    "skriv": Act(gettext_lazy("Skriv til flere"), gettext_lazy("Send"), WriteForm, actions.write_to),
    "vikar": Act(gettext_lazy("Vikar for flere"), gettext_lazy("Vælg vikar"), SubstituteForm, actions.let_stand_in),
    "mentor": Act(
        gettext_lazy("Ny mentor til flere"), gettext_lazy("Giv videre"), ColleagueForm, actions.give_on, is_coordinator
    ),
}


@only(is_staff)
@require_POST
def together(request: SignedIn, act: str) -> HttpResponse:
    """First who and what, then how it will be, then it is done. `stage` says how far one has come."""
    chosen, youths = act_of(request, act), youths_of(request)
    if not youths:
        messages.warning(request, _("Sæt hak ved dem, det gælder."))
        return redirect("youth:caseload")
    stage = request.POST.get("stage", "")
    form = chosen.form(request.POST if stage else None, by=request.user)
    if stage == "do" and form.is_valid():
        return do(request, chosen, youths, form.cleaned_data)
    remember(request, youths)
    context = {"act": act, "chosen": chosen, "people": [(youth.pk, name_of(youth)) for youth in youths], "form": form}
    if stage == "look" and form.is_valid():
        return render(request, "youth/together_look.html", {**context, "said": in_words(form), "once": uuid4().hex})
    return render(request, "youth/together.html", context)


def act_of(request: SignedIn, act: str) -> Act:
    if act not in ACTS or not ACTS[act].may(request.user):
        raise Http404
    return ACTS[act]


def youths_of(request: SignedIn) -> list[Youth]:
    """One that is not to be seen by this person is as one that is not there."""
    keys = {int(key) for key in request.POST.getlist("youth") if key.isdecimal() and len(key) < 10}
    found = Youth.objects.visible_to(request.user).let_in().filter(pk__in=keys).select_related("user", "area", "mentor")
    youths = list(found.by_name())
    if len(youths) < len(keys) or len(keys) > MOST:
        raise Http404
    return youths


def in_words(form: Any) -> list[tuple[str, Any]]:
    return [(str(field.label), form.cleaned_data[field.name]) for field in form.visible_fields()]


def do(request: SignedIn, chosen: Act, youths: list[Youth], said: dict[str, Any]) -> HttpResponse:
    """However often the button is pressed, once."""
    once = f"together:{request.user.pk}:{request.POST.get('once', '')[:32]}"
    if cache.add(once, True, AN_HOUR):
        rows = actions.together(youths, chosen.deed, by=request.user, now=timezone.now(), **said)
        request.session[DONE_KEY] = [str(chosen.title), [[row.youth.pk, row.refusal] for row in rows]]
    return redirect("youth:together_done")


@only(is_staff)
@require_safe
def done(request: SignedIn) -> HttpResponse:
    title, rows = request.session.get(DONE_KEY, ["", []])
    youths = Youth.objects.visible_to(request.user).in_bulk([pk for pk, _refusal in rows])
    if not youths:
        return redirect("youth:caseload")
    remember(request, list(youths.values()))
    here = [(youths[pk], refusal) for pk, refusal in rows if pk in youths]
    context = {
        "title": title,
        "well": [name_of(youth) for youth, refusal in here if not refusal],
        "not_done": [(youth.pk, name_of(youth), refusal) for youth, refusal in here if refusal],
    }
    return render(request, "youth/together_done.html", context)
