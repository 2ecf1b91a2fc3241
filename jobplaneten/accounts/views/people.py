from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jobplaneten.accounts import actions
from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.accounts.entering import ask_again
from jobplaneten.accounts.forms import MentorForm, MentorsPlaceForm
from jobplaneten.accounts.models import User
from jobplaneten.accounts.permissions import may_run_programme


def show_password(request: HttpRequest, person: User, password: str, *, back: str) -> HttpResponse:
    """The only time that a temporary password is seen."""
    return render(request, "accounts/password.html", {"person": person, "password": password, "back": back})


@only(may_run_programme)
def people(request: SignedIn) -> HttpResponse:
    mentors = User.objects.visible_to(request.user).prefetch_related("areas").by_name()
    return render(request, "accounts/people.html", {"mentors": mentors})


@only(may_run_programme)
@ask_again
def person_new(request: SignedIn) -> HttpResponse:
    form = MentorForm(request.POST or None, by=request.user)
    if form.is_valid():
        mentor, password = actions.add_mentor(**form.cleaned_data, by=request.user, now=timezone.now())
        return show_password(request, mentor, password, back=reverse("accounts:people"))
    return render(request, "accounts/person_new.html", {"form": form})


@only(may_run_programme)
def person(request: SignedIn, pk: int) -> HttpResponse:
    mentor = get_object_or_404(User.objects.visible_to(request.user), pk=pk)
    known = {"areas": mentor.areas.all(), "capacity": mentor.capacity}
    form = MentorsPlaceForm(request.POST or None, by=request.user, initial=known)
    if form.is_valid():
        now = timezone.now()
        actions.change_areas(mentor, form.cleaned_data["areas"], by=request.user, now=now)
        actions.change_capacity(mentor, form.cleaned_data["capacity"], by=request.user, now=now)
        messages.success(request, _("Gemt."))
        return redirect("accounts:people")
    return render(request, "accounts/person.html", {"mentor": mentor, "form": form})


@only(may_run_programme)
@require_POST
@ask_again
def person_password(request: SignedIn, pk: int) -> HttpResponse:
    mentor = get_object_or_404(User.objects.visible_to(request.user), pk=pk)
    password = actions.give_temporary_password(mentor, by=request.user, now=timezone.now())
    return show_password(request, mentor, password, back=reverse("accounts:people"))


@only(may_run_programme)
@require_POST
@ask_again
def person_close(request: SignedIn, pk: int) -> HttpResponse:
    mentor = get_object_or_404(User.objects.visible_to(request.user), pk=pk)
    actions.close_door(mentor, by=request.user, now=timezone.now())
    messages.success(request, _("%(name)s kan ikke logge ind længere.") % {"name": mentor.name})
    return redirect("accounts:people")


@only(may_run_programme)
@require_POST
@ask_again
def person_open(request: SignedIn, pk: int) -> HttpResponse:
    mentor = get_object_or_404(User.objects.visible_to(request.user), pk=pk)
    actions.open_door(mentor, by=request.user, now=timezone.now())
    messages.success(request, _("%(name)s kan logge ind igen.") % {"name": mentor.name})
    return redirect("accounts:people")
