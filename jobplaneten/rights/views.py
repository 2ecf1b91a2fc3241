"""Pages for everybody: they ask for no name. All but the last set no cookie and write nothing down."""

from collections.abc import Callable

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_safe

from employers.actions import report_job
from employers.forms import ReportForm
from employers.models import Post, PostStatus
from jobplaneten.accounts.doors import address_of
from jobplaneten.accounts.models import User
from jobplaneten.accounts.patience import knock_as_newcomer, please_wait
from jobplaneten.rights.answer import answer
from jobplaneten.rights.card import BY_SLUG, SHEETS, rights
from jobplaneten.rights.examples import examples
from jobplaneten.rights.forms import MayIForm
from jobplaneten.rights.job_card import job_rights, sheets_of
from jobplaneten.rights.tokens import post_of

View = Callable[..., HttpResponse]
OPEN_TO_ALL = [PostStatus.OPEN, PostStatus.FILLED]


def for_everybody(view: View) -> View:
    """Alike for all, so it may lie in a shared cache for an hour."""
    return login_not_required(require_safe(cache_control(public=True, max_age=3600)(view)))


@for_everybody
def may_i(request: HttpRequest) -> HttpResponse:
    asked = any(name in request.GET for name in MayIForm.base_fields)
    form = MayIForm(request.GET if asked else None)
    found = answer(form.question(), timezone.localdate()) if form.is_valid() else None
    mended = instead(request.GET, found.mended) if found and found.mended else ""
    context = {"form": form, "answer": found, "examples": examples(), "mended": mended}
    return render(request, "rights/may_i.html", context)


def instead(asked: QueryDict, mended: dict[str, str]) -> str:
    """What to ask for the lawful change."""
    changed = asked.copy()
    for name, value in mended.items():
        changed[name] = value
    return changed.urlencode()


@for_everybody
def cards(request: HttpRequest) -> HttpResponse:
    return render(request, "rights/cards.html", {"sheets": SHEETS})


@for_everybody
def card(request: HttpRequest, slug: str) -> HttpResponse:
    sheet = BY_SLUG.get(slug)
    if sheet is None:
        raise Http404
    today = timezone.localdate()
    return render(request, "rights/card.html", {"sheet": sheet, "today": today, **rights(sheet, today)})


@login_not_required
@never_cache
@require_safe
def job(request: HttpRequest, token: str) -> HttpResponse:
    posts = Post.objects.filter(status__in=OPEN_TO_ALL).select_related("employer").prefetch_related("shifts")
    post = get_object_or_404(posts.defer("source_raw", "text"), pk=post_of(token))
    sheets = sheets_of(post)
    sheet = next((one for one in sheets if one.slug == request.GET.get("gruppe")), sheets[0])
    tabs = [{"label": one.label, "url": f"?gruppe={one.slug}", "current": one is sheet} for one in sheets]
    today = timezone.localdate()
    context = {"sheet": sheet, "tabs": tabs, "today": today, "token": token, **job_rights(post, sheet, today)}
    return render(request, "rights/job.html", context)


@login_not_required
@never_cache
def report(request: HttpRequest, token: str) -> HttpResponse:
    """The one page here that writes something down. Who is signed in is known; nobody else is asked."""
    post = get_object_or_404(Post, pk=post_of(token))
    form = ReportForm(request.POST or None)
    if form.is_valid() and (wait := knock_as_newcomer(address_of(request), now=timezone.now())):
        form.add_error(None, please_wait(wait))
    if not form.is_valid():
        return render(request, "rights/report.html", {"form": form, "post": post})
    by = request.user if isinstance(request.user, User) else None
    report_job(post, **form.cleaned_data, by=by, now=timezone.now())
    return render(request, "rights/reported.html")
