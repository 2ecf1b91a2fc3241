"""Terms of a few jobs: some that everybody has agreed to, and one that waits for its yeses."""

from jobplaneten.demo.keepsakes import bring_keepsakes
from jobplaneten.demo.town import Town
from jobplaneten.placements.actions import agree, write_terms
from jobplaneten.placements.contract import first_terms
from jobplaneten.placements.models import Placement, PlacementStatus, Side, Terms

AGREED = 4


def bring_papers(town: Town) -> None:
    write_contracts(town)
    bring_keepsakes(town)


def write_contracts(town: Town) -> None:
    jobs = Placement.objects.select_related("youth__user", "youth__mentor", "post__employer").order_by("pk")
    for placement in jobs.filter(status=PlacementStatus.STARTED, first_day_on__lt=town.today)[:AGREED]:
        agree_all(town, placement, write(town, placement))
    waiting = jobs.filter(status=PlacementStatus.PAPERS).last()
    if waiting:
        write(town, waiting)


def write(town: Town, placement: Placement) -> Terms:
    now = town.at(2, "11:00")
    said = first_terms(placement, placement.first_day_on or town.today)
    return write_terms(placement, said=said, by=town.contact_of(placement.post), now=now)


def agree_all(town: Town, placement: Placement, terms: Terms) -> None:
    """The guardian signs on paper, and the mentor writes it down."""
    now, mentor = town.at(2, "16:00"), placement.youth.mentor
    agree(placement, side=Side.YOUTH, digest=terms.digest, by=placement.youth.user, now=now)
    agree(placement, side=Side.EMPLOYER, digest=terms.digest, by=town.contact_of(placement.post), now=now)
    if placement.youth.age_on(town.today) < 18:
        agree(placement, side=Side.GUARDIAN, digest=terms.digest, why="paper", by=mentor, now=now)
