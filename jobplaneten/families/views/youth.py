"""A youth sees who answers for them and what these see, and says the yes that is their own from 15."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.families import actions
from jobplaneten.families.forms import InviteForm
from jobplaneten.families.permissions import may_invite
from jobplaneten.families.views.faces import day_words
from jobplaneten.families.views.staff import family, send
from youth.models import OwnWord, Youth
from youth.permissions import is_asked_for_own_word, is_youth, needs_own_word


@only(is_youth)
@require_http_methods(["GET", "POST"])
def my_guardians(request: SignedIn) -> HttpResponse:
    youth = get_object_or_404(Youth.objects.visible_to(request.user))
    may = may_invite(request.user, youth, timezone.localdate())
    form = InviteForm(request.POST or None) if may else None
    if form and form.is_valid():
        return send(request, youth, form, reverse("families:my_guardians"))
    context = {"form": form, "youth": youth, "has_own_word": is_asked_for_own_word(youth, timezone.localdate())}
    return render(request, "families/my_guardians.html", context | family(youth))


@only(is_youth)
@require_http_methods(["GET", "POST"])
def own_word(request: SignedIn) -> HttpResponse:
    youth, today = get_object_or_404(Youth.objects.visible_to(request.user)), timezone.localdate()
    if not is_asked_for_own_word(youth, today):
        raise Http404
    if request.method == "POST":
        return answer(request, youth)
    context = {"youth": youth, "is_asked": needs_own_word(youth, today), "said_on": day_words(youth.own_word_on)}
    return render(request, "families/own_word.html", context)


def answer(request: SignedIn, youth: Youth) -> HttpResponse:
    word = request.POST.get("word", "")
    if word not in OwnWord.values:
        raise Http404
    actions.say_own_word(youth, word=word, by=request.user, now=timezone.now())
    messages.success(request, _("Dit svar er gemt."))
    return redirect("families:own_word")
