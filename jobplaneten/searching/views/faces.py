"""Jobs nearby in the words and shapes that the templates show."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobplaneten.searching.models import Favourite, SavedSearch, When
from jobplaneten.searching.near import Near
from jobplaneten.trades import Category
from matching.models import Match
from matching.views.faces import employer_name, icon, pay, shift_lines
from youth.models import Youth

WAYS = {
    "walk": gettext_lazy("%(n)s min. at gå"),
    "bike": gettext_lazy("%(n)s min. på cykel"),
    "bus": gettext_lazy("%(n)s min. med bus"),
}
MOST_TIMES = 2


def way(near: Near) -> str:
    return WAYS[near.mode] % {"n": near.minutes} if near.mode else ""


def card(near: Near, url: str, hearts: Iterable[int] = ()) -> dict[str, Any]:
    lines = [
        employer_name(near.post),
        way(near) or near.post.place,
        *shift_lines(near.post)[:MOST_TIMES],
        pay(near.post),
    ]
    badge, tone = (near.stops[0], "neutral") if near.stops else ("", "")
    if near.post.pk in set(hearts):
        badge, tone = badge or _("Gemt"), tone or "good"
    return {
        "title": near.post.title,
        "url": url,
        "meta": [line for line in lines if line],
        "badge": badge,
        "tone": tone,
        "icon": icon(near.post),
    }


def said_of(favourite: Favourite, match: Match | None) -> tuple[str, str]:
    """Where a heart has got to, in a badge."""
    if match is not None and match.offered_at:
        return _("Foreslået til dig"), "good"
    if not favourite.asked_at:
        return _("Gemt"), "neutral"
    if favourite.not_now:
        return _("Ikke lige nu"), "neutral"
    return (
        (_("Din mentor arbejder på det"), "good") if favourite.answered_at else (_("Du har spurgt din mentor"), "wait")
    )


def favourite_card(favourite: Favourite, match: Match | None, is_open: bool) -> dict[str, Any]:
    badge, tone = said_of(favourite, match)
    post = favourite.post
    url = reverse("searching:job", args=[post.pk]) if is_open else ""
    if match is not None and match.offered_at:
        url = reverse("matching:offer", args=[match.pk])
    elif not is_open:
        badge, tone = _("Ikke ledigt længere"), "neutral"
    text = favourite.get_not_now_display() if favourite.not_now else ""
    meta = [employer_name(post), *shift_lines(post)[:MOST_TIMES]]
    return {
        "title": post.title,
        "url": url,
        "text": text,
        "meta": meta,
        "badge": badge,
        "tone": tone,
        "icon": icon(post),
    }


def search_words(search: SavedSearch) -> str:
    parts = [
        Category(search.category).label if search.category else _("Alle slags job"),
        When(search.when).label if search.when else "",
        _("højst %(n)s minutter væk") % {"n": search.minutes} if search.minutes else "",
    ]
    return ", ".join(str(part) for part in parts if part)


def wish_row(favourite: Favourite) -> dict[str, Any]:
    youth: Youth = favourite.youth
    return {
        "pk": favourite.pk,
        "youth": youth,
        "job": favourite.post.title,
        "place": employer_name(favourite.post),
        "asked_at": favourite.asked_at,
        "post": favourite.post,
    }
