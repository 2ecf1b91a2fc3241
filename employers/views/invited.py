"""A colleague comes in with a link and a code. Whatever is wrong with the link, it is not there."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from employers import actions
from employers.forms import ColleagueCodeForm, ColleagueForm
from employers.models import ColleagueInvitation
from jobplaneten.accounts import patience
from jobplaneten.accounts.doors import address_of
from jobplaneten.accounts.entering import enter
from jobplaneten.workflow import MoveRefused

GIVEN = "colleague_invitation"


@login_not_required
@never_cache
@sensitive_post_parameters("code", "password")
@require_http_methods(["GET", "POST"])
def invited(request: HttpRequest, token: str) -> HttpResponse:
    """Says nothing of the workplace before the code is given."""
    rows = ColleagueInvitation.objects.open(timezone.now()).select_related("employer")
    invitation = get_object_or_404(rows, token=token)
    if request.user.is_authenticated:
        return redirect("home:front")
    step = welcome if request.session.get(GIVEN) == invitation.pk else ask_for_code
    return step(request, invitation)


def ask_for_code(request: HttpRequest, invitation: ColleagueInvitation) -> HttpResponse:
    form = ColleagueCodeForm(request.POST or None)
    if form.is_valid() and is_right(request, invitation, form):
        request.session.flush()
        request.session[GIVEN] = invitation.pk
        return redirect("employers:invited", invitation.token)
    return render(request, "employers/invited_code.html", {"form": form})


def is_right(request: HttpRequest, invitation: ColleagueInvitation, form: ColleagueCodeForm) -> bool:
    now = timezone.now()
    if wait := patience.knock_as_newcomer(address_of(request), now=now):
        form.add_error("code", patience.please_wait(wait))
        return False
    if actions.try_colleague_code(invitation, form.cleaned_data["code"], now=now):
        return True
    form.add_error("code", _("Koden passer ikke. Efter fem forkerte koder skal du bede om en ny invitation."))
    return False


def welcome(request: HttpRequest, invitation: ColleagueInvitation) -> HttpResponse:
    form, now = ColleagueForm(request.POST or None, initial={"login": invitation.email}), timezone.now()
    if form.is_valid():
        try:
            contact = actions.come_in_as_colleague(invitation, **form.cleaned_data, now=now)
        except MoveRefused as refusal:
            form.add_error(None, refusal.message)
        else:
            enter(request, contact.user, now=now)
            messages.success(request, _("Velkommen. Nu kan du se det, jeres arbejdsplads har her."))
            return redirect("home:front")
    return render(request, "employers/invited.html", {"form": form, "employer": invitation.employer})
