from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from employers import actions
from employers.forms import JoinForm
from jobplaneten.accounts import patience
from jobplaneten.accounts.doors import address_of
from jobplaneten.accounts.models import User
from jobplaneten.workflow import MoveRefused


@login_not_required
@sensitive_post_parameters("password")
def join(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        return redirect("home:front")
    form = JoinForm(request.POST or None)
    if form.is_valid() and joined(request, form):
        messages.success(request, _("Tak. Vi ser på jer og svarer hurtigt. Du kan skrive jeres første opslag nu."))
        return redirect("employers:posts")
    return render(request, "employers/join.html", {"form": form})


def joined(request: HttpRequest, form: JoinForm) -> bool:
    now = timezone.now()
    if wait := patience.knock_as_newcomer(address_of(request), now=now):
        form.add_error(None, patience.please_wait(wait))
        return False
    try:
        actions.join(**form.cleaned_data, now=now)
    except MoveRefused as refusal:
        form.add_error(None, refusal.message)
        return False
    login(request, User.objects.get(login=form.cleaned_data["login"]))
    return True
