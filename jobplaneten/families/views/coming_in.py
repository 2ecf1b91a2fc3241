"""The way in for a guardian: an address from an SMS or a QR code, the code, and then an account."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from jobplaneten.accounts import patience
from jobplaneten.accounts.doors import address_of, next_page
from jobplaneten.families import actions
from jobplaneten.families.forms import CodeForm, GuardianForm
from jobplaneten.families.languages import COOKIE
from jobplaneten.families.models import Invitation
from jobplaneten.languages import LANGUAGES
from jobplaneten.trail.actions import record_reads
from jobplaneten.workflow import MoveRefused

YEAR = 60 * 60 * 24 * 365
GIVEN = "invitation"


@login_not_required
@never_cache
@sensitive_post_parameters("password", "code")
@require_http_methods(["GET", "POST"])
def open_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Before the code not even a name is told: phones lie about. Whatever is wrong with the link, it is not there."""
    rows = Invitation.objects.open(timezone.now()).select_related("youth", "made_by")
    invitation = get_object_or_404(rows, token=token)
    user: Any = request.user
    if user.is_authenticated and not user.is_guardian:
        return redirect("home:front")
    with translation.override(language_of(request, invitation)):
        step = welcome if request.session.get(GIVEN) == invitation.pk else ask_for_code
        return step(request, invitation)


def language_of(request: HttpRequest, invitation: Invitation) -> str:
    """A choice that was made on this screen counts for more than the one that the inviter made."""
    has_chosen = request.user.is_authenticated or request.COOKIES.get(COOKIE) in LANGUAGES
    return translation.get_language() or "da" if has_chosen else invitation.language


def ask_for_code(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    form = CodeForm(request.POST or None)
    if form.is_valid() and is_right(request, invitation, form):
        request.session.cycle_key()
        request.session[GIVEN] = invitation.pk
        return redirect("families:open", invitation.token)
    return render(request, "families/code.html", {"form": form})


def is_right(request: HttpRequest, invitation: Invitation, form: CodeForm) -> bool:
    now = timezone.now()
    if wait := patience.knock_as_newcomer(address_of(request), now=now):
        form.add_error("code", patience.please_wait(wait))
        return False
    if actions.try_code(invitation, form.cleaned_data["code"], now=now):
        return True
    form.add_error("code", _("Koden passer ikke. Efter fem forkerte koder skal du bede om en ny invitation."))
    return False


def welcome(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    """After the code: a guardian who is here already only says yes; a new one makes an account."""
    user: Any = request.user
    if user.is_authenticated:
        return (
            come_in(request, invitation, None, {"user": user})
            if request.method == "POST"
            else page(request, invitation)
        )
    form = GuardianForm(request.POST or None, initial={"login": invitation.phone})
    if not form.is_valid():
        return page(request, invitation, form)
    values = form.cleaned_data | {"language": translation.get_language() or "da"}
    return come_in(request, invitation, form, values)


def page(request: HttpRequest, invitation: Invitation, form: GuardianForm | None = None) -> HttpResponse:
    reader = request.user if request.user.is_authenticated else None
    record_reads("invitation", [(invitation.pk, invitation.youth_id)], by=reader, now=timezone.now())
    return render(request, "families/welcome.html", {"form": form, "name": invitation.youth.first_name})


def come_in(
    request: HttpRequest, invitation: Invitation, form: GuardianForm | None, values: dict[str, Any]
) -> HttpResponse:
    try:
        guardianship = actions.come_in(invitation, **values, now=timezone.now())
    except MoveRefused as refusal:
        if form is None:
            raise
        form.add_error("login", _(refusal.message))
        return page(request, invitation, form)
    request.session.pop(GIVEN, None)
    if not request.user.is_authenticated:
        login(request, guardianship.guardian)
    messages.success(request, _("Velkommen til Jobplaneten."))
    return redirect("home:front")


@login_not_required
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Remembered on this screen, and with the account of a guardian who is signed in."""
    chosen = request.POST.get("language", "")
    if chosen not in LANGUAGES:
        raise Http404
    user: Any = request.user
    if user.is_authenticated and user.is_guardian:
        actions.choose_language(user, chosen, now=timezone.now())
    response = redirect(next_page(request))
    response.set_cookie(COOKIE, chosen, max_age=YEAR, httponly=True, samesite="Lax", secure=request.is_secure())
    return response
