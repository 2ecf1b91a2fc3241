"""The coordinators' wage table: agreements, their dated rates, and the open posts that pay too little."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from employers import actions, permissions
from employers.forms import AgreementForm, EndRateForm, RateForm
from employers.models import Agreement, Post, WageRate
from employers.views import SignedIn
from employers.views.wage_faces import age_words, rate_facts, sorted_rates, underpaid_posts, why_more
from jobplaneten.accounts.doors import only
from jobplaneten.workflow import MoveRefused

PER_PAGE = 30


@only(permissions.may_keep_wages)
@require_safe
def wages(request: SignedIn) -> HttpResponse:
    today = timezone.localdate()
    underpaid = underpaid_posts(Post.objects.open(), today)
    rows = Agreement.objects.visible_to(request.user).by_name().prefetch_related("rates")
    shown = [
        {
            "agreement": row,
            "rates": sorted_rates(row.rates.all(), today),
            "underpaid": sum(post.agreement_id == row.pk for post in underpaid),
        }
        for row in rows
    ]
    return render(request, "employers/wages.html", {"agreements": shown})


@only(permissions.may_keep_wages)
@require_safe
def agreement(request: SignedIn, pk: int) -> HttpResponse:
    row = get_object_or_404(Agreement.objects.visible_to(request.user), pk=pk)
    today = timezone.localdate()
    underpaid = underpaid_posts(Post.objects.open().filter(agreement=row), today)
    page = Paginator(underpaid, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "agreement": row,
        "rates": sorted_rates(row.rates.all(), today),
        "page": page,
        "underpaid": [(post, why_more(post, today)) for post in page],
    }
    return render(request, "employers/agreement.html", context)


@only(permissions.may_keep_wages)
def agreement_new(request: SignedIn) -> HttpResponse:
    form = AgreementForm(request.POST or None, initial={"version": 1})
    if form.is_valid():
        row = actions.add_agreement(form.values(), by=request.user, now=timezone.now())
        messages.success(request, _("Overenskomsten er oprettet. Skriv nu den første sats."))
        return redirect("employers:rate_new", row.pk)
    return render(request, "employers/agreement_edit.html", {"form": form})


@only(permissions.may_keep_wages)
def agreement_edit(request: SignedIn, pk: int) -> HttpResponse:
    row = get_object_or_404(Agreement.objects.visible_to(request.user), pk=pk)
    form = AgreementForm(request.POST or None, instance=row)
    if form.is_valid():
        version = form.cleaned_data["version"]
        actions.save_agreement(row, form.values(), version=version, by=request.user, now=timezone.now())
        messages.success(request, _("Overenskomsten er gemt."))
        return redirect("employers:agreement", pk)
    return render(request, "employers/agreement_edit.html", {"form": form, "agreement": row})


@only(permissions.may_keep_wages)
def rate_new(request: SignedIn, pk: int) -> HttpResponse:
    row = get_object_or_404(Agreement.objects.visible_to(request.user), pk=pk)
    form = RateForm(request.POST or None)
    if form.is_valid() and added(request, row, form):
        messages.success(request, _("Satsen er skrevet ind."))
        return redirect("employers:agreement", pk)
    return render(request, "employers/rate_new.html", {"form": form, "agreement": row})


def added(request: SignedIn, row: Agreement, form: RateForm) -> bool:
    """Not when other rates are in its way: the form then says which and keeps what was typed."""
    try:
        actions.add_rate(row, **form.cleaned_data, by=request.user, now=timezone.now())
    except MoveRefused as refusal:
        form.add_error(None, refusal.message)
        return False
    return True


@only(permissions.may_keep_wages)
@require_safe
def rate(request: SignedIn, pk: int) -> HttpResponse:
    return rate_page(request, some_rate(pk), EndRateForm(auto_id="end_%s"))


@only(permissions.may_keep_wages)
@require_POST
def rate_end(request: SignedIn, pk: int) -> HttpResponse:
    row = some_rate(pk)
    form = EndRateForm(request.POST, auto_id="end_%s")
    if not form.is_valid():
        return rate_page(request, row, form)
    actions.end_rate(row, last_on=form.cleaned_data["last_on"], by=request.user, now=timezone.now())
    messages.success(request, _("Satsen slutter den dag."))
    return redirect("employers:agreement", row.agreement_id)


@only(permissions.may_keep_wages)
@require_POST
def rate_strike(request: SignedIn, pk: int) -> HttpResponse:
    row = some_rate(pk)
    actions.strike_rate(row, by=request.user, now=timezone.now())
    messages.success(request, _("Satsen er streget. Skriv den rigtige, hvis der er en."))
    return redirect("employers:agreement", row.agreement_id)


def some_rate(pk: int) -> WageRate:
    return get_object_or_404(WageRate.objects.select_related("agreement", "by"), pk=pk)


def rate_page(request: SignedIn, row: WageRate, form: EndRateForm) -> HttpResponse:
    context = {"rate": row, "ages": age_words(row), "facts": rate_facts(row), "end_form": form}
    return render(request, "employers/rate.html", context)
