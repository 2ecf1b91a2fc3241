"""Amina and Elin: what the visitor who signs in as one of the four finds waiting."""

from datetime import date, timedelta

from django.utils import timezone

from employers.models import Post
from jobplaneten.accounts.models import Area
from jobplaneten.demo.answers import unless_refused
from jobplaneten.demo.people import AMINA, AMINA_LOGIN, PASSWORD
from jobplaneten.demo.town import Town
from matching.actions import accept, approve, hear_guardian
from matching.models import CandidateCard, Match, MatchStatus
from youth.actions import advance, join, let_in, save_page
from youth.models import Youth, YouthStatus

PROFILE = {
    "about": {
        "shown_name": AMINA[0],
        "line": "Jeg passer mine små brødre hver dag, så jeg er god til at holde styr på ting.",
    },
    "school": {"school_year": "8"},
    "skills": {
        "skills": {
            "on_time": (2, "school"),
            "children": (3, "home"),
            "order": (2, "home"),
            "polite": (3, "home"),
            "languages": (3, "home"),
            "team": (2, "club"),
            "animals": (1, "self"),
        }
    },
    "likes": {"likes": ["indoor", "together", "customers", "fixed"], "rather_nots": ["alone"]},
    "dream": {"dream": "At få min egen butik en dag", "dream_field": "trade"},
    "when": {"free": [(day, 14 * 60, 18 * 60) for day in range(5)] + [(5, 10 * 60, 16 * 60)], "blocked": []},
    "travel": {"travel_modes": ["walk", "bike"], "travel_minutes": 45},
}


def bring_amina(town: Town) -> Youth:
    """She comes in the last week, so that the last night is her first."""
    now, bo = town.at(9, "16:00"), town.mentors[0]
    youth = join(
        login=AMINA_LOGIN,
        password=PASSWORD,
        first_name=AMINA[0],
        last_name=AMINA[1],
        born_on=birthday(town.today),
        area=Area.objects.get(name="Søparken"),
        now=now,
    )
    for page, values in PROFILE.items():
        save_page(youth, page, values, by=youth.user, now=now)
    let_in(youth, mentor=bo, by=bo, now=now + timedelta(hours=3))
    youth.refresh_from_db()
    said = {"said_on": timezone.localdate(now), "how": "meeting", "guardian": "mor", "by": bo}
    for word in ("informed", "yes"):
        hear_guardian(youth, word=word, **said, now=now + timedelta(hours=4))
    advance(
        youth,
        to_step=2,
        evidence="Har hjulpet i klubben hele foråret og passer sine søskende.",
        reason="Du har allerede prøvet at have ansvar. Derfor begynder du på trin 2.",
        by=bo,
        now=now + timedelta(hours=5),
    )
    return youth


def birthday(today: date) -> date:
    """Fourteen and a half, whatever day the town is opened."""
    return today - timedelta(days=14 * 365 + 190)


def leave_something_to_try(town: Town) -> None:
    bo = town.mentors[0]
    amina = Youth.objects.get(user__login=AMINA_LOGIN)
    best = Match.objects.filter(youth=amina).for_the_mentor().order_by("rank").first()
    if best is not None:
        approve(best, line=amina.line, by=bo, now=town.at(1, "08:40"))
    send_a_card_to_elin(town)


def send_a_card_to_elin(town: Town) -> None:
    """If the dice have left no candidate with Elin, let one who was proposed say yes."""
    posts = Post.objects.filter(employer__contacts__user__login="elin@oelby-dagligvarer.invalid")
    if CandidateCard.objects.out().filter(post__in=posts).exists():
        return
    waiting = Match.objects.for_the_mentor().filter(post__in=posts, youth__status=YouthStatus.ACTIVE)
    for match in waiting.exclude(youth__first_name=AMINA[0]).select_related("youth__mentor", "youth__user"):
        unless_refused(approve, match, line=match.youth.line, by=match.youth.mentor, now=town.at(1, "09:00"))
        match.refresh_from_db()
        if match.status == MatchStatus.OFFERED:
            accept(match, by=match.youth.user, now=town.at(1, "16:00"))
            return
