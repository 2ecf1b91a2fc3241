"""The mentor reads what came next for a youth and why it was not proposed; the youth and the workplace read less."""

import math
from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from employers.actions import set_pace
from employers.models import Post
from jobplaneten.accounts.models import User
from jobplaneten.trades import Help
from matching import actions
from matching.models import CandidateCard, Match, YouthNight
from matching.wording import why_for_employers, why_for_youths
from tests.matching.conftest import settle
from tests.matching.test_nightly import night_of
from youth.models import Youth

pytestmark = pytest.mark.django_db

Clock = Callable[[], datetime]
SignIn = Callable[[User], Client]
TITLES = [f"Job nummer {number}" for number in range(6)]


@pytest.fixture
def youth() -> Youth:
    """One youth and six jobs that all suit: three are proposed, three come next."""
    [youth] = settle(youths=1, posts=6)
    for post, title in zip(Post.objects.order_by("pk"), TITLES, strict=True):
        Post.objects.filter(pk=post.pk).update(title=title)
    return youth


def page_of(match: Match, as_user: SignIn) -> str:
    assert match.youth.mentor
    return as_user(match.youth.mentor).get(reverse("matching:proposal", args=[match.pk])).content.decode()


def test_a_night_keeps_what_came_next_and_what_was_full(youth: Youth, clock: Clock) -> None:
    night_of(clock)
    kept = YouthNight.objects.get().next_best
    proposed = set(Match.objects.values_list("post", flat=True))
    assert {each["post"] for each in kept} == set(Post.objects.values_list("pk", flat=True)) - proposed
    assert len(kept) == 3
    assert [each["score"] for each in kept] == sorted((each["score"] for each in kept), reverse=True)
    assert all(each["full"] == ["youth"] for each in kept)


def test_the_mentor_reads_what_came_next_with_its_score_and_why(youth: Youth, clock: Clock, as_user: SignIn) -> None:
    night_of(clock)
    page = page_of(Match.objects.earliest("pk"), as_user)
    assert all(title in page for title in TITLES)
    assert f"{round(100 * YouthNight.objects.get().next_best[0]['score'])} af 100" in page
    assert "Den unge havde fået de forslag, der er plads til" in page


def test_a_job_that_has_closed_is_not_shown_as_the_next(youth: Youth, clock: Clock, as_user: SignIn) -> None:
    night_of(clock)
    gone = YouthNight.objects.get().next_best[0]["post"]
    title = Post.objects.get(pk=gone).title
    Post.objects.filter(pk=gone).delete()
    assert title not in page_of(Match.objects.earliest("pk"), as_user)


def test_a_full_workplace_is_the_reason_that_is_told(clock: Clock, dorte: User, as_user: SignIn) -> None:
    settle(youths=1, posts=2)
    employer = Post.objects.earliest("pk").employer
    assert employer
    Post.objects.update(employer=employer)
    set_pace(employer, paused_until=None, most_candidates=1, by=dorte, now=clock())
    night_of(clock)
    assert [each["full"] for each in YouthNight.objects.get().next_best] == [["employer"]]
    assert "så mange, som den kan svare" in page_of(Match.objects.get(), as_user)


def logit(chance: float) -> float:
    return math.log(chance / (1 - chance))


def test_what_the_mentor_reads_adds_up_to_the_chances_and_each_voice_reads_its_own(
    youth: Youth, clock: Clock, as_user: SignIn, now: datetime
) -> None:
    Post.objects.filter(title__in=TITLES[::2]).update(help=Help.CONTACT)
    night_of(clock)
    first, second, third = Match.objects.order_by("rank")
    for other in (second, third):
        for side in ("want", "take"):
            told = [sum(each[side] for each in match.contributions) for match in (first, other)]
            chances = [logit(getattr(match, side)) for match in (first, other)]
            assert told[0] - told[1] == pytest.approx(chances[0] - chances[1], abs=1e-5)
    assert "Sådan er det regnet ud" in page_of(first, as_user)
    assert youth.mentor
    first.refresh_from_db()
    actions.approve(first, line="", by=youth.mentor, now=now)
    offer = as_user(youth.user).get(reverse("matching:offer", args=[first.pk])).content.decode()
    assert all(escape(line) in offer for line in why_for_youths(first))
    assert "af 100" not in offer
    actions.accept(first, by=youth.user, now=now)
    assert CandidateCard.objects.get().why == why_for_employers(first)
    assert {each["code"] for each in first.reasons["employer"]} <= {"skills_met", "skills_to_learn", "timetable"}


def test_who_was_left_without_room_is_told_so_and_so_is_the_mentor(clock: Clock, dorte: User, as_user: SignIn) -> None:
    settle(youths=2, posts=1)
    employer = Post.objects.get().employer
    assert employer
    set_pace(employer, paused_until=None, most_candidates=1, by=dorte, now=clock())
    night_of(clock)
    lucky = Match.objects.get().youth
    left = Youth.objects.exclude(pk=lucky.pk).get()
    assert left.mentor
    assert "der var ikke plads til flere" in as_user(left.user).get("/forslag/").content.decode()
    assert "der var ikke plads til flere" not in as_user(lucky.user).get("/forslag/").content.decode()
    assert [night.found_no_room for night in YouthNight.objects.filter(youth__in=[lucky, left])].count(True) == 1


def test_who_has_as_many_proposals_as_anybody_may_have_was_not_left_without_room() -> None:
    assert YouthNight(next_best=[{"post": 1, "score": 0.3, "full": ["job"]}]).found_no_room
    assert not YouthNight(next_best=[{"post": 1, "score": 0.3, "full": ["job", "youth"]}]).found_no_room
    assert not YouthNight(next_best=[]).found_no_room
