"""Before the first day: what both sides expect, on one page, and the youth's own papers as a list to tick."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.placements import actions
from jobplaneten.placements.expecting import own_paper_help, told
from jobplaneten.placements.forms import ExpectForm
from jobplaneten.placements.models import OwnKind, OwnPaper, Voice
from jobplaneten.placements.views.pages import FACES, visible
from youth.models import Youth
from youth.permissions import is_youth


@require_http_methods(["GET", "POST"])
def expectations(request: SignedIn, pk: int) -> HttpResponse:
    row = visible(request, pk)
    FACES[request.user.role].seen(request, [row])
    side, said = request.user.role, {one.side: one for one in row.expectations.all()}
    is_side = side in Voice.values
    if request.method == "POST" and not is_side:
        raise PermissionDenied
    own = said.get(side)
    form = ExpectForm(request.POST or None, side=side, initial=own.answers if own else {}) if is_side else None
    if form and form.is_valid():
        actions.expect(row, answers=form.cleaned_data, by=request.user, now=timezone.now())
        messages.success(request, _("Tak. Det kan den anden side læse nu."))
        return redirect("placements:expectations", pk)
    answers = [(voice, voice.label, told(said.get(voice), voice)) for voice in Voice if voice != side]
    context = {"placement": row, "form": form, "others": answers, "has_said": own is not None}
    return render(request, "placements/expectations.html", context)


@only(is_youth)
@require_http_methods(["GET", "POST"])
def own_papers(request: SignedIn) -> HttpResponse:
    youth = get_object_or_404(Youth.objects.visible_to(request.user))
    if request.method == "POST":
        kind = request.POST.get("kind", "")
        if kind not in OwnKind.values:
            raise Http404
        is_done = request.POST.get("is_done") == "yes"
        actions.say_own_paper(youth, kind, is_done=is_done, by=request.user, now=timezone.now())
        return redirect("placements:own_papers")
    done, year = set(OwnPaper.objects.filter(youth=youth).values_list("kind", flat=True)), timezone.localdate().year
    papers = [(kind, kind.label, kind in done, own_paper_help(kind, youth, year)) for kind in OwnKind]
    return render(request, "placements/own_papers.html", {"papers": papers, "done": len(done), "total": len(papers)})
