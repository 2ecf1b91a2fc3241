"""How many proposals a mentor wants to have waiting at once."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from jobplaneten.accounts.doors import SignedIn, only
from matching import actions
from matching.forms import PaceForm
from matching.models import MentorPace
from matching.permissions import may_set_pace


@only(may_set_pace)
def pace(request: SignedIn) -> HttpResponse:
    current = MentorPace.objects.filter(mentor=request.user).first()
    form = PaceForm(request.POST or None, initial={"most_waiting": current.most_waiting if current else None})
    if request.method == "POST" and form.is_valid():
        actions.set_mentor_pace(most_waiting=form.cleaned_data["most_waiting"], by=request.user, now=timezone.now())
        messages.success(request, _("Gemt. Det gælder fra næste nat."))
        return redirect("matching:morning")
    return render(request, "matching/pace.html", {"form": form})
