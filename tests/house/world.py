"""A small world with one of each thing, and everybody who may knock on a door of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib.auth.hashers import make_password
from django.utils import timezone

from employers.models import (
    Agreement,
    BadJobReport,
    ColleagueInvitation,
    Employer,
    EmployerContact,
    Post,
    Standing,
    VettingCheck,
    WageRate,
)
from jobplaneten.accounts.models import Area, Role, User
from jobplaneten.families.models import Guardian, Guardianship, Invitation
from jobplaneten.families.models.invitations import VALID_FOR
from jobplaneten.following.models import Assessment, FollowPoint, FollowUp, JournalEntry, NearMiss
from jobplaneten.keeping.models import UnusualReading
from jobplaneten.messaging.actions import tell
from jobplaneten.messaging.bells import stop_link
from jobplaneten.messaging.models import Message
from jobplaneten.placements.actions import write_terms
from jobplaneten.placements.contract import first_terms
from jobplaneten.placements.models import Placement
from jobplaneten.rights.tokens import token_of
from jobplaneten.schools.models import ClosedDays, School
from jobplaneten.searching.models import Favourite, SavedSearch
from jobplaneten.shifts.actions.links import digest_of
from jobplaneten.shifts.models import CalendarLink, RosterShift
from jobplaneten.steps.models import StepProposal, StepTalk
from jobplaneten.talking.models import Remark, RemarkReport
from matching.engine.fairness import COVERAGE, YOUTH_YES, Count, Person, report
from matching.engine.night import Options
from matching.engine.record import NOTHING_HEARD, NOTHING_YET, Record, press
from matching.engine.weights import Scorer
from matching.models import CandidateCard, Hiding, Match, MatchStatus, ModelVersion, NightRecord, Run
from tests.factories import (
    NOW,
    TODAY,
    AreaFactory,
    EmployerContactFactory,
    EmployerFactory,
    PostFactory,
    UserFactory,
    VettingCheckFactory,
    WageRateFactory,
    YouthFactory,
)
from youth.models import StandIn, Youth, YouthInvitation

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
    "guardian",  # Amina's mother
    "stranger",  # the father of another youth
    "estranged",  # who was Amina's guardian once
)

LIKE = {
    "colleague": "elin",  # somebody whom Elin has asked in
    "left": "anonymous",  # a colleague whose access Elin has closed
    "former": "anonymous",  # who was Amina's mentor once, and whose door is closed
    "lapsed": "unvetted",  # vetted until yesterday; the clock has not been round yet
    "suspended": "unvetted",  # an employer whom a coordinator has shut out
    "root": "carla",  # who keeps the machine running
}
"""Actors who find each door as another finds it, but for what `doors.OTHERWISE` says."""
EVERYBODY = (*ACTORS, *LIKE)

EMPTY_NIGHT = Record(
    TODAY.isoformat(), "", "", (), (), NOTHING_HEARD, Scorer.written(), 0, Options(), {}, {}, NOTHING_YET
)


@dataclass
class World:
    people: dict[str, User | None]
    amina: Youth
    waiting: Youth
    post: Post
    draft: Post
    favourite: Favourite
    saved_search: SavedSearch
    match: Match
    offered: Match
    released: Match
    card: CandidateCard
    placement: Placement
    run: Run
    trial: Run
    new_model: ModelVersion
    old_model: ModelVersion
    employer: Employer
    check: VettingCheck
    report: BadJobReport
    reading: UnusualReading
    mentor: User
    area: Area
    notice: Message
    guardianship: Guardianship
    invitation: Invitation
    youth_invitation: YouthInvitation
    agreement: Agreement
    rate: WageRate
    contact: EmployerContact
    colleague_invitation: ColleagueInvitation
    school: School
    closed_days: ClosedDays
    hiding: Hiding
    remark: Remark
    remark_report: RemarkReport
    follow_up: FollowUp
    shift: RosterShift
    follow_point: FollowPoint
    near_miss: NearMiss
    stand_in: StandIn
    proposal: StepProposal
    assessment: Assessment

    def kwargs(self, url: str) -> dict[str, Any]:
        """What a URL of this name needs to point at Amina's things."""
        if url not in KEYS:
            return {}
        name, find = KEYS[url]
        return {name: find(self)} | MORE_KEYS.get(url, {})


def pk_of(thing: str) -> Callable[[World], int]:
    return lambda world: getattr(world, thing).pk


def whole(thing: str, room: str, *urls: str) -> dict[str, tuple[str, Callable[[World], Any]]]:
    return {f"{room}:{url}": ("pk", pk_of(thing)) for url in urls}


KEYS: dict[str, tuple[str, Callable[[World], Any]]] = {
    "keepsakes:checked": ("code", lambda world: "abcdefghjkmnpqrstuvw"),
    "keepsakes:diploma": ("pk", lambda world: 0),
    "youth:together": ("act", lambda world: "skriv"),
    "accounts:terms_of": ("whose", lambda world: "unge"),
    "accounts:step": ("number", lambda world: 1),
    "accounts:take_key_back": ("token_key", lambda world: "unknown"),
    "accounts:remove_passkey": ("pk", lambda world: 0),
    "home:privacy": ("who", lambda world: "unge"),
    "home:law_change": ("day", lambda world: "2027-03-01"),
    "matching:no_by_mail": ("pk", lambda world: world.card.pk),
    "messaging:stop": ("token", lambda world: stop_link(world.amina.user_id).rstrip("/").rpartition("/")[2]),
    "messaging:edit_words": ("channel", lambda world: "mail"),
    "shifts:feed": ("token", lambda world: CALENDAR_TOKEN),
    "families:feed": ("token", lambda world: FAMILY_CALENDAR_TOKEN),
    "families:open": ("token", lambda world: world.invitation.token),
    "employers:invited": ("token", lambda world: world.colleague_invitation.token),
    "employers:row_more": ("prefix", lambda world: "shifts"),
    "rights:card": ("slug", lambda world: "13-14"),
    "rights:job": ("token", lambda world: token_of(world.post.pk)),
    "rights:report": ("token", lambda world: token_of(world.post.pk)),
    "youth:invited": ("token", lambda world: world.youth_invitation.token),
    "youth:page": ("page", lambda world: "about"),
    "youth:draft": ("page", lambda world: "about"),
    **whole("area", "accounts", "area"),
    **whole("mentor", "accounts", "person", "person_close", "person_open", "person_password", "person_second"),
    **whole("employer", "employers", "employer", "employer_refuse", "check", "employer_password"),
    **whole("employer", "matching", "shut_out"),
    **whole("contact", "employers", "team_move"),
    **whole("contact", "employers", "team_hand_over"),
    **whole("colleague_invitation", "employers", "team_take_back"),
    **whole("check", "employers", "vetting"),
    **whole("report", "employers", "report_handled"),
    **whole("reading", "keeping", "reading_settled"),
    **whole("post", "employers", "post", "post_close", "post_edit", "post_open", "post_refuse", "post_rework"),
    **whole("draft", "employers", "post_submit"),
    **whole("agreement", "employers", "agreement", "agreement_edit", "rate_new"),
    **whole("school", "schools", "school", "school_edit"),
    **whole("closed_days", "schools", "days_remove"),
    **whole("rate", "employers", "rate", "rate_end", "rate_strike"),
    **whole("match", "matching", "approve", "hold", "proposal", "reject", "vouch"),
    **whole("offered", "matching", "accept", "decline", "offer", "take_back"),
    **whole("released", "matching", "line", "withdraw"),
    **whole("card", "matching", "candidate", "refuse", "take"),
    **whole("card", "talking", "at_card"),
    **whole("placement", "talking", "at_job"),
    **whole("remark", "talking", "settle", "report"),
    **whole("remark_report", "talking", "handled"),
    **whole("hiding", "matching", "hiding_end"),
    **whole("amina", "matching", "guardian_word", "hiding_of", "protection"),
    **whole("amina", "families", "invite"),
    **whole("guardianship", "families", "child", "say", "make_known", "end"),
    **whole("invitation", "families", "take_back"),
    **whole("placement", "families", "job", "sign", "stop", "terms_pdf"),
    **whole("follow_up", "following", "follow_up", "line", "show"),
    **whole("follow_point", "following", "point"),
    **whole("near_miss", "following", "near_miss_answered"),
    **whole("placement", "following", "job", "near_miss", "can_now"),
    **whole("assessment", "following", "show_assessment"),
    **whole("amina", "following", "journal"),
    **whole("shift", "shifts", "call_off", "hours", "missed", "move", "shift", "tap"),
    **whole("placement", "shifts", "add", "of_job"),
    **whole("run", "matching", "run", "run_fair"),
    **whole("trial", "matching", "trial", "trial_use"),
    **whole("new_model", "matching", "model_put_to_use"),
    **whole("old_model", "matching", "model_go_back"),
    **whole("notice", "messaging", "open_notice", "try_again"),
    **whole("placement", "placements", "cancel", "end", "find_new", "pause", "placement", "remind"),
    **whole("post", "searching", "job", "heart", "ask"),
    **whole("saved_search", "searching", "drop"),
    **whole("favourite", "searching", "answer"),
    **whole("amina", "searching", "jobs_for"),
    **whole("placement", "keepsakes", "certificate", "certificate_pdf", "read_first", "recommendation", "revoke"),
    **whole("placement", "placements", "agree", "expectations", "terms", "terms_edit", "terms_pdf"),
    **whole("placement", "placements", "resume", "start", "take_back", "tick"),
    **whole("amina", "youth", "allow_next", "hand_over", "new_password", "pause", "person", "resume", "step", "worry"),
    "steps:rule": ("step", lambda world: 1),
    **whole("amina", "steps", "assess", "confirm_learnt", "decide", "sheet", "talk", "youth"),
    **whole("proposal", "steps", "confirm", "send_back"),
    **whole("amina", "youth", "stand_in"),
    **whole("stand_in", "youth", "stand_in_end"),
    **whole("youth_invitation", "youth", "take_invitation_back"),
    **whole("waiting", "youth", "let_in", "turn_away"),
}

MORE_KEYS = {
    "matching:no_by_mail": {"token": "made-elsewhere"},
    "talking:settle": {"move": "stop"},
    "messaging:edit_words": {"language": "da"},
    "employers:team_move": {"move": "make_administrator"},
}


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
    things["remark"] = Remark.objects.create(
        youth=amina,
        post=things["placement"].post,
        by=contact.user,
        side="employer",
        body="Velkommen",
        status="shown",
        at=NOW,
    )
    things["remark_report"] = RemarkReport.objects.create(
        remark=things["remark"], by=amina.user, at=NOW, evidence="Velkommen"
    )
    things |= found_by(amina, things["post"])
    things |= follow(things["placement"], bo) | {"shift": roster(things["placement"])}
    things["contact"] = bring_more(people, contact, area)
    guardianship = family_of(amina, bo, people, "guardian", lives_with=True)
    mother = people["guardian"]
    CalendarLink.objects.create(person=mother, digest=digest_of(FAMILY_CALENDAR_TOKEN), made_at=NOW)
    family_of(other, bo, people, "stranger")
    family_of(amina, bo, people, "estranged", ended_at=NOW, ended_why="custody", ended_by=bo)
    things |= invitations(amina, bo)
    things["check"] = VettingCheckFactory(employer=unvetted.employer)
    things["reading"] = UnusualReading.objects.create(reader=bo, hours=1, youths=90, usual=12, at=NOW)
    things["reading"].areas.add(area)
    things["report"] = BadJobReport.objects.create(post=things["post"], wrong="pay", words="Kanarie", at=NOW)
    return World(people=people, amina=amina, waiting=waiting, mentor=bo, area=area, guardianship=guardianship, **things)


def follow(placement: Placement, bo: User) -> dict[str, Any]:
    """Two weeks in: she is not well, the workplace has answered, and Bo has written without sharing."""
    point = FollowPoint.objects.get(days=14)
    asked = {"asks_youth": True, "asks_employer": True, "asks_mentor": True}
    said = {"mood": "bad", "youth_at": NOW, "on_time": "yes", "listens": "yes", "thrives": "no", "employer_at": NOW}
    row = FollowUp.objects.create(placement=placement, point=point, due_on=TODAY, asked_at=NOW, **asked, **said)
    JournalEntry.objects.create(youth=placement.youth, follow_up=row, went_well="Smiler", by=bo, at=NOW)
    miss = NearMiss.objects.create(placement=placement, what="Glat gulv", at=NOW)
    said = {"placement": placement, "voice": "workplace", "levels": {"asks": 1}, "by": bo, "at": NOW}
    seen = {"assessment": Assessment.objects.create(youth=placement.youth, **said)}
    return {**seen, "follow_up": row, "follow_point": point, "near_miss": miss, **steps_of(placement.youth, bo)}


def steps_of(amina: Youth, bo: User) -> dict[str, Any]:
    """Bo has talked with her and means that she is ready; last week somebody stood in, and that is over."""
    StepTalk.objects.create(youth=amina, step=1, held_on=TODAY, agreed="Videre", by=bo, at=NOW)
    step = {"from_step": 1, "to_step": 2, "evidence": "Møder", "reason": "Flot"}
    bygone = {"from_on": TODAY - timedelta(days=9), "until_on": TODAY - timedelta(days=5)}
    return {
        "proposal": StepProposal.objects.create(youth=amina, **step, by=bo, at=NOW),
        "stand_in": StandIn.objects.create(youth=amina, mentor=bo, **bygone, by=bo, at=NOW),
    }


def found_by(amina: Youth, post: Post) -> dict[str, Any]:
    """A job that she has found and asked for, and what she waits for."""
    return {
        "favourite": Favourite.objects.create(youth=amina, post=post, saved_at=NOW, asked_at=NOW),
        "saved_search": SavedSearch.objects.create(youth=amina, made_at=NOW),
    }


def invitations(amina: Youth, bo: User) -> dict[str, Any]:
    now = timezone.now()
    same = {"code_digest": make_password("123456"), "made_by": bo, "made_at": now, "expires_at": now + VALID_FOR}
    of_youth = {name: value for name, value in same.items() if name != "made_by"}
    return {
        "invitation": Invitation.objects.create(
            youth=amina, relation="father", way="paper", token="abcdefghjkmn", **same
        ),
        "youth_invitation": YouthInvitation.objects.create(
            mentor=bo, area=amina.area, token="abcdefghjkmp", **of_youth
        ),
    }


CALENDAR_TOKEN = "abc" * 14
FAMILY_CALENDAR_TOKEN = "def" * 14


def roster(placement: Placement) -> RosterShift:
    """A shift tomorrow, and her own calendar of such."""
    user = placement.youth.user
    CalendarLink.objects.create(person=user, digest=digest_of(CALENDAR_TOKEN), made_at=NOW)
    return RosterShift.objects.create(placement=placement, day=TODAY + timedelta(days=1), starts=930, ends=1050)


def bring_more(people: dict[str, User | None], elin: EmployerContact, area: Area) -> EmployerContact:
    colleague = EmployerContactFactory(employer=elin.employer, standing=Standing.COLLEAGUE)
    left = EmployerContactFactory(employer=elin.employer, standing=Standing.OUT, user__is_active=False)
    yesterday = timezone.localdate() - timedelta(days=1)
    shut = {"status": "suspended", "status_reason": "Kanarie"}
    people |= {
        "colleague": colleague.user,
        "left": left.user,
        "former": UserFactory(role=Role.MENTOR, areas=[area], is_active=False),
        "lapsed": EmployerContactFactory(employer=EmployerFactory(vetted_until=yesterday)).user,
        "suspended": EmployerContactFactory(employer=EmployerFactory(**shut)).user,
        "root": UserFactory(role=Role.MENTOR, is_superuser=True),
    }
    return colleague


def family_of(youth: Youth, bo: User, people: dict[str, User | None], actor: str, **more: Any) -> Guardianship:
    person = UserFactory(role=Role.GUARDIAN, name=f"Kanarie {actor}")
    people[actor] = person
    Guardian.objects.create(user=person)
    standing = {"relation": "mother", "began_at": NOW, "known_by": bo}
    return Guardianship.objects.create(youth=youth, guardian=person, **standing, **more)


def things_about(amina: Youth, contact: EmployerContact) -> dict[str, Any]:
    post = PostFactory(employer=contact.employer, seats=3)
    others = [PostFactory(employer=contact.employer, title=f"Job {n}") for n in range(3)]
    # She works on Thursdays already: the hours of two jobs on one school day would be too many.
    others[2].shifts.update(weekday=3)
    run = Run.objects.create(
        day=TODAY, requested_at=NOW, status="done", finished_at=NOW, fairness=fairness_of_a_night(amina.area_id)
    )
    chances = {"run": run, "youth": amina, "rank": 1, "want": 0.5, "take": 0.5, "score": 0.25, "changed_at": NOW}
    rate = WageRateFactory()
    school = School.objects.create(name="Strandskolen")
    match = Match.objects.create(post=others[0], **chances)
    offered = Match.objects.create(post=others[1], status=MatchStatus.OFFERED, offered_at=NOW, **chances)
    released = Match.objects.create(post=post, status=MatchStatus.RELEASED, offered_at=NOW, **chances)
    card = CandidateCard.objects.create(
        match=released, post=post, first_name="Amina", age_group="13-14", released_at=NOW
    )
    return {
        "post": post,
        "colleague_invitation": ColleagueInvitation.objects.create(
            employer=contact.employer,
            by=contact,
            token="abcdefghjkmq",
            code_digest=make_password("123456"),
            made_at=timezone.now(),
            expires_at=timezone.now() + VALID_FOR,
        ),
        "draft": PostFactory(employer=contact.employer, is_draft=True, title="Kladden"),
        "match": match,
        "offered": offered,
        "card": card,
        "placement": job_with_terms(amina, others[2], contact),
        "run": run,
        "trial": trial_of(run),
        "new_model": ModelVersion.objects.create(version="new", status="offered", made_at=NOW),
        "old_model": ModelVersion.objects.create(
            version="old", status="retired", made_at=NOW, began_at=NOW, ended_at=NOW
        ),
        "released": released,
        "employer": contact.employer,
        "agreement": rate.agreement,
        "rate": rate,
        "school": school,
        "hiding": Hiding.objects.create(youth=amina, employer=EmployerFactory(), by=amina.user, at=NOW),
        "closed_days": ClosedDays.objects.create(school=school, first_on=TODAY, last_on=TODAY, name="Fri", at=NOW),
        "notice": tell(amina.user, "Nyt", "Der er nyt.", path="/", now=NOW),
    }


def job_with_terms(amina: Youth, post: Post, contact: EmployerContact) -> Placement:
    job = Placement.objects.create(youth=amina, post=post, agreed_at=NOW, first_name="Amina")
    write_terms(job, said=first_terms(job, TODAY), by=contact.user, now=NOW)
    return Placement.objects.get(pk=job.pk)


def fairness_of_a_night(area: int) -> dict[str, Any]:
    """A table and an alarm, made of youths who are not there."""
    lucky = Person({"area": area, "step": 1}, could=True, proposals=2, score=0.6, counts={COVERAGE: Count(1, 1)})
    others = Person({"area": area, "step": 2}, could=True, counts={COVERAGE: Count(0, 1), YOUTH_YES: Count(1, 2)})
    return {"days": 90, **report([lucky] * 30 + [others] * 30, ("area", "step"))}


def trial_of(run: Run) -> Run:
    """Of the night's change, counted, with groups and a crowded job; the record behind it holds nobody."""
    page, sha256 = press(EMPTY_NIGHT)
    NightRecord.objects.create(run=run, page=page, sha256=sha256, made_at=NOW)
    figures = {"proposed": 12, "youths": 9, "reached": 7, "could": 8, "coverage": 0.875, "posts": 5, "expected": 4.2}
    row = {"youths": 9, "then": 7, "now": 7, "gained": 1, "lost": 1}
    counts = {
        "then": figures,
        "now": figures | {"proposed": 8},
        "gained": 1,
        "lost": 1,
        "other_jobs": 2,
        "by_step": [{"group": 1, **row}],
        "by_area": [{"group": None, **row}],
        "crowded": [[Post.objects.earliest("pk").pk, 0.2, 0.1]],
        "refused": {"own_law": [3, 3], "travel": [9, 8]},
    }
    change = {"per_youth": 1, "minutes": 10}
    return Run.objects.create(
        kind="what_if", day=TODAY, requested_at=NOW, status="done", finished_at=NOW, change=change, counts=counts
    )
