"""What `str()` gives ends in logs and error pages: it must never hold a person."""

import pytest
from django.db import models

from employers.models import ColleagueInvitation, EmployerContact
from jobplaneten.accounts.models import User
from jobplaneten.families.models import Guardian, Guardianship, Invitation, Question
from jobplaneten.following.models import Assessment, FollowUp, JournalEntry, NearMiss
from jobplaneten.messaging.actions import tell
from jobplaneten.messaging.models import BellText, LooseMail, RingWish, TextMessage
from jobplaneten.placements.models import PaperTick, Placement
from jobplaneten.shifts.models import CalendarLink, RosterShift, Tap, WorkedHours
from jobplaneten.steps.models import LearntPaper, StepProposal, StepTalk
from jobplaneten.talking.models import Remark, RemarkReport
from jobplaneten.trail.actions import record
from matching.models import (
    AnswerSetting,
    CandidateCard,
    Decision,
    Hiding,
    Match,
    MatchStop,
    NightRecord,
    NightSetting,
    Run,
    WaitingPlace,
    YouthNight,
)
from tests.factories import NOW, TODAY, FreeTimeFactory, PostFactory, YouthSkillFactory
from youth.models import BlockedTime, ProfileDraft, StandIn, StepChange, Youth

CANARIES = ("Amina", "Hussein", "Kanarie", "2012-04-03", "Prøveparken", "kanarie")


def everything_about(youth: Youth, bo: User) -> list[models.Model]:
    post = PostFactory()
    run = Run.objects.create(day=TODAY, requested_at=NOW)
    match = Match.objects.create(
        run=run, youth=youth, post=post, rank=1, want=0.5, take=0.5, score=0.25, changed_at=NOW, line="Kanarie"
    )
    card = CandidateCard.objects.create(
        match=match, post=post, first_name="Amina", age_group="13-14", released_at=NOW, line="Kanarie"
    )
    placement = Placement.objects.create(youth=youth, post=post, agreed_at=NOW, first_name="Amina")
    change = {"from_step": 1, "to_step": 2, "evidence": "Kanarie", "reason": "Kanarie", "by": bo, "at": NOW}
    return [
        youth,
        youth.user,
        *youth.guardian_words.all(),
        YouthSkillFactory(youth=youth),
        FreeTimeFactory(youth=youth),
        BlockedTime(youth=youth, weekday=1, starts=60, ends=120),
        ProfileDraft(youth=youth, page="about", content={"line": "Kanarie"}, saved_at=NOW),
        StepChange(youth=youth, move="up", **change),
        match,
        card,
        placement,
        PaperTick(placement=placement, paper="terms", by=bo, at=NOW),
        Decision(match=match, move="hold", by=bo, at=NOW),
        YouthNight(run=run, youth=youth),
        NightRecord(run=run, made_at=NOW),
        NightSetting(by=bo, at=NOW),
        Remark(youth=youth, by=bo, at=NOW, body="Kanarie"),
        RemarkReport(by=bo, at=NOW, evidence="Kanarie"),
        FollowUp(placement=placement, youth_line="Kanarie", employer_line="Kanarie"),
        JournalEntry(youth=youth, is_hard="Kanarie"),
        Assessment(youth=youth, words="Kanarie"),
        NearMiss(placement=placement, what="Kanarie"),
        LearntPaper(youth=youth, kind="cv"),
        StepTalk(youth=youth, agreed="Kanarie"),
        StepProposal(youth=youth, evidence="Kanarie"),
        StandIn(youth=youth, mentor=bo, by=bo, at=NOW),
        Hiding(youth=youth, by=bo, at=NOW),
        MatchStop(reason="Kanarie", begun_by=bo, began_at=NOW),
        AnswerSetting(by=bo, at=NOW),
        WaitingPlace(youth=youth, since=NOW),
        EmployerContact(user=bo),
        ColleagueInvitation(email="kanarie@example.invalid"),
        LooseMail(email="kanarie@example.invalid", body="Kanarie"),
        Guardian(user=bo),
        Guardianship(youth=youth, guardian=bo),
        Invitation(youth=youth, phone="kanarie"),
        Question(placement=placement),
        RosterShift(placement=placement, day=TODAY, starts=1, ends=2),
        Tap(kind="sick"),
        WorkedHours(starts=1, ends=2, words="Kanarie"),
        CalendarLink(person=bo, digest="kanarie"),
        RingWish(person=bo, bounced_email="kanarie@example.invalid"),
        BellText(by=bo, at=NOW, body="Kanarie"),
        TextMessage(phone="kanarie", body="Kanarie"),
        tell(youth.user, "Kanarie", "Kanarie", path="/", now=NOW),
        record("read", youth, by=bo, now=NOW, youth=youth.pk),
    ]


@pytest.mark.django_db
def test_no_thing_is_called_by_a_person_s_name(amina: Youth, bo: User) -> None:
    for thing in everything_about(amina, bo):
        assert not [canary for canary in CANARIES if canary in f"{thing} {thing!r}"], type(thing)
