"""Marks in everything that a youth is known by, so that any page or answer can be asked what it tells and of whom."""

from typing import NamedTuple

from jobplaneten.accounts.models import User
from jobplaneten.schools.models import School
from jobplaneten.trail.models import Entry
from matching.models import Match
from tests.factories import NOW, AreaFactory
from tests.house.world import World
from youth.models import Protected, Youth

AMINA, WAFA = "Kanarieamina", "Kanariewafa"
SURNAME, AREA, SCHOOL, WAY = "Kanarieefternavn", "Kanariekvarteret", "Kanarieskolen", "4711 min."
SECRETS = {SURNAME, AREA, SCHOOL, WAY}
"""What a protected name and address hides."""


class Answer(NamedTuple):
    status: int
    text: str
    read: set[int]


def plant(world: World, protected: str = Protected.YES) -> World:
    """Amina is protected, and nobody has been asked about who waits: that counts as much."""
    area, school = AreaFactory(name=AREA), School.objects.create(name=SCHOOL)
    for youth, name, answer in (
        (world.amina, AMINA, protected),
        (world.waiting, WAFA, Protected.NO if protected == Protected.NO else Protected.UNKNOWN),
    ):
        youth.first_name, youth.last_name, youth.shown_name, youth.user.name = name, SURNAME, name, name
        youth.area, youth.school, youth.protected = area, school, answer
        youth.save()
        youth.user.save()
    for actor in ("bo", "dorte"):
        person(world, actor).areas.add(area)
    for named in (world.card, world.placement):
        named.first_name = AMINA
        named.save()
    way = {"code": "travel", "figures": {"minutes": 4711, "mode": "bike"}}
    Match.objects.update(reasons={voice: [way] for voice in ("youth", "employer", "mentor")})
    Match.objects.exclude(pk=world.match.pk).update(vouched_by=person(world, "dorte"), vouched_at=NOW)
    return world


def person(world: World, actor: str) -> User:
    found = world.people[actor]
    assert found is not None
    return found


def read_by(user: User | None) -> set[int]:
    reads = Entry.objects.reads().filter(by=user, youth__isnull=False)
    return {int(entry.youth or 0) for entry in reads}


def wrong_with(answer: Answer, actor: str, world: World) -> list[str]:
    """What is told though it is hidden, and whom the actor has read about without a line in the trail."""
    own = {"amina": world.amina, "waiting": world.waiting}.get(actor)
    if own:
        others = [named(youth) for youth in (world.amina, world.waiting) if youth != own]
        return [f"tells {name}" for name in others if name in answer.text]
    hidden = sorted(f"tells {secret}" for secret in SECRETS if secret in answer.text)
    unread = [
        f"no line for {named(youth)}"
        for youth in (world.amina, world.waiting)
        if named(youth) in answer.text and youth.pk not in answer.read
    ]
    return hidden + unread


def named(youth: Youth) -> str:
    return youth.first_name
