"""Inviting a guardian (youths do too), saying that one knows who it is, and ending it."""

from typing import Any

import segno
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.accounts.entering import ask_again
from jobplaneten.families import actions
from jobplaneten.families.forms import EndForm, InviteForm
from jobplaneten.families.models import Guardianship, Invitation, Way
from jobplaneten.families.views.faces import day_words
from jobplaneten.languages import LANGUAGES
from jobplaneten.trail.actions import record_reads
from youth.models import Youth
from youth.permissions import is_staff


@only(is_staff)
@require_http_methods(["GET", "POST"])
@ask_again
def invite(request: SignedIn, pk: int) -> HttpResponse:
    youth = get_object_or_404(Youth.objects.visible_to(request.user).let_in(), pk=pk)
    form = InviteForm(request.POST or None)
    back = reverse("families:invite", args=[pk])
    if form.is_valid():
        return send(request, youth, form, back)
    record_reads("youth", [(pk, pk)], by=request.user, now=timezone.now())
    return render(
        request, "families/invite.html", {"form": form, "youth": youth, **family(youth), "end_form": EndForm()}
    )


def send(request: SignedIn, youth: Youth, form: InviteForm, back: str) -> HttpResponse:
    invitation, code = actions.invite(youth, **form.cleaned_data, by=request.user, now=timezone.now())
    if invitation.way == Way.SMS:
        messages.success(request, _("Sms'en er på vej."))
        return redirect(back)
    return show_paper(request, invitation, code, back)


def show_paper(request: SignedIn, invitation: Invitation, code: str, back: str) -> HttpResponse:
    """Shown once, to be printed: the code itself is kept nowhere."""
    link = settings.SITE_URL + reverse("families:open", args=[invitation.token])
    context = {
        "link": link,
        "code": code,
        "qr": segno.make(link, error="m").svg_data_uri(scale=5, border=2),
        "until": day_words(timezone.localdate(invitation.expires_at)),
        "spoken": invitation.language,
        "back": back,
    }
    return render(request, "families/paper.html", context)


def family(youth: Youth) -> dict[str, Any]:
    """Who is in, who was, and who has been asked."""
    now = timezone.now()
    rows = Guardianship.objects.filter(youth=youth).select_related("guardian", "known_by").oldest_first()
    return {
        "guardianships": [guardian_line(row) for row in rows],
        "invitations": [
            {"row": row, "until": day_words(timezone.localdate(row.expires_at)), "language": LANGUAGES[row.language]}
            for row in Invitation.objects.open(now).filter(youth=youth).newest_first()
        ],
    }


def guardian_line(row: Guardianship) -> dict[str, Any]:
    return {
        "row": row,
        "began": day_words(timezone.localdate(row.began_at)),
        "ended": day_words(timezone.localdate(row.ended_at)) if row.ended_at else "",
    }


def visible(request: SignedIn, pk: int) -> Guardianship:
    return get_object_or_404(Guardianship.objects.visible_to(request.user).standing(), pk=pk)


@only(is_staff)
@require_POST
@ask_again
def make_known(request: SignedIn, pk: int) -> HttpResponse:
    guardianship = visible(request, pk)
    actions.make_known(guardianship, by=request.user, now=timezone.now())
    messages.success(request, _("Tak. Nu kan de følge med."))
    return redirect("families:invite", guardianship.youth_id)


@only(is_staff)
@require_POST
@ask_again
def end(request: SignedIn, pk: int) -> HttpResponse:
    guardianship, form = visible(request, pk), EndForm(request.POST)
    if form.is_valid():
        actions.end(guardianship, why=form.cleaned_data["why"], by=request.user, now=timezone.now())
        messages.success(request, _("Adgangen er lukket."))
    else:
        messages.warning(request, _("Vælg, hvorfor det er slut."))
    return redirect("families:invite", guardianship.youth_id)


def may_take_back(user: Any) -> bool:
    return bool(user.is_staff or user.is_youth)


@only(may_take_back)
@require_POST
def take_back(request: SignedIn, pk: int) -> HttpResponse:
    rows = Invitation.objects.visible_to(request.user)
    invitation = get_object_or_404(rows.filter(made_by=request.user) if request.user.is_youth else rows, pk=pk)
    actions.take_back(invitation, by=request.user, now=timezone.now())
    messages.success(request, _("Invitationen er taget tilbage."))
    if request.user.is_youth:
        return redirect("families:my_guardians")
    return redirect("families:invite", invitation.youth_id)
