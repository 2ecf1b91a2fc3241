"""Two people let a workplace in: the page where the first writes, and the one where the second reads."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from employers import actions, permissions
from employers.forms import CheckForm
from employers.models import VettingCheck
from employers.views import SignedIn
from employers.views.check_faces import check_facts
from employers.views.coordinator import visible_employer
from employers.views.faces import employer_facts
from jobplaneten.accounts.doors import only


@only(permissions.may_vet)
def check(request: SignedIn, pk: int) -> HttpResponse:
    row = visible_employer(request, pk)
    form = CheckForm(request.POST or None, employer=row, day=timezone.localdate())
    if form.is_valid():
        actions.check(row, form.cleaned_data, by=request.user, now=timezone.now())
        messages.success(request, _("Dit tjek er gemt. Nu skal en anden end dig læse det og sige ja."))
        return redirect("employers:employer", pk)
    return render(request, "employers/check.html", {"employer": row, "facts": employer_facts(row), "form": form})


@only(permissions.may_read_checks)
def vetting(request: SignedIn, pk: int) -> HttpResponse:
    row = get_object_or_404(VettingCheck.objects.visible_to(request.user), pk=pk)
    if request.method == "POST":
        actions.confirm(row, by=request.user, now=timezone.now())
        messages.success(request, _("%(name)s er godkendt af jer to og har fået besked.") % {"name": row.employer.name})
        return redirect("home:front")
    context = {
        "employer": row.employer,
        "said": employer_facts(row.employer),
        "facts": check_facts(row),
        "may_confirm": permissions.may_confirm(request.user, row),
    }
    return render(request, "employers/vetting.html", context)
