"""A mentor's invitation: made by the mentor, opened by the youth with a link or a QR code, and a code."""

import segno
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from jobplaneten.accounts import patience
from jobplaneten.accounts.doors import SignedIn, address_of, only
from jobplaneten.accounts.entering import enter
from jobplaneten.law.calendar import platform_age_ok
from jobplaneten.workflow import MoveRefused
from youth import actions
from youth.forms.inviting import InvitationCodeForm, InvitedForm, InviteForm
from youth.models import YouthInvitation
from youth.permissions import is_mentor
from youth.views.joining import outside

GIVEN = "youth_invitation"


@only(is_mentor)
@never_cache
@require_http_methods(["GET", "POST"])
def invite(request: SignedIn) -> HttpResponse:
    form = InviteForm(request.POST or None, by=request.user)
    now = timezone.now()
    if form.is_valid():
        invitation, code = actions.invite(**form.cleaned_data, by=request.user, now=now)
        if not invitation.phone:
            return show_paper(request, invitation, code)
        messages.success(request, _("Sms'en er på vej."))
        return redirect("youth:invite")
    rows = YouthInvitation.objects.open(now).visible_to(request.user).select_related("area").newest_first()
    return render(request, "youth/invite.html", {"form": form, "invitations": rows})


def show_paper(request: SignedIn, invitation: YouthInvitation, code: str) -> HttpResponse:
    """Shown once, to be printed."""
    link = settings.SITE_URL + reverse("youth:invited", args=[invitation.token])
    qr = segno.make(link, error="m").svg_data_uri(scale=5, border=2)
    context = {"link": link, "code": code, "qr": qr, "invitation": invitation}
    return render(request, "youth/invite_paper.html", context)


@only(is_mentor)
@require_POST
def take_back(request: SignedIn, pk: int) -> HttpResponse:
    invitation = get_object_or_404(YouthInvitation.objects.visible_to(request.user), pk=pk)
    actions.take_invitation_back(invitation, by=request.user, now=timezone.now())
    messages.success(request, _("Invitationen virker ikke længere."))
    return redirect("youth:invite")


@login_not_required
@never_cache
@sensitive_post_parameters("code", "password")
@require_http_methods(["GET", "POST"])
def invited(request: HttpRequest, token: str) -> HttpResponse:
    """Says nothing of who invited before the code is given. Whatever is wrong with the link, it is not there."""
    rows = YouthInvitation.objects.open(timezone.now()).select_related("mentor", "area")
    invitation = get_object_or_404(rows, token=token)
    if request.user.is_authenticated:
        return redirect("home:front")
    step = welcome if request.session.get(GIVEN) == invitation.pk else ask_for_code
    return step(request, invitation)


def ask_for_code(request: HttpRequest, invitation: YouthInvitation) -> HttpResponse:
    form = InvitationCodeForm(request.POST or None)
    if form.is_valid() and is_right(request, invitation, form):
        request.session.flush()
        request.session[GIVEN] = invitation.pk
        return redirect("youth:invited", invitation.token)
    return render(request, "youth/invited_code.html", {"form": form})


def is_right(request: HttpRequest, invitation: YouthInvitation, form: InvitationCodeForm) -> bool:
    now = timezone.now()
    if wait := patience.knock_as_newcomer(address_of(request), now=now):
        form.add_error("code", patience.please_wait(wait))
        return False
    if actions.try_code(invitation, form.cleaned_data["code"], now=now):
        return True
    form.add_error("code", _("Koden passer ikke. Efter fem forkerte koder skal du bede om en ny invitation."))
    return False


def welcome(request: HttpRequest, invitation: YouthInvitation) -> HttpResponse:
    form = InvitedForm(request.POST or None, initial={"login": invitation.phone})
    if form.is_valid():
        return come_in(request, invitation, form)
    return render(request, "youth/invited.html", {"form": form, "mentor": invitation.mentor})


def come_in(request: HttpRequest, invitation: YouthInvitation, form: InvitedForm) -> HttpResponse:
    now, born_on = timezone.now(), form.cleaned_data["born_on"]
    if not platform_age_ok(born_on, timezone.localdate(now)):
        return render(request, "youth/not_for_you.html", outside(born_on, timezone.localdate(now)))
    try:
        youth = actions.come_in(invitation, **form.cleaned_data, now=now)
    except MoveRefused as refusal:
        form.add_error("login", refusal.message)
        return render(request, "youth/invited.html", {"form": form, "mentor": invitation.mentor})
    enter(request, youth.user, now=now)
    return redirect("youth:profile")
