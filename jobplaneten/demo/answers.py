"""What people answer in the mornings after a night, and how jobs begin and end."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from jobplaneten.demo.people import NEWCOMERS
from jobplaneten.demo.town import Town
from jobplaneten.placements.actions import end, start, tick
from jobplaneten.placements.first_day import shift_days
from jobplaneten.placements.gates import owed, points_of
from jobplaneten.placements.models import Paper, Placement, PlacementStatus
from jobplaneten.steps.actions import decide
from jobplaneten.trail.actions import record_reads
from jobplaneten.workflow import MoveRefused
from matching.actions import accept, approve, decline, hold, refuse, reject, request_night, take
from matching.models import CandidateCard, Match
from matching.nightly import look
from youth.models import How, Youth

NO_OF_MENTORS = ("too_early", "needs_more_help", "better_one")
NO_OF_YOUTHS = ("not_now", "too_far", "other_tasks")
NO_OF_EMPLOYERS = ("other_skills", "not_now")
GOODBYES = (
    ("period", "Sæsonen er slut. Tak for indsatsen!"),
    ("school", "Skolen fylder mere nu, så vi stopper, mens det går godt."),
    ("period", "Aftalen var tre måneder, og de er gået."),
)


def answer_the_night(town: Town, days_ago: int, *, left_open: float = 0.08) -> None:
    """One night and the days after it: mentor the same morning, youth in the afternoon, employer within two days."""
    run_night(town, days_ago)
    morning, afternoon = town.at(days_ago, "08:30"), town.at(days_ago, "16:00")
    of_others = Match.objects.exclude(youth__user__login__in=[newcomer.login for newcomer in NEWCOMERS])
    for match in of_others.for_the_mentor().select_related("youth__mentor").order_by("pk"):
        record_reads("match", [(match.pk, match.youth_id)], by=match.youth.mentor, now=morning)
        mentor_answers(town, match, morning, left_open)
    for match in of_others.for_the_youth().select_related("youth__user").order_by("pk"):
        youth_answers(town, match, afternoon, left_open)
    for card in CandidateCard.objects.out().select_related("post").order_by("pk"):
        employer_answers(town, card, afternoon + timedelta(hours=20 if days_ago > 3 else 40), left_open)


def run_night(town: Town, days_ago: int) -> None:
    now = town.at(days_ago, "02:30")
    request_night(timezone.localdate(now), by=None, now=now)
    look(lambda: now, "the demo town")


def unless_refused(deed: Callable[..., Any], *args: Any, **kwargs: Any) -> None:
    """In a town, too, somebody is sometimes too late: the rule stands, the season goes on."""
    try:
        deed(*args, **kwargs)
    except MoveRefused:
        return


def mentor_answers(town: Town, match: Match, now: datetime, left_open: float) -> None:
    dice, mentor = town.dice.random(), match.youth.mentor
    if dice < left_open:
        return
    if dice < 0.8:
        unless_refused(approve, match, line=match.youth.line, by=mentor, now=now)
    elif dice < 0.9:
        unless_refused(hold, match, by=mentor, now=now)
    else:
        unless_refused(reject, match, reason=town.dice.choice(NO_OF_MENTORS), by=mentor, now=now)


def youth_answers(town: Town, match: Match, now: datetime, left_open: float) -> None:
    dice, youth = town.dice.random(), match.youth.user
    if dice < left_open:
        return
    if dice < 0.75:
        unless_refused(accept, match, by=youth, now=now)
    else:
        unless_refused(decline, match, reason=town.dice.choice(NO_OF_YOUTHS), by=youth, now=now)


def employer_answers(town: Town, card: CandidateCard, now: datetime, left_open: float) -> None:
    dice, contact = town.dice.random(), town.contact_of(card.post)
    if dice < left_open:
        return
    if dice < 0.75:
        unless_refused(take, card, by=contact, now=now)
    else:
        unless_refused(refuse, card, reason=town.dice.choice(NO_OF_EMPLOYERS), by=contact, now=now)


def leave_papers_open(town: Town) -> None:
    """However the dice fell, somebody got a job after the last night, and its papers wait."""
    afternoon = town.at(1, "15:00")
    of_others = Match.objects.exclude(youth__user__login__in=[newcomer.login for newcomer in NEWCOMERS])
    for match in of_others.for_the_youth().select_related("youth__user").order_by("pk"):
        if CandidateCard.objects.out().exists() or Placement.objects.filter(status=PlacementStatus.PAPERS).exists():
            break
        unless_refused(accept, match, by=match.youth.user, now=afternoon)
    for card in CandidateCard.objects.out().select_related("post").order_by("pk"):
        if Placement.objects.filter(status=PlacementStatus.PAPERS).exists():
            break
        unless_refused(take, card, by=town.contact_of(card.post), now=afternoon + timedelta(hours=1))


# ── jobs ────────────────────────────────────────────────────────────────────
def settle_jobs(town: Town, days_ago: int) -> None:
    """What was agreed after the last night is left with its papers open, for the visitor to tick."""
    running = Placement.objects.running().filter(agreed_at__lt=town.at(3))
    for placement in running.select_related("youth__mentor", "post").order_by("pk"):
        if placement.status == PlacementStatus.PAPERS:
            begin_job(town, placement, town.at(max(days_ago - 4, 0), "12:00"))
        elif (placement.first_day_on or town.today) <= timezone.localdate(town.at(days_ago + 20)):
            look_back(town, placement, town.at(days_ago - 2, "14:00"))


def begin_job(town: Town, placement: Placement, now: datetime) -> None:
    """Papers first, each by those who can vouch for it; now and then one is still missing."""
    mentor, today = placement.youth.mentor, timezone.localdate(now)
    for paper in owed(placement.youth, today, placement.post):
        if town.dice.random() > 0.03:
            tick_paper(town, placement, paper, now)
    soonest = today + timedelta(days=3)
    first_day_on = next(shift_days(placement.post, soonest, soonest + timedelta(days=6)), soonest)
    unless_refused(start, placement, first_day_on=first_day_on, by=mentor, now=now)


def tick_paper(town: Town, placement: Placement, paper: Paper, now: datetime) -> None:
    """The workplace goes through the risk, the mentor has seen the rest and writes down what is asked."""
    adult, mentor = placement.post.adult_on_site, placement.youth.mentor
    known: dict[str, dict[str, Any]] = {
        Paper.GUARDIAN: {"who": "mor", "how": How.PHONE, "done_on": timezone.localdate(now)},
        Paper.COSIGN: {"who": "mor", "why": "paper", "done_on": timezone.localdate(now)},
        Paper.TERMS: {"done_on": timezone.localdate(now)},
        Paper.ADULT: {"who": adult},
        Paper.INSTRUCTION: {"who": adult},
        Paper.RECORD: {"who": adult, "done_on": timezone.localdate(now)},
        Paper.HYGIENE: {"who": adult, "done_on": timezone.localdate(now)},
    }
    by = town.contact_of(placement.post) if paper == Paper.RISK else mentor
    for point in points_of(paper):
        unless_refused(tick, placement, paper, point=point, **known.get(paper, {}), by=by, now=now)


def look_back(town: Town, placement: Placement, now: datetime) -> None:
    """After three weeks or more: most go on, some end well, and ends are steps."""
    if town.dice.random() < 0.65:
        return
    mentor = placement.youth.mentor
    last_day_on = timezone.localdate(now)
    kind, words = town.dice.choice(GOODBYES)
    said = {"last_day_on": last_day_on, "kind": kind, "words": words, "is_agreed": True, "wants_new": True}
    unless_refused(end, placement, **said, by=mentor, now=now)
    youth = Youth.objects.get(pk=placement.youth_id)
    if youth.step < 4:
        climb(youth, placement, now + timedelta(days=1))


def climb(youth: Youth, placement: Placement, now: datetime) -> None:
    unless_refused(
        decide,
        youth,
        from_step=youth.step,
        to_step=youth.step + 1,
        evidence=f"Har passet »{placement.post.title}« og mødt til tiden. Afsluttende samtale holdt.",
        reason="Du har vist, at man kan regne med dig. Nu er du klar til at prøve noget nyt.",
        despite="Jobbet er passet fra start til slut, og vi har talt om det.",
        by=youth.mentor,
        now=now,
    )
