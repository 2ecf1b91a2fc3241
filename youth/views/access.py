"""Who looks after a youth, and how a youth who has forgotten the password comes in again."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jobplaneten.accounts.actions import give_temporary_password
from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.accounts.entering import ask_again
from jobplaneten.accounts.views.people import show_password
from youth import actions
from youth.forms.moves import HandOverForm
from youth.models import Youth
from youth.permissions import is_staff, may_hand_over
from youth.views.staff import remember, show_person, visible


@only(is_staff)
@require_POST
@ask_again
def new_password(request: SignedIn, pk: int) -> HttpResponse:
    let_in = Youth.objects.visible_to(request.user).let_in().select_related("user")
    youth = get_object_or_404(let_in, pk=pk)
    remember(request, [youth])
    password = give_temporary_password(youth.user, by=request.user, now=timezone.now())
    return show_password(request, youth.user, password, back=reverse("youth:person", args=[pk]))


@only(is_staff)
@require_POST
@ask_again
def hand_over(request: SignedIn, pk: int) -> HttpResponse:
    """Whoever hands a youth over may see no more of the youth after it."""
    youth = visible(request, pk)
    if not may_hand_over(request.user, youth):
        raise PermissionDenied
    form = HandOverForm(request.POST, youth=youth)
    if not form.is_valid():
        return show_person(request, youth, hand_over_form=form)
    actions.hand_over(youth, mentor=form.cleaned_data["mentor"], by=request.user, now=timezone.now())
    messages.success(request, _("%(name)s har fået en anden mentor.") % {"name": youth.first_name})
    return redirect("youth:person", pk) if request.user.is_coordinator else redirect("youth:caseload")
