"""Rows that differ in what decides who may see them, beside those of `world.py`."""

from datetime import timedelta
from typing import Any

from employers.models import EmployerContact, EmployerStatus, Standing
from jobplaneten.accounts.models import Role, TermsAcceptance, User
from jobplaneten.families.models import Guardianship
from jobplaneten.following.models import Assessment, FollowPoint, FollowUp, JournalEntry
from jobplaneten.keeping.models import UnusualReading
from jobplaneten.keepsakes.models import Recommendation
from jobplaneten.messaging.models import Message
from jobplaneten.placements.models import Placement
from jobplaneten.steps.models import StepProposal
from jobplaneten.talking.models import Remark
from matching.models import CandidateCard, Match, MatchStop, NightSetting, WaitingPlace
from tests.factories import NOW, TODAY, EmployerContactFactory, EmployerFactory, PostFactory, UserFactory, YouthFactory
from tests.house.world import World
from youth.models import Protected, StandIn, Worry, YouthStatus

Row = Any


def more_people(world: World) -> dict[str, User]:
    """Who is one thing more, or one thing less, than somebody in the world."""
    near = UserFactory(role=Role.MENTOR, name="Nete", areas=[world.area])
    days = {"from_on": TODAY, "until_on": TODAY, "by": world.mentor, "at": NOW}
    standing_in = UserFactory(role=Role.MENTOR, name="Sten", areas=[world.area])
    StandIn.objects.create(youth=world.amina, mentor=standing_in, **days)
    called_back = UserFactory(role=Role.MENTOR, name="Kaj", areas=[world.area])
    StandIn.objects.create(youth=world.amina, mentor=called_back, ended_at=NOW, **days)
    asked = EmployerContactFactory(employer=world.employer, standing=Standing.OUT)
    by_text = {"login": "+4520304050", "takes_codes": True}
    return {
        "near": near,
        "standing_in": standing_in,
        "called_back": called_back,
        "out": asked.user,
        "texting": YouthFactory(
            area=world.area, mentor=world.mentor, user__phone="", **{f"user__{k}": v for k, v in by_text.items()}
        ).user,
        "texting_mentor": UserFactory(role=Role.MENTOR, **by_text | {"login": "+4520304051"}),
    }


def rows(world: World) -> dict[str, Row]:
    mine = {name: row for name, row in vars(world).items() if hasattr(row, "_meta")}
    mine |= {"elins_contact": EmployerContact.objects.get(user=world.people["elin"])}
    return mine | of_the_youths(world) | of_the_job(world) | of_the_posts(world) | of_the_house(world)


def of_the_youths(world: World) -> dict[str, Row]:
    area, bo = world.area, world.mentor
    family = Guardianship.objects.order_by("pk")
    closed = YouthFactory(area=area, mentor=bo, status=YouthStatus.CLOSED)
    told = {"relation": "mother", "began_at": NOW, "known_by": bo, "guardian": world.guardianship.guardian}
    return {
        "other_youth": YouthFactory(area=area, mentor=bo),
        "waiting_protected": YouthFactory(area=area, is_waiting=True, protected=Protected.YES),
        "waiting_unasked": YouthFactory(area=area, is_waiting=True, protected=Protected.UNKNOWN),
        "forgotten_youth": YouthFactory(area=area, mentor=None, status=YouthStatus.FORGOTTEN),
        "closed_youth": closed,
        "closed_guardianship": Guardianship.objects.create(youth=closed, **told),
        "ended_guardianship": family[2],
        "worry": Worry.objects.create(youth=world.amina, by=bo, on=TODAY),
        "journal_kept": JournalEntry.objects.get(),
        "journal_shared": JournalEntry.objects.create(youth=world.amina, is_shared=True, by=bo, at=NOW),
    }


def of_the_job(world: World) -> dict[str, Row]:
    people: dict[str, Any] = dict(world.people)
    job, bo, elin = world.placement, world.mentor, people["elin"]
    assessed: dict[str, Any] = {"youth": world.amina, "placement": job, "levels": {}, "by": bo, "at": NOW}
    between: dict[str, Any] = {"youth": world.amina, "post": job.post, "body": "Hej", "at": NOW}
    point = FollowPoint.objects.exclude(pk=world.follow_point.pk).earliest("pk")
    asked: dict[str, Any] = {"asks_youth": True, "asks_employer": False, "asks_mentor": True, "asked_at": NOW}
    other_job = Placement.objects.create(youth=world.amina, post=PostFactory(), agreed_at=NOW, first_name="Amina")
    praise: dict[str, Any] = {"did": "Hylder", "good": "Smil", "by": elin, "at": NOW}
    return {
        "job_elsewhere": other_job,
        "job_ended": job_of(world, status="ended", last_day_on=TODAY),
        "job_started": job_of(world, status="started", started_at=NOW, first_day_on=TODAY - timedelta(days=9)),
        "assessment_shown": Assessment.objects.create(voice="workplace", shown_at=NOW, **assessed),
        "assessment_own": Assessment.objects.create(voice="youth", **assessed),
        "assessment_mentor": Assessment.objects.create(voice="mentor", **assessed),
        "remark_held": Remark.objects.create(by=elin, side="employer", status="held", **between),
        "remark_held_youth": Remark.objects.create(by=world.amina.user, side="youth", status="held", **between),
        "follow_up_not_theirs": FollowUp.objects.create(placement=job, point=point, due_on=TODAY, **asked),
        "praise_unread": Recommendation.objects.create(placement=job, **praise),
        "praise_read": Recommendation.objects.create(placement=other_job, status="read", **praise),
    }


def of_the_posts(world: World) -> dict[str, Row]:
    chances: dict[str, Any] = {
        "run": world.run,
        "youth": world.amina,
        "rank": 1,
        "want": 0.5,
        "take": 0.5,
        "score": 0.25,
    }

    def released(post: Any, **more: Any) -> Match:
        said = chances | {"status": "released", "offered_at": NOW, "changed_at": NOW} | more
        return Match.objects.create(post=post, **said)

    def card(match: Match, **more: Any) -> CandidateCard:
        shown = {"first_name": "Amina", "age_group": "13-14", "released_at": NOW} | more
        return CandidateCard.objects.create(match=match, post=match.post, **shown)

    def of(**more: Any) -> Any:
        return PostFactory(employer=world.employer, **more)

    unread = of(title="Ulæst")
    type(unread).objects.filter(pk=unread.pk).update(opened_at=None)
    changed, filled = of(opened_at=NOW + timedelta(hours=1)), of(status="filled")
    protected = YouthFactory(area=world.area, mentor=world.mentor, protected=Protected.YES)
    paused = YouthFactory(area=world.area, mentor=world.mentor, is_paused=True)
    lapsed = PostFactory(employer=EmployerContact.objects.get(user=world.people["lapsed"]).employer)
    return {
        "job_at_lapsed": Placement.objects.create(youth=world.amina, post=lapsed, agreed_at=NOW, first_name="Amina"),
        "card_at_lapsed": card(released(lapsed)),
        "post_filled": filled,
        "post_closed": of(status="closed"),
        "match_of_unread_post": released(unread),
        "match_not_asked": released(of(), status="proposed", offered_at=None),
        "card_of_changed_post": card(released(changed)),
        "card_of_filled_post": card(released(filled)),
        "card_of_answered": card(released(of(), status="withdrawn")),
        "card_taken_back": card(released(of()), taken_back_at=NOW),
        "card_protected": card(released(of(), youth=protected)),
        "card_vouched_for": card(released(of(), youth=protected, vouched_by=world.people["dorte"], vouched_at=NOW)),
        "card_paused": card(released(of(), youth=paused)),
        "waiting_place": WaitingPlace.objects.create(youth=world.amina, post=world.post, since=NOW),
    }


def of_the_house(world: World) -> dict[str, Row]:
    people: dict[str, Any] = dict(world.people)
    dorte, elin = people["dorte"], people["elin"]
    yes = {"version": 99, "at": NOW}
    read = UnusualReading.objects.create(reader=dorte, hours=1, youths=90, usual=12, at=NOW)
    read.areas.add(world.area)
    step = {"from_step": 1, "to_step": 2, "evidence": "Møder", "reason": "Flot"}
    proposed = StepProposal.objects.create(youth=world.amina, status="confirmed", **step, by=people["carla"], at=NOW)
    return {
        "reading_by_dorte": read,
        "proposal_by_carla": proposed,
        "employer_expired": EmployerFactory(status=EmployerStatus.EXPIRED),
        "mail_to_bo": Message.objects.filter(to=world.mentor).first(),
        "night_setting": NightSetting.objects.create(by=dorte, at=NOW),
        "match_stop": MatchStop.objects.create(reason="Ferie", began_at=NOW, begun_by=dorte),
        "terms_of_elin": TermsAcceptance.objects.create(user=elin, role="employer", **yes),
        "terms_of_amina": TermsAcceptance.objects.create(user=world.amina.user, role="youth", **yes),
        "bo_himself": world.mentor,
        "carla_herself": world.people["carla"],
        "dorte_herself": dorte,
    }


def job_of(world: World, **more: Any) -> Placement:
    post = PostFactory(employer=world.employer)
    return Placement.objects.create(youth=world.amina, post=post, agreed_at=NOW, first_name="Amina", **more)
