"""What a youth searches, saves and asks for. Nothing of it reaches a workplace."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from employers.models import Post
from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.searching import actions
from jobplaneten.searching.forms import SearchForm
from jobplaneten.searching.models import Favourite, SavedSearch
from jobplaneten.searching.near import found_by, jobs_near, open_to
from jobplaneten.searching.permissions import may_search
from jobplaneten.searching.views import faces
from matching.lawful import judge, sentences
from matching.models import Match
from matching.views.faces import employer_name, job_facts
from youth.models import Youth

PAGE_SIZE = 12


def own(request: SignedIn) -> Youth:
    return get_object_or_404(Youth.objects.visible_to(request.user).select_related("area", "mentor"))


def open_post(youth: Youth, pk: int) -> Post:
    return get_object_or_404(open_to(youth, timezone.localdate()), pk=pk)


def hearts_of(youth: Youth) -> list[int]:
    return list(Favourite.objects.filter(youth=youth).values_list("post", flat=True))


@only(may_search)
@require_safe
def search(request: SignedIn) -> HttpResponse:
    youth, today = own(request), timezone.localdate()
    form = SearchForm(request.GET)
    jobs = jobs_near(youth, today, open_to(youth, today))
    page = Paginator(found_by(form.wanted, jobs, youth), PAGE_SIZE).get_page(request.GET.get("page"))
    hearts = hearts_of(youth)
    context = {
        "page": page,
        "cards": [faces.card(each, page_of(each.post), hearts) for each in page],
        "form": form,
        "is_filtered": bool(request.GET),
        "count": page.paginator.count,
        "not_yet": sum(bool(each.stops) for each in jobs),
        "area": youth.area.name,
        "wanted": {key: value for key, value in request.GET.items() if key in {"slags", "tid", "langt"} and value},
    }
    return render(request, "searching/search.html", context)


def page_of(post: Post) -> str:
    return reverse("searching:job", args=[post.pk])


@only(may_search)
@require_POST
def keep(request: SignedIn) -> HttpResponse:
    wanted = SearchForm(request.POST).wanted
    actions.keep_search(own(request), wanted, by=request.user, now=timezone.now())
    messages.success(request, _("Søgningen er gemt. Vi siger til, når der kommer noget nyt."))
    return redirect("searching:favourites")


@only(may_search)
@require_safe
def job(request: SignedIn, pk: int) -> HttpResponse:
    youth, today = own(request), timezone.localdate()
    post = open_post(youth, pk)
    near = jobs_near(youth, today, Post.objects.filter(pk=pk))[0]
    favourite = Favourite.objects.filter(youth=youth, post=post).first()
    context = {
        "post": post,
        "near": near,
        "way": faces.way(near),
        "facts": job_facts(post, names_the_adult=False),
        "employer": employer_name(post),
        "favourite": favourite,
        "law": sentences(judge(youth, post, today), blocking=True) if near.stops else [],
        "match": Match.objects.visible_to(request.user).filter(post=post).newest_first().first(),
        "mentor": youth.mentor,
    }
    return render(request, "searching/job.html", context)


@only(may_search)
@require_POST
def heart(request: SignedIn, pk: int) -> HttpResponse:
    """Pressed again the heart is gone, also of a job that is not open any more."""
    youth, now = own(request), timezone.now()
    favourite = Favourite.objects.filter(youth=youth, post=pk).first()
    if favourite is None:
        actions.save(youth, open_post(youth, pk), by=request.user, now=now)
        return redirect("searching:job", pk)
    actions.let_go(favourite, by=request.user, now=now)
    messages.success(request, _("Hjertet er væk."))
    return redirect("searching:favourites")


@only(may_search)
@require_POST
def ask(request: SignedIn, pk: int) -> HttpResponse:
    youth = own(request)
    actions.ask_for(youth, open_post(youth, pk), by=request.user, now=timezone.now())
    messages.success(request, _("Fedt! Din mentor har fået besked og svarer dig."))
    return redirect("searching:job", pk)


@only(may_search)
@require_safe
def favourites(request: SignedIn) -> HttpResponse:
    youth = own(request)
    rows = list(
        Favourite.objects.filter(youth=youth)
        .select_related("post__employer")
        .prefetch_related("post__shifts")
        .newest_first()
    )
    still_open = set(open_to(youth, timezone.localdate()).values_list("pk", flat=True))
    matches: dict[int, Any] = {row.post_id: row for row in Match.objects.visible_to(request.user)}
    searches = SavedSearch.objects.visible_to(request.user).by_age()
    context = {
        "cards": [faces.favourite_card(row, matches.get(row.post_id), row.post_id in still_open) for row in rows],
        "searches": [
            {"pk": each.pk, "words": faces.search_words(each), "query": urlencode(query_of(each))} for each in searches
        ],
    }
    return render(request, "searching/favourites.html", context)


def query_of(search: SavedSearch) -> dict[str, Any]:
    said = {"slags": search.category, "tid": search.when, "langt": search.minutes}
    return {key: value for key, value in said.items() if value}


@only(may_search)
@require_POST
def drop(request: SignedIn, pk: int) -> HttpResponse:
    search = get_object_or_404(SavedSearch.objects.visible_to(request.user), pk=pk)
    actions.drop_search(search, by=request.user, now=timezone.now())
    messages.success(request, _("Søgningen er slettet."))
    return redirect("searching:favourites")
