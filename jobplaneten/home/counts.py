"""How much waits for whom: the numbers behind the front pages and the menu. A handful of queries each."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from employers.models import Employer, Post, PostStatus
from jobplaneten.following.models import FollowUp, NearMiss
from jobplaneten.keeping.models import UnusualReading
from jobplaneten.messaging.models import Message
from jobplaneten.placements.models import Placement, PlacementStatus
from matching.models import CandidateCard, Match
from youth.models import Youth
from youth.permissions import guardian_stop


@dataclass(frozen=True, slots=True)
class MentorCounts:
    waiting: int
    proposals: int
    guardians: int
    papers: int
    started: int
    youths: int
    near_misses: int
    worried: int
    late: int

    @classmethod
    def of(cls, user: Any, today: date) -> "MentorCounts":
        own = list(Youth.objects.active().filter(mentor=user).prefetch_related("guardian_words"))
        placements = list(Placement.objects.visible_to(user).running().values_list("status", flat=True))
        follow_ups = FollowUp.objects.visible_to(user)
        return cls(
            waiting=Youth.objects.visible_to(user).waiting().count(),
            proposals=Match.objects.visible_to(user).for_the_mentor().count(),
            guardians=sum(bool(guardian_stop(youth, today, list(youth.guardian_words.all()))) for youth in own),
            papers=placements.count(PlacementStatus.PAPERS),
            started=placements.count(PlacementStatus.STARTED),
            youths=len(own),
            near_misses=NearMiss.objects.visible_to(user).open().count(),
            worried=follow_ups.worried().count(),
            late=follow_ups.late(today).count(),
        )


@dataclass(frozen=True, slots=True)
class CoordinatorCounts:
    employers: int
    posts: int
    imported: int
    waiting: int
    running: int
    given_up: int
    readings: int
    near_misses: int

    @classmethod
    def of(cls, user: Any) -> "CoordinatorCounts":
        return cls(
            employers=Employer.objects.to_vet().count(),
            posts=Post.objects.to_review().count(),
            imported=Post.objects.imported_drafts().count(),
            waiting=Youth.objects.visible_to(user).waiting().count(),
            running=Placement.objects.visible_to(user).running().count(),
            given_up=Message.objects.given_up().count(),
            readings=UnusualReading.objects.visible_to(user).open().count(),
            near_misses=NearMiss.objects.visible_to(user).open().count(),
        )


@dataclass(frozen=True, slots=True)
class EmployerCounts:
    candidates: int
    open: int
    submitted: int
    papers: int
    started: int
    follow_ups: int

    @classmethod
    def of(cls, user: Any) -> "EmployerCounts":
        posts = list(Post.objects.visible_to(user).values_list("status", flat=True))
        placements = list(Placement.objects.visible_to(user).running().values_list("status", flat=True))
        return cls(
            candidates=CandidateCard.objects.visible_to(user).count(),
            open=posts.count(PostStatus.OPEN),
            submitted=posts.count(PostStatus.SUBMITTED),
            papers=placements.count(PlacementStatus.PAPERS),
            started=placements.count(PlacementStatus.STARTED),
            follow_ups=FollowUp.objects.visible_to(user).for_the_employer().count(),
        )


def to_review() -> int:
    return Employer.objects.to_vet().count() + Post.objects.to_review().count()
