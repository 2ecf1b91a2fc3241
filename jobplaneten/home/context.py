from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from jobplaneten.accounts.models import Role
from jobplaneten.home.counts import to_review
from jobplaneten.messaging.models import Message
from matching.models import CandidateCard, Match, MatchStop


@dataclass(frozen=True, slots=True)
class Item:
    label: str
    url: str
    icon: str
    count: str = ""
    current: bool = False


def navigation(request: HttpRequest) -> dict[str, Any]:
    """The tabs and the person's menu of the role, and for the programme's people whether matching is stopped.

    Error pages may come without a person.
    """
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"nav_items": [], "menu_items": []}
    tabs = [tab(request.path, *entry) for entry in (home(), *TABS[user.role](user), box(user))]
    stop = MatchStop.objects.visible_to(user).on().select_related("begun_by").first() if user.is_staff else None
    return {"nav_items": tabs, "matching_stop": stop, "menu_items": [tab(request.path, *entry) for entry in menu(user)]}


Entry = tuple[str, str, str, int]


def tab(path: str, label: str, page: str, icon: str, count: int) -> Item:
    url = reverse(page)
    is_current = path == url or (url != "/" and path.startswith(url))
    return Item(label, url, icon, few(count), is_current)


def few(count: int) -> str:
    """A badge has room for two signs, and nobody counts further."""
    return "9+" if count > 9 else str(count or "")


def home() -> Entry:
    return (_("Forside"), "home:front", "home", 0)


def box(user: Any) -> Entry:
    return (_("Beskeder"), "messaging:box", "chat", Message.objects.visible_to(user).unread().count())


def youth_tabs(user: Any) -> list[Entry]:
    offers = Match.objects.visible_to(user).for_the_youth().count()
    return [
        (_("Forslag"), "matching:offers", "star", offers),
        (_("Min side"), "youth:profile", "person", 0),
        (_("Min vej"), "youth:my_way", "ladder", 0),
    ]


def mentor_tabs(user: Any) -> list[Entry]:
    proposals = Match.objects.visible_to(user).for_the_mentor().count()
    return [
        (_("Forslag"), "matching:morning", "star", proposals),
        (_("Unge"), "youth:caseload", "people", 0),
        (_("Job"), "placements:list", "job", 0),
    ]


def employer_tabs(user: Any) -> list[Entry]:
    candidates = CandidateCard.objects.visible_to(user).count()
    return [
        (_("Unge"), "matching:candidates", "people", candidates),
        (_("I job"), "placements:list", "job", 0),
        (_("Opslag"), "employers:posts", "list", 0),
    ]


def coordinator_tabs(user: Any) -> list[Entry]:
    return [
        (_("Godkend"), "employers:to_review", "check", to_review()),
        (_("Natten"), "matching:runs", "moon", 0),
        (_("Unge"), "youth:caseload", "people", 0),
    ]


def guardian_tabs(user: Any) -> list[Entry]:
    """Each child has a page of its own, and the front page leads to it."""
    return []


TABS = {
    Role.YOUTH: youth_tabs,
    Role.GUARDIAN: guardian_tabs,
    Role.MENTOR: mentor_tabs,
    Role.EMPLOYER: employer_tabs,
    Role.COORDINATOR: coordinator_tabs,
}


def menu(user: Any) -> list[Entry]:
    pages = {
        Role.YOUTH: [
            (_("Job nær dig"), "searching:search", "place", 0),
            (_("Mine job"), "placements:list", "job", 0),
            (_("Vagter"), "shifts:shifts", "calendar", 0),
            (_("Hvordan går det?"), "following:mine", "smile", 0),
            (_("Samtaler"), "talking:rooms", "chat", 0),
            (_("Mine forældre"), "families:my_guardians", "people", 0),
            (_("Hvem har set mine oplysninger"), "home:who_has_seen", "shield", 0),
            (_("Hent eller slet mine oplysninger"), "keeping:mine", "file", 0),
        ],
        Role.COORDINATOR: coordinator_menu(),
        Role.EMPLOYER: [
            (_("Vagter"), "shifts:shifts", "calendar", 0),
            (_("Timer"), "shifts:month", "clock", 0),
            (_("Samtaler"), "talking:rooms", "chat", 0),
        ],
        Role.MENTOR: [
            (_("Hvem har brug for mig?"), "home:today", "heart", 0),
            (_("Nye, der venter"), "youth:queue", "hand", 0),
            (_("Vagter"), "shifts:shifts", "calendar", 0),
            (_("Opfølgning"), "following:list", "smile", 0),
            (_("Det vil de gerne"), "searching:asked", "hand", 0),
            (_("Trin, der venter"), "steps:quiet", "ladder", 0),
            (_("Hvem mangler at svare?"), "matching:answers", "clock", 0),
            (_("Samtaler"), "talking:rooms", "chat", 0),
        ],
    }
    return [*pages.get(user.role, []), (_("Min konto"), "accounts:me", "key", 0)]


def coordinator_menu() -> list[Entry]:
    pages = [
        (_("Arbejdsgivere"), "employers:employers", "shop", 0),
        (_("Opslag"), "employers:posts", "list", 0),
        (_("Forslag til de unge"), "matching:morning", "star", 0),
        (_("Hvem mangler at svare?"), "matching:answers", "clock", 0),
        (_("Hvad nu hvis"), "matching:trials", "help", 0),
        (_("Hvem har brug for os i dag?"), "home:today", "heart", 0),
        (_("Unge i job"), "placements:list", "job", 0),
        (_("Vagter"), "shifts:shifts", "calendar", 0),
        (_("Opfølgning"), "following:list", "smile", 0),
        (_("Det vil de gerne"), "searching:asked", "hand", 0),
        (_("Trin, der venter"), "steps:quiet", "ladder", 0),
        (_("Samtaler"), "talking:rooms", "chat", 0),
        (_("Beskeder, der føltes forkerte"), "talking:reports", "warning", 0),
        (_("Mentorer"), "accounts:people", "heart", 0),
        (_("Hvem har plads?"), "youth:capacity", "people", 0),
        (_("Områder"), "accounts:areas", "place", 0),
        (_("Vilkår"), "accounts:who_accepted", "file", 0),
        (_("De fire trin"), "accounts:steps", "ladder", 0),
        (_("Hvornår spørger vi?"), "following:points", "clock", 0),
        (_("Loven"), "home:law", "shield", 0),
        (_("Lønninger"), "employers:wages", "money", 0),
        (_("Skoler og ferier"), "schools:calendar", "calendar", 0),
        (_("Mails, der ikke kom frem"), "messaging:given_up", "warning", 0),
    ]
    return [*pages, (_("Sendt i prøvebyen"), "demo:sent", "mail", 0)] if settings.IS_DEMO else pages
