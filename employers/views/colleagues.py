"""Who is at a workplace: seen by those who are there, steered by whoever runs it."""

from collections.abc import Iterable
from typing import Any

import segno
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from employers import actions, permissions
from employers.forms import InviteColleagueForm
from employers.models import ColleagueInvitation, Employer, EmployerContact, Standing
from employers.views import SignedIn
from employers.workflow import CONTACT
from jobplaneten.accounts.doors import only
from jobplaneten.accounts.models import User

TONES = {
    Standing.ADMINISTRATOR: "good",
    Standing.COLLEAGUE: "neutral",
    Standing.ASLEEP: "wait",
    Standing.OUT: "neutral",
}
BUTTONS = {
    "make_administrator": (gettext_lazy("Gør til administrator"), "quiet small", "key"),
    "make_colleague": (gettext_lazy("Gør til kollega"), "quiet small", ""),
    "let_in_again": (gettext_lazy("Luk ind igen"), "small", "hand"),
    "put_out": (gettext_lazy("Luk adgangen"), "danger small", "lock"),
}


@only(permissions.may_see_colleagues)
@never_cache
@require_http_methods(["GET", "POST"])
def team(request: SignedIn) -> HttpResponse:
    user, now = request.user, timezone.now()
    employer = get_object_or_404(Employer.objects.visible_to(user))
    runs_it = permissions.is_administrator(user)
    form = InviteColleagueForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return invite(request, employer, form)
    context = {
        "employer": employer,
        "people": people_of(user, EmployerContact.objects.visible_to(user)),
        "form": form if runs_it and employer.is_vetted else None,
        "runs_it": runs_it,
        "invitations": ColleagueInvitation.objects.open(now).visible_to(user).newest_first(),
    }
    return render(request, "employers/team.html", context)


def invite(request: SignedIn, employer: Employer, form: InviteColleagueForm) -> HttpResponse:
    invitation, code = actions.invite_colleague(
        employer, email=form.cleaned_data["email"], by=request.user, now=timezone.now()
    )
    if invitation.email:
        messages.success(request, _("Invitationen er på vej med mail."))
        return redirect("employers:team")
    link = settings.SITE_URL + reverse("employers:invited", args=[invitation.token])
    qr = segno.make(link, error="m").svg_data_uri(scale=5, border=2)
    context = {"link": link, "code": code, "qr": qr, "invitation": invitation}
    return render(request, "employers/team_code.html", context)


def people_of(user: User, contacts: Iterable[EmployerContact]) -> list[dict[str, Any]]:
    """Each with the buttons that are this reader's to press."""
    rows = contacts.select_related("user").by_standing()  # type: ignore[attr-defined]
    return [
        {
            "pk": row.pk,
            "name": row.user.name,
            "email": row.user.email,
            "last_seen": row.user.last_login,
            "badge": row.get_standing_display(),
            "tone": TONES[Standing(row.standing)],
            "moves": [(name, *BUTTONS[name]) for name in sorted(permissions.contact_moves_of(user, row))],
            "may_take_over": user.is_employer and "make_administrator" in permissions.contact_moves_of(user, row),
        }
        for row in rows
    ]


def visible_contact(request: SignedIn, pk: int) -> EmployerContact:
    rows = EmployerContact.objects.visible_to(request.user)
    return get_object_or_404(rows.exclude(user=request.user), pk=pk)


@require_POST
def make(request: SignedIn, pk: int, move: str) -> HttpResponse:
    row = visible_contact(request, pk)
    if not permissions.contact_roles(request.user, row) & roles_of(move):
        raise Http404
    actions.move_colleague(row, move, by=request.user, now=timezone.now())
    messages.success(request, _("Det er gemt, og det gælder med det samme."))
    return redirect("employers:employer", row.employer_id) if request.user.is_staff else redirect("employers:team")


def roles_of(name: str) -> frozenset[str]:
    return next((each.roles for each in CONTACT.moves if each.name == name), frozenset())


@require_POST
def hand_over(request: SignedIn, pk: int) -> HttpResponse:
    row = visible_contact(request, pk)
    if not permissions.is_administrator(request.user):
        raise Http404
    actions.hand_over(row, by=request.user, now=timezone.now())
    messages.success(request, _("Ansvaret er givet videre. Nu er du kollega."))
    return redirect("employers:team")


@require_POST
def take_back(request: SignedIn, pk: int) -> HttpResponse:
    invitation = get_object_or_404(ColleagueInvitation.objects.visible_to(request.user), pk=pk)
    actions.take_colleague_invitation_back(invitation, by=request.user, now=timezone.now())
    messages.success(request, _("Invitationen virker ikke længere."))
    return redirect("employers:team")
