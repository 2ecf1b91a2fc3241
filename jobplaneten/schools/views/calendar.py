"""The calendars of the schools: staff read them, coordinators write them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.schools import actions
from jobplaneten.schools.forms import MUNICIPALITY, ClosedDaysForm, ConfirmForm, FileForm, SchoolForm
from jobplaneten.schools.models import ClosedDays, School
from jobplaneten.schools.permissions import may_keep_calendar, may_see_calendar
from jobplaneten.schools.years import school_years


@only(may_see_calendar)
@require_safe
def calendar(request: SignedIn) -> HttpResponse:
    """The municipality's, and the way to each school's."""
    rows = ClosedDays.objects.of_the_municipality().in_order()
    context = {
        "years": school_years(rows, timezone.localdate()),
        "schools": School.objects.by_name(),
        "may_keep": may_keep_calendar(request.user),
    }
    return render(request, "schools/calendar.html", context)


@only(may_see_calendar)
@require_safe
def school(request: SignedIn, pk: int) -> HttpResponse:
    row = get_object_or_404(School, pk=pk)
    own = ClosedDays.objects.filter(school=row)
    days = own | ClosedDays.objects.of_the_municipality() if row.follows_municipality else own
    context = {
        "school": row,
        "years": school_years(days.select_related("school").in_order(), timezone.localdate()),
        "may_keep": may_keep_calendar(request.user),
    }
    return render(request, "schools/school.html", context)


@only(may_keep_calendar)
def school_new(request: SignedIn) -> HttpResponse:
    return school_written(request, School())


@only(may_keep_calendar)
def school_edit(request: SignedIn, pk: int) -> HttpResponse:
    return school_written(request, get_object_or_404(School, pk=pk))


def school_written(request: SignedIn, row: School) -> HttpResponse:
    is_new, name = row.pk is None, row.name
    form = SchoolForm(request.POST or None, instance=row)
    if form.is_valid():
        saved = actions.save_school(form.instance, by=request.user, now=timezone.now())
        messages.success(request, _("Skolen er oprettet.") if is_new else _("Skolen er gemt."))
        return redirect("schools:school", saved.pk)
    return render(request, "schools/school_edit.html", {"form": form, "name": name, "pk": row.pk})


@only(may_keep_calendar)
def days_new(request: SignedIn) -> HttpResponse:
    """A suggestion may come in the address: days and their name."""
    asked = {"school": "skole", "first_on": "fra", "last_on": "til", "name": "navn"}
    initial = {field: request.GET[key] for field, key in asked.items() if key in request.GET}
    form = ClosedDaysForm(request.POST or None, initial=initial)
    if form.is_valid():
        row = actions.add_days(form.instance, by=request.user, now=timezone.now())
        messages.success(request, _("Fridagene er skrevet ind."))
        return redirect(home_of(row.school_id))
    return render(request, "schools/days_new.html", {"form": form})


@only(may_keep_calendar)
def days_remove(request: SignedIn, pk: int) -> HttpResponse:
    row = get_object_or_404(ClosedDays.objects.select_related("school"), pk=pk)
    back = home_of(row.school_id)
    if request.method == "POST":
        actions.remove_days(row, by=request.user, now=timezone.now())
        messages.success(request, _("Fridagene er fjernet. De tæller som skoledage igen."))
        return redirect(back)
    return render(request, "schools/days_remove.html", {"days": row, "back": back})


@only(may_keep_calendar)
def days_import(request: SignedIn) -> HttpResponse:
    """First the file, then a look at what is in it. Nothing is written yet."""
    form = FileForm(request.POST or None, request.FILES or None)
    if not form.is_valid():
        return render(request, "schools/import.html", {"form": form})
    school = form.cleaned_data["school"]
    known = set(ClosedDays.objects.filter(school=school).values_list("first_on", "last_on"))
    context = {
        "rows": [(first, last, name, (first, last) in known) for first, last, name in form.reading.rows],
        "fresh": sum((first, last) not in known for first, last, _name in form.reading.rows),
        "unclear": form.reading.unclear,
        "whose": school or MUNICIPALITY,
        "confirm": ConfirmForm({"sealed": form.sealed()}),
    }
    return render(request, "schools/preview.html", context)


@only(may_keep_calendar)
@require_POST
def days_confirm(request: SignedIn) -> HttpResponse:
    form = ConfirmForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Der er gået for lang tid. Vælg filen igen."))
        return redirect("schools:days_import")
    page = form.cleaned_data["sealed"]
    school = School.objects.filter(pk=page["school"]).first()
    added = actions.import_days(form.rows(), school=school, source=page["source"], by=request.user, now=timezone.now())
    messages.success(request, _("%(number)d nye fridage eller ferier er skrevet ind.") % {"number": added})
    return redirect(home_of(page["school"]))


def home_of(school: int | None) -> str:
    return reverse("schools:school", args=[school]) if school else reverse("schools:calendar")
