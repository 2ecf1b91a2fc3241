from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from employers.forms import ReasonForm
from employers.models import Employer
from employers.permissions import may_vet
from jobplaneten.accounts.doors import SignedIn, only
from matching import actions


@only(may_vet)
@require_POST
def shut_out(request: SignedIn, pk: int) -> HttpResponse:
    row = get_object_or_404(Employer.objects.visible_to(request.user), pk=pk)
    form = ReasonForm(request.POST)
    if form.is_valid():
        actions.shut_out(row, reason=form.cleaned_data["reason"], by=request.user, now=timezone.now())
        messages.success(request, _("Der er lukket for dem. Kort og opslag er væk, og mentorerne har fået besked."))
    for error in form.errors.get("reason", []):
        messages.error(request, str(error))
    return redirect("employers:employer", pk)
