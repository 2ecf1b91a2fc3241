"""A youth's own right: who has looked at what is written about them."""

from collections.abc import Iterable
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from employers.models import EmployerContact
from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.accounts.models import User
from jobplaneten.trail.models import Entry
from youth.models import Youth
from youth.permissions import is_youth

PER_PAGE = 30
WHAT = {
    "youth": gettext_lazy("Din side"),
    "match": gettext_lazy("Et forslag til dig"),
    "candidatecard": gettext_lazy("Dit kort til arbejdspladsen"),
    "placement": gettext_lazy("Dit job"),
    "followup": gettext_lazy("Hvordan det går på dit job"),
    "assessment": gettext_lazy("Hvor langt du er"),
    "nearmiss": gettext_lazy("Noget, der var lige ved at gå galt"),
    "invitation": gettext_lazy("Et brev med en kode til dine forældre"),
    "guardianship": gettext_lazy("Det, dine forældre kan se"),
}


@only(is_youth)
@require_safe
def who_has_seen(request: SignedIn) -> HttpResponse:
    youth = get_object_or_404(Youth.objects.visible_to(request.user))
    reads = Entry.objects.about_youth(youth.pk).reads().exclude(by=request.user).by_day()
    page = Paginator(reads, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "home/who_has_seen.html", {"page": page, "entries": in_words(list(page))})


def in_words(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    names = names_of({row["by"] for row in rows})
    return [
        {
            "at": row["last_at"],
            "title": names.get(row["by"], "Jobplaneten"),
            "text": WHAT.get(row["kind"], _("Dine oplysninger")),
        }
        for row in rows
    ]


def names_of(keys: Iterable[int | None]) -> dict[int, str]:
    """Staff by name and role; a workplace by the workplace's name, whoever sat at the screen."""
    contacts = EmployerContact.objects.filter(user__in=keys).select_related("employer")
    workplaces = {contact.user_id: contact.employer.name for contact in contacts}
    people = User.objects.filter(pk__in=keys)
    return {
        person.pk: workplaces.get(person.pk) or f"{person.name} ({person.get_role_display().lower()})"
        for person in people
    }
