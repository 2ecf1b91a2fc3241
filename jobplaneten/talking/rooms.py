"""Who may talk with whom about which job: a card that is out opens for set phrases, a job that runs for own words."""

from dataclasses import dataclass
from typing import Any

from employers.models import Post
from jobplaneten.placements.models import Placement, PlacementQuerySet
from jobplaneten.talking.models import Side
from matching.models import CandidateCard, MatchStatus
from matching.models.cards import CandidateCardQuerySet
from youth.disclosure import name_of
from youth.models import Youth, YouthStatus


@dataclass(frozen=True, slots=True)
class Room:
    """`own_words` once there is a job; before that set phrases only."""

    youth: Youth
    post: Post
    first_name: str
    own_words: bool

    def name_for(self, user: Any) -> str:
        """Whom the reader talks with, or of whom it is told."""
        if user.is_youth:
            return self.post.employer.name if self.post.employer else ""
        return self.first_name if user.is_employer else name_of(self.youth)


def cards_for(user: Any) -> CandidateCardQuerySet:
    """Cards at which somebody may talk: the employer sees the card, the youth has said yes, staff see the youth."""
    rows = CandidateCard.objects.out().filter(match__status=MatchStatus.RELEASED)
    if user.is_employer:
        return CandidateCard.objects.visible_to(user)
    if user.is_youth:
        return rows.filter(match__youth__user=user, match__youth__status=YouthStatus.ACTIVE)
    return rows.filter(match__youth__in=Youth.objects.visible_to(user)) if user.is_staff else rows.none()


def jobs_for(user: Any) -> PlacementQuerySet:
    return Placement.objects.visible_to(user).running()


def of_card(card: CandidateCard) -> Room:
    return Room(card.match.youth, card.post, card.first_name, own_words=False)


def of_job(job: Placement) -> Room:
    return Room(job.youth, job.post, job.first_name, own_words=True)


def side_of(user: Any) -> Side:
    if user.is_youth:
        return Side.YOUTH
    return Side.EMPLOYER if user.is_employer else Side.STAFF
