"""The youth's own page: what has gathered, what the three say, and the papers that the youth can manage now."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.following.actions import assess
from jobplaneten.following.models import Voice
from jobplaneten.steps import actions
from jobplaneten.steps.evidence import gather
from jobplaneten.steps.forms import OwnReadinessForm
from jobplaneten.steps.models import PaperKind
from jobplaneten.steps.views.faces import criterion, history, papers, side_by_side, visible_levels
from youth.models import Youth
from youth.permissions import is_youth


def own(request: SignedIn) -> Youth:
    return get_object_or_404(Youth.objects.visible_to(request.user).select_related("mentor"))


@only(is_youth)
@require_http_methods(["GET", "POST"])
def mine(request: SignedIn) -> HttpResponse:
    youth, user = own(request), request.user
    form = OwnReadinessForm(request.POST or None)
    if form.is_valid():
        words = form.cleaned_data["words"]
        assess(youth, form.levels(), voice=Voice.YOUTH, words=words, by=user, now=timezone.now())
        messages.success(request, _("Gemt. I kan se på det sammen næste gang."))
        return redirect("steps:mine")
    known = gather(youth, timezone.localdate())
    context = {
        "youth": youth,
        "form": form,
        "known": known,
        # Of the workplace's words the youth reads what a mentor has let through, so that line is left out here.
        "criteria": [criterion(each) for each in known.criteria if each.key != "axes"],
        "papers": papers(known),
        "lines": side_by_side(visible_levels(youth, user)),
        "entries": history(youth, user),
    }
    return render(request, "steps/mine.html", context)


@only(is_youth)
@require_POST
def learnt(request: SignedIn) -> HttpResponse:
    youth, kind = own(request), request.POST.get("kind", "")
    if kind not in PaperKind.values:
        raise Http404
    is_learnt = request.POST.get("learnt") == "yes"
    actions.say_learnt(youth, PaperKind(kind), is_learnt=is_learnt, by=request.user, now=timezone.now())
    return redirect("steps:mine")
