"""What the youths would like, for those who look after them, and all open jobs as one youth would find them."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.searching import actions
from jobplaneten.searching.forms import NotNowForm, SearchForm
from jobplaneten.searching.models import Favourite
from jobplaneten.searching.near import found_by, jobs_near, open_to
from jobplaneten.searching.permissions import may_answer
from jobplaneten.searching.views import faces
from jobplaneten.trail.actions import record_reads
from matching.actions import propose
from youth.models import Youth, YouthStatus

PAGE_SIZE = 20


@only(may_answer)
def asked(request: SignedIn, pk: int = 0, form: NotNowForm | None = None) -> HttpResponse:
    rows = Favourite.objects.visible_to(request.user).asked_for().filter(youth__status=YouthStatus.ACTIVE)
    found = rows.select_related("youth", "post__employer").oldest_question_first()
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    record_reads("favourite", [(row.pk, row.youth_id) for row in page], by=request.user, now=timezone.now())
    wishes = [
        faces.wish_row(row) | {"form": form if form and row.pk == pk else NotNowForm(auto_id=f"no_{row.pk}_%s")}
        for row in page
    ]
    return render(request, "searching/asked.html", {"page": page, "wishes": wishes})


@only(may_answer)
@require_POST
def answer(request: SignedIn, pk: int) -> HttpResponse:
    row = get_object_or_404(Favourite.objects.visible_to(request.user).select_related("youth", "post"), pk=pk)
    now, form = timezone.now(), NotNowForm(request.POST, auto_id=f"no_{pk}_%s")
    if request.POST.get("move") == "propose":
        match = actions.answer_yes(row, by=request.user, now=now)
        return redirect("matching:proposal", match.pk)
    if not form.is_valid():
        return asked(request, pk, form)
    actions.answer_not_now(row, not_now=form.cleaned_data["not_now"], by=request.user, now=now)
    messages.success(request, _("%(name)s har fået dit svar.") % {"name": row.youth.first_name})
    return redirect("searching:asked")


@only(may_answer)
@require_http_methods(["GET", "POST"])
def jobs_for(request: SignedIn, pk: int) -> HttpResponse:
    """Every open job as this youth would find it. A press puts one forward; it is approved where all proposals are."""
    youths = Youth.objects.visible_to(request.user).filter(status=YouthStatus.ACTIVE).select_related("area")
    youth, now = get_object_or_404(youths, pk=pk), timezone.now()
    today = timezone.localdate(now)
    if request.method == "POST":
        post = get_object_or_404(open_to(youth, today), pk=number(request.POST.get("post", "")))
        return redirect("matching:proposal", propose(youth, post, by=request.user, now=now).pk)
    form = SearchForm(request.GET)
    jobs = found_by(form.wanted, jobs_near(youth, today, open_to(youth, today)), youth)
    page = Paginator(jobs, PAGE_SIZE).get_page(request.GET.get("page"))
    record_reads("youth", [(pk, pk)], by=request.user, now=now)
    own = Favourite.objects.filter(youth=youth).values_list("post", flat=True)
    hearts = set(own)
    rows = [
        {"card": faces.card(each, reverse("employers:post", args=[each.post.pk]), hearts), "pk": each.post.pk}
        for each in page
    ]
    return render(request, "searching/jobs_for.html", {"youth": youth, "page": page, "rows": rows, "form": form})


def number(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0
