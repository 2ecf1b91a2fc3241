"""Protected name and address: what it hides, and the answers of one or two adults."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.accounts.entering import ask_again
from jobplaneten.trail.actions import record_reads
from matching.actions import protect
from youth.actions import confirm_clearing, propose_clearing, say_not_protected
from youth.models import Protected, Youth
from youth.permissions import is_staff

ANSWERS: dict[str, Any] = {
    "protect": protect,
    "no": say_not_protected,
    "propose": propose_clearing,
    "confirm": confirm_clearing,
}


@only(is_staff)
def protection(request: SignedIn, pk: int) -> HttpResponse:
    youth = get_object_or_404(Youth.objects.visible_to(request.user).select_related("clearing_by"), pk=pk)
    if request.method == "POST":
        act = answer if request.POST.get("answer") == "protect" else ask_again(answer)
        return act(request, youth)
    record_reads("youth", [(pk, pk)], by=request.user, now=timezone.now())
    return render(request, "matching/protection.html", {"youth": youth, **standing(youth, request.user)})


def answer(request: SignedIn, youth: Youth) -> HttpResponse:
    act = ANSWERS.get(request.POST.get("answer", ""))
    if act is None:
        raise Http404
    act(youth, by=request.user, now=timezone.now())
    messages.success(request, _("Gemt."))
    if Youth.objects.visible_to(request.user).filter(pk=youth.pk).exists():
        return redirect("matching:protection", youth.pk)
    return redirect("youth:queue")


def standing(youth: Youth, user: Any) -> dict[str, Any]:
    words = {
        Protected.YES: (_("Navn og adresse er beskyttet"), "stop"),
        Protected.NO: (_("Navn og adresse er ikke beskyttet"), "good"),
        Protected.UNKNOWN: (_("Ingen har svaret endnu. Derfor passer vi på, som om svaret er ja"), "wait"),
    }
    title, tone = words[Protected(youth.protected)]
    moves = set() if youth.protected == Protected.YES and not youth.clearing_by_id else {"protect"}
    if youth.protected == Protected.UNKNOWN:
        moves.add("no")
    if youth.protected == Protected.YES:
        if youth.clearing_by_id is None:
            moves.add("propose")
        elif youth.clearing_by_id != user.pk:
            moves.add("confirm")
    return {"title": title, "tone": tone, "answers": moves}
