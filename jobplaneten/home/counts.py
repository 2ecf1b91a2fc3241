"""How much waits for whom: the numbers behind the front pages and the menu. A handful of queries each."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from employers.models import BadJobReport, Employer, Post, PostStatus
from jobplaneten.following.models import FollowUp, NearMiss
from jobplaneten.keeping.models import UnusualReading
from jobplaneten.keepsakes.models import Recommendation, RecommendationStatus
from jobplaneten.messaging.models import Message
from jobplaneten.placements.models import Placement, PlacementStatus
from jobplaneten.searching.models import Favourite
from jobplaneten.shifts.models import HoursState, WorkedHours
from jobplaneten.steps.models import StepProposal
from jobplaneten.talking.models import Remark, RemarkReport
from matching.models import CandidateCard, Match, MatchStatus
from matching.promises import end_of
from matching.when import local_day
from youth.models import Youth
from youth.permissions import guardian_stop

A_DAY, A_WEEK = timedelta(days=1), timedelta(weeks=1)


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
    held: int
    wishes: int
    recommendations: list[int]

    @classmethod
    def of(cls, user: Any, today: date) -> "MentorCounts":
        own = list(Youth.objects.active().filter(mentor=user).prefetch_related("guardian_words"))
        placements = list(Placement.objects.visible_to(user).running().values_list("status", flat=True))
        follow_ups = FollowUp.objects.visible_to(user)
        to_read = Recommendation.objects.visible_to(user).filter(status=RecommendationStatus.WRITTEN)
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
            held=Remark.objects.visible_to(user).held().count(),
            wishes=Favourite.objects.visible_to(user).asked_for().count(),
            recommendations=list(to_read.order_by("at").values_list("placement", flat=True)),
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
    reports: int
    words: int
    late_answers: int
    steps: int
    waiting_long: int

    @classmethod
    def of(cls, user: Any, now: datetime) -> "CoordinatorCounts":
        waiting = Youth.objects.visible_to(user).waiting()
        late = Match.objects.visible_to(user).filter(
            status=MatchStatus.RELEASED, answer_by__lte=end_of(local_day(now) + A_DAY)
        )
        return cls(
            employers=Employer.objects.to_vet().count(),
            posts=Post.objects.to_review().count(),
            imported=Post.objects.imported_drafts().count(),
            waiting=waiting.count(),
            running=Placement.objects.visible_to(user).running().count(),
            given_up=Message.objects.given_up().count(),
            readings=UnusualReading.objects.visible_to(user).open().count(),
            near_misses=NearMiss.objects.visible_to(user).open().count(),
            reports=BadJobReport.objects.visible_to(user).open().count(),
            words=RemarkReport.objects.visible_to(user).open().count(),
            late_answers=late.values("post__employer").distinct().count(),
            steps=StepProposal.objects.visible_to(user).waiting().exclude(by=user).count(),
            waiting_long=waiting.filter(asked_at__lte=now - A_WEEK).count(),
        )


@dataclass(frozen=True, slots=True)
class EmployerCounts:
    candidates: int
    open: int
    submitted: int
    papers: int
    started: int
    follow_ups: int
    hours: list[int]

    @classmethod
    def of(cls, user: Any) -> "EmployerCounts":
        posts = list(Post.objects.visible_to(user).values_list("status", flat=True))
        placements = list(Placement.objects.visible_to(user).running().values_list("status", flat=True))
        hours = WorkedHours.objects.filter(shift__placement__in=Placement.objects.visible_to(user))
        hours = hours.filter(state=HoursState.PUT_IN, is_from_youth=True)
        return cls(
            candidates=CandidateCard.objects.visible_to(user).count(),
            open=posts.count(PostStatus.OPEN),
            submitted=posts.count(PostStatus.SUBMITTED),
            papers=placements.count(PlacementStatus.PAPERS),
            started=placements.count(PlacementStatus.STARTED),
            follow_ups=FollowUp.objects.visible_to(user).for_the_employer().count(),
            hours=list(hours.order_by("put_in_at").values_list("shift", flat=True)),
        )


def to_review() -> int:
    return Employer.objects.to_vet().count() + Post.objects.to_review().count()
