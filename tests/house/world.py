"""A small world with one of each thing, and everybody who may knock on a door of it."""

from dataclasses import dataclass
from typing import Any

from employers.models import EmployerContact, Post
from jobplaneten.accounts.models import Area, Role, Step, User
from jobplaneten.placements.models import Placement
from matching.models import CandidateCard, Match, MatchStatus, Run
from tests.factories import (
    NOW,
    TODAY,
    AreaFactory,
    EmployerContactFactory,
    EmployerFactory,
    PostFactory,
    UserFactory,
    YouthFactory,
)
from youth.models import Youth

ACTORS = (
    "anonymous",
    "waiting",  # a youth whom nobody has let in yet
    "amina",  # the youth whom everything is about
    "other",  # another youth with the same mentor
    "bo",  # her mentor
    "carla",  # a mentor of another area
    "dorte",  # the coordinator of her area
    "far",  # a coordinator of another area
    "elin",  # the employer of the post
    "rival",  # another vetted employer
    "unvetted",  # an employer whom nobody has vetted yet
)


@dataclass
class World:
    people: dict[str, User | None]
    amina: Youth
    waiting: Youth
    post: Post
    draft: Post
    match: Match
    offered: Match
    card: CandidateCard
    placement: Placement
    run: Run
    contact: EmployerContact
    area: Area
    step: Step

    def kwargs(self, url: str) -> dict[str, Any]:
        """What a URL of this name needs to point at Amina's things."""
        key, known = KEYS.get(url, (None, None))
        if key is None or known is None:
            return {}
        return {key: known(self)}


KEYS: dict[str, tuple[str, Any]] = {}


def points_at(key: str, *urls: str) -> Any:
    def register(find: Any) -> Any:
        KEYS.update({url: (key, find) for url in urls})
        return find

    return register


def build() -> World:
    area, away = AreaFactory(), AreaFactory(name="En helt anden by")
    bo = UserFactory(role=Role.MENTOR, name="Bo", areas=[area])
    amina = YouthFactory(area=area, mentor=bo, guardian_says_yes=True)
    waiting = YouthFactory(area=area, is_waiting=True, first_name="Wafa", user__name="Wafa")
    other = YouthFactory(area=area, mentor=bo, guardian_says_yes=True, first_name="Ole", user__name="Ole")
    contact, rival = EmployerContactFactory(), EmployerContactFactory()
    unvetted = EmployerContactFactory(employer=EmployerFactory(is_applied=True))
    people = {
        "anonymous": None,
        "waiting": waiting.user,
        "amina": amina.user,
        "other": other.user,
        "bo": bo,
        "carla": UserFactory(role=Role.MENTOR, name="Carla", areas=[away]),
        "dorte": UserFactory(role=Role.COORDINATOR, name="Dorte", areas=[area]),
        "far": UserFactory(role=Role.COORDINATOR, name="Fie", areas=[away]),
        "elin": contact.user,
        "rival": rival.user,
        "unvetted": unvetted.user,
    }
    things = things_about(amina, contact)
    return World(people=people, amina=amina, waiting=waiting, contact=contact, area=area, **things)


def things_about(amina: Youth, contact: EmployerContact) -> dict[str, Any]:
    post = PostFactory(employer=contact.employer, seats=3)
    others = [PostFactory(employer=contact.employer, title=f"Job {n}") for n in range(3)]
    run = Run.objects.create(day=TODAY, requested_at=NOW, status="done", finished_at=NOW)
    chances = {"run": run, "youth": amina, "rank": 1, "want": 0.5, "take": 0.5, "score": 0.25, "changed_at": NOW}
    match = Match.objects.create(post=others[0], **chances)
    offered = Match.objects.create(post=others[1], status=MatchStatus.OFFERED, offered_at=NOW, **chances)
    released = Match.objects.create(post=post, status=MatchStatus.RELEASED, offered_at=NOW, **chances)
    card = CandidateCard.objects.create(
        match=released, post=post, first_name="Amina", age_group="13-14", released_at=NOW
    )
    return {
        "post": post,
        "draft": PostFactory(employer=contact.employer, is_draft=True, title="Kladden"),
        "match": match,
        "offered": offered,
        "card": card,
        "placement": Placement.objects.create(youth=amina, post=others[2], agreed_at=NOW, first_name="Amina"),
        "run": run,
        "step": Step.objects.upwards().first(),
    }
