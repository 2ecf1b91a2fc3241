"""Two guardians, who came in with a code as everybody does: Amina's mother, and one who is asked to sign."""

from datetime import datetime
from typing import Any

from jobplaneten.demo.people import AMINA, HODAN, PASSWORD, RANA, Adult
from jobplaneten.demo.town import Town
from jobplaneten.families.actions import come_in, invite, mind, say
from jobplaneten.families.models import Guardianship
from jobplaneten.placements.models import Placement, PlacementStatus
from youth.models import Youth

PAPER: dict[str, Any] = {"relation": "mother", "way": "paper", "language": "da", "phone": "", "lives_with": True}


def bring_families(town: Town) -> None:
    now = town.at(8, "18:00")
    hodan = bring(Youth.objects.get(user__login=AMINA.login), HODAN, now)
    for scope in ("digital", "matching"):
        say(hodan, word="yes", scope=scope, by=hodan.guardian, now=now)
    child = with_a_new_job(town)
    bring(child, Adult(RANA.login, f"{RANA.name} {child.last_name}", ()), town.at(1, "18:00"))
    mind(town.at(0, "00:30"))


def with_a_new_job(town: Town) -> Youth:
    """A child whose papers are open; were there none today, another of the programme's children."""
    papers = Placement.objects.filter(status=PlacementStatus.PAPERS).select_related("youth").order_by("pk")
    inside = Youth.objects.active().exclude(user__login=AMINA.login).order_by("pk")
    found = [*(placement.youth for placement in papers), *inside]
    return next(youth for youth in found if youth.age_on(town.today) < 18)


def bring(youth: Youth, person: Adult, now: datetime) -> Guardianship:
    invitation, _code = invite(youth, **PAPER, by=youth.mentor, now=now)
    return come_in(invitation, name=person.name, login=person.login, password=PASSWORD, now=now)
