"""Is this paper genuine? Whoever holds a code reads what the youth allows; a code that is no more never was."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from jobplaneten.accounts.doors import address_of
from jobplaneten.accounts.patience import knock_as_newcomer, please_wait
from jobplaneten.keepsakes.forms import CheckForm
from jobplaneten.keepsakes.models import Certificate
from jobplaneten.keepsakes.papers import told
from jobplaneten.trail.actions import record_reads


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    form = CheckForm(request.POST or None)
    if form.is_valid():
        code = "".join(letter for letter in form.cleaned_data["code"].lower() if letter.isalnum() and letter.isascii())
        return redirect("keepsakes:checked", code or "0")
    return render(request, "keepsakes/check.html", {"form": form, "facts": None, "answer": ""})


@login_not_required
@never_cache
@require_safe
def checked(request: HttpRequest, code: str) -> HttpResponse:
    """Every look counts as a try, so that codes cannot be tried out in numbers."""
    now = timezone.now()
    if wait := knock_as_newcomer(address_of(request), now=now):
        return page(request, please_wait(wait), 429)
    rows = Certificate.objects.standing().select_related("placement__youth", "placement__post__employer")
    row = rows.filter(code=code).first()
    if row is None:
        return page(request, _("Den kode findes ikke. Se efter, om den er skrevet rigtigt."), 404)
    reader = request.user if request.user.is_authenticated else None
    record_reads("certificate", [(row.pk, row.placement.youth_id)], by=reader, now=now)
    context = {"form": None, "facts": told(row), "answer": ""}
    return render(request, "keepsakes/check.html", context)


def page(request: HttpRequest, answer: str, status: int) -> HttpResponse:
    context = {"form": CheckForm(), "facts": None, "answer": answer}
    return render(request, "keepsakes/check.html", context, status=status)
