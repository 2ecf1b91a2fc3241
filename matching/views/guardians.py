from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from jobplaneten.accounts.doors import only
from jobplaneten.trail.actions import record_reads
from matching import actions
from matching.forms import GuardianWordForm
from matching.when import local_day
from youth.models import GuardianWord, Scope, Word, Youth
from youth.permissions import guardian_stop, is_staff

TONES = {Word.INFORMED: "neutral", Word.YES: "good", Word.NO: "stop", Word.WITHDRAWN: "stop"}


@only(is_staff)
def guardian_word(request: HttpRequest, pk: int) -> HttpResponse:
    """Written down by the mentor on the guardian's behalf: what, when, how and who."""
    youth, now = get_object_or_404(Youth.objects.visible_to(request.user), pk=pk), timezone.now()
    form = GuardianWordForm(request.POST or None, initial={"said_on": local_day(now)})
    if form.is_valid():
        actions.hear_guardian(youth, **form.cleaned_data, by=request.user, now=now)
        messages.success(request, _("Skrevet ned."))
        return redirect("matching:guardian_word", pk)
    record_reads("youth", [(youth.pk, youth.pk)], by=request.user, now=now)
    words = [
        {
            "at": word.said_on,
            "title": word.get_word_display(),
            "tone": TONES[Word(word.word)],
            "text": " · ".join(filter(None, [word.guardian, word.get_how_display(), about(word)])),
            "by": written_by(word),
        }
        for word in youth.guardian_words.select_related("by").latest_first()
    ]
    stop = guardian_stop(youth, local_day(now))
    return render(request, "matching/guardian_word.html", {"form": form, "youth": youth, "words": words, "stop": stop})


def about(word: GuardianWord) -> str:
    return "" if word.scope == Scope.ALL else str(word.get_scope_display())


def written_by(word: GuardianWord) -> str:
    """Who wrote it, and why it was not the guardian."""
    why = f" · {word.get_why_display()}" if word.why else ""
    return f"{word.by.name}{why}"
