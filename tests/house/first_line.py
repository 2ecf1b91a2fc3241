"""Each guard for itself: who comes in when rows are open to all, and whose reading stands in the trail."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from django.apps import apps

from jobplaneten.trail.models import Entry
from tests.house.doors import answer_for
from tests.house.street import Street, knock
from tests.house.world import ACTORS

METHODS = ("get", "post")
ROLES = {"youth": "amina", "mentor": "bo", "coordinator": "dorte", "employer": "elin", "guardian": "guardian"}
"""One of each role knocks for all."""
BY_SIGHT_ALONE = {
    "employers:post": "amina 200, guardian 200",
    "employers:team_take_back": "amina 302, bo 302, dorte 302, guardian 302",
    "families:own_word": "amina 500",
    "families:sign": "guardian 500",
    "families:stop": "guardian 500",
    "keepsakes:letter_pdf": "amina 500",
    "matching:hiding_end": "elin 302, guardian 302",
    "messaging:open_notice": "bo 302, dorte 302, elin 302, guardian 302",
    "placements:agree": "guardian 302",
    "placements:cancel": "guardian 403",
    "placements:end": "guardian 403",
    "placements:expectations": "guardian 500",
    "placements:find_new": "guardian 403",
    "placements:own_papers": "amina 500",
    "placements:pause": "guardian 403",
    "placements:placement": "guardian 500",
    "placements:remind": "guardian 403",
    "placements:resume": "guardian 403",
    "placements:start": "guardian 403",
    "placements:terms": "guardian 500",
    "placements:terms_edit": "guardian 500",
    "placements:terms_pdf": "guardian 200",
    "steps:learnt": "amina 500",
}
"""Doors at which nothing but the line of sight makes it as if there were nothing there, and for whom."""


def open_all_rows(replace: Callable[..., None]) -> None:
    for model in apps.get_models():
        rows = type(model._default_manager.all())
        if hasattr(rows, "visible_to"):
            replace(rows, "visible_to", lambda rows, *_who, **_more: rows.all())


def let_in(street: Street, names: Iterable[str]) -> dict[str, str]:
    """Of roles whose people find nothing at a door, who comes in all the same."""
    found: dict[str, list[str]] = defaultdict(list)
    roles = {role: [actor for actor in ACTORS if is_of(street, actor, role)] for role in ROLES}
    for name in names:
        for role, actor in ROLES.items():
            nothing = [way for way, method in enumerate(METHODS) if not opens(name, way, roles[role])]
            came = {knock(street.world, street.clients[actor], METHODS[way], name).status_code for way in nothing}
            found[name] += [f"{actor} {status}" for status in sorted(came - {404})]
    return {name: ", ".join(answers) for name, answers in found.items() if answers}


def opens(name: str, way: int, actors: Iterable[str]) -> bool:
    return any(answer_for(name, way, actor) != "404" for actor in actors)


def is_of(street: Street, actor: str, role: str) -> bool:
    user = street.world.people[actor]
    return user is not None and user.role == role


def kinds_read(street: Street, line: str) -> str:
    """`line` as in `reads.py`. Read of a youth, that is."""
    method, name, _by, reader = line.split()
    kinds: set[str] = set()
    before = Entry.objects.latest("pk").pk

    def look() -> None:
        new = Entry.objects.reads().filter(pk__gt=before, youth__isnull=False)
        kinds.update(new.values_list("kind", flat=True))

    knock(street.world, street.clients[reader], method, name, look)
    return " ".join(sorted(kinds))


def row_of(street: Street, name: str) -> tuple[str, ...]:
    """What everybody is answered at this door, as in the table of doors."""
    clients = [street.clients[actor] for actor in ACTORS]
    return tuple(
        " ".join(str(knock(street.world, client, method, name).status_code) for client in clients) for method in METHODS
    )
