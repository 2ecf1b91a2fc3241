"""Amina has a job and wants another: her hours are counted together, and no employer learns of the other."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from employers.models import EmployerContact, Post
from jobplaneten.accounts.models import User
from jobplaneten.placements.actions import begin
from jobplaneten.placements.models import Placement
from jobplaneten.workflow import MoveRefused
from matching import actions
from matching.facts import read
from matching.gate import why_not
from matching.lawful import judge
from matching.models import CandidateCard, Match, MatchStatus, YouthNight
from matching.nightly import look, request_night
from tests.factories import (
    NOW,
    TODAY,
    EmployerContactFactory,
    EmployerFactory,
    FreeTimeFactory,
    PostFactory,
    ShiftFactory,
    YouthSkillFactory,
)
from tests.matching.factories import CardFactory, MatchFactory, RunFactory
from youth.actions import want_another_job
from youth.models import Youth

pytestmark = pytest.mark.django_db

SignIn = Callable[[User], Client]
TUESDAY, THURSDAY = 1, 3
HINT = "Den unge kan ikke begynde lige nu. Mentoren vender tilbage til jer."


@pytest.fixture
def first_job(amina: Youth, bo: User) -> Placement:
    """Two hours on Tuesdays in Sirius' kiosk: with two hours the day is full."""
    for weekday in (TUESDAY, THURSDAY):
        FreeTimeFactory(youth=amina, weekday=weekday, ends=20 * 60)
    YouthSkillFactory(youth=amina)
    post = PostFactory(employer=EmployerFactory(name="Sirius Kiosk"), title="Hjælp hos Sirius")
    placement = begin(amina, post, first_name="Amina", by=bo, now=NOW)
    amina.refresh_from_db()
    return placement


def wants_more(amina: Youth) -> None:
    want_another_job(amina, wanted=True, by=amina.user, now=NOW)
    amina.refresh_from_db()


def job_on(weekday: int, starts: int, **facts: Any) -> Post:
    post = PostFactory(shift=None, **facts)
    ShiftFactory(post=post, weekday=weekday, starts=starts, ends=starts + 60)
    return post


def tonight(clock: Callable[[], Any]) -> None:
    request_night(TODAY, by=None, now=clock())
    look(clock, "worker")


def test_who_is_in_a_job_is_left_alone_until_another_is_wanted(
    first_job: Placement, amina: Youth, clock: Callable[[], Any]
) -> None:
    job_on(THURSDAY, 16 * 60)
    tonight(clock)
    assert YouthNight.objects.get().set_aside == "has_job"
    assert not Match.objects.exists()


def test_the_night_counts_the_hours_of_both_jobs(first_job: Placement, amina: Youth, clock: Callable[[], Any]) -> None:
    wants_more(amina)
    lawful = job_on(THURSDAY, 16 * 60)
    job_on(TUESDAY, 18 * 60)
    tonight(clock)
    assert [match.post for match in Match.objects.all()] == [lawful]
    assert YouthNight.objects.get().refused == {"own_law": 1}


def test_the_night_puts_nobody_in_two_places_at_once(
    first_job: Placement, amina: Youth, clock: Callable[[], Any]
) -> None:
    wants_more(amina)
    job_on(TUESDAY, 16 * 60)
    tonight(clock)
    assert YouthNight.objects.get().refused["timetable"] >= 1
    assert not Match.objects.exists()


def test_the_night_and_the_last_look_judge_both_jobs_alike(first_job: Placement, amina: Youth) -> None:
    wants_more(amina)
    posts = [job_on(TUESDAY, 18 * 60), job_on(THURSDAY, 16 * 60), job_on(THURSDAY, 19 * 60 + 30)]
    run = RunFactory()
    facts = read(run.day, run=run)
    (wish,) = facts.wishes
    found = {job.post: facts.lawyer.violations(wish.youth, job.post) for job in facts.jobs}
    straight = {post.pk: judge(amina, post, run.day).violations for post in posts}
    assert straight == {pk: found[pk] for pk in straight}
    assert [bool(broken) for broken in straight.values()] == [True, False, True]


def test_the_mentors_approval_judges_both_and_says_so(first_job: Placement, amina: Youth, bo: User) -> None:
    wants_more(amina)
    match = MatchFactory(youth=amina, post=job_on(TUESDAY, 18 * 60))
    with pytest.raises(MoveRefused, match="talt sammen med det job"):
        actions.approve(match, line="", by=bo, now=NOW)
    match.refresh_from_db()
    assert match.status == MatchStatus.PROPOSED


def test_the_mentor_reads_that_both_jobs_are_counted(
    first_job: Placement, amina: Youth, bo: User, as_user: SignIn
) -> None:
    wants_more(amina)
    match = MatchFactory(youth=amina, post=job_on(THURSDAY, 16 * 60))
    page = as_user(bo).get(reverse("matching:proposal", args=[match.pk])).content.decode()
    assert "talt sammen med det job" in page
    assert "Loven siger ja" in page


def test_the_job_that_is_agreed_on_is_not_counted_twice(first_job: Placement, amina: Youth) -> None:
    assert judge(amina, first_job.post, TODAY).legal


def test_the_youths_yes_judges_both(first_job: Placement, amina: Youth) -> None:
    wants_more(amina)
    match = MatchFactory(youth=amina, post=job_on(TUESDAY, 18 * 60), status=MatchStatus.OFFERED)
    with pytest.raises(MoveRefused, match="Snak med din mentor"):
        actions.accept(match, by=amina.user, now=NOW)
    assert not CandidateCard.objects.exists()


def test_who_has_had_enough_is_shown_no_more_jobs(first_job: Placement, amina: Youth, bo: User) -> None:
    wants_more(amina)
    match = MatchFactory(youth=amina, post=job_on(THURSDAY, 16 * 60))
    assert why_not(match, NOW) == ""
    want_another_job(amina, wanted=False, by=amina.user, now=NOW)
    assert "ikke bedt om et mere" in why_not(match, NOW)
    actions.expire_stale(NOW)
    match.refresh_from_db()
    assert (match.status, match.no_reason) == (MatchStatus.EXPIRED, "has_job")


SECRETS = ("Sirius", "Hjælp hos Sirius", "andet job", "job mere", "har i forvejen", "talt sammen", "15.30", "15:30")


@pytest.fixture
def second(first_job: Placement, amina: Youth) -> EmployerContact:
    wants_more(amina)
    return EmployerContactFactory()


def card_of(amina: Youth, contact: EmployerContact, weekday: int, starts: int) -> CandidateCard:
    card: CandidateCard = CardFactory(
        match__youth=amina, match__post=job_on(weekday, starts, employer=contact.employer), free=[]
    )
    return card


def test_an_employer_is_refused_in_one_neutral_sentence(second: EmployerContact, amina: Youth, as_user: SignIn) -> None:
    card = card_of(amina, second, TUESDAY, 18 * 60)
    client = as_user(second.user)
    answer = client.post(reverse("matching:take", args=[card.pk]), follow=True)
    page = answer.content.decode()
    assert HINT in page
    assert [secret for secret in SECRETS if secret in page] == []
    assert Placement.objects.count() == 1
    with pytest.raises(MoveRefused) as refused:
        actions.take(card, by=second.user, now=NOW)
    assert refused.value.message == HINT


def test_with_two_employers_neither_learns_of_the_other(
    second: EmployerContact, amina: Youth, first_job: Placement, as_user: SignIn
) -> None:
    card = card_of(amina, second, THURSDAY, 16 * 60)
    client = as_user(second.user)
    pages = [reverse("matching:candidates"), reverse("matching:candidate", args=[card.pk]), "/", "/job/", "/beskeder/"]
    seen = [client.get(url) for url in pages]
    taken = client.post(reverse("matching:take", args=[card.pk]), follow=True)
    placement = Placement.objects.latest("pk")
    assert placement.post == card.post
    seen += [taken, *(client.get(url) for url in ("/", "/job/", "/beskeder/", f"/job/{placement.pk}/"))]
    for answer in seen:
        assert answer.status_code == 200
        assert [secret for secret in SECRETS if secret in answer.content.decode()] == []
    assert client.get(f"/job/{first_job.pk}/").status_code == 404
    amina.refresh_from_db()
    assert (amina.waiting_since, amina.wants_another_job) == (None, False)
