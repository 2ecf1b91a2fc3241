from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from employers import actions, permissions
from employers.forms import PaceForm
from employers.models import Employer
from employers.views import SignedIn
from jobplaneten.accounts.doors import only


@only(permissions.may_set_pace)
def pace(request: SignedIn) -> HttpResponse:
    """How many youths at once, and none at all for a while."""
    employer = get_object_or_404(Employer.objects.visible_to(request.user))
    now = timezone.now()
    day = timezone.localdate(now)
    current = {
        "paused_until": employer.paused_until if employer.is_paused(day) else None,
        "most_candidates": employer.most_candidates,
    }
    form = PaceForm(request.POST or None, initial=current, day=day)
    if form.is_valid():
        employer = actions.set_pace(employer, **form.cleaned_data, by=request.user, now=now)
        messages.success(request, said(employer))
        return redirect("employers:posts")
    return render(
        request, "employers/pace.html", {"form": form, "employer": employer, "paused": employer.is_paused(day)}
    )


def said(employer: Employer) -> str:
    if employer.paused_until:
        return _("I holder pause. Vi begynder igen af os selv, når den er slut.")
    return _("Gemt. Det gælder fra næste nat.")
