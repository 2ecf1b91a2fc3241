from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from employers import actions, permissions
from employers.forms import DoneForm
from employers.models import BadJobReport
from employers.views import SignedIn
from employers.views.posts import PAGE_SIZE
from jobplaneten.accounts.doors import only


@only(permissions.may_vet)
def reports(request: SignedIn) -> HttpResponse:
    """What nobody has taken care of yet stands first."""
    seen = BadJobReport.objects.visible_to(request.user).select_related("post__employer", "by", "handled_by")
    handled = Paginator(seen.exclude(handled_at=None).newest_first(), PAGE_SIZE).get_page(request.GET.get("page"))
    waiting = [(row, DoneForm(auto_id=f"r{row.pk}_%s")) for row in seen.open().order_by("at")]
    return render(request, "employers/reports.html", {"waiting": waiting, "page": handled})


@only(permissions.may_vet)
@require_POST
def report_handled(request: SignedIn, pk: int) -> HttpResponse:
    row = get_object_or_404(BadJobReport.objects.visible_to(request.user), pk=pk)
    form = DoneForm(request.POST)
    if form.is_valid():
        actions.handle_report(row, done=form.cleaned_data["done"], by=request.user, now=timezone.now())
        messages.success(request, _("Det er skrevet ned."))
    for error in form.errors.get("done", []):
        messages.error(request, str(error))
    return redirect("employers:reports")
