"""Pages of words for everybody: what is kept about whom, and how far the pages are for all."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from jobplaneten.home.notices import ACCESSIBILITY, PRIVACY


@login_not_required
@require_safe
def privacy(request: HttpRequest, who: str) -> HttpResponse:
    if who not in PRIVACY:
        raise Http404
    others = [(slug, notice.for_whom) for slug, notice in PRIVACY.items() if slug != who]
    return render(
        request, "home/notice.html", {"notice": PRIVACY[who], "others": others, "is_for_youths": who == "unge"}
    )


@login_not_required
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "home/notice.html", {"notice": ACCESSIBILITY})
