"""A few words that workplaces have written about youths, one of them still to be read by the mentor."""

from jobplaneten.demo.town import Town
from jobplaneten.keepsakes.actions import read_first, recommend, show
from jobplaneten.placements.models import Placement, PlacementStatus

WORDS = {
    "did": "Har hjulpet til på faste vagter og lært alle opgaverne på få uger.",
    "good": "Møder til tiden, siger til, når noget er nyt, og er god ved dem, der kommer.",
    "wish": "Vi ansætter gerne igen.",
}


def bring_keepsakes(town: Town) -> None:
    jobs = Placement.objects.select_related("youth__user", "youth__mentor", "post__employer").order_by("pk")
    begun = list(jobs.filter(status=PlacementStatus.STARTED, first_day_on__lt=town.today)[:3])
    for number, placement in enumerate(begun):
        recommend(placement, **WORDS, by=town.contact_of(placement.post), now=town.at(2, "12:00"))
        if number:
            continue
        read_first(placement, back_why="", by=placement.youth.mentor, now=town.at(1, "10:00"))
        shown = {"shows_place": True, "shows_period": True, "shows_hours": False}
        show(placement, shown, by=placement.youth.user, now=town.at(1, "17:00"))
