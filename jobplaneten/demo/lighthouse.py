"""Amina and Yusuf: what a visitor who signs in as one of the four finds waiting."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from jobplaneten.accounts.models import Area
from jobplaneten.demo.people import NEWCOMERS, PASSWORD, Newcomer
from jobplaneten.demo.town import Town
from jobplaneten.steps.actions import decide
from jobplaneten.trail.actions import record_reads
from matching.actions import accept, approve, hear_guardian
from matching.models import Match
from youth.actions import join, let_in, save_page, want_another_job
from youth.models import Protected, Youth

PROFILE: dict[str, dict[str, Any]] = {
    "school": {"school_year": "8", "school": None},
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
    "when": {"free": [(day, 14 * 60, 20 * 60) for day in range(5)] + [(5, 8 * 60, 17 * 60)], "blocked": []},
    "travel": {"travel_modes": ["walk", "bike"], "travel_minutes": 45},
}


def bring_newcomers(town: Town) -> None:
    """They come in the last week, so that the last night is their first."""
    for newcomer in NEWCOMERS:
        bring(town, newcomer)


def bring(town: Town, newcomer: Newcomer) -> None:
    now, bo = town.at(9, "16:00"), town.mentors[0]
    youth = join(
        login=newcomer.login,
        password=PASSWORD,
        first_name=newcomer.first_name,
        last_name=newcomer.last_name,
        born_on=birthday(town.today),
        area=Area.objects.get(name="Søparken"),
        now=now,
    )
    about: dict[str, dict[str, Any]] = {"about": {"shown_name": newcomer.first_name, "line": newcomer.line}}
    for page, values in (about | PROFILE).items():
        save_page(youth, page, values, by=youth.user, now=now)
    let_in(youth, mentor=bo, by=bo, now=now + timedelta(hours=3), protected=Protected.NO)
    said: dict[str, Any] = {"said_on": timezone.localdate(now), "how": "meeting", "guardian": "mor", "by": bo}
    for word in ("informed", "yes"):
        hear_guardian(youth, word=word, **said, now=now + timedelta(hours=4))
    youth.refresh_from_db()
    decide(
        youth,
        from_step=youth.step,
        to_step=2,
        evidence="Har hjulpet i klubben hele foråret og passer sine søskende.",
        reason="Du har allerede prøvet at have ansvar. Derfor begynder du på trin 2.",
        despite="Har haft ansvar i klubben, længe før hun kom hertil.",
        by=bo,
        now=now + timedelta(hours=5),
    )


def birthday(today: date) -> date:
    """Fourteen and a half, whatever day the town is opened."""
    return today - timedelta(days=14 * 365 + 190)


def leave_something_to_try(town: Town) -> None:
    """Amina has an offer to answer; Elin has a candidate, Yusuf, to answer; one of Bo's wants a job more."""
    bo = town.mentors[0]
    for newcomer in NEWCOMERS:
        proposed = Match.objects.filter(youth__user__login=newcomer.login).for_the_mentor().order_by("rank")
        with_elin = proposed.filter(post__employer__name="Ølby Dagligvarer")
        best = with_elin.first() or proposed.first()
        if best is None:
            continue
        record_reads("match", [(best.pk, best.youth_id)], by=bo, now=town.at(1, "08:35"))
        approve(best, line=newcomer.line, by=bo, now=town.at(1, "08:40"))
        if newcomer.has_said_yes:
            youth = Youth.objects.select_related("user").get(pk=best.youth_id)
            best.refresh_from_db()
            accept(best, by=youth.user, now=town.at(1, "16:00"))
    want_one_more(town)


def want_one_more(town: Town) -> None:
    """Tonight counts the hours of both jobs."""
    in_jobs = Youth.objects.active().filter(mentor=town.mentors[0]).select_related("user").order_by("pk")
    youth = next((youth for youth in in_jobs if youth.is_in_a_job), None)
    if youth:
        want_another_job(youth, wanted=True, by=youth.user, now=town.at(1, "17:00"))
