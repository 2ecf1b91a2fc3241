"""People of another town: what they see is the same whether or not Amina is there."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.test import Client
from django.urls import reverse

from jobplaneten.accounts.models import Role, User
from jobplaneten.api import router
from jobplaneten.keeping.models import UnusualReading
from jobplaneten.placements.models import Placement
from matching.models import CandidateCard, Match
from tests.factories import AreaFactory, EmployerContactFactory, UserFactory, YouthFactory
from tests.house.doors import DOORS
from tests.house.world import KEYS, World, family_of
from youth.models import Youth

OF_THE_REQUEST = re.compile(r'csrf\w*"? ?\W+(?:value|content)="\w+"|nonce-[\w=+/-]+|nonce="[^"]+"|"X-CSRFToken": "\w+"')
"""What no two answers have in common."""
LISTS = sorted(name for name in DOORS if name not in KEYS)
API_URLS: list[Any] = router.urls
API_LISTS = sorted({url.name for url in API_URLS if url.name.endswith("-list") and not url.pattern.regex.groups})


def come() -> dict[str, User]:
    """Everybody whom Amina's life is no business of."""
    away = AreaFactory(name="Et helt andet sted")
    people: dict[str, User | None] = {
        "mentor": UserFactory(role=Role.MENTOR, areas=[away]),
        "coordinator": UserFactory(role=Role.COORDINATOR, areas=[away]),
        "employer": EmployerContactFactory().user,
    }
    youth = YouthFactory(area=away, mentor=people["mentor"], guardian_says_yes=True, first_name="Ida")
    family_of(youth, youth.mentor, people, "guardian")
    return {who: user for who, user in people.items() if user} | {"youth": youth.user}


@contextmanager
def without_amina(world: World) -> Iterator[None]:
    """Her life, and that of every other youth of her part of the town, has never been."""
    with transaction.atomic():
        CandidateCard.objects.filter(match__youth__area=world.area).delete()
        for model in (Match, Placement):
            model.objects.filter(youth__area=world.area).delete()
        Youth.objects.filter(area=world.area).delete()
        UnusualReading.objects.all().delete()
        yield
        transaction.set_rollback(True)


class Strangers:
    def __init__(self) -> None:
        people = come()
        self.clients = {who: Client(raise_request_exception=False) for who in people}
        for who, user in people.items():
            self.clients[who].force_login(user)

    def see(self, who: str, name: str) -> str:
        """A page or a list, without what is of this one request."""
        address = reverse(f"api:{name}" if name in API_LISTS else name)
        with transaction.atomic():
            answer: Any = self.clients[who].get(address)
            text = "" if answer.streaming else answer.content.decode("utf-8", "replace")
            transaction.set_rollback(True)
        return f"{answer.status_code} {OF_THE_REQUEST.sub('', text)}"
